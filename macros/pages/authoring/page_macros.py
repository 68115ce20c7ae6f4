"""The macros that authors of `docs/**/*.md` call: each a thin view of the archive, in the page's language.

A macro says at once what is wrong with its call, and gives a way to make the HTML: pages are made when all of them are
known, side by side, and under `mkdocs serve` few are asked for. `docs/*/contribute/macros.md` documents the macros.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

from markupsafe import Markup

from macros import records as model
from macros.archive.items import REVIEW_PARTS, Figure, Meeting, ReviewPart
from macros.archive.translation_status import address, status, untranslated
from macros.data.codes import Code, Codes
from macros.derived import exports
from macros.derived.booklets import address as address_of_booklet
from macros.derived.tables import tables
from macros.pages.authoring.field_reference import COLLECTIONS, RECORDS
from macros.pages.authoring.field_reference import collection as ids_of
from macros.pages.authoring.field_reference import fields as field_reference
from macros.records import ACHIEVEMENTS, LESSONS, PRIORITIES, RecordType, StatementKind, suggestions
from macros.text.alphabet import initial, place
from macros.text.language import Language, word
from macros.views import pictures, review_names
from macros.views.adding import ADDITIONS, LISTED
from macros.views.address_names import address_link
from macros.views.corrected import last_corrected, whole_log
from macros.views.facets import facets
from macros.views.lists.catalogue import lists
from macros.views.moved import elsewhere
from macros.views.rendering import View

Html = Callable[[], Markup]
Macro = Callable[..., Html]
T = TypeVar("T")


class WrongCall(Exception):
    """A macro was called with something it does not know; the message in both languages."""

    def __init__(self, vi: str, en: str) -> None:
        self.vi, self.en = vi, en
        super().__init__(en)


def fields(view: View, record: str) -> Html:
    """The fields of a kind of record: name, meaning, example."""
    _known(record, RECORDS, "loại bản ghi", "kind of record")
    return lambda: view.render("fields.html", fields=list(field_reference(RECORDS[record])))


def blank(view: View, record: str) -> Html:
    """A blank record, to be copied and filled."""
    _known(record, ADDITIONS, "bản ghi", "record")
    return lambda: view.render("blank.html", name=record, text=ADDITIONS[record].blank(view.language))


def codes(view: View, collection: str) -> Html:
    """The ids of topics, provinces or units, each with its name in both languages."""
    _known(collection, COLLECTIONS, "danh sách mã", "list of codes")
    return lambda: view.render(
        "codes.html", id=f"codes-{collection}", field=None, codes=ids_of(view.archive, collection)
    )


def add(view: View, record: str) -> Html:
    """A button that opens the forge's editor with a blank record; nothing where there is no forge."""
    _known(record, LISTED, "bản ghi", "record")
    return lambda: view.add(record)


def _known(value: str, known: Iterable[str], vi_name: str, en_name: str, codes: Callable[[], Codes] = Codes) -> str:
    """The value, if it is known; else says which there are, with what they mean where `codes` tells that."""
    known = list(known)
    if value not in known:
        hint = suggestions.offered(value, codes() or Codes(Code(each, each, each) for each in known))
        raise WrongCall(f"Không có {vi_name} “{value}”.{hint.vi}", f"There is no {en_name} “{value}”.{hint.en}")
    return value


def _of(view: View, kind: str) -> Callable[[], Codes]:
    """The records of a collection as codes."""
    return partial(ids_of, view.archive, kind)


def _kinds() -> Codes:
    """The kinds of statements as codes."""
    return Codes(
        Code(each.value, word(f"kind_{each}", Language.VI), word(f"kind_{each}", Language.EN)) for each in StatementKind
    )


def _year(year: int, years: Iterable[int], vi_name: str, en_name: str) -> int:
    years = sorted(set(years))
    if year not in years:
        listed = ", ".join(map(str, years))
        raise WrongCall(
            f"Không có {vi_name} năm {year}. Cần một trong: {listed}.",
            f"There is no {en_name} of {year}. Expected one of: {listed}.",
        )
    return year


