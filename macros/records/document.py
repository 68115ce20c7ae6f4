"""Documents of Party and State: `data/documents/<id>.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.records.base import About, Line, NotStated, Record, Text, When
from macros.records.choice import Choice
from macros.records.source import Source


class DocumentType(Choice, words="type_"):
    """Type of a Party or State document."""

    RESOLUTION = "resolution"
    REGULATION = "regulation"
    CONCLUSION = "conclusion"
    DIRECTIVE = "directive"
    GUIDANCE = "guidance"
    PLAN = "plan"
    SUBMISSION = "submission"


class Checked(Choice, words="checked_"):
    """What about a document a source other than the one citing it states."""

    NUMBER = "number"
    ISSUER = "issuer"
    DATE = "date"
    TITLE = "title"
    IN_FORCE = "in-force"


class DocumentRecord(Record):
    """A Party or State document: `data/documents/<id>.yml`. Number and date together identify it."""

    number: Annotated[
        Line | NotStated,
        About(
            "số hiệu chính thức, hoặc `not-stated`",
            "official number, or `not-stated`",
            "96-QĐ/TW",
            label=("số, ký hiệu", "number"),
        ),
    ]
    type: Annotated[DocumentType, Field(strict=False), About("loại văn bản", "type of document", "regulation")]
    issuer: Annotated[Text, About("cơ quan ban hành", "issuer", {"vi": "Bộ Chính trị", "en": "Politburo"})]
    date: Annotated[
        When | NotStated, About("ngày ban hành, hoặc `not-stated`", "date of issue, or `not-stated`", "2021-10-25")
    ]
    title: Annotated[
        Text | NotStated,
        About(
            "trích yếu, hoặc `not-stated`",
            "title, or `not-stated`",
            {"vi": "Về việc lấy phiếu tín nhiệm", "en": "On taking confidence votes"},
        ),
    ]
    subject: Annotated[
        Text | None,
        About(
            "nói về việc gì, khi không biết trích yếu",
            "what it is about, where the title is not known",
            {"vi": "đại hội đảng bộ các cấp", "en": "Party congresses at all levels"},
            label=("về việc", "subject"),
        ),
    ] = None
    known_as: Annotated[
        Text | None,
        About(
            "tên quen gọi",
            "the name it goes by",
            {"vi": "Nghị quyết Trung ương 4 khóa XI", "en": "Central Committee Resolution 4, 11th tenure"},
        ),
    ] = None
    replaces: Annotated[
        Line | None,
        About(
            "văn bản mà nó thay thế",
            "the document that it replaces",
            "262-QĐ/TW",
            label=("thay thế văn bản", "replaces"),
        ),
    ] = None
    in_force: Annotated[When | None, About("ngày có hiệu lực", "in force from", "2025-06-12")] = None
    checked: Annotated[
        list[Annotated[Checked, Field(strict=False)]],
        About(
            "những gì đã đối chiếu với nguồn khác",
            "what another source than the citing one states",
            ["number", "date"],
            label=("được nguồn khác xác nhận", "stated by another source"),
            usual=True,
        ),
    ] = []
    notes: Annotated[
        list[Text],
        About(
            "các ghi chú",
            "notes",
            [{"vi": "Chưa rõ ngày ký.", "en": "The day of signing is not known."}],
            label=("ghi chú", "notes"),
            usual=True,
        ),
    ] = []
    sources: Annotated[
        list[Source],
        Field(min_length=1),
        About("ít nhất một nguồn", "at least one source", [], label=("nguồn", "sources")),
    ]
