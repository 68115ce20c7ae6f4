"""One page for each meeting, document, province, topic and person, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros import model
from macros.archive import Archive
from macros.corrected import last_corrected
from macros.descriptions import meeting_description
from macros.items import Kind
from macros.language import Language
from macros.moved import elsewhere
from macros.pictures import province_map
from macros.problems import Place
from macros.rendering import View
from macros.repository import Repository

ALL_KINDS = tuple(Kind)
MEETING_KINDS = (Kind.RESULT, Kind.DIFFICULTY, Kind.CONCLUSION, Kind.TASK)


@dataclass(frozen=True)
class RecordPage:
    """A page that shows one record.

    `path` is its address within a language; `place` is where the record stands in `data/`. The HTML is made when asked
    for, by the template `<kind>.html`.
    """

    kind: str
    id: str
    path: str
    title: model.Text
    description: model.Text
    place: Place

    def html(self, archive: Archive, language: Language, repository: Repository) -> Markup:
        """The content of the page."""
        view = View(archive, language, language.prefix + self.path, repository)
        # Topics are the archive's own order, not a fact of any source.
        corrected = last_corrected(view, self.path) if self.kind != "topic" else Markup("")
        return self._record(view) + elsewhere(view, self.path) + corrected

    def _record(self, view: View) -> Markup:
        archive = view.archive
        if self.kind == "meeting":
            meeting = archive.meetings[self.id]
            return view.render("meeting.html", m=meeting, r=meeting.record, kinds=MEETING_KINDS)
        if self.kind == "document":
            return view.render("document.html", id=self.id, d=archive.documents[self.id])
        if self.kind == "province":
            return view.render("province.html", id=self.id, p=archive.provinces[self.id])
        if self.kind == "topic":
            picture = province_map.draw(view, self.id)
            return view.render("topic.html", id=self.id, t=archive.topics[self.id], kinds=ALL_KINDS, picture=picture)
        return view.render("person.html", id=self.id, p=archive.people[self.id])


def record_pages(archive: Archive) -> Iterator[RecordPage]:
    """Every record page of the archive."""
    places = archive.records.places
    for meeting in archive.meetings.values():
        vi, en = (meeting_description(View(archive, language, "", Repository()), meeting) for language in Language)
        description = model.Text(vi=vi, en=en)
        place = Place(f"data/meetings/{meeting.id}.yml")
        yield RecordPage("meeting", meeting.id, meeting.path, meeting.title, description, place)
    for id, document in archive.documents.items():
        names = [View(archive, language, "", Repository()).document_title(id) for language in Language]
        title = model.Text(vi=names[0], en=names[1])
        subject = document.title if isinstance(document.title, model.Text) else document.subject or document.issuer
        description = model.Text(vi=f"{title.vi}: {subject.vi}", en=f"{title.en}: {subject.en}")
        yield RecordPage("document", id, f"documents/{id}/", title, description, Place(f"data/documents/{id}.yml"))
    for id, province in archive.provinces.items():
        description = model.Text(
            vi=f"{province.name.vi}: tên gọi theo thời gian, hội nghị, số liệu và phát biểu trong kho tư liệu.",
            en=f"{province.name.en}: its name in time, meetings, figures and statements in the archive.",
        )
        place = places["data/provinces.yml"].find_key(("provinces", id))
        yield RecordPage("province", id, f"provinces/{id}/", province.name, description, place)
    for id, topic in archive.topics.items():
        place = places["data/topics.yml"].find_key((id,))
        yield RecordPage("topic", id, f"topics/{id}/", topic.name, topic.scope, place)
    for id, person in archive.people.items():
        name = model.Text(vi=person.name, en=person.name)
        description = model.Text(
            vi=f"{person.name}: chức vụ vào ngày các hội nghị và phát biểu được nguồn ghi lại.",
            en=f"{person.name}: offices on the days of meetings, and statements that sources report.",
        )
        place = places["data/people.yml"].find_key((id,))
        yield RecordPage("person", id, f"people/{id}/", name, description, place)