def _latest(items: list[T], number: int, name: str) -> list[T]:
    if number < 1:
        raise WrongCall(
            f"`{name}` là số mục cần lấy, từ 1 trở lên, không phải {number}.",
            f"`{name}` says how many to take, 1 or more, not {number}.",
        )
    return items[-number:]


def _reviewed(view: View, year: int | None) -> int:
    """A year that has a review: the newest where none is named."""
    years = view.archive.review_years
    if year is None and not years:
        raise WrongCall("Kho tư liệu chưa có tổng quan năm nào.", "The archive holds no yearly review.")
    return years[0] if year is None else _year(year, years, "tổng quan", "review")


def _part(view: View, year: int | None, part: RecordType[Any]) -> ReviewPart:
    found = view.archive.part(_reviewed(view, year), part)
    assert found is not None  # a review has all its parts
    return found


def _review(view: View, year: int | None, part: RecordType[Any], style: str) -> Html:
    found = _part(view, year, part)
    _known(style, ("full", "list"), "kiểu", "style")
    if style == "list":
        return lambda: view.render("group_list.html", part=found)
    return lambda: view.render("review_groups.html", part=found, home=False)


def achievements(view: View, year: int | None = None, style: str = "full") -> Html:
    """The areas of results of a year, of the newest reviewed by default; `style="list"` for their headings only."""
    return _review(view, year, ACHIEVEMENTS, style)


def lessons(view: View, year: int | None = None, style: str = "full") -> Html:
    """The lessons of a year, of the newest reviewed by default; `style="list"` for their headings only."""
    return _review(view, year, LESSONS, style)


def priorities(view: View, year: int | None = None, style: str = "full") -> Html:
    """The priorities that the review of a year sets, the newest by default; `style="list"` for their headings only."""
    return _review(view, year, PRIORITIES, style)


def reviews(view: View) -> Html:
    """All yearly reviews, the newest first, each with the way to its parts."""
    a = view.archive
    found = [(year, [part for part in a.review_parts if part.year == year]) for year in a.review_years]
    return lambda: view.render("reviews.html", reviews=found, names=review_names)


def newest_review(view: View) -> Html:
    """The newest yearly review as the first page shows it, with its headings; nothing where there is none."""
    if not view.archive.review_years:
        return lambda: Markup("")
    results, lessons, priorities = (_part(view, None, part) for part in REVIEW_PARTS)
    return lambda: view.render(
        "newest_review.html",
        results=results,
        lessons=lessons,
        priorities=priorities,
        figures=view.archive.figures_by("page", results.path),
        names=review_names,
    )


def figures(
    view: View, year: int | None = None, meeting: str | None = None, province: str | None = None, style: str = "cards"
) -> Html:
    """Figures of a year's review, of a meeting, about a province, or all of them.

    As a table, all of them are the latest and the way to each year where they are too many for a page.
    """
    _known(style, ("cards", "table"), "kiểu", "style")
    if style == "table" and (year, meeting, province) == (None, None, None):
        return lambda: view.listing(lists(view.archive)("figure"), level=2)
    found = view.archive.figures
    if year is not None:
        _part(view, year, ACHIEVEMENTS)
        found = [f for f in found if isinstance(f.home, ReviewPart) and f.home.year == year]
    if meeting is not None:
        found = view.archive.figures_by("page", _meeting(view, meeting).path)
    if province is not None:
        _known(province, view.archive.provinces, "tỉnh", "province", _of(view, "provinces"))
        found = [f for f in found if province in f.provinces]
    return lambda: view.figures(found, style=style)


def figures_picture(view: View, year: int | None = None) -> Html:
    """The figures of a year's review, drawn."""
    part = _part(view, year, ACHIEVEMENTS)
    return lambda: pictures.figures.draw(view, part.year, view.archive.figures_by("page", part.path))


def initiative_matrix(view: View, year: int | None = None) -> Html:
    """Which province a year's review names in which local example, drawn."""
    return partial(pictures.initiative_matrix.draw, view, _part(view, year, ACHIEVEMENTS))


