"""The congress of a unit's Party organisation, as one row of a table: when, who took part, whom it named."""

from typing import Annotated

from pydantic import Field

from macros.records.base import About, Line, Record, SourceId, Text, When
from macros.records.choice import Choice
from macros.records.figure import LARGEST, Approximation
from macros.text.language import Language, number, word


class Named(Choice, words="named_"):
    """How a committee came about."""

    APPOINTED = "appointed"
    ELECTED = "elected"


class Count(Record):
    """How many there were, as the source says it."""

    value: Annotated[int, Field(ge=1, le=LARGEST), About("số", "number", 450)]
    approximation: Annotated[
        Approximation | None,
        Field(strict=False),
        About("khi nguồn không nêu số chính xác", "where the source gives no exact number", "more-than"),
    ] = None

    def quantity(self, language: Language) -> str:
        """The number in words of a language: `hơn 58.000`."""
        said = number(self.value, language)
        return f"{word(f'approximation_{self.approximation}', language)} {said}" if self.approximation else said


class Congress(Record):
    """A congress; what sources say differently of it is in `notes`, with each of them."""

    number: Annotated[
        Text,
        About("lần thứ mấy, nhiệm kỳ", "which one, term", {"vi": "lần thứ I", "en": "1st"}, label=("lần", "which")),
    ]
    date: Annotated[When, About("ngày họp", "date", "2031-09-10/12", label=("ngày", "date"))]
    delegates: Annotated[
        Count, About("số đại biểu", "number of delegates", {"value": 450}, label=("đại biểu", "delegates"))
    ]
    members: Annotated[
        Count,
        About(
            "số đảng viên của đảng bộ", "members of the organisation", {"value": 91788}, label=("đảng viên", "members")
        ),
    ]
    committee: Annotated[
        Count,
        About(
            "số ủy viên Ban Chấp hành", "members of the committee", {"value": 68}, label=("Ban Chấp hành", "committee")
        ),
    ]
    standing_committee: Annotated[
        Count,
        About(
            "số ủy viên Ban Thường vụ",
            "members of the standing committee",
            {"value": 17},
            label=("Ban Thường vụ", "standing committee"),
        ),
    ]
    named: Annotated[
        Named,
        Field(strict=False),
        About("cấp ủy được chỉ định hay bầu", "whether the committee was appointed or elected", "appointed"),
    ]
    secretary: Annotated[Line, About("bí thư", "secretary", "Nguyễn Văn An")]
    notes: Annotated[
        list[Text],
        About(
            "các nguồn nói khác nhau, và thay đổi về sau",
            "where sources differ, and later changes",
            [{"vi": "Báo khác ghi 24.", "en": "Another paper has 24."}],
            label=("ghi chú", "notes"),
        ),
    ] = []
    sources: Annotated[
        list[SourceId],
        Field(min_length=1),
        About("mã các nguồn", "ids of the sources", ["s1"], label=("nguồn", "sources")),
    ]
