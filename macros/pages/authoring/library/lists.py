"""Macros that list records: all of a type, or those that fit the arguments."""

from collections import Counter
from collections.abc import Collection
from itertools import groupby
from typing import Annotated, Any

from markupsafe import Markup

from macros.archive.items import MeetingSort, ReviewPart, Statement
from macros.data.codes import Code, Codes
from macros.derived import exports, tables
from macros.pages.authoring.library.reviews import part_of
from macros.pages.authoring.macro import (
    DocumentId,
    MeetingId,
    Number,
    OneOf,
    PersonId,
    ProvinceId,
    TopicId,
    Year,
    block,
    words,
)
from macros.records import ACHIEVEMENTS, FACETS, TYPES, Force, Form, Level, RemarkForce, StatementKind
from macros.text.alphabet import initial, place
from macros.text.language import Language, word
from macros.views.addresses import elsewhere
from macros.views.corrections import last_corrected, whole_log
from macros.views.lists.catalogue import lists
from macros.views.lists.navigation import facets, figure_facets
from macros.views.rendering import View
from macros.views.repository import Report

_SEARCHED = ("statements", "meetings", "topics", "provinces", "documents", "people", "glossary")
KindWord = Annotated[str, OneOf("loại", "kind", lambda _: list(StatementKind), lambda _: _kinds())]
ForceWord = Annotated[str, words("tính chất", "force", Force, RemarkForce)]
LevelWord = Annotated[str, words("cấp", "level", Level)]
FormWord = Annotated[str, words("hình thức", "form", Form)]
Style = Annotated[str, OneOf("kiểu", "style", lambda _: ("cards", "table"))]
ReviewedYear = Annotated[int, Year("tổng quan", "review", lambda archive: archive.review_years)]
MeetingYear = Annotated[int, Year("hội nghị", "meeting", lambda a: (each.date.year for each in a.meetings.values()))]
StatementYear = Annotated[int, Year("ý ghi nhận", "statement", lambda a: (each.date.year for each in a.statements))]


@block
def figures(
    view: View,
    year: ReviewedYear | None = None,
    meeting: MeetingId | None = None,
    province: ProvinceId | None = None,
    style: Style = "cards",
) -> Markup:
    """Figures of a year's review, of a meeting, about a province, or all of them.

    As a table, all of them are the latest and the way to each year where they are too many for a page.
    """
    if style == "table" and (year, meeting, province) == (None, None, None):
        return view.listing(lists(view.archive)("figure"), level=2)
    found = [
        figure
        for figure in view.archive.figures
        if _is(year, figure.home.year if isinstance(figure.home, ReviewPart) else None)
        and _is(_path(meeting), figure.home.path)
        and _in(province, figure.provinces)
    ]
    return view.figures(found, style=style)


@block
def meetings(
    view: View,
    year: MeetingYear | None = None,
    level: LevelWord | None = None,
    form: FormWord | None = None,
    province: ProvinceId | None = None,
    latest: Number = None,
) -> Markup:
    """Meetings, the latest first, under the headings of their years; `latest` for that many without headings.

    Without any argument, all of them; where they are too many for a page, the latest and the way to each year.
    Appointment meetings are not among them; `form` lists them alone.
    """
    if (year, level, form, province, latest) == (None, None, None, None, None):
        return view.listing(lists(view.archive)("meeting"), level=2)
    about = {meeting.id for meeting in view.archive.meetings_by("provinces", province)} if province else set()
    sort = MeetingSort.APPOINTMENT_MEETING if form == Form.CADRE_MEETING else MeetingSort.MEETING
    found = [
        meeting
        for meeting in view.archive.meetings_by("sort", sort)
        if _is(year, meeting.date.year)
        and _is(level, meeting.record.level)
        and _is(form, meeting.record.form)
        and (province is None or meeting.id in about)
    ]
    return view.render("meetings.html", meetings=_latest(found, latest), by_year=latest is None and year is None)


@block
def statements(
    view: View,
    kind: KindWord | None = None,
    force: ForceWord | None = None,
    topic: TopicId | None = None,
    province: ProvinceId | None = None,
    document: DocumentId | None = None,
    person: PersonId | None = None,
    meeting: MeetingId | None = None,
    year: StatementYear | None = None,
    example: bool | None = None,
    limit: Number = None,
) -> Markup:
    """Statements that fit every argument, in order of time; `limit` takes that many of the latest."""
    found = [
        statement
        for statement in view.archive.statements
        if _is(kind, statement.kind)
        and _is(force, statement.force)
        and _in(topic, statement.record.topics)
        and _in(province, statement.provinces)
        and _in(document, statement.record.documents)
        and _is(person, statement.record.by)
        and _is(_path(meeting), statement.home.path)
        and _is(year, statement.date.year)
        and _is(example, statement.example)
    ]
    return view.statements(_latest(found, limit)) or Markup("<p>{}</p>").format(view.word("none_found"))


@block
def conclusions(view: View, latest: Number = None) -> Markup:
    """Conclusions, the latest first: `latest` of them, or all.

    Where all are too many for a page, the latest and the way to each year.
    """
    found = view.archive.statements_by("kind", StatementKind.CONCLUSION)
    if latest is None:
        count = Markup('<p class="lead">{}.</p>').format(view.count(len(found), "conclusion"))
        return count + view.listing(lists(view.archive)("statement", "kind", StatementKind.CONCLUSION), level=2)
    return view.statements(_latest(list(found), latest)[::-1])


@block
def sources(view: View, year: ReviewedYear | None = None, meeting: MeetingId | None = None) -> Markup:
    """The sources of a year's review, of a meeting, or of the whole archive."""
    path = part_of(view, year, ACHIEVEMENTS).path if year else None
    found = [use for use in view.archive.sources() if _is(path, use.path) and _is(_path(meeting), use.path)]
    return view.render("sources.html", sources=found)


