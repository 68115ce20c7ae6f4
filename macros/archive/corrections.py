"""The log of corrections as readers see it: all of it, and what was corrected on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.archive.redirects import Redirects, page
from macros.records import CorrectionRecord, Difference, PublishedFile
from macros.text.dates import PartialDate


@dataclass(frozen=True)
class Correction:
    """One entry of the log, with its id."""

    id: str
    record: CorrectionRecord

    @property
    def date(self) -> PartialDate:
        """The day of the correction."""
        return self.record.date

    def only(self, differences: list[Difference]) -> Correction:
        """The same entry with some of what it corrected; of one page, with the reason for that page."""
        pages = {page(each.address) for each in differences}
        own = [each.reason for each in self.record.reasons if each.page in pages]
        reason = own[0] if len(own) == 1 else self.record.reason
        return Correction(
            self.id, self.record.model_copy(update={"changes": differences, "reason": reason, "reasons": []})
        )

    @property
    def by_page(self) -> dict[str, Correction]:
        """Page by page, where it has a reason for each; empty for another."""
        of_page: dict[str, list[Difference]] = {}
        for each in self.record.changes if self.record.reasons else ():
            of_page.setdefault(page(each.address), []).append(each)
        return {path: self.only(differences) for path, differences in of_page.items()}


class Corrections:
    """The log, the newest first.

    Args:
        records: the entries by id.
        published: the day from which the log is written; None where the archive is not published yet.
        redirects: where the addresses in it lead now.
        shown_on: other pages that show a fact than the one that its address names.
    """

    def __init__(
        self,
        records: Mapping[str, CorrectionRecord],
        published: PublishedFile | None,
        redirects: Redirects,
        shown_on: Callable[[Difference], Iterable[str]],
    ) -> None:
        found = [Correction(id, record) for id, record in records.items()]
        self.all = sorted(found, key=lambda each: (each.date.sort_key, each.id), reverse=True)
        self.since = published.since if published else None
        self._redirects = redirects
        self._of_page: dict[str, list[Correction]] = {}
        for correction in self.all:
            by_page: dict[str, list[Difference]] = {}
            for difference in correction.record.changes:
                for path in dict.fromkeys([*self._pages(difference), *shown_on(difference)]):
                    by_page.setdefault(path, []).append(difference)
            for path, differences in by_page.items():
                self._of_page.setdefault(path, []).append(correction.only(differences))

    def of(self, path: str) -> list[Correction]:
        """What was corrected of the facts of a page, also before the page moved there; the newest first."""
        return self._of_page.get(path, [])

    @property
    def pages(self) -> list[str]:
        """Every page with a corrected fact."""
        return list(self._of_page)

    def address(self, difference: Difference) -> str:
        """Where readers find now what was corrected, or the page on which it was."""
        address = difference.to or difference.address
        return self._redirects.leads(address) or self._redirects.leads(page(address)) or ""

    def _pages(self, difference: Difference) -> Iterator[str]:
        for address in filter(None, (difference.address, difference.to)):
            yield page(self._redirects.leads(address) or self._redirects.leads(page(address)) or address)
