"""Statements: what was said or reported, with its source."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.records.base import About, DocumentId, PersonId, ProvinceId, Record, Slug, SourceId, Text, TopicId
from macros.records.choice import Choice
from macros.records.evidence import Evidence
from macros.records.outcome import Outcome
from macros.records.record_type import Grouping, RecordType, Searched

_NOTE = {"vi": "Nguồn thứ hai ghi 28.940.", "en": "The second source prints 28,940."}


class StatementKind(StrEnum):
    """What sort of thing a statement is; it marks the field that lists statements of the kind."""

    RESULT = "result"
    DIFFICULTY = "difficulty"
    LESSON = "lesson"
    PRIORITY = "priority"
    PROPOSAL = "proposal"
    PROGRAMME = "programme"
    APPOINTMENT = "appointment"
    CONCLUSION = "conclusion"
    REMARK = "remark"
    TASK = "task"


def kinds(record: type[Record]) -> dict[str, StatementKind]:
    """The kinds of statements that a record lists, by field, in the order in which the fields are written."""
    fields = record.fields().items()
    return {name: mark for name, field in fields for mark in field.metadata if isinstance(mark, StatementKind)}


class StatementRecord(Record):
    """One thing said or reported. Its kind follows from the list it is in. `text` can be read without its page."""

    id: Annotated[
        Slug,
        About(
            "mã trong tệp, phần sau dấu # của địa chỉ; không bao giờ đổi",
            "id within the file, the part of the address after #; never changes",
            "careful-and-rigorous",
        ),
    ]
    text: Annotated[
        Text,
        About(
            "một ý, viết lại bằng lời của mình",
            "one point, restated in one’s own words",
            {"vi": "Khó quy hoạch đội ngũ cán bộ trẻ.", "en": "Planning of young cadres."},
            label=("lời", "wording"),
            also=("nội dung", "phát biểu", "ý"),
        ),
    ]
    on_page: Annotated[
        Text | None,
        About(
            "câu ngắn hơn để in trên trang của chính bản ghi, nơi đã nêu ai, ở đâu, khi nào; không nói gì ngoài `text`",
            "a shorter wording for the record’s own page, which has said who, where and when; it says nothing beyond "
            "`text`",
            {"vi": "Khó quy hoạch cán bộ trẻ.", "en": "Succession planning is difficult."},
            label=("lời trên trang", "wording on its page"),
        ),
    ] = None
    by: Annotated[
        PersonId | None, About("mã người nói", "id of the speaker", "nguyen-van-an", label=("người nói", "speaker"))
    ] = None
    by_office: Annotated[
        Text | None,
        About(
            "cơ quan hoặc chức vụ, khi nguồn không nêu tên người",
            "a body or an office, where the source names no person",
            {"vi": "lãnh đạo Ban Tổ chức Trung ương", "en": "a leader of the Central Organisation Commission"},
            label=("chức vụ, cơ quan nói", "office or body speaking"),
        ),
    ] = None
    attributed_to: Annotated[
        Text | None,
        About(
            "nguồn gán ý này cho ai hoặc văn bản nào, khi không phải lời một người",
            "to whom or what the source gives it, where it is not a person’s words",
            {"vi": "báo cáo của hội nghị", "en": "the conference’s report"},
            label=("theo", "given as"),
        ),
    ] = None
    topics: Annotated[
        list[TopicId],
        Field(min_length=1),
        About(
            "một hoặc nhiều mã chủ đề",
            "one or more ids of topics",
            ["successors", "cadres"],
            label=("chủ đề", "topics"),
        ),
    ]
    documents: Annotated[
        list[DocumentId],
        About(
            "mã các văn bản mà câu nhắc đến",
            "ids of the documents that the text names",
            ["96-qd-tw"],
            label=("văn bản được nhắc đến", "documents named"),
        ),
    ] = []
    provinces: Annotated[
        list[ProvinceId],
        About(
            "mã các tỉnh mà câu nhắc đến",
            "ids of the provinces that the text names",
            ["song-ha"],
            label=("tỉnh, thành phố", "provinces"),
        ),
    ] = []
    note: Annotated[
        Text | None, About("ghi chú cho người đọc", "a note for the reader", _NOTE, label=("ghi chú", "note"))
    ] = None
    source: Annotated[
        SourceId,
        About(
            "mã nguồn trong `sources:` của tệp (với tổng quan năm: của `review.yml`)",
            "id of a source in the file’s `sources:` (for a review: in `review.yml`)",
            "s1",
            label=("nguồn", "source"),
        ),
    ]
    evidence: Annotated[
        Evidence | None,
        About(
            "chỗ trong nguồn và nguyên văn ngắn, để người đọc đối chiếu",
            "where in the source it is, and short expressions of the source",
            {"paragraph": 7, "wording": ["xây dựng, chỉnh đốn Đảng"]},
            label=("căn cứ trong nguồn", "evidence"),
        ),
    ] = None
    outcomes: Annotated[
        list[Outcome],
        About(
            "những gì đến sau một nhiệm vụ, kế hoạch; xem bảng kết quả về sau",
            "what came of a priority, a task or a plan; see the table of outcomes",
            [],
            label=("kết quả về sau", "outcomes"),
        ),
    ] = []


class Force(Choice, words="force_"):
    """What a conclusion does: each tells people what to do."""

    DIRECTION = "direction"
    DECISION = "decision"
    GUIDANCE = "guidance"


class RemarkForce(Choice, words="force_"):
    """What a remark does: none tells people what to do."""

    ASSESSMENT = "assessment"
    INFORMATION = "information"
    OPENING = "opening"
    CLOSING = "closing"


class SpokenRecord(StatementRecord):
    """A statement that a person made, or a body or an office."""

    # In strict mode ajv wants each required property defined in the same schema.
    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"properties": {name: True}, "required": [name]} for name in ("by", "by_office")]}
    )

    @model_validator(mode="after")
    def _said_by_someone(self) -> SpokenRecord:
        if self.by is None and self.by_office is None:
            raise PydanticCustomError("no_speaker", "a statement that someone made, without `by` or `by_office`")
        return self


class ConclusionRecord(SpokenRecord):
    """An instruction or a decision at a meeting, by a person or body with authority, with its force."""

    force: Annotated[
        Force,
        Field(strict=False),
        About(
            "kết luận có tác dụng gì: chỉ đạo, quyết định, hướng dẫn",
            "what the conclusion does",
            "direction",
            before="topics",
            label=("tính chất", "force"),
        ),
    ]


class RemarkRecord(SpokenRecord):
    """What someone said at a meeting that tells no one what to do: an assessment, information, opening remarks."""

    force: Annotated[
        RemarkForce,
        Field(strict=False),
        About(
            "ý kiến thuộc loại nào: nhận định, thông tin, phát biểu khai mạc, phát biểu bế mạc",
            "what the remark does",
            "assessment",
            before="topics",
            label=("tính chất", "force"),
        ),
    ]


class AppointmentRecord(SpokenRecord):
    """A decision to appoint, elect or move someone, with who decided it."""

    people: Annotated[
        list[PersonId],
        Field(min_length=1),
        About(
            "mã những người được bổ nhiệm, bầu, điều động",
            "ids of those who were appointed, elected or moved",
            ["nguyen-van-an"],
            before="topics",
            label=("người được bổ nhiệm, điều động", "people appointed or moved"),
        ),
    ]


class ExampleRecord(StatementRecord):
    """A local example; `list_open` where the source's own list of provinces ends with an ellipsis."""

    provinces: Annotated[
        list[ProvinceId],
        Field(min_length=1),
        About(
            "mã các tỉnh của ví dụ",
            "ids of the example’s provinces",
            ["song-ha", "nui-thuong"],
            before="topics",
            label=("tỉnh, thành phố", "provinces"),
        ),
    ]
    list_open: Annotated[
        bool,
        About(
            "`true` khi danh sách tỉnh trong nguồn kết thúc bằng “…”",
            "`true` where the source’s list of provinces ends with “…”",
            True,
            before="topics",
            label=("danh sách tỉnh để ngỏ", "open list of provinces"),
        ),
    ] = False


STATEMENT = RecordType(
    name="statement",
    collection="statements",
    record=StatementRecord,
    address="{page}#{id}",
    title="text",
    groupings=(Grouping("kind", tuple(StatementKind), "kinds/{}/", ("kinds_{}",)),),
    per_page=21,
    search=Searched(text=("text",), context=("force", "attributed_to", "evidence")),
)