def province_map(view: View, topic: str | None = None) -> Html:
    """How many statements there are about each province, on one topic or on all, drawn."""
    if topic is not None:
        _known(topic, view.archive.topics, "chủ đề", "topic", _of(view, "topics"))
    return lambda: pictures.province_map.draw(view, topic)


def topics_by_year(view: View) -> Html:
    """How many statements there are on each topic in each year, drawn."""
    return lambda: pictures.topics_by_year.draw(view)


def meeting_years(view: View) -> Html:
    """Meetings by year, month and level, drawn."""
    return lambda: pictures.meeting_years.draw(view)


def documents_picture(view: View) -> Html:
    """The documents that most statements name, drawn."""
    return lambda: pictures.documents.draw(view)


def meetings(
    view: View,
    year: int | None = None,
    level: str | None = None,
    form: str | None = None,
    province: str | None = None,
    latest: int | None = None,
) -> Html:
    """Meetings, the latest first, under the headings of their years; `latest` for that many without headings.

    Without any argument, all of them; where they are too many for a page, the latest and the way to each year.
    """
    if (year, level, form, province, latest) == (None, None, None, None, None):
        return lambda: view.listing(lists(view.archive)("meeting"), level=2)
    found = list(view.archive.meetings.values())
    if year is not None:
        _year(year, (m.date.year for m in found), "hội nghị", "meeting")
        found = [m for m in found if m.date.year == year]
    if level is not None:
        _known(level, list(model.Level), "cấp", "level", model.Level.codes)
        found = [m for m in found if m.record.level == level]
    if form is not None:
        _known(form, list(model.Form), "hình thức", "form", model.Form.codes)
        found = [m for m in found if m.record.form == form]
    if province is not None:
        _known(province, view.archive.provinces, "tỉnh", "province", _of(view, "provinces"))
        about = {m.id for m in view.archive.meetings_by("provinces", province)}
        found = [m for m in found if m.id in about]
    if latest is not None:
        found = _latest(found, latest, "latest")
    by_year = latest is None and year is None
    return lambda: view.render("meetings.html", meetings=found, by_year=by_year)


def statements(
    view: View,
    kind: str | None = None,
    force: str | None = None,
    topic: str | None = None,
    province: str | None = None,
    document: str | None = None,
    person: str | None = None,
    meeting: str | None = None,
    year: int | None = None,
    example: bool | None = None,
    limit: int | None = None,
) -> Html:
    """Statements that fit every filter given, in order of time; `limit` for the latest so many."""
    a = view.archive
    found = a.statements
    if kind is not None:
        _known(kind, list(StatementKind), "loại", "kind", _kinds)
        found = [s for s in found if s.kind == kind]
    if force is not None:
        _known(force, list(model.Force), "tính chất", "force", model.Force.codes)
        found = [s for s in found if s.force == force]
    if topic is not None:
        _known(topic, a.topics, "chủ đề", "topic", _of(view, "topics"))
        found = [s for s in found if topic in s.record.topics]
    if province is not None:
        _known(province, a.provinces, "tỉnh", "province", _of(view, "provinces"))
        found = [s for s in found if province in s.provinces]
    if document is not None:
        _known(document, a.documents, "văn bản", "document", _of(view, "documents"))
        found = [s for s in found if document in s.record.documents]
    if person is not None:
        _known(person, a.people, "người", "person", _of(view, "people"))
        found = [s for s in found if s.record.by == person]
    if meeting is not None:
        path = _meeting(view, meeting).path
        found = [s for s in found if s.home.path == path]
    if year is not None:
        _year(year, (s.date.year for s in a.statements), "phát biểu", "statement")
        found = [s for s in found if s.date.year == year]
    if example is not None:
        found = [s for s in found if s.example is example]
    if limit is not None:
        found = _latest(found, limit, "limit")
    return lambda: view.statements(found) or Markup("<p>{}</p>").format(view.word("none_found"))


