"""How an issue went on: the difficulties of a topic, what was then directed, documents on it, and what came later.

Steps are in order of time. Only what a record says joins two of them: that one came later than the other as an
outcome of it, that one document replaced the other, or that a statement names a document.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from macros.archive.archive import Archive
from macros.archive.document_status import State
from macros.archive.items import Figure, Meeting, ReviewPart, Statement
from macros.archive.outcomes import Outcome
from macros.records import DOCUMENT, MEETING, UNIT, StatementKind, Text, in_both
from macros.text.dates import PartialDate
from macros.text.language import Language, word
from macros.text.passages import phrase

MOST_OF_A_KIND = 3  # steps, so that a reader takes them in and a page stays small
_MOST_NAMED = 1  # of these because one names the other, which happens often


class StepKind(StrEnum):
    """What a step is, in the order in which they may be expected."""

    DIFFICULTY = "difficulty"
    DIRECTION = "direction"
    DOCUMENT = "document"
    OUTCOME = "outcome"


class Relation(StrEnum):
    """What a record says of two steps, the strongest first."""

    OUTCOME = "outcome"
    REPLACED = "replaced"
    NAMED = "named"


_KINDS = {
    StatementKind.DIFFICULTY: StepKind.DIFFICULTY,
    StatementKind.PROPOSAL: StepKind.DIFFICULTY,
    StatementKind.CONCLUSION: StepKind.DIRECTION,
    StatementKind.PRIORITY: StepKind.DIRECTION,
    StatementKind.TASK: StepKind.DIRECTION,
}


@dataclass(frozen=True)
class Step:
    """One step, of which steps of one `id` are the same.

    Attributes:
        id: its whole id.
        kind: what it is.
        date: when that was said, issued or done.
        text: what it is in words.
        path: the address of the page on which it is read.
        anchor: its place on that page.
        speaker: who said it; empty where that is no person, or not stated.
        for_year: the year that a task of a review is for.
    """

    id: str
    kind: StepKind = field(compare=False)
    date: PartialDate = field(compare=False)
    text: Text = field(compare=False)
    path: str = field(compare=False)
    anchor: str = field(default="", compare=False)
    speaker: str = field(default="", compare=False)
    for_year: int | None = field(default=None, compare=False)


class Link(NamedTuple):
    """Two steps of which a record says something: the later is an outcome, the new document, the document named."""

    relation: Relation
    first: Step
    second: Step


class Issue(NamedTuple):
    """The steps shown of an issue, in order of time, and what joins them."""

    steps: list[Step]
    links: list[Link]

    @property
    def kinds(self) -> set[StepKind]:
        """The kinds of its steps."""
        return {step.kind for step in self.steps}


def issue(archive: Archive, topic: str) -> Issue:
    """The issue that a topic is about: of each kind a few steps, first those that a record joins to another."""
    statements = archive.statements_by("topics", topic)
    links = sorted(set(_links(archive, statements)), key=_rank)
    chosen: dict[StepKind, list[Step]] = {kind: [] for kind in StepKind}
    for link in links:
        most = _MOST_NAMED if link.relation is Relation.NAMED else MOST_OF_A_KIND
        new = [step for step in (link.first, link.second) if step not in chosen[step.kind]]
        if all(len(chosen[step.kind]) + sum(other.kind is step.kind for other in new) <= most for step in new):
            for step in new:
                chosen[step.kind].append(step)
    for kind, steps in chosen.items():
        others = (step for step in _candidates(archive, statements) if step.kind is kind and step not in steps)
        steps += _spread(others)[: MOST_OF_A_KIND - len(steps)]
    steps = sorted((step for each in chosen.values() for step in each), key=_in_time)
    return Issue(steps, [link for link in links if link.first in steps and link.second in steps])


def _in_time(step: Step) -> tuple[object, ...]:
    """Of a month or a year alone the last day counts: the tasks of a review are set when its year is over."""
    return step.date.end, step.date.start, list(StepKind).index(step.kind), step.id


def _rank(link: Link) -> tuple[object, ...]:
    """The strongest relation first, of these the newest."""
    newest = -link.second.date.end.toordinal(), -link.first.date.end.toordinal()
    return list(Relation).index(link.relation), *newest, link.first.id, link.second.id


def _spread(steps: Iterable[Step]) -> list[Step]:
    """Steps in the order in which they are taken: the newest of every year, the latest year first, then the next."""
    newest = sorted(steps, key=_in_time, reverse=True)
    years = [list(group) for _, group in groupby(newest, lambda step: step.date.year)]
    return [
        step
        for turn in range(max(map(len, years), default=0))
        for year in years
        for step in year[turn : turn + 1]
    ]  # fmt: skip


def _candidates(archive: Archive, statements: Iterable[Statement]) -> Iterator[Step]:
    """The difficulties and directions of a topic, and the documents that its statements name."""
    documents: dict[str, None] = {}
    for statement in statements:
        if statement.kind in _KINDS:
            yield _said(archive, statement)
        if statement.kind is not StatementKind.APPOINTMENT:  # what it names is on persons, not on the issue
            documents |= dict.fromkeys(statement.record.documents)
    yield from filter(None, (_document(archive, id) for id in documents))


def _links(archive: Archive, statements: Iterable[Statement]) -> Iterator[Link]:
    documents: dict[str, None] = {}
    for statement in statements:
        named = statement.record.documents
        documents |= dict.fromkeys(named)
        if statement.kind not in _KINDS:
            continue
        step = _said(archive, statement)
        for outcome in archive.outcomes.of(statement.id):
            if later := _outcome(archive, outcome):
                yield Link(Relation.OUTCOME, step, later)
        for document in filter(None, (_document(archive, id) for id in named)):
            yield Link(Relation.NAMED, step, document)
    for id in documents:
        for event in (*archive.statuses[id].events, *archive.statuses[id].others):
            old, new = _document(archive, id), _document(archive, event.stated_by)
            if event.state is State.REPLACED and old and new:
                yield Link(Relation.REPLACED, old, new)


def _said(archive: Archive, statement: Statement) -> Step:
    kind = _KINDS.get(statement.kind, StepKind.OUTCOME)
    by = statement.record.by
    speaker = archive.people[by].name if by else ""
    home = statement.home
    year = home.for_year if isinstance(home, ReviewPart) else None
    return Step(statement.id, kind, statement.date, statement.on_page, home.path, statement.record.id, speaker, year)


def _document(archive: Archive, id: str) -> Step | None:
    """A document; None where no source states its date, by which it would have its place."""
    record = archive.documents[id]
    date = DOCUMENT.date_of(record)
    name = text = archive.document_title(id)
    about = record.title if isinstance(record.title, Text) else record.subject
    if about and about.vi not in name.vi:  # a document without a number is called by its subject
        text = in_both(lambda language: phrase("{}: {}", name[language], about[language]))
    return Step(f"{DOCUMENT.collection}/{id}", StepKind.DOCUMENT, date, text, DOCUMENT.path(id)) if date else None


def _outcome(archive: Archive, outcome: Outcome) -> Step | None:
    """What came later, where its date is known."""
    home, record, to = outcome.of.home, outcome.record, outcome.to
    collection, _, id = (record.to or "").partition("/")
    if isinstance(to, Statement):
        return _said(archive, to)
    if collection == DOCUMENT.collection:
        return _document(archive, id)
    if outcome.date is None:
        return None
    if isinstance(to, Figure):
        text = in_both(lambda language: phrase("{}: {}", to.record.amount(language), to.record.what[language]))
        return Step(to.id, StepKind.OUTCOME, outcome.date, text, to.home.path, to.record.id)
    if isinstance(to, Meeting):
        return Step(f"{MEETING.collection}/{id}", StepKind.OUTCOME, outcome.date, to.title, to.path)
    if collection == UNIT.collection:
        unit = archive.units[id]
        assert unit.congress is not None
        name, number = unit.name, unit.congress.number
        words = in_both(lambda language: word("congress_of", language))
        text = in_both(lambda language: phrase(words[language], name=name[language], number=_stated(number, language)))
        return Step(f"{UNIT.collection}/{id}", StepKind.OUTCOME, outcome.date, text, UNIT.path(id), "congress")
    assert record.fact is not None
    own = f"{outcome.of.id} {record.fact.vi}"
    return Step(own, StepKind.OUTCOME, outcome.date, record.fact, home.path, outcome.of.record.id)


def _stated(text: Text | str, language: Language) -> str:
    return text[language] if isinstance(text, Text) else ""
