"""Queries made from the data of records: numbers of documents, figures, dates, people, provinces, abbreviations.

Every function returns one group of queries an item (a document, a person, …), so that an item stays in one half.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from random import Random

from benchmarks.queries.entries import Entries, Entry, clauses, fold, spoken
from benchmarks.queries.query import Query
from macros import records as model
from macros.records import DocumentType
from macros.text.dates import PartialDate, Precision
from macros.text.language import Language, format_day, format_month, number

_CODES = {
    DocumentType.RESOLUTION: ("nghị quyết", "NQ"),
    DocumentType.REGULATION: ("quy định", "QĐ"),
    DocumentType.CONCLUSION: ("kết luận", "KL"),
    DocumentType.DIRECTIVE: ("chỉ thị", "CT"),
    DocumentType.GUIDANCE: ("hướng dẫn", "HD"),
    DocumentType.PLAN: ("kế hoạch", "KH"),
    DocumentType.SUBMISSION: ("tờ trình", "TTr"),
    DocumentType.DECISION: ("quyết định", "QĐ"),
    DocumentType.SCHEME: ("đề án", "ĐA"),
    DocumentType.LETTER: ("công văn", "CV"),
    DocumentType.DECREE: ("nghị định", "NĐ"),
}
_TOPIC_WORDS = {
    "congress": ("đại hội", "congresses"),
    "apparatus": ("bộ máy", "apparatus"),
    "merger": ("sắp xếp đơn vị hành chính", "rearranging administrative units"),
    "cadres": ("công tác cán bộ", "personnel work"),
    "assessment": ("giám sát cán bộ", "supervising cadres"),
    "successors": ("cán bộ kế cận", "successors"),
    "training": ("đào tạo", "training"),
    "grassroots": ("tổ chức cơ sở đảng", "grassroots Party organisations"),
    "members": ("đảng viên", "Party members"),
    "rectification": ("chỉnh đốn Đảng", "rectification"),
    "documents": ("tham mưu", "documents"),
    "methods": ("lề lối làm việc", "working methods"),
    "people": ("gắn bó với nhân dân", "ties with the people"),
    "communication": ("tuyên truyền", "communication"),
}
_SMALLEST_FIGURE = 200
_SHORTEST_ABBREVIATION = 3

Groups = list[list[Query]]


def document_numbers(entries: Entries, random: Random) -> Groups:
    """Each document by its number in several writings; what cites it is an answer, too."""
    same: dict[tuple[str, DocumentType], list[model.DocumentRecord]] = {}
    for document in entries.archive.documents.values():
        if document.number != model.NOT_STATED:
            same.setdefault((document.number, document.type), []).append(document)
    return [[query for d in documents for query in _document(entries, d, random)] for documents in same.values()]


def _document(entries: Entries, document: model.DocumentRecord, random: Random) -> Iterator[Query]:
    bare = document.number.split("-")[0].split("/")[0]
    name, code = _CODES[document.type]
    year = None if isinstance(document.date, str) else document.date.year
    every, of_year = _citing(entries, document, None), _citing(entries, document, year)
    if entries.language is Language.EN:
        english = document.type.value.title()
        writings = [f"{english} {bare}", f"{english.lower()} no. {bare}", f"{english} {fold(document.number)}"]
        dated = [f"{english} {bare} of {year}"]
    else:
        writings = [
            f"{name} {bare}",
            f"{name.capitalize()} số {bare}",
            f"{fold(name)} {bare}",
            f"{fold(name)} so {bare}",
        ]
        writings += [f"{code} {bare}", f"{fold(code)} {bare}", f"{fold(code)}{bare}"]
        dated = [f"{code} {bare} {year}", f"{fold(name)} {bare} nam {year}", f"{name} {bare}/{year}"]
        if document.number != bare:
            full = fold(document.number)
            writings += [document.number, full, re.sub("[-/]", " ", full), re.sub("[-/]", "", full), full.upper()]
            dated.append(f"{document.number} {year}")
    for text in random.sample(writings, min(3, len(writings))):
        yield Query(text, entries.language, "document-number", every)
    if year:
        yield Query(random.choice(dated), entries.language, "document-number", of_year)


def _citing(entries: Entries, document: model.DocumentRecord, year: int | None) -> frozenset[str]:
    """The documents of that type and number, everything that cites them, and what stands under a heading that does."""
    same = {
        id
        for id, other in entries.archive.documents.items()
        if (other.number, other.type) == (document.number, document.type) and (year is None or _in_year(other, year))
    }
    under = entries.under(document.number) if document.number[-1].isalpha() else frozenset()
    return frozenset(e.id for e in entries.all if e.documents & same or (e.id in under and _of_year(e, year)))


def _in_year(document: model.DocumentRecord, year: int) -> bool:
    return not isinstance(document.date, str) and document.date.year == year


def figures(entries: Entries, random: Random) -> Groups:
    """Each figure in the writings of both languages and of none, alone and with its unit."""
    units: dict[float, str] = {}
    for figure in entries.archive.figures:
        if figure.record.value >= _SMALLEST_FIGURE or figure.record.value % 1:
            units.setdefault(figure.record.value, figure.record.unit[entries.language])
    return [list(_figure(entries, value, unit, random)) for value, unit in units.items()]


def _figure(entries: Entries, value: float, unit: str, random: Random) -> Iterator[Query]:
    vietnamese, english = number(value, Language.VI), number(value, Language.EN)
    targets = frozenset(e.id for e in entries.all if e.value == value) | entries.holding(
        number(value, entries.language)
    )
    alone = {vietnamese, english, f"{value:g}" if value % 1 else str(value)}
    first_words = " ".join(unit.replace(",", "").split()[:2])
    counted = {f"{text} {first_words}" for text in alone} | {f"{text} {fold(first_words)}" for text in alone}
    for text in sorted(alone) + random.sample(sorted(counted), 1):
        yield Query(text, entries.language, "number", targets)


def dates(entries: Entries, random: Random) -> Groups:
    """Each day and month of which the archive holds something."""
    known = {d for e in entries.all for d in e.dates if d.first == d.last and d.precision is Precision.DAY}
    days = sorted(d.start for d in known)
    months = sorted({day.replace(day=1) for day in days})
    return [_day(entries, day, random) for day in days] + [_month(entries, month, random) for month in months]


def _day(entries: Entries, day: date, random: Random) -> list[Query]:
    printed = format_day(day, entries.language)
    targets = frozenset(e.id for e in entries.all if any(d.start == d.end == day for d in e.dates))
    targets |= entries.holding(printed) | entries.under(printed)
    if entries.language is Language.EN:
        writings = [
            printed,
            f"{day:%B} {day.day}, {day.year}",
            f"{day.day} {day:%b} {day.year}".lower(),
            f"{day:%d/%m/%Y}",
        ]
    else:
        long = f"{day.day} tháng {day.month} năm {day.year}"
        writings = [printed, f"{day:%d/%m/%Y}", f"{day:%d-%m-%Y}", printed.replace("-", "/"), printed.replace("-", ".")]
        writings += [f"ngày {long}", fold(long), f"ngay {day.day} thang {day.month} {day.year}"]
    return [Query(text, entries.language, "date", targets) for text in random.sample(writings, 1)]


def _month(entries: Entries, month: date, random: Random) -> list[Query]:
    last = calendar.monthrange(month.year, month.month)[1]
    printed = [format_day(month.replace(day=n), entries.language) for n in range(1, last + 1)]
    printed += [format_month(month, entries.language), f"tháng {month.month} năm {month.year}"]
    targets = frozenset(
        e.id for e in entries.all if any(month <= d.start and d.end <= month.replace(day=last) for d in e.dates)
    ).union(*(entries.holding(text) | entries.under(text) for text in printed))
    if entries.language is Language.EN:
        writings = [f"{month:%B %Y}", f"{month:%B %Y}".lower(), f"{month:%b %Y}"]
    else:
        writings = [
            f"tháng {month:%-m} {month.year}",
            f"thang {month:%-m}/{month.year}",
            f"tháng {month:%-m} năm {month.year}",
        ]
    return [Query(text, entries.language, "date", targets) for text in random.sample(writings, 1)]


def people(entries: Entries, random: Random) -> Groups:
    """Each person's name without marks, and with two words of something said."""
    return [list(_person(entries, id, random)) for id in entries.archive.people]