def sources(view: View, year: int | None = None, meeting: str | None = None) -> Html:
    """The sources of a year's review, of a meeting, or of the whole archive."""
    found = list(view.archive.sources())
    if year is not None:
        path = _part(view, year, ACHIEVEMENTS).path
        found = [use for use in found if use.path == path]
    if meeting is not None:
        path = _meeting(view, meeting).path
        found = [use for use in found if use.path == path]
    return lambda: view.render("sources.html", sources=found)


def translations(view: View) -> Html:
    """How far the English has kept up with the Vietnamese, every text where it has not, and what has no English."""

    def html() -> Markup:
        total, files = status(view.archive)
        where = partial(address, archive=view.archive)
        alone = untranslated(view.archive)
        return view.render("translations.html", total=total, files=files, alone=alone, address=where)

    return html


def accepted_warnings(view: View) -> Html:
    """The warnings of the check that editors have looked into and accept, each with its reason."""

    def html() -> Markup:
        return view.render(
            "accepted_warnings.html", accepted=view.archive.records.accepted, link=partial(address_link, view)
        )

    return html


def topics(view: View) -> Html:
    """All topics with their scope and number of statements."""
    return lambda: view.render("topics.html")


def provinces(view: View) -> Html:
    """The provinces and the units that they are part of now."""
    return lambda: view.render("provinces.html") + elsewhere(view, "provinces/")


def documents(view: View) -> Html:
    """All documents, the latest first; those without a known date last."""
    return lambda: view.listing(lists(view.archive)("document"), level=2)


def people(view: View) -> Html:
    """Everybody named in the records, by given name as Vietnamese lists are."""
    return lambda: view.listing(lists(view.archive)("person"), level=2)


def glossary(view: View) -> Html:
    """The glossary by letter, in the alphabetical order of the page's language."""

    def html() -> Markup:
        language = view.language
        ordered = sorted(view.archive.glossary.items(), key=lambda item: place(item[1].term[language], language))
        letters = groupby(ordered, key=lambda item: initial(item[1].term[language], language))
        shown = view.render("glossary.html", letters=[(letter, list(terms)) for letter, terms in letters])
        return shown + elsewhere(view, "glossary/") + last_corrected(view, "glossary/")

    return html


def statement_lists(view: View) -> Html:
    """The ways into all statements: years, kinds, topics, provinces and documents, each with its number of them."""
    a = view.archive

    def html() -> Markup:
        years = Counter(statement.date.year for statement in a.statements)
        counted = facets(view, lists(a))
        return view.render("statement_lists.html", years=sorted(years.items()), facets=counted)

    return html


def meeting_levels(view: View) -> Html:
    """The levels of meetings, each with the number of them and the way to its list."""
    return lambda: view.render("lists_of.html", listings=lists(view.archive).by("meeting", "level"), words="level_")


def document_types(view: View) -> Html:
    """The types of documents, each with the number of them and the way to its list."""
    return lambda: view.render("lists_of.html", listings=lists(view.archive).by("document", "type"), words="type_")


def feeds(view: View) -> Html:
    """The Atom feeds: of meetings and reviews, and of each topic."""
    return lambda: view.render("feeds.html")


def downloads(view: View) -> Html:
    """The files of the downloads, with the number of rows of each table."""
    root = view.href("", language=Language.VI)
    return lambda: view.render("downloads.html", root=root, tables=tables(), exports=exports)


def columns(view: View) -> Html:
    """The columns of the tables to download, each with what it means."""
    return lambda: view.render("columns.html", tables=tables())


def corrections(view: View) -> Html:
    """The log of corrections, the newest first."""
    return lambda: whole_log(view)


def region_notes(view: View) -> Html:
    """How the extent of the region is known, and which sources draw it otherwise."""
    return lambda: view.render("region.html")


def review_notes(view: View, year: int | None = None) -> Html:
    """The doubts about a year's review."""
    return partial(view.render, "review_notes.html", review=_part(view, year, ACHIEVEMENTS).review)


