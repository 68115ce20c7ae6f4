"""How a list that grows with the archive is laid on pages of which none does.

Up to a limit a list stands on one page. A longer one leads to a page a year (or a letter), a longer year to a
page a month, and only what is still longer goes on on pages with a number. So a page of a time keeps its address and
what it shows whatever is recorded of other times, and can be cited; pages that were only numbered would shift with
every meeting recorded late.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
Level = Callable[[Item], str]


@dataclass(frozen=True)
class ListPart(Generic[Item]):
    """A list, or the part of it that has the same keys (a year; a year and a month), as it stands on a page.

    `items` are shown on the page itself unless there are `parts`, the pages that it leads to. `count` is how many
    items have these keys, on this page and on those that continue it; `numbers` are the addresses of all of them.
    """

    path: str
    keys: tuple[str, ...]
    items: Sequence[Item]
    count: int
    parts: tuple[ListPart[Item], ...] = ()
    numbers: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """Which of the pages of its keys it is."""
        return self.numbers.index(self.path) + 1 if self.numbers else 1

    @property
    def first_parts(self) -> list[ListPart[Item]]:
        """The pages it leads to, without those that continue another."""
        return [part for part in self.parts if part.number == 1]

    def below(self) -> Iterator[tuple[ListPart[Item], tuple[ListPart[Item], ...]]]:
        """Every page below this one, each with those on the way to it."""
        for part in self.parts:
            yield part, (self,)
            for under, above in part.below():
                yield under, (self, *above)


def list_part(
    path: str, items: Sequence[Item], levels: Sequence[Level[Item]], limit: int, parts_path: str = ""
) -> ListPart[Item]:
    """Lays items out, in their order.

    Args:
        path: the address of the list's own page within a language.
        items: everything listed.
        levels: what tells the parts apart, the coarsest first; each gives the last step of a part's address.
        limit: so many items a page.
        parts_path: what the addresses of its parts begin with, where not with `path`.
    """
    if len(items) <= limit:
        return ListPart(path, (), items, len(items))
    return ListPart(path, (), items, len(items), tuple(_parts(parts_path or path, (), items, levels, limit)))


def _parts(
    path: str, keys: tuple[str, ...], items: Sequence[Item], levels: Sequence[Level[Item]], limit: int
) -> Iterator[ListPart[Item]]:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(levels[0](item), []).append(item)
    for key, group in sorted(groups.items()):
        own, here = f"{path}{key}/", (*keys, key)
        if len(group) <= limit:
            yield ListPart(own, here, group, len(group))
        elif len(levels) > 1:
            yield ListPart(own, here, group, len(group), tuple(_parts(own, here, group, levels[1:], limit)))
        else:
            yield from _numbered(own, here, group, limit)


def _numbered(path: str, keys: tuple[str, ...], items: Sequence[Item], limit: int) -> Iterator[ListPart[Item]]:
    starts = range(0, len(items), limit)
    numbers = (path, *(f"{path}{number}/" for number in range(2, len(starts) + 1)))
    for own, start in zip(numbers, starts, strict=True):
        yield ListPart(own, keys, items[start : start + limit], len(items), numbers=numbers)