def _person(entries: Entries, id: str, random: Random) -> Iterator[Query]:
    name = entries.archive.people[id].name.strip("…")
    with_person = frozenset(e.id for e in entries.all if id in e.people)
    yield random.choice(
        [
            Query(fold(name), entries.language, "person", with_person | entries.holding(name)),
            Query(name, entries.language, "person", with_person | entries.holding_exactly(name)),
        ]
    )
    said = entries.archive.statements_by("people", id)
    if said:
        words = spoken(random.choice(said).text[entries.language]).split()
        start = random.randrange(max(1, len(words) - 1))
        phrase = " ".join(words[start : start + 2])
        if min(map(len, phrase.split())) > 2 and not entries.under(phrase) & with_person:
            targets = with_person & entries.holding(phrase)
            yield Query(fold(f"{name} {phrase}"), entries.language, "person", targets)


def provinces(entries: Entries, random: Random) -> Groups:
    """Each province by its old name or the name since 2025, with a topic of its statements."""
    return _with_topics(entries, random, "province")


def provinces_and_years(entries: Entries, random: Random) -> Groups:
    """A topic, a province and a year, without marks."""
    return _with_topics(entries, random, "topic-province-year")


def _with_topics(entries: Entries, random: Random, kind: str) -> Groups:
    groups = []
    for name, ids in _names_of_provinces(entries).items():
        for topic in _TOPIC_WORDS:
            about = [e for e in entries.all if e.provinces & ids and topic in e.topics]
            years = sorted({d.year for e in about for d in e.dates}) if kind == "topic-province-year" else [None]
            groups += [[_topic_query(entries, kind, topic, name, ids, year, random)] for year in years if about]
    return groups


