"""One page for each meeting, document, province, topic and person, in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from macros import model
from macros.archive import Archive
from macros.corrected import last_corrected
from macros.descriptions import meeting_description
from macros.items import MEETING_KINDS
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

    `path` is its address within a language; `place` is where its record stands in `data/`, if it shows one. `section`
    is the address of the hand-written page that leads to it, where that is not its first folder's.
    """

    kind: str
    id: str
    path: str
    title: model.Text
    description: model.Text
    place: Place | None
    values: Mapping[str, Any] = field(compare=False, repr=False)
    section: str = ""

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
        vi, en = (meeting_description(View(archive, language, "", Repository()), meeting) for language in Language)
        description = model.Text(vi=vi, en=en)
        place = Place(f"data/meetings/{meeting.id}.yml")
        yield RecordPage(
            "meeting",
            meeting.id,
            meeting.path,
            meeting.title,
            description,
            place,
            {"m": meeting, "r": meeting.record, "kinds": MEETING_KINDS},
        )
    for id, document in archive.documents.items():
        names = [View(archive, language, "", Repository()).document_title(id) for language in Language]
        title = model.Text(vi=names[0], en=names[1])
        subject = document.title if isinstance(document.title, model.Text) else document.subject or document.issuer
        description = model.Text(vi=f"{title.vi}: {subject.vi}", en=f"{title.en}: {subject.en}")
        values = {"id": id, "d": document, "said": lists.documents[id], "meetings": lists.document_meetings[id]}
        place = Place(f"data/documents/{id}.yml")
        yield RecordPage("document", id, f"documents/{id}/", title, description, place, values)
    for id, province in archive.provinces.items():
        description = model.Text(
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
        yield RecordPage("province", id, f"provinces/{id}/", province.name, description, place, values)
    for id, topic in archive.topics.items():
        place = sheets["data/topics.yml"].places.find_key((id,))
        values = {"id": id, "t": topic, "said": lists.topics[id], "draw": province_map.draw}
        yield RecordPage("topic", id, f"topics/{id}/", topic.name, topic.scope, place, values)
    for id, person in archive.people.items():
        name = model.Text(vi=person.name, en=person.name)
        description = model.Text(
            vi=f"{person.name}: chức vụ vào ngày các hội nghị và phát biểu được nguồn ghi lại.",
            en=f"{person.name}: offices on the days of meetings, and statements that sources report.",
        )
        place = sheets["data/people.yml"].places.find_key((id,))
        values = {"p": person, "said": lists.people[id], "appearances": lists.person_meetings[id]}
        yield RecordPage("person", id, f"people/{id}/", name, description, place, values)