@block
def evidence(view: View) -> Markup:
    """A table of how many statements have words as printed, only their place in the source, or neither.

    A line for each yearly review, the newest first, and one for all meetings.
    """
    by_home: dict[int | None, list[Statement]] = {year: [] for year in [*view.archive.review_years, None]}
    for statement in view.archive.statements:
        by_home[statement.home.year if isinstance(statement.home, ReviewPart) else None].append(statement)
    lines = [(year, len(found), Counter(map(_evidence_of, found))) for year, found in by_home.items()]
    return view.render("evidence_counts.html", lines=lines)


@block
def topics(view: View) -> Markup:
    """All topics with their scope and number of statements."""
    return view.render("topics.html")


@block
def topic_questions(view: View) -> Markup:
    """The topics as what a reader may ask of each: what was concluded on it."""
    return view.render("topic_questions.html", kind=StatementKind.CONCLUSION)


@block
def speakers(view: View, most: Number = 8) -> Markup:
    """The people with the most conclusions, at most so many, each with the office held at the last meeting."""
    a = view.archive
    counts = Counter(s.record.by for s in a.statements_by("kind", StatementKind.CONCLUSION) if s.record.by)
    return view.render("speakers.html", speakers=counts.most_common(most))


@block
def provinces(view: View) -> Markup:
    """The provinces and the units that they are part of now."""
    return view.render("provinces.html") + elsewhere(view, "provinces/")


@block
def documents(view: View) -> Markup:
    """All documents, the latest first; those without a known date last."""
    return view.listing(lists(view.archive)("document"), level=2)


@block
def people(view: View) -> Markup:
    """Everybody named in the records, by given name as Vietnamese lists are."""
    return view.listing(lists(view.archive)("person"), level=2)


@block
def glossary(view: View) -> Markup:
    """The glossary by letter, in the alphabetical order of the page's language."""
    language = view.language
    ordered = sorted(view.archive.glossary.items(), key=lambda item: place(item[1].term[language], language))
    letters = groupby(ordered, key=lambda item: initial(item[1].term[language], language))
    shown = view.render("glossary.html", letters=[(letter, list(terms)) for letter, terms in letters])
    return shown + elsewhere(view, "glossary/") + last_corrected(view, "glossary/")


@block
def statement_lists(view: View) -> Markup:
    """The ways into all statements: years, kinds, topics, provinces and documents, each with its number of them."""
    a = view.archive
    years = Counter(statement.date.year for statement in a.statements)
    counted = facets(view, lists(a))
    return view.render("statement_lists.html", years=sorted(years.items()), facets=counted)


@block
def figure_lists(view: View) -> Markup:
    """The ways into all figures by subject, province and present unit, each with the number of them."""
    return view.render("facets.html", facets=figure_facets(view, lists(view.archive)))


@block
def meeting_levels(view: View) -> Markup:
    """The levels of meetings, each with the number of them and the way to its list."""
    return view.render("lists_of.html", listings=lists(view.archive).by("meeting", "level"), words="level_")


@block
def document_types(view: View) -> Markup:
    """The types of documents, each with the number of them and the way to its list."""
    return view.render("lists_of.html", listings=lists(view.archive).by("document", "type"), words="type_")


@block
def feeds(view: View) -> Markup:
    """The Atom feeds: of meetings and reviews, and of each topic."""
    return view.render("feeds.html")


@block
def downloads(view: View) -> Markup:
    """The files of the downloads, with the number of rows of each table."""
    root = view.href("", language=Language.VI)
    return view.render("downloads.html", root=root, types=TYPES, tables=tables, exports=exports)


@block
def columns(view: View) -> Markup:
    """The columns of the tables to download, each with what it means."""
    return view.render("columns.html", types=TYPES, tables=tables)


@block
def corrections(view: View) -> Markup:
    """The log of corrections, the newest first."""
    return whole_log(view)


@block
def region_notes(view: View) -> Markup:
    """How the extent of the region is known, and which sources draw it otherwise."""
    return view.render("region.html")


@block
def search_page(view: View) -> Markup:
    """The search page: its form, and the places that its script fills in."""
    root = view.href("", language=Language.VI)
    heading = word("search_other_language", view.language.other.value)
    lists = [(f"{name}/", name) for name in _SEARCHED]
    reports = view.repository.reports(Report.unanswered(view.language, view.repository.site_url))
    return view.render("search.html", lists=lists, facets=FACETS, root=root, other_heading=heading, reports=reports)


@block
def search_field(view: View) -> Markup:
    """A large search field that leads to the search page."""
    return view.render("search_field.html", root=view.href("", language=Language.VI))


def _evidence_of(statement: Statement) -> str:
    """How far a statement can be compared with its source."""
    evidence = statement.record.evidence
    return "none" if evidence is None else "wording" if evidence.wording else "place"


def _kinds() -> Codes:
    """The kinds of statements as codes."""
    return Codes(
        Code(each.value, word(f"kind_{each}", Language.VI), word(f"kind_{each}", Language.EN)) for each in StatementKind
    )


def _is(wanted: object, value: object) -> bool:
    """Whether a value is the one that an argument asks for, or none was asked for."""
    return wanted is None or wanted == value


def _in(wanted: str | None, values: Collection[str]) -> bool:
    return wanted is None or wanted in values


def _path(meeting: str | None) -> str | None:
    """The address of a meeting."""
    return f"meetings/{meeting}/" if meeting else None


def _latest(items: list[Any], number: int | None) -> list[Any]:
    return items if number is None else items[-number:]
