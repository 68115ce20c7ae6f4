"""Facts with a source: statements and figures."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.data.numerals import MOST_DIGITS, in_digits, plain
from macros.records.base import About, DocumentId, PersonId, ProvinceId, Record, Slug, SourceId, Text, TopicId, When
from macros.records.choice import Choice
from macros.text.approximations import amount
from macros.text.language import Language, number, word
from macros.text.passages import joined

LARGEST = 10**MOST_DIGITS - 1
_NOTE = {"vi": "Nguồn thứ hai ghi 28.940.", "en": "The second source prints 28,940."}


class Approximation(Choice, words="approximation_"):
    """How a source says that a number is not exact; `macros/text/approximations.py` has the words for each."""

    MORE_THAN = "more-than"
    NEARLY = "nearly"
    ABOUT = "about"
    LESS_THAN = "less-than"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"

    @property
    def is_least(self) -> bool:
        """True where the number is the least that can be."""
        return self in (Approximation.MORE_THAN, Approximation.AT_LEAST)

    @property
    def is_most(self) -> bool:
        """True where the number is the most that can be."""
        return self in (Approximation.NEARLY, Approximation.LESS_THAN, Approximation.AT_MOST)


def _number(value: Any) -> Any:
    if isinstance(value, str) and (meant := amount(value)):
        (first, unit), (last, _) = (in_digits(written, meant.unit) for written in (meant.first, meant.last))
        lines = [f"value: {first or plain(meant.first)}"]
        if meant.last:
            lines.append(f"value_to: {last or plain(meant.last)}")
        if meant.approximation:
            lines.append(f"approximation: {meant.approximation}")
        raise PydanticCustomError(
            "approximate", "a number with words", {"lines": "`, `".join(lines), "unit": unit if first else meant.unit}
        )
    # 20.739 is how Vietnamese print writes 20739, and YAML reads it as 20 and a bit.
    if isinstance(value, float) and round(value, 2) != value:
        raise PydanticCustomError("thousands", "three decimals", {"joined": str(value).replace(".", "")})
    return value


_Number = Annotated[
    Annotated[int, Field(ge=0, le=LARGEST)] | Annotated[float, Field(ge=0, le=LARGEST)],
    BeforeValidator(_number),
]


class Figure(Record):
    """A number with its unit, what it counts, the date or period it holds for, and its source."""

    id: Annotated[
        Slug,
        About("mã trong tệp; không bao giờ đổi", "id within the file; never changes", "members-admitted"),
    ]
    value: Annotated[
        _Number,
        About(
            "số, không có dấu ngăn cách hàng nghìn",
            "the number, without thousands separators",
            20739,
            label=("con số", "value"),
        ),
    ]
    value_to: Annotated[
        _Number | None,
        About(
            "số cuối, khi nguồn nêu một khoảng như “từ 75 đến 80”",
            "the last number, where the source gives a range such as “75 to 80”",
            80,
            label=("số cuối của khoảng", "end of the range"),
        ),
    ] = None
    approximation: Annotated[
        Approximation | None,
        Field(strict=False),
        About(
            "khi nguồn không nêu số chính xác: hơn, gần, khoảng, dưới, ít nhất, nhiều nhất",
            "where the source gives no exact number",
            "more-than",
            label=("số không chính xác", "approximation"),
        ),
    ] = None
    unit: Annotated[Text, About("đơn vị", "unit", {"vi": "đảng viên", "en": "Party members"})]
    what: Annotated[
        Text,
        About(
            "số này đếm cái gì",
            "what the number counts",
            {"vi": "số người được kết nạp Đảng", "en": "people admitted to the Party"},
            label=("đếm cái gì", "what is counted"),
        ),
    ]
    as_of: Annotated[
        When,
        About(
            "thời điểm hoặc giai đoạn",
            "date or period it holds for",
            "2021-11-30",
            label=("thời điểm", "date or period"),
        ),
    ]
    note: Annotated[
        Text | None, About("ghi chú, số khác của nguồn khác", "a note, or another source’s number", _NOTE)
    ] = None
    topics: Annotated[
        list[TopicId], About("mã các chủ đề", "ids of topics", ["members"], label=("chủ đề", "topics"))
    ] = []
    provinces: Annotated[
        list[ProvinceId], About("mã các tỉnh", "ids of provinces", ["song-ha"], label=("tỉnh, thành phố", "provinces"))
    ] = []
    source: Annotated[
        SourceId, About("mã nguồn trong `sources:`", "id of a source in `sources:`", "s1", label=("nguồn", "source"))
    ]

    @model_validator(mode="after")
    def _is_a_range(self) -> Figure:
        if self.value_to is not None:
            if self.value_to <= self.value:
                raise PydanticCustomError(
                    "range_backwards",
                    "a range that ends before it begins",
                    {"first": self.value, "last": self.value_to},
                )
            if self.approximation not in (None, Approximation.ABOUT):
                raise PydanticCustomError("range_with_bound", "a range of which an end is a bound itself")
        return self

    def quantity(self, language: Language) -> str:
        """The number as the source states it, without its unit: “hơn 58.000”, “từ 75 đến 80”; “more than 58,000”."""
        said = number(self.value, language)
        if self.value_to is not None:
            said = word("range", language).format(first=said, last=number(self.value_to, language))
        if self.approximation is not None:
            said = f"{word(f'approximation_{self.approximation}', language)} {said}"
        return said

    def amount(self, language: Language) -> str:
        """The number with its unit: “hơn 58.000 đảng viên”, “16,25%”."""
        unit = self.unit[language]
        return joined("" if unit == "%" else " ", (self.quantity(language), unit))


class StatementKind(StrEnum):
    """What sort of thing a statement is; it marks the field that lists statements of the kind."""

    RESULT = "result"
    DIFFICULTY = "difficulty"
    LESSON = "lesson"
    PRIORITY = "priority"
    CONCLUSION = "conclusion"
    TASK = "task"


def kinds(record: type[Record]) -> dict[str, StatementKind]:
    """The kinds of statements that a record lists, by field, in the order in which the fields are written."""
    fields = record.fields().items()
    return {name: mark for name, field in fields for mark in field.metadata if isinstance(mark, StatementKind)}


class StatementRecord(Record):
    """One thing said or reported. Its kind follows from the list it is in."""

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


class Force(Choice, words="force_"):
    """What a conclusion does: the first three tell people what to do, the others do not."""

    DIRECTION = "direction"
    DECISION = "decision"
    GUIDANCE = "guidance"
    ASSESSMENT = "assessment"
    INFORMATION = "information"
    OPENING = "opening"
    CLOSING = "closing"

    @property
    def binding(self) -> bool:
        """True for direction, decision and guidance."""
        return self in (Force.DIRECTION, Force.DECISION, Force.GUIDANCE)


class ConclusionRecord(StatementRecord):
    """What somebody concluded at a meeting, with its force and who said it."""

    # In strict mode ajv wants each required property defined in the same schema.
    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"properties": {name: True}, "required": [name]} for name in ("by", "by_office")]}
    )

    force: Annotated[
        Force,
        Field(strict=False),
        About(
            "kết luận có tác dụng gì: chỉ đạo, quyết định, hướng dẫn, nhận định, thông tin, khai mạc, bế mạc",
            "what the conclusion does",
            "direction",
            before="topics",
            label=("tính chất", "force"),
        ),
    ]

    @model_validator(mode="after")
    def _said_by_somebody(self) -> ConclusionRecord:
        if self.by is None and self.by_office is None:
            raise PydanticCustomError("nobody", "a conclusion without `by` or `by_office`")
        return self


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
