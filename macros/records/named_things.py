"""The short lists: topics, people, terms."""

from __future__ import annotations

from typing import Annotated

from macros.records.base import About, Line, Record, Slug, TermId, Text


class Topic(Record):
    """A subject of statements, in `data/topics.yml`."""

    name: Annotated[Text, About("tên chủ đề", "name of the topic", {"vi": "Công tác cán bộ", "en": "Personnel work"})]
    scope: Annotated[
        Text,
        About("gồm những gì", "what it covers", {"vi": "Quy hoạch, luân chuyển.", "en": "Planning, rotation."}),
    ]


class Person(Record):
    """A person named in the records, in `data/people.yml`. Offices stand in the meetings that attest them."""

    name: Annotated[Line, About("họ và tên", "name", "Nguyễn Văn An")]
    note: Annotated[
        Text | None,
        About(
            "ghi chú, như cách viết tên",
            "a note, such as on the spelling",
            {"vi": "Nguồn in tên không dấu.", "en": "The source prints the name without diacritics."},
        ),
    ] = None


class Term(Record):
    """A term or an abbreviation, in `data/glossary.yml`."""

    abbreviation: Annotated[Line | None, About("chữ viết tắt", "abbreviation", "TCCSĐ")] = None
    term: Annotated[
        Text,
        About("thuật ngữ", "term", {"vi": "tổ chức cơ sở đảng", "en": "grassroots Party organisation"}),
    ]
    meaning: Annotated[
        Text,
        About(
            "nghĩa, viết ngắn",
            "meaning, in short",
            {"vi": "Tổ chức đảng ở cơ sở.", "en": "A Party organisation at the grassroots."},
        ),
    ]
    forms: Annotated[list[Line], About("cách viết khác", "other forms", ["TCCS Đảng"])] = []
    see: Annotated[
        list[TermId],
        About("mã thuật ngữ liên quan", "ids of related terms", ["chi-bo"], label=("xem thêm", "see also")),
    ] = []


TopicsFile = dict[Slug, Topic]
PeopleFile = dict[Slug, Person]
GlossaryFile = dict[Slug, Term]
