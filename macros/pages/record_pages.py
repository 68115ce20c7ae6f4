"""One page for each meeting, part of a review, document, province, topic and person, in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Any

from markupsafe import Markup

from macros import records as model
from macros.archive import Archive
from macros.archive.items import MEETING_KINDS, Meeting, ReviewPart
from macros.data.problems import Place
from macros.text.language import Language
from macros.text.passages import phrase
from macros.views import review_names
from macros.views.addresses import elsewhere
from macros.views.corrections import last_corrected
from macros.views.descriptions import meeting_description
from macros.views.lists.catalogue import Lists
from macros.views.pictures import figures, initiative_matrix, province_map
from macros.views.rendering import View
from macros.views.repository import Repository


@dataclass(frozen=True)
class Shown:
    """What a page shows: its title, and the values of its template; `describe` tells in a sentence what that is."""

    title: model.Text
    describe: Callable[[], model.Text]
    values: Mapping[str, Any]

    @cached_property
    def description(self) -> model.Text:
        """What it shows, worked out when it is asked for: the preview seldom does."""
        return self.describe()


@dataclass(frozen=True, slots=True, eq=False)
class RecordPage:
    """A page made from data, whose HTML the template `<kind>.html` makes of `values`.

    There are a few for each record, so a page holds no more than its address and what it is about; `show` works out
    what it shows when that is asked for.

    `path` is its address within a language; `place` is where its record is in `data/`, if it shows one. `section`
    is the address of the hand-written page that leads to it, where that is not its first folder's. Pages of lists with
    the same `key` show the same cards.
    """

    kind: str
    id: str
    path: str
    place: Place | None
    about: Any
    show: Callable[[Any], Shown]
    section: str = ""
    key: str | None = None

    @property
    def title(self) -> model.Text:
        """Its title."""
        return _shown(self).title

    @property
    def description(self) -> model.Text:
        """What it shows, in a sentence."""
        return _shown(self).description

    @property
    def values(self) -> Mapping[str, Any]:
        """What its template makes HTML of."""
        return _shown(self).values

    def html(self, archive: Archive, language: Language, repository: Repository) -> Markup:
        """The content of the page."""
        view = View(archive, language, language.prefix + self.path, repository)
        # Topics and lists are the archive's own order, not facts of any source.
        corrected = last_corrected(view, self.path) if self.place and self.kind != "topic" else Markup("")
        return view.render(f"{self.kind}.html", **self.values) + elsewhere(view, self.path) + corrected


@lru_cache(maxsize=64)  # a page, and those above it
def _shown(page: RecordPage) -> Shown:
    return page.show(page.about)


def record_pages(archive: Archive, lists: Lists) -> Iterator[RecordPage]:
    """The page of every record of the archive."""
    files = archive.records.files

    def show_meeting(meeting: Meeting) -> Shown:
        values = {"m": meeting, "r": meeting.record, "kinds": MEETING_KINDS}
        return Shown(meeting.title, partial(_meeting_description, archive, meeting), values)

    def show_review(part: ReviewPart) -> Shown:
        others = [each for each in archive.review_parts if each.type is part.type]
        values = {
            "part": part,
            "title": review_names.title(part),
            "before": max((each for each in others if each.year < part.year), key=_year, default=None),
            "after": min((each for each in others if each.year > part.year), key=_year, default=None),
            "draw_figures": figures.draw,
            "draw_matrix": initiative_matrix.draw,
        }
        return Shown(review_names.title(part), partial(review_names.description, part), values)

    def show_document(id: str) -> Shown:
        document = archive.documents[id]
        title = archive.document_title(id)
        values = {
            "id": id,
            "d": document,
            "said": lists("statement", "documents", id),
            "meetings": lists("meeting", "documents", id),
        }
        return Shown(title, partial(_document_description, document, title), values)

    def show_province(id: str) -> Shown:
        province = archive.provinces[id]
        describe = partial(
            model.both,
            f"{province.name.vi}: tên gọi theo thời gian, hội nghị, số liệu và phát biểu trong kho tư liệu.",
            f"{province.name[Language.EN]}: its name in time, meetings, figures and statements in the archive.",
        )
        values = {
            "id": id,
            "p": province,
            "said": lists("statement", "provinces", id),
            "meetings": lists("meeting", "provinces", id),
            "figures": lists("figure", "provinces", id),
        }
        return Shown(province.name, describe, values)

    def show_topic(id: str) -> Shown:
        topic = archive.topics[id]
        values = {"id": id, "t": topic, "said": lists("statement", "topics", id), "draw": province_map.draw}
        return Shown(topic.name, lambda: topic.scope, values)

    def show_person(id: str) -> Shown:
        person = archive.people[id]
        describe = partial(
            model.both,
            f"{person.name}: chức vụ vào ngày các hội nghị và phát biểu được nguồn ghi lại.",
            f"{person.name}: offices on the days of meetings, and statements that sources report.",
        )
        values = {
            "p": person,
            "said": lists("statement", "people", id),
            "appearances": lists("appearance", "people", id),
        }
        return Shown(model.both(person.name, person.name), describe, values)

    for meeting in archive.meetings.values():
        place = Place(f"data/meetings/{meeting.id}.yml")
        yield RecordPage("meeting", meeting.id, meeting.path, place, meeting, show_meeting)
    for part in archive.review_parts:
        place = Place(f"data/{part.path.rstrip('/')}.yml")
        yield RecordPage("review", part.path, part.path, place, part, show_review)
    for id in archive.documents:
        place = Place(f"data/documents/{id}.yml")
        yield RecordPage("document", id, f"documents/{id}/", place, id, show_document)
    for id in archive.provinces:
        place = files["data/provinces.yml"].places.find_key(("provinces", id))
        yield RecordPage("province", id, f"provinces/{id}/", place, id, show_province)
    for id in archive.topics:
        place = files["data/topics.yml"].places.find_key((id,))
        yield RecordPage("topic", id, f"topics/{id}/", place, id, show_topic)
    for id in archive.people:
        place = files["data/people.yml"].places.find_key((id,))
        yield RecordPage("person", id, f"people/{id}/", place, id, show_person)


def _year(part: ReviewPart) -> int:
    return part.year


def _meeting_description(archive: Archive, meeting: Meeting) -> model.Text:
    vi, en = (meeting_description(View(archive, language, "", Repository()), meeting) for language in Language)
    return model.both(vi, en)


def _document_description(document: model.DocumentRecord, title: model.Text) -> model.Text:
    subject = document.title if isinstance(document.title, model.Text) else document.subject or document.issuer
    vi, en = (phrase("{}: {}", title[language], subject[language]) for language in Language)
    return model.both(vi, en)
