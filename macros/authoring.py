"""The macros that authors of `docs/**/*.md` call. Each is a thin view of the archive and follows the page's language.

A macro does not put its HTML into the Markdown, where underscores or asterisks of a text would be read as Markdown: it
leaves a slot, and the HTML goes in after Markdown is done. A wrong call is noted with its page and line, and all of
them are reported together.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from types import FrameType
from typing import Any, Protocol, TypeVar

from jinja2 import ChainableUndefined, Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from markupsafe import Markup

from macros import model
from macros.archive import Archive, Figure, Kind, Meeting, Part, ReviewPart
from macros.language import Language
from macros.problems import Place, Problem, nearest
from macros.record_pages import MEETING_KINDS
from macros.rendering import View
from macros.repository import Repository

_SLOT = re.compile(r'<(span|div) data-slot="(\d+)"></\1>')
Macro = Callable[..., Markup]
Thing = TypeVar("Thing")


class WrongCall(Exception):
    """A macro was called with something it does not know; the message in both languages."""

    def __init__(self, vi: str, en: str) -> None:
        self.vi, self.en = vi, en
        super().__init__(en)


class StandIn(ChainableUndefined):
    """Stands for an unknown name, so that the other mistakes of its page are found in the same run."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:  # type: ignore[override]
        """Whatever it is asked, it has nothing to show."""
        return ""


class MacroPage(Protocol):
    """What the macros need of MkDocs' page: where it comes from and where it goes."""

    file: Any

    @property
    def url(self) -> str:
        """The page's address from the site's root."""


class Authoring:
    """The macros of one build, and what they leave behind on the pages."""

    def __init__(self, archive: Archive, repository: Repository, docs: Path) -> None:
        self.archive = archive
        self.repository = repository
        self.docs = docs
        self.problems: list[Problem] = []
        self._page: MacroPage | None = None
        self._line_offset = 0
        self._slots: dict[str, list[Markup]] = {}
        self.macros = {name: self._offer(name) for name in sorted([*_BLOCK, *_INLINE])}

    def begin(self, page: MacroPage, markdown: str) -> None:
        """Called before a page's macros run."""
        self._page = page
        self._slots[page.file.src_uri] = []
        source: str = page.file.content_string
        # MkDocs hands over the Markdown without the front matter above it.
        self._line_offset = source.count("\n") - markdown.count("\n")

    def check(self, markdown: str, environment: Environment, known: set[str]) -> set[str] | None:
        """Notes bad Jinja and names that are not `known`; returns these names, or None where nothing can be run."""
        try:
            tree = environment.parse(markdown)
        except TemplateSyntaxError as error:
            self._say(error.lineno, f"Cú pháp macro sai: {error.message}.", f"Macro syntax: {error.message}.")
            return None
        unknown = find_undeclared_variables(tree) - known
        for use in tree.find_all(nodes.Name):
            if use.name in unknown:
                vi, en = nearest(use.name, self.macros)
                self._say(
                    use.lineno,
                    f"Không có macro nào tên “{use.name}”.{vi}",
                    f"There is no macro called “{use.name}”.{en}",
                )
        return unknown

    def fill(self, page: MacroPage, html: str) -> str:
        """Puts the macros' HTML into the finished page."""
        slots = self._slots.pop(page.file.src_uri, [])
        return _SLOT.sub(lambda match: str(slots[int(match[2])]), html)

    def _offer(self, name: str) -> Macro:
        function = _BLOCK.get(name) or _INLINE[name]
        tag = "div" if name in _BLOCK else "span"
        signature = inspect.signature(function)

        @wraps(function)
        def macro(*args: Any, **kwargs: Any) -> Markup:
            assert self._page is not None
            line = _template_line(sys._getframe(1))
            language = Language(self._page.file.src_uri.split("/")[0])
            view = View(self.archive, language, self._page.url, self.repository)
            try:
                known = [parameter for parameter in signature.parameters if parameter != "view"]
                for unknown in kwargs.keys() - set(known):
                    vi, en = nearest(unknown, known)
                    raise WrongCall(
                        f"{name}() không có tham số “{unknown}”; có: {', '.join(known)}.{vi}",
                        f"{name}() has no argument “{unknown}”; it has: {', '.join(known)}.{en}",
                    )
                try:
                    signature.bind(view, *args, **kwargs)
                except TypeError as error:
                    expected = signature_text(signature)
                    raise WrongCall(
                        f"{name}() được gọi thiếu hoặc thừa tham số; cần: {expected}.",
                        f"{name}() is called with too few or too many arguments; expected: {expected}.",
                    ) from error
                try:
                    html = function(view, *args, **kwargs)
                except (TypeError, ValueError) as error:
                    raise WrongCall(
                        f"{name}() được gọi với giá trị không dùng được ({error}).",
                        f"{name}() is called with a value it cannot use ({error}).",
                    ) from error
            except WrongCall as wrong:
                self._say(line, wrong.vi, wrong.en)
                return Markup("")
            slots = self._slots[self._page.file.src_uri]
            slots.append(html)
            return Markup(f'<{tag} data-slot="{len(slots) - 1}"></{tag}>')

        return macro

    def _say(self, line: int, vi: str, en: str) -> None:
        assert self._page is not None
        name = f"{self.docs.name}/{self._page.file.src_uri}"
        self.problems.append(Problem(Place(name, line + self._line_offset), vi, en))


