"""What each record says: the ground on which the targets of a query are decided, apart from any search engine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros import records as model
from macros.archive import Archive
from macros.archive.items import Figure, Meeting, ReviewPart, Statement
from macros.text.dates import PartialDate
from macros.text.language import Language, number

WORD = re.compile(r"[^\W_]+")
_CLAUSE_END = re.compile(r"[^\w\s,’]|\w*\d\w*")
_ENDING = re.compile(r"(?<=[a-z]{4})(?:ing|ed|es|s|e)\b")
_TONES = "[\u0300\u0301\u0303\u0309\u0323]"
_OLD_TONE_PLACE = re.compile(f"(o(?={_TONES}[ae])|u(?={_TONES}y))({_TONES})([aey])(?![a-z\u0300-\u036f])")


def fold(text: str) -> str:
    """Lower-case letters without marks, đ as d."""
    letters = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(c for c in letters if not unicodedata.combining(c))


def spoken(text: str) -> str:
    """Its words with their marks, lower-case, one space apart, the tone where new spelling puts it (hoà, uỷ)."""
    moved = _OLD_TONE_PLACE.sub(r"\1\3\2", unicodedata.normalize("NFD", text.lower()))
    return " ".join(WORD.findall(unicodedata.normalize("NFC", moved)))


def stem(text: str) -> str:
    """Its words without marks and the commonest English endings; rough, for telling whether two phrases are one."""
    return _ENDING.sub("", fold(spoken(text)))


def clauses(text: str) -> list[str]:
    """Its parts between numbers and marks other than commas."""
    return _CLAUSE_END.split(text)


@dataclass(frozen=True)
class Entry:
    """A record as a reader of one language sees it.

    `lines` are what it says itself, `asides` its notes and names, `headings` what it stands under.
    """

    id: str
    lines: tuple[str, ...]
    asides: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    dates: tuple[PartialDate, ...] = ()
    value: float | None = None


class Entries:
    """All records of the archive in one language, to be asked which of them say something; answers are ids."""

    def __init__(self, archive: Archive, language: Language) -> None:
        self.archive = archive
        self.language = language
        self.all = list(_entries(archive, language))
        self._lines = _Lines({e.id: e.lines for e in self.all})
        self._everything = _Lines({e.id: e.lines + e.asides for e in self.all})
        self._stems = _Lines({e.id: tuple(stem(line) for line in e.lines) for e in self.all})
        self._headings = _Lines({e.id: e.headings for e in self.all})

    def holding(self, phrase: str) -> frozenset[str]:
        """Records with these words in this order, whatever their marks."""
        return self._everything.holding(fold(spoken(phrase)))

    def holding_exactly(self, phrase: str) -> frozenset[str]:
        """Records with these words in this order, marks included."""
        return self._everything.holding(spoken(phrase))

    def saying(self, words: str) -> frozenset[str]:
        """Records that say all these words themselves, anywhere, whatever their marks or, in English, endings."""
        if self.language is Language.EN:
            return self._stems.having(stem(words).split())
        return self._lines.having(fold(spoken(words)).split())

    def saying_exactly(self, words: str) -> frozenset[str]:
        """Records with all these words anywhere, marks included."""
        return self._everything.having(spoken(words).split())

    def stating(self, phrase: str) -> frozenset[str]:
        """Records with these words in this order in what they say themselves, not in a note or a name."""
        return self._lines.holding(fold(spoken(phrase)))

    def inflecting(self, phrase: str) -> frozenset[str]:
        """Records that say these words themselves, in this order, whatever their English endings."""
        return self._stems.holding(stem(phrase))

    def under(self, phrase: str) -> frozenset[str]:
        """Records under a heading with these words in this order, whatever their marks."""
        return self._headings.holding(fold(spoken(phrase)))


class _Lines:
    """Lines of records, each with its marks and folded, with an index of their words."""

    def __init__(self, lines: dict[str, tuple[str, ...]]) -> None:
        self.lines = {id: [f" {text} " for line in own for text in _forms(line)] for id, own in lines.items()}
        self.by_word: dict[str, set[str]] = {}
        for id, own in self.lines.items():
            for word in {word for line in own for word in line.split()}:
                self.by_word.setdefault(word, set()).add(id)

    def having(self, words: list[str]) -> frozenset[str]:
        return frozenset.intersection(*(frozenset(self.by_word.get(word, ())) for word in words))

    def holding(self, phrase: str) -> frozenset[str]:
        candidates = self.having(phrase.split())
        return frozenset(id for id in candidates if any(f" {phrase} " in line for line in self.lines[id]))


def _forms(line: str) -> set[str]:
    return {spoken(line), fold(spoken(line))}


def _entries(archive: Archive, language: Language) -> Iterator[Entry]:
    for statement in archive.statements:
        yield _statement(archive, statement, language)
    for figure in archive.figures:
        yield _figure(figure, language)
    for part in archive.review_parts:
        for group in part.groups:
            lines = _lines([group.title], language)
            yield Entry(f"{part.path}{group.id}", lines, headings=_lines([part.title], language), dates=(part.date,))
    for meeting in archive.meetings.values():
        yield _meeting(archive, meeting, language)
    for id, document in archive.documents.items():
        names = [document.number, document.title, document.subject, document.known_as, document.issuer]
        dates = () if isinstance(document.date, str) else (document.date,)
        lines, asides = _lines(names, language), _lines(document.notes, language)
        yield Entry(id, lines, asides, documents=frozenset([id]), dates=dates)
    for id, province in archive.provinces.items():
        unit = archive.units[province.successor]
        lines, asides = _lines([province.name, unit.name], language), _lines(province.notes, language)
        yield Entry(id, lines, asides, provinces=frozenset([id]))
    for id, unit in archive.units.items():
        if id not in archive.provinces:
            yield Entry(id, _lines([unit.name, *unit.joined_by], language), provinces=frozenset(unit.formed_from))
    for id, topic in archive.topics.items():
        yield Entry(id, _lines([topic.name, topic.scope], language), topics=frozenset([id]))
    for id, person in archive.people.items():
        yield Entry(id, (person.name,), people=frozenset([id]))
    for id, term in archive.glossary.items():
        yield Entry(id, _lines([term.abbreviation, term.term, term.meaning, *term.forms], language))


def _statement(archive: Archive, statement: Statement, language: Language) -> Entry:
    record = statement.record
    speaker = archive.people[record.by].name if record.by else None
    headings = [statement.home.title, statement.group.title if statement.group else None]
    home = statement.home
    years = [PartialDate.parse(str(home.for_year))] if isinstance(home, ReviewPart) and home.for_year else []
    return Entry(
        statement.id,
        _lines([record.text], language),
        _lines([record.note, speaker, record.by_office, record.attributed_to, *_wording(record)], language),
        _lines(headings, language),
        frozenset(record.topics),
        frozenset(statement.provinces),
        frozenset(record.documents),
        frozenset([record.by] if record.by else []),
        (home.date, *years),
    )


def _wording(record: model.StatementRecord | model.Figure) -> list[str]:
    """The expressions of its source that it is kept by."""
    return record.evidence.wording if record.evidence else []


def _figure(figure: Figure, language: Language) -> Entry:
    record = figure.record
    counted = f"{number(record.value, language)} {record.unit[language]}"
    headings = [figure.home.title, figure.group.title if figure.group else None]
    return Entry(
        figure.id,
        (counted, *_lines([record.what], language)),
        _lines([record.note, *_wording(record)], language),
        _lines(headings, language),
        frozenset(record.topics),
        frozenset(figure.provinces),
        dates=(figure.home.date, record.as_of),
        value=record.value,
    )


def _meeting(archive: Archive, meeting: Meeting, language: Language) -> Entry:
    record = meeting.record
    people = [text for a in meeting.attendances for text in (archive.people[a.person].name, a.office, a.role)]
    present = [] if isinstance(record.participants, str) else [record.participants]
    taking_part = [f"{p.count} {p.unit[language]}" for p in present if p.count and p.unit]
    place = [] if isinstance(record.place, str) else [record.place]
    about = [record.title, *place, record.place_note, record.organiser, record.period, record.time_of_day]
    notes = [record.completeness_note, record.conclusions_note, record.documents_note, *(p.note for p in present)]
    named = [id for p in present for id in p.provinces]
    where = [*record.provinces, *(v.province for v in place if v.province), *named]
    return Entry(
        meeting.id,
        _lines(about, language),
        _lines([*people, *taking_part, *notes, *(source.title for source in meeting.sources)], language),
        provinces=frozenset(where),
        documents=frozenset(record.documents),
        people=frozenset(a.person for a in meeting.attendances),
        dates=(meeting.date,),
    )


def _lines(texts: Iterable[model.Text | str | None], language: Language) -> tuple[str, ...]:
    written = (text[language] if isinstance(text, model.Text) else text for text in texts)
    return tuple(text for text in written if text and text != model.NOT_STATED)
