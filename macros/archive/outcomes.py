"""What came of priorities, tasks and plans, and, from each outcome, what it came of."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.archive.index import Index, Key
from macros.archive.items import Figure, Meeting, Statement
from macros.records import Outcome as OutcomeRecord
from macros.records import Unit
from macros.text.dates import PartialDate


@dataclass(frozen=True, eq=False)
class Outcome:
    """One outcome of a statement.

    Attributes:
        of: the statement.
        record: what its file says.
        to: what came later, where a record holds that: a statement, a figure or a meeting; else None.
        unit: the unit whose congress it was; else None.
        date: when that was.
    """

    of: Statement
    record: OutcomeRecord
    to: Statement | Figure | Meeting | None
    unit: Unit | None
    date: PartialDate | None


class Outcomes:
    """All outcomes, by the statement that they are of and by what came later; in order of time."""

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        found = sorted(outcomes, key=lambda each: (each.date is None, each.date.sort_key if each.date else ()))
        self.of = Index(found, lambda each: [(each.of.id,)])
        self._back = Index(found, _named)

    def causes(self, id: str) -> list[Statement]:
        """The statements of which something is an outcome, by its id such as `documents/96-qd-tw-2023`."""
        return list(dict.fromkeys(each.of for each in self._back(id)))


def _named(outcome: Outcome) -> list[Key]:
    return [(outcome.record.to,)] if outcome.record.to else []