def signature_text(signature: inspect.Signature) -> str:
    """The arguments of a macro as an author writes them."""
    return ", ".join(
        parameter.name if parameter.default is parameter.empty else f"{parameter.name}={parameter.default!r}"
        for parameter in signature.parameters.values()
        if parameter.name != "view"
    )


def _template_line(frame: FrameType | None) -> int:
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 1


def _known(value: str, known: Iterable[str], vi_name: str, en_name: str) -> str:
    known = list(known)
    if value not in known:
        vi, en = nearest(str(value), known)
        raise WrongCall(f"Không có {vi_name} “{value}”.{vi}", f"There is no {en_name} “{value}”.{en}")
    return value


def _part(view: View, year: int, part: Part) -> ReviewPart:
    found = view.archive.part(year, part)
    if found is None:
        raise WrongCall(f"Không có tổng quan năm {year}.", f"There is no review of {year}.")
    return found


def _review(view: View, year: int, part: Part, style: str) -> Markup:
    found = _part(view, year, part)
    _known(style, ("full", "list"), "kiểu", "style")
    if style == "list":
        return view.render("group_list.html", part=found)
    home = view.page == view.language.prefix + found.path
    return view.render("review.html", part=found, home=home)


def achievements(view: View, year: int, style: str = "full") -> Markup:
    """The areas of results of a year; `style="list"` for their headings only."""
    return _review(view, year, Part.ACHIEVEMENTS, style)


def lessons(view: View, year: int, style: str = "full") -> Markup:
    """The lessons of a year; `style="list"` for their headings only."""
    return _review(view, year, Part.LESSONS, style)


def priorities(view: View, year: int, style: str = "full") -> Markup:
    """The priorities that the review of a year sets; `style="list"` for their headings only."""
    return _review(view, year, Part.PRIORITIES, style)


def figures(
    view: View, year: int | None = None, meeting: str | None = None, province: str | None = None, style: str = "cards"
) -> Markup:
    """Figures of a year's review, of a meeting, about a province, or all of them."""
    _known(style, ("cards", "table"), "kiểu", "style")
    found = view.archive.figures
    if year is not None:
        _part(view, year, Part.ACHIEVEMENTS)
        found = [f for f in found if isinstance(f.home, ReviewPart) and f.home.year == year]
    if meeting is not None:
        found = view.archive.figures_of(_meeting(view, meeting))
    if province is not None:
        _known(province, view.archive.provinces, "tỉnh", "province")
        found = [f for f in found if province in f.provinces]
    return view.figures(found, style=style)


def meetings(
    view: View,
    year: int | None = None,
    level: str | None = None,
    form: str | None = None,
    province: str | None = None,
    latest: int | None = None,
) -> Markup:
    """Meetings, the latest first, under the headings of their years; `latest` for that many without headings."""
    found = list(view.archive.meetings.values())
    if year is not None:
        found = [m for m in found if m.date.year == year]
    if level is not None:
        _known(level, list(model.Level), "cấp", "level")
        found = [m for m in found if m.record.level == level]
    if form is not None:
        _known(form, list(model.Form), "hình thức", "form")
        found = [m for m in found if m.record.form == form]
    if province is not None:
        _known(province, view.archive.provinces, "tỉnh", "province")
        about = {m.id for m in view.archive.province_meetings(province)}
        found = [m for m in found if m.id in about]
    if latest is not None:
        found = found[-latest:]
    by_year = latest is None and year is None
    return view.render("meetings.html", meetings=found, kinds=MEETING_KINDS, by_year=by_year)


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
) -> Markup:
    """Statements that fit every filter given, in order of time; `limit` for the latest so many."""
    a = view.archive
    found = a.statements
    if kind is not None:
        _known(kind, list(Kind), "loại", "kind")
        found = [s for s in found if s.kind == kind]
    if force is not None:
        _known(force, list(model.Force), "tính chất", "force")
        found = [s for s in found if s.force == force]
    if topic is not None:
        _known(topic, a.topics, "chủ đề", "topic")
        found = [s for s in found if topic in s.record.topics]
    if province is not None:
        _known(province, a.provinces, "tỉnh", "province")
        found = [s for s in found if province in s.provinces]
    if document is not None:
        _known(document, a.documents, "văn bản", "document")
        found = [s for s in found if document in s.record.documents]
    if person is not None:
        _known(person, a.people, "người", "person")
        found = [s for s in found if s.record.by == person]
    if meeting is not None:
        path = _meeting(view, meeting).path
        found = [s for s in found if s.home.path == path]
    if year is not None:
        found = [s for s in found if s.date.year == year]
    if example is not None:
        found = [s for s in found if s.example is example]
    if limit is not None:
        found = found[-limit:]
    return view.statements(found) or Markup("<p>{}</p>").format(view.word("none_found"))


