"""A field that no template names is on the page of its record all the same, drawn by its type."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from markupsafe import Markup

from macros.archive import Archive
from macros.records import TYPES, About, NotShown, Record, RecordType, Text
from macros.records.base import CalendarYear, TopicId, WebAddress
from macros.records.document import DocumentType
from macros.text.language import Language
from macros.views.facts import other_facts
from macros.views.rendering import View
from macros.views.repository import Repository

_ABOUT = About("tên trường", "name of the field")


class _Course(Record):
    title: Annotated[Text, _ABOUT]
    page: Annotated[WebAddress | None, _ABOUT] = None
    kind: Annotated[DocumentType | None, _ABOUT] = None
    topics: Annotated[list[TopicId] | None, _ABOUT] = None
    year: Annotated[int | None, CalendarYear(), _ABOUT] = None
    people: Annotated[int | None, _ABOUT] = None
    online: Annotated[bool | None, _ABOUT] = None
    inside: Annotated[int, NotShown(), _ABOUT] = 0


_COURSE = RecordType(name="course", collection="courses", record=_Course, title="title")
_TITLE = Text(vi="Lớp", en="Course")


@pytest.mark.parametrize(
    ("values", "html"),
    [
        ({}, None),
        ({"page": "https://a.example.org/?b&c"}, '<a href="{0}" rel="external noopener">{0}</a>'),
        ({"page": "not-stated"}, '<span class="not-stated">not stated in the sources</span>'),
        ({"kind": DocumentType.PLAN}, "Plan"),
        ({"topics": ["cadres"]}, '<a href="../../topics/cadres/">Personnel work</a>'),
        ({"year": 2031}, "2031"),
        ({"people": 2031}, "2,031"),
        ({"online": False}, "no"),
    ],
)
def test_a_value_is_drawn_by_its_type(archive: Archive, values: dict[str, Any], html: str | None) -> None:
    view = View(archive, Language.EN, "en/courses/a/", Repository())
    course = _Course.model_construct(title=_TITLE, **values)
    drawn = list(other_facts(view, _COURSE, course))
    address = Markup(html or "").format(*values.values()) if html and "{0}" in html else html
    assert drawn == ([("Name of the field", address)] if html else [])


@pytest.mark.parametrize("type", [each for each in TYPES if each.has_page and each.template != "review"])
def test_templates_draw_every_field_that_there_is_today(archive: Archive, type: RecordType[Any]) -> None:
    view = View(archive, Language.VI, "x/", Repository())
    for record in archive.records[type].values():
        assert list(other_facts(view, type, record)) == []