def figure(view: View, id: str) -> Html:
    """One figure inside a sentence, with its date and a link to its source."""
    found: dict[str, Figure] = {f.id: f for f in view.archive.figures}
    _known(id, found, "số liệu", "figure")
    return lambda: view.render("inline_figure.html", f=found[id])


def meeting(view: View, id: str) -> Html:
    """A link to a meeting."""
    return partial(view.meeting, _meeting(view, id).id)


def document(view: View, id: str) -> Html:
    """A link to a document."""
    return partial(view.document, _known(id, view.archive.documents, "văn bản", "document", _of(view, "documents")))


def province(view: View, id: str) -> Html:
    """A link to a province."""
    return partial(view.province, _known(id, view.archive.provinces, "tỉnh", "province", _of(view, "provinces")))


def topic(view: View, id: str) -> Html:
    """A link to a topic."""
    return partial(view.topic, _known(id, view.archive.topics, "chủ đề", "topic", _of(view, "topics")))


def person(view: View, id: str) -> Html:
    """A link to a person."""
    return partial(view.person, _known(id, view.archive.people, "người", "person", _of(view, "people")))


def term(view: View, id: str) -> Html:
    """A link to a glossary term."""
    return partial(view.term, _known(id, view.archive.glossary, "thuật ngữ", "term", _of(view, "glossary")))


def count(view: View, what: str) -> Html:
    """How many records of a sort the archive holds."""
    a = view.archive
    records: dict[str, Callable[[], Iterable[object]]] = {
        "statements": lambda: a.statements,
        "figures": lambda: a.figures,
        "documents": lambda: a.documents,
        "meetings": lambda: a.meetings,
        "provinces": lambda: a.provinces,
        "units": lambda: a.units,
        "reviews": lambda: a.review_years,
        "people": lambda: a.people,
        "topics": lambda: a.topics,
        "terms": lambda: a.glossary,
        "sources": a.sources,
    }
    found = records[_known(what, records, "loại", "sort")]
    return lambda: Markup(view.number(sum(1 for _ in found())))


def booklets(view: View) -> Html:
    """The way to the printed booklet of each reviewed year, the newest first, within a sentence."""

    def link(year: int) -> Markup:
        target = view.href(address_of_booklet(year, view.language), language=Language.VI)
        return Markup('<a href="{}">{}</a>').format(target, view.word("booklet_link").format(year=year))

    return lambda: Markup(", ").join(map(link, view.archive.review_years))


def search_page(view: View) -> Html:
    """The search page: its form, and the places that its script fills in."""
    ways = (
        ("statements/", "statements"),
        ("meetings/", "meetings"),
        ("topics/", "topics"),
        ("provinces/", "provinces"),
        ("documents/", "documents"),
        ("people/", "people"),
        ("glossary/", "glossary"),
    )
    root = view.href("", language=Language.VI)
    heading = word("search_other_language", view.language.other.value)
    return lambda: view.render("search.html", lists=ways, root=root, other_heading=heading)


def search_field(view: View) -> Html:
    """A large search field that leads to the search page."""
    return lambda: view.render("search_field.html")


def _meeting(view: View, id: str) -> Meeting:
    return view.archive.meetings[_known(id, view.archive.meetings, "hội nghị", "meeting", _of(view, "meetings"))]


BLOCK: dict[str, Macro] = {
    function.__name__: function
    for function in (
        achievements, lessons, priorities, reviews, newest_review, figures, meetings,
        statements, sources, topics, provinces, documents,
        people, glossary, statement_lists, meeting_levels, document_types, corrections, feeds, downloads, columns,
        region_notes, review_notes, search_page, search_field, figures_picture, initiative_matrix, province_map,
        topics_by_year, meeting_years, documents_picture, fields, codes, blank, add, translations,
        accepted_warnings,
    )
}  # fmt: skip
INLINE: dict[str, Macro] = {
    function.__name__: function
    for function in (figure, meeting, document, province, topic, person, term, count, booklets)
}
