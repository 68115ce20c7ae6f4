"""What a change to the data means for readers: two archives compared fact by fact, in both languages at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from macros.archive import Archive
from macros.archive.facts import NOTHING, Fact, Words, facts, related
from macros.reading.redirects import anchor, page


@dataclass(frozen=True)
class Change:
    """One thing that readers will find otherwise.

    `what` happened is one of: `added`, `removed`, `changed`, `moved`, `relation_gained`, `relation_lost`, `page_new`,
    `redirected`, `address_lost` (`change_…` in `words.yml`). `part` is the key of what was changed in it, empty for
    its text; `to` is another address: where it moved or leads to, or for a lost one, where it may be made to lead.
    What is redirected has the words in `before` that stand at `to` now, if any do.
    """

    what: str
    address: str
    part: str = ""
    before: Words = NOTHING
    after: Words = NOTHING
    to: str = ""

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
        if old.text != new.text:
            yield Change("changed", address, before=old.text, after=new.text)
        for part in sorted(old.parts.keys() | new.parts.keys()):
            had, has = old.parts.get(part, NOTHING), new.parts.get(part, NOTHING)
            if had != has:
                yield Change("changed", address, part, had, has)
        for relation in sorted(old.relations.keys() | new.relations.keys()):
            linked, links = set(old.relations.get(relation, ())), set(new.relations.get(relation, ()))
            for id in sorted(links - linked):
                yield Change("relation_gained", address, relation, after=related(self.after, relation, id))
            for id in sorted(linked - links):
                yield Change("relation_lost", address, relation, before=related(self.before, relation, id))

    def _addresses(self) -> Iterator[Change]:
        """Permanent addresses that something else stands at now, or nothing."""
        redirects = self.after.redirects
        once = self.before.records.addresses | self.before.redirects.targets.keys()
        lost = {address for address in once if redirects.leads(address) is None}
        for address in lost:
            # With its page lost, an entry has no place for a mark; the page's own redirect may serve for it too.
            if not (anchor(address) and page(address) in lost):
                yield Change("address_lost", address, to=self._instead(address))
        for address in redirects.targets.keys() & once - self.before.redirects.targets.keys():
            before = self.old[address].text if address in self.moved else NOTHING
            yield Change("redirected", address, before=before, to=redirects.targets[address])

    def _instead(self, address: str) -> str:
        """Where a lost address may be made to lead."""
        if address in self.moved:
            return self.moved[address]
        here = page(address) if anchor(address) else f"{address.split('/')[0]}/"
        known = self.after.records.addresses
        came = [each for each in known - self.before.records.addresses if each.startswith(here)]
        alike = sorted(each for each in came if bool(anchor(each)) == bool(anchor(address)))
        return next(iter(get_close_matches(address, alike, n=1)), here)
