"""What a change to the data means for readers: two archives compared fact by fact, in both languages at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import zip_longest
from types import NoneType
from typing import Any

from macros.archive import Archive
from macros.archive.facts import NOTHING, Fact, Readable, Words, facts, of_text, part_name, shown_fields
from macros.archive.redirects import anchor, page
from macros.archive.translation_status import address as place_of
from macros.archive.translations import Translation
from macros.records import TOPIC, Record, Text
from macros.records.parts import UNDER, has_address
from macros.records.walk import Field, key


@dataclass(frozen=True)
class Change:
    """One thing that readers will find changed.

    `what` happened is one of: `added`, `removed`, `changed`, `moved`, `reordered`, `relation_gained`, `relation_lost`,
    `page_new`, `redirected`, `address_lost`, `english_behind`, `english_current`, `accepted` (`change_…` in
    `words.yml`). `part` leads to what was changed in it, as `macros/records/parts.py` says, and `part_name` is what
    readers call that; both are empty for its text. `to` is another address: where it moved or leads to, or for a lost
    one, where it may be made to lead. What is redirected has the words in `before` that readers found there before.
    """

    what: str
    address: str
    part: str = ""
    before: Words = NOTHING
    after: Words = NOTHING
    to: str = ""
    part_name: Words = NOTHING

    @property
    def english(self) -> str:
        """What happened to the English where that is all: `added` to a text without, `removed`; else empty."""
        if self.what != "changed" or self.before.vi != self.after.vi or bool(self.before.en) == bool(self.after.en):
            return ""
        return "added" if self.after.en else "removed"

    @property
    def error(self) -> bool:
        """Whether it must not happen: what was cited must be found again."""
        return self.what == "address_lost"


def compare(before: Archive, after: Archive) -> list[Change]:
    """Everything that changes for readers, in order of address."""
    return sorted(_Comparison(before, after).changes(), key=lambda change: (change.address, change.what, change.part))


class _Comparison:
    """Two archives, and which addresses of the one are which of the other."""

    def __init__(self, before: Archive, after: Archive) -> None:
        self.before, self.after = before, after
        self.old, self.new = facts(before), facts(after)
        self.gone = self.old.keys() - self.new.keys()
        self.came = self.new.keys() - self.old.keys()
        self.moved = dict(self._moved())

    def changes(self) -> Iterator[Change]:
        for address, fact in self.old.items():
            now = address if address in self.new else self.moved.get(address, "")
            if now:
                yield from self._changed(now, fact, self.new[now])
            else:
                yield Change("removed", address, before=fact.text)
        for address in self.came - set(self.moved.values()):
            yield Change("added" if anchor(address) else "page_new", address, after=self.new[address].text)
        for address, to in self.moved.items():
            if self.after.redirects.leads(address) is None:
                yield Change("moved", address, before=self.old[address].text, to=to)
        if _reordered(self.before.topics, self.after.topics):  # readers see them in the order of their file
            yield Change("reordered", f"{TOPIC.collection}/")
        yield from self._addresses()
        yield from self._translations()
        yield from self._accepted()

    def _moved(self) -> Iterator[tuple[str, str]]:
        """Facts that are at a new address: by a redirect, or the same words that came with this change."""
        by_text = {self.new[address].text: address for address in sorted(self.came, reverse=True) if anchor(address)}
        for address in sorted(self.gone):
            same_words = by_text.get(self.old[address].text, "") if anchor(address) else ""
            to = self.after.redirects.leads(address) or same_words
            if to in self.came:
                yield address, to

    def _changed(self, address: str, old: Fact, new: Fact) -> Iterator[Change]:
        if old.text != new.text and new.own:
            yield Change("changed", address, before=old.text, after=new.text)
        differences = list(_Differences(self.before, self.after, old, new))
        if old.under != new.under:
            differences.append(((UNDER,), "changed", old.under, new.under))
        for path, what, before, after in differences:
            part = ".".join(path)
            yield Change(what, address, part, before, after, part_name=part_name(self.after, address, part))

    def _addresses(self) -> Iterator[Change]:
        """Permanent addresses that something else is at now, or nothing."""
        redirects, led = self.after.redirects, self.before.redirects.targets
        lost = {each for each in self.before.records.addresses | led.keys() if redirects.leads(each) is None}
        for address in lost:
            # With its page lost, an entry has no place for a mark; the page's own redirect may serve for it too.
            if not (anchor(address) and page(address) in lost):
                yield Change("address_lost", address, to=self._instead(address))
        for address, to in redirects.targets.items():
            if led.get(address) != to:
                was = address if address in self.moved else led.get(address, "")
                before = self.old[was].text if was in self.old else Words(was, was)
                yield Change("redirected", address, before=before, to=to)

    def _translations(self) -> Iterator[Change]:
        """Texts that bear a mark on English pages now, or no more."""
        old, new = _outdated(self.before), _outdated(self.after)
        for what, archive, texts, others in (
            ("english_behind", self.after, new, old),
            ("english_current", self.before, old, new),
        ):
            for name in sorted(texts.keys() - others.keys()):
                address = "#".join(filter(None, place_of(texts[name], archive)))
                yield Change(what, address, after=Words(*texts[name].pair))

    def _accepted(self) -> Iterator[Change]:
        """Warnings for whose acceptance readers find another reason now, or none."""
        old, new = (_reasons(archive.records.accepted) for archive in (self.before, self.after))
        for address, rule in sorted(old.keys() | new.keys()):
            had, has = (each.get((address, rule), "") for each in (old, new))
            if had != has:
                yield Change("accepted", address, rule, Words(had, had), Words(has, has), part_name=Words(rule, rule))

    def _instead(self, address: str) -> str:
        """Where a lost address may be made to lead."""
        if address in self.moved:
            return self.moved[address]
        here = page(address) if anchor(address) else f"{address.split('/')[0]}/"
        known = self.after.records.addresses
        came = [each for each in known - self.before.records.addresses if each.startswith(here)]
        alike = sorted(each for each in came if bool(anchor(each)) == bool(anchor(address)))
        return next(iter(get_close_matches(address, alike, n=1)), here)


def _outdated(archive: Archive) -> dict[str, Translation]:
    """The texts whose English was left behind, by name."""
    return {each.text.name: each.text for each in archive.records.outdated.values()}


def _reasons(accepted: Mapping[str, Mapping[str, str]]) -> dict[tuple[str, str], str]:
    """Why each warning is accepted, by the address that it is about and its name."""
    return {(address, rule): reason for address, rules in accepted.items() for rule, reason in rules.items()}


# The path to a part, what happened to it, and the words before and after.
_Difference = tuple[tuple[str, ...], str, Words, Words]


class _Differences:
    """What two versions of a fact say differently besides its text, field by field."""

    def __init__(self, before: Archive, after: Archive, old: Fact, new: Fact) -> None:
        self._before, self._after = Readable(before, old.sources), Readable(after, new.sources)
        self._old, self._new = old, new

    def __iter__(self) -> Iterator[_Difference]:
        for old, new in zip_longest(self._old.records, self._new.records):
            if old != new:
                yield from (each for each in self._record(old, new, ()) if each[0] != (self._new.own,))

    def _record(self, old: Record | None, new: Record | None, path: tuple[str, ...]) -> Iterator[_Difference]:
        if isinstance(old, Text) and isinstance(new, Text) and of_text(old) != of_text(new):
            yield path, "changed", of_text(old), of_text(new)
        for field in {field.name: field for each in (old, new) if each for field in shown_fields(type(each))}.values():
            had, has = getattr(old, field.name, None), getattr(new, field.name, None)
            if had != has:
                yield from self._field(field, had, has, (*path, field.name))

    def _field(self, field: Field, old: Any, new: Any, path: tuple[str, ...]) -> Iterator[_Difference]:
        had, has = _by_key(field, old), _by_key(field, new)
        if had is not None and has is not None:
            if not (field.record and has_address(field.record)):
                yield from self._items(field, had, has, path)
            if _reordered(had, has) and field.collection:
                yield path, "reordered", self._before.value(old, field), self._after.value(new, field)
            elif _reordered(had, has):
                yield path, "reordered", NOTHING, NOTHING
        elif isinstance(old, Record) and isinstance(new, Record):
            yield from self._record(old, new, path)
        else:
            before, after = self._before.value(old, field), self._after.value(new, field)
            if before != after:
                yield path, "changed", before, after

    def _items(
        self, field: Field, old: dict[str, Any], new: dict[str, Any], path: tuple[str, ...]
    ) -> Iterator[_Difference]:
        """What a list lost, what it gained, and what its other items say differently."""
        lost, gained = ("relation_lost", "relation_gained") if field.collection else ("changed", "changed")
        for each, item in old.items():
            if each not in new:
                yield path, lost, self._before.value(item, field), NOTHING
            elif field.record:
                yield from self._record(item, new[each], (*path, each))
        for each, item in new.items():
            if each not in old:
                yield path, gained, NOTHING, self._after.value(item, field)


def _by_key(field: Field, value: Any) -> dict[str, Any] | None:
    """The items of a list or mapping by their keys; ids are keys themselves. None where some have none."""
    if isinstance(value, dict):
        return value
    if not field.many or not isinstance(value, (list, NoneType)):
        return None
    keyed = [
        (item if field.collection else key(item), item) for item in value or () if field.collection or field.record
    ]
    items = {each: item for each, item in keyed if each}
    return items if len(items) == len(value or ()) else None


def _reordered(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether what both have is in another order."""
    return [each for each in old if each in new] != [each for each in new if each in old]