def sources(view: View, year: int | None = None, meeting: str | None = None) -> Markup:
    """The sources of a year's review, of a meeting, or of the whole archive."""
    found = list(view.archive.sources())
    if year is not None:
        path = _part(view, year, Part.ACHIEVEMENTS).path
        found = [use for use in found if use.path == path]
    if meeting is not None:
        path = _meeting(view, meeting).path
        found = [use for use in found if use.path == path]
    return view.render("sources.html", sources=found)


def topics(view: View) -> Markup:
    """All topics with their scope and number of statements."""
    return view.render("topics.html")


def provinces(view: View) -> Markup:
    """The provinces of 2023 and the units since 2025."""
    return view.render("provinces.html")


def documents(view: View) -> Markup:
    """All documents, the latest first; those without a known date last."""
    records = view.archive.documents.items()
    ordered = sorted(
        records, key=lambda item: "" if item[1].date == model.NOT_STATED else str(item[1].date), reverse=True
    )
    return view.render("documents.html", documents=ordered)


def people(view: View) -> Markup:
    """Everybody named in the records, by given name as Vietnamese lists are."""
    ordered = sorted(view.archive.people.items(), key=lambda item: item[0].split("-")[::-1])
    return view.render("people.html", people=ordered)


def glossary(view: View) -> Markup:
    """The glossary, in alphabetical order of the Vietnamese terms."""
    ordered = sorted(view.archive.glossary.items(), key=lambda item: item[1].term.vi.lower())
    return view.render("glossary.html", terms=ordered)


def doubts(view: View) -> Markup:
    """What is doubtful or not stated about each meeting, the latest first."""
    return view.render("doubts.html")


def region_notes(view: View) -> Markup:
    """How the extent of the region is known, and which sources draw it otherwise."""
    return view.render("region.html")


def review_notes(view: View, year: int) -> Markup:
    """The doubts about a year's review."""
    return view.render("review_notes.html", review=_part(view, year, Part.ACHIEVEMENTS).review)


def figure(view: View, id: str) -> Markup:
    """One figure inside a sentence, with its date and a link to its source."""
    found: dict[str, Figure] = {f.id: f for f in view.archive.figures}
    _known(id, found, "số liệu", "figure")
    return view.render("inline_figure.html", f=found[id])


def meeting(view: View, id: str) -> Markup:
    """A link to a meeting."""
    return view.meeting(_meeting(view, id).id)


def document(view: View, id: str) -> Markup:
    """A link to a document."""
    return view.document(_known(id, view.archive.documents, "văn bản", "document"))


def province(view: View, id: str) -> Markup:
    """A link to a province."""
    return view.province(_known(id, view.archive.provinces, "tỉnh", "province"))


def topic(view: View, id: str) -> Markup:
    """A link to a topic."""
    return view.topic(_known(id, view.archive.topics, "chủ đề", "topic"))


def person(view: View, id: str) -> Markup:
    """A link to a person."""
    return view.person(_known(id, view.archive.people, "người", "person"))


def term(view: View, id: str) -> Markup:
    """A link to a glossary term."""
    return view.term(_known(id, view.archive.glossary, "thuật ngữ", "term"))


def count(view: View, what: str) -> Markup:
    """How many records of a sort the archive holds."""
    a = view.archive
    sizes = {
        "statements": len(a.statements),
        "figures": len(a.figures),
        "documents": len(a.documents),
        "meetings": len(a.meetings),
        "provinces": len(a.provinces),
        "people": len(a.people),
        "topics": len(a.topics),
        "terms": len(a.glossary),
        "sources": sum(1 for _ in a.sources()),
    }
    return Markup(view.number(sizes[_known(what, sizes, "loại", "sort")]))


def _meeting(view: View, id: str) -> Meeting:
    return view.archive.meetings[_known(id, view.archive.meetings, "hội nghị", "meeting")]


_BLOCK: dict[str, Macro] = {
    function.__name__: function
    for function in (
        achievements, lessons, priorities, figures, meetings, statements, sources, topics, provinces, documents,
        people, glossary, doubts, region_notes, review_notes,
    )
}  # fmt: skip
_INLINE: dict[str, Macro] = {
    function.__name__: function for function in (figure, meeting, document, province, topic, person, term, count)
}
