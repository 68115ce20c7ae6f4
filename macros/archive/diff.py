"""What a change to the data means for readers: two archives compared fact by fact, in both languages at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import zip_longest
from typing import Any

from macros import records as model
from macros.archive import Archive
from macros.archive.leaves import Fact, facts
from macros.archive.readable import NOTHING, Readable, Words, of_text, part_name, shown_fields
from macros.archive.redirects import anchor, page
from macros.archive.translation_status import address as place_of
from macros.archive.translations import Translation
from macros.records.parts import UNDER
from macros.records.walk import Field, key

# Records that stand at addresses of their own, where they are compared.
_ADDRESSED = (
    model.StatementRecord,
    model.Figure,
    model.Group,
    model.Province,
    model.Unit,
)


@dataclass(frozen=True)
class Change:
    """One thing that readers will find otherwise.

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
    """Two archives and how their addresses answer to each other."""

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
        yield from self._addresses()
        yield from self._translations()
        yield from self._accepted()

    def _moved(self) -> Iterator[tuple[str, str]]:
        """Facts that stand at a new address: by a redirect, or the same words that came with this change."""
        by_text = {self.new[address].text: address for address in sorted(self.came, reverse=True) if anchor(address)}
        for address in sorted(self.gone):
            to = self.after.redirects.leads(address) or (
                by_text.get(self.old[address].text, "") if anchor(address) else ""
            )
            if to in self.came:
                yield address, to

    def _changed(self, address: str, old: Fact, new: Fact) -> Iterator[Change]:
        if old.text != new.text and new.own:
            yield Change("changed", address, before=old.text, after=new.text)
        if old.under_key != new.under_key:
            yield self._part("changed", address, UNDER, old.under, new.under)
        if old.order != new.order and set(old.order) == set(new.order):
            yield Change("reordered", address)
        walk = _Walk(Readable(self.before, old.sources), Readable(self.after, new.sources))
        for part, what, before, after in walk.records(old, new):
            yield self._part(what, address, part, before, after)

    def _part(self, what: str, address: str, part: str, before: Words, after: Words) -> Change:
        return Change(what, address, part, before, after, part_name=part_name(self.after, address, part))

    def _addresses(self) -> Iterator[Change]:
        """Permanent addresses that something else is at now, or nothing."""
        redirects = self.after.redirects
        once = self.before.records.addresses | self.before.redirects.targets.keys()
        lost = {address for address in once if redirects.leads(address) is None}
        for address in lost:
            # With its page lost, an entry has no place for a mark; the page's own redirect may serve for it too.
            if not (anchor(address) and page(address) in lost):
                yield Change("address_lost", address, to=self._instead(address))
        led = self.before.redirects.targets
        for address, to in redirects.targets.items():
            if led.get(address) != to:
                stood = address if address in self.moved else led.get(address, "")
                before = self.old[stood].text if stood in self.old else Words(stood, stood)
                yield Change("redirected", address, before=before, to=to)

    def _translations(self) -> Iterator[Change]:
        """Texts that bear a mark on English pages now, or no more."""
        old, new = (
            {each.text.name: each.text for each in archive.records.outdated.values()}
            for archive in (self.before, self.after)
        )
        for name in sorted(new.keys() - old.keys()):
            yield Change("english_behind", _place(new[name], self.after), after=Words(*new[name].pair))
        for name in sorted(old.keys() - new.keys()):
            yield Change("english_current", _place(old[name], self.before), after=Words(*old[name].pair))

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


def _reasons(accepted: Mapping[str, Mapping[str, str]]) -> dict[tuple[str, str], str]:
    """Why each warning is accepted, by the address that it is about and its name."""
    return {(address, rule): reason for address, rules in accepted.items() for rule, reason in rules.items()}


def _place(text: Translation, archive: Archive) -> str:
    """The address nearest to a text."""
    return "#".join(filter(None, place_of(text, archive)))


# A part, what happened to it, and the words before and after.
_Difference = tuple[str, str, Words, Words]


class _Walk:
    """What two versions of records say differently, field by field."""

    def __init__(self, before: Readable, after: Readable) -> None:
        self._before, self._after = before, after

    def records(self, old: Fact, new: Fact) -> Iterator[_Difference]:
        """Differences between the records of a fact, but for what its text says."""
        for had, has in zip_longest(old.records, new.records):
            for part, what, before, after in self._record(had, has, ""):
                if part != new.own:
                    yield part, what, before, after

    def _record(self, old: model.Record | None, new: model.Record | None, inside: str) -> Iterator[_Difference]:
        if old == new:
            return
        fields = {field.name: field for each in (old, new) if each is not None for field in shown_fields(type(each))}
        for name, field in fields.items():
            had, has = getattr(old, name, None), getattr(new, name, None)
            if had != has:
                yield from self._field(field, had, has, f"{inside}{name}")

    def _field(self, field: Field, old: Any, new: Any, part: str) -> Iterator[_Difference]:
        if field.collection and field.many:
            yield from self._relations(field, old or [], new or [], part)
        elif _listed(old) and _listed(new):
            yield from self._items(field, _by_key(old), _by_key(new), part)
        elif isinstance(old, model.Record) and isinstance(new, model.Record):
            if isinstance(old, model.Text) and isinstance(new, model.Text) and of_text(old) != of_text(new):
                yield part, "changed", of_text(old), of_text(new)
            yield from self._record(old, new, f"{part}.")
        else:
            before, after = self._before.value(old, field), self._after.value(new, field)
            if before != after:
                yield part, "changed", before, after

    def _relations(self, field: Field, old: list[str], new: list[str], part: str) -> Iterator[_Difference]:
        for id in new:
            if id not in old:
                yield part, "relation_gained", NOTHING, self._after.name(field.collection, id)
        for id in old:
            if id not in new:
                yield part, "relation_lost", self._before.name(field.collection, id), NOTHING
        if old != new and set(old) == set(new):
            yield part, "reordered", self._before.value(old, field), self._after.value(new, field)

    def _items(
        self, field: Field, old: dict[str, model.Record], new: dict[str, model.Record], part: str
    ) -> Iterator[_Difference]:
        if field.record and not issubclass(field.record, _ADDRESSED):
            for id, item in old.items():
                if id in new:
                    yield from self._record(item, new[id], f"{part}.{id}.")
                else:
                    yield part, "changed", self._before.record(item), NOTHING
            for id, item in new.items():
                if id not in old:
                    yield part, "changed", NOTHING, self._after.record(item)
        if [id for id in old if id in new] != [id for id in new if id in old]:
            yield part, "reordered", NOTHING, NOTHING


def _listed(value: Any) -> bool:
    """Whether a value holds records each of which has a key of its own."""
    return isinstance(value, dict) or (isinstance(value, list) and len(_by_key(value)) == len(value))


def _by_key(value: Any) -> dict[str, model.Record]:
    if isinstance(value, dict):
        return value
    return {key(item): item for item in value if isinstance(item, model.Record) and key(item)}