def _topic_query(
    entries: Entries, kind: str, topic: str, name: str, ids: frozenset[str], year: int | None, random: Random
) -> Query:
    vietnamese, english = _TOPIC_WORDS[topic]
    words = vietnamese if entries.language is Language.VI else english
    saying, naming = entries.saying(words), entries.stating(name)
    targets = frozenset(
        e.id
        for e in entries.all
        if _of_year(e, year)
        and (e.provinces & ids or e.id in naming)
        and (e.id in saying or (e.provinces & ids and topic in e.topics))
    )
    text = f"{words} {name} {year}" if year else random.choice([f"{words} {name}", f"{name} {words}"])
    return Query(fold(text) if year or random.random() < 0.6 else text, entries.language, kind, targets)


def _names_of_provinces(entries: Entries) -> dict[str, frozenset[str]]:
    new = {unit.short[entries.language]: frozenset(unit.formed_from) for unit in entries.archive.units.values()}
    return new | {p.short[entries.language]: frozenset([id]) for id, p in entries.archive.provinces.items()}


def _of_year(entry: Entry, year: int | None) -> bool:
    return year is None or any(_covers(d, year) for d in entry.dates)


def _covers(when: PartialDate, year: int) -> bool:
    return when.start.year <= year <= when.end.year


def abbreviations(entries: Entries, random: Random) -> Groups:
    """Each abbreviation of the glossary alone, for the words it stands for in a phrase, and these words for it."""
    return [
        list(_abbreviation(entries, id, term, term.abbreviation, random))
        for id, term in entries.archive.glossary.items()
        if term.abbreviation and len(term.abbreviation) >= _SHORTEST_ABBREVIATION
    ]


def _abbreviation(entries: Entries, id: str, term: model.Term, short: str, random: Random) -> Iterator[Query]:
    meant = frozenset([id]).union(*(entries.holding(name) for name in (short, term.term.vi, *term.forms)))
    yield Query(random.choice([short, fold(short)]), entries.language, "abbreviation", meant)
    swaps = [(spoken(short), spoken(term.term.vi)), (spoken(term.term.vi), spoken(short))]
    for before, after in swaps:
        around = re.compile(rf"(?:\S+ ){{1,2}}{re.escape(before)}(?: \S+){{1,2}}")
        said = [spoken(clause) for e in entries.all for line in e.lines for clause in clauses(line)]
        found = sorted({m[0] for clause in said for m in around.finditer(clause)})
        for phrase in random.sample(found, min(2, len(found))):
            text = phrase.replace(before, after)
            targets = entries.holding(phrase) | entries.holding(text)
            yield Query(random.choice([text, fold(text)]), entries.language, "abbreviation", targets)
