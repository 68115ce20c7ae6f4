"""One page for each meeting, document, province, topic and person, in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup

from macros import model
from macros.archive import Archive
from macros.corrected import last_corrected
from macros.descriptions import meeting_description
from macros.items import MEETING_KINDS, Meeting
from macros.language import Language
from macros.lists.catalogue import Lists
from macros.moved import elsewhere
from macros.pictures import province_map
from macros.problems import Place
from macros.rendering import View
from macros.repository import Repository


@dataclass(frozen=True)
class RecordPage:
    """A page made from data, whose HTML the template `<kind>.html` makes of `values` when asked for.

    `path` is its address within a language; `describe` tells in a sentence what it shows; `place` is where its record
    stands in `data/`, if it shows one. `section` is the address of the hand-written page that leads to it, where that
    is not its first folder's.
    """

    kind: str
    id: str
    path: str
    title: model.Text
    describe: Callable[[], model.Text] = field(compare=False, repr=False)
    place: Place | None
    values: Mapping[str, Any] = field(compare=False, repr=False)
    section: str = ""

    @cached_property
    def description(self) -> model.Text:
        """What it shows, worked out when it is asked for: the preview seldom does."""
        return self.describe()

    def html(self, archive: Archive, language: Language, repository: Repository) -> Markup:
        """The content of the page."""
        view = View(archive, language, language.prefix + self.path, repository)
        # Topics and lists are the archive's own order, not facts of any source.
        corrected = last_corrected(view, self.path) if self.place and self.kind != "topic" else Markup("")
        return view.render(f"{self.kind}.html", **self.values) + elsewhere(view, self.path) + corrected


def record_pages(archive: Archive, lists: Lists) -> Iterator[RecordPage]:
    """The page of every record of the archive."""
    sheets = archive.records.sheets
    values: dict[str, Any]
    for meeting in archive.meetings.values():
        place = Place(f"data/meetings/{meeting.id}.yml")
        yield RecordPage(
            "meeting",
            meeting.id,
            meeting.path,
            meeting.title,
            partial(_meeting_description, archive, meeting),
            place,
            {"m": meeting, "r": meeting.record, "kinds": MEETING_KINDS},
        )
    for id, document in archive.documents.items():
        names = [View(archive, language, "", Repository()).document_title(id) for language in Language]
        title = model.Text(vi=names[0], en=names[1])
        values = {"id": id, "d": document, "said": lists.documents[id], "meetings": lists.document_meetings[id]}
        place = Place(f"data/documents/{id}.yml")
        describe = partial(_document_description, document, title)
        yield RecordPage("document", id, f"documents/{id}/", title, describe, place, values)
    for id, province in archive.provinces.items():
        describe = partial(
            model.Text,
            vi=f"{province.name.vi}: tên gọi theo thời gian, hội nghị, số liệu và phát biểu trong kho tư liệu.",
            en=f"{province.name.en}: its name in time, meetings, figures and statements in the archive.",
        )
        place = sheets["data/provinces.yml"].places.find_key(("provinces", id))
        values = {
            "id": id,
            "p": province,
            "said": lists.provinces[id],
            "meetings": lists.province_meetings[id],
            "figures": lists.province_figures[id],
        }
        yield RecordPage("province", id, f"provinces/{id}/", province.name, describe, place, values)
    for id, topic in archive.topics.items():
        place = sheets["data/topics.yml"].places.find_key((id,))
        values = {"id": id, "t": topic, "said": lists.topics[id], "draw": province_map.draw}
        yield RecordPage("topic", id, f"topics/{id}/", topic.name, partial(_scope, topic), place, values)
    for id, person in archive.people.items():
        name = model.Text(vi=person.name, en=person.name)
        describe = partial(
            model.Text,
            vi=f"{person.name}: chức vụ vào ngày các hội nghị và phát biểu được nguồn ghi lại.",
            en=f"{person.name}: offices on the days of meetings, and statements that sources report.",
        )
        place = sheets["data/people.yml"].places.find_key((id,))
        values = {"p": person, "said": lists.people[id], "appearances": lists.person_meetings[id]}
        yield RecordPage("person", id, f"people/{id}/", name, describe, place, values)


def _meeting_description(archive: Archive, meeting: Meeting) -> model.Text:
    vi, en = (meeting_description(View(archive, language, "", Repository()), meeting) for language in Language)
    return model.Text(vi=vi, en=en)


def _scope(topic: model.Topic) -> model.Text:
    return topic.scope


def _document_description(document: model.DocumentRecord, title: model.Text) -> model.Text:
    subject = document.title if isinstance(document.title, model.Text) else document.subject or document.issuer
    return model.Text(vi=f"{title.vi}: {subject.vi}", en=f"{title.en}: {subject.en}")
