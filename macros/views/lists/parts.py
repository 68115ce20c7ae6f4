"""How a list that grows with the archive is laid on pages of which none does.

Up to a limit a list is on one page. A longer one leads to a page a year (or a letter), and a longer year goes on
on pages with a number. So the page of a year keeps its address, and what it shows, whatever is recorded of other years,
and can be cited; were all pages only numbered, every meeting recorded late would shift them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, eq=False)
class ListPart(Generic[Item]):
    """A list, or a part of it that has the same key (a year, a letter), as it is on a page.

    `items` are shown on the page itself unless there are `parts`, the pages that it leads to. `count` is how many
    items have this key, on this page and on those that continue it; `number` tells which of these pages it is.
    """

    path: str
    key: str
    items: Sequence[Item]
    count: int
    parts: tuple[ListPart[Item], ...] = ()
    number: int = 1

    @cached_property
    def first_parts(self) -> list[ListPart[Item]]:
        """The pages it leads to, without those that continue another."""
        return [part for part in self.parts if part.number == 1]


def list_part(
    path: str, items: Sequence[Item], key: Callable[[Item], str], limit: int, parts_path: str = ""
) -> ListPart[Item]:
    """Lays items out, in their order.

    Args:
        path: the address of the list's own page within a language.
        items: everything listed.
        key: what tells the parts apart; it gives the last step of a part's address.
        limit: so many items a page.
        parts_path: what the addresses of its parts begin with, where not with `path`.
    """
    if len(items) <= limit:
        return ListPart(path, "", items, len(items))
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    pages = (_pages(f"{parts_path or path}{key}/", key, group, limit) for key, group in sorted(groups.items()))
    return ListPart(path, "", items, len(items), tuple(page for some in pages for page in some))


def _pages(path: str, key: str, items: Sequence[Item], limit: int) -> Iterator[ListPart[Item]]:
    for number, start in enumerate(range(0, len(items), limit), 1):
        own = path if number == 1 else f"{path}{number}/"
        yield ListPart(own, key, items[start : start + limit], len(items), number=number)
