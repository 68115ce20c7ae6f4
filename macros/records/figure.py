"""Figures: numbers with a unit and a source."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.data.numerals import MOST_DIGITS, in_digits, plain
from macros.records.base import About, NotStated, ProvinceId, Record, Slug, SourceId, Text, TopicId, When
from macros.records.choice import Choice
from macros.records.evidence import Evidence
from macros.records.record_type import RecordType, Searched
from macros.text.approximations import amount
from macros.text.dates import PartialDate
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
    counted_from: Annotated[
        When | NotStated | None,
        About(
            "khi số đếm trong một kỳ: kỳ bắt đầu từ khi nào, hoặc `not-stated`; `as_of` là khi kỳ kết thúc",
            "of a number counted over a span: from when, or `not-stated`; `as_of` says when the span ends",
            "2021-01",
            label=("đếm từ", "counted from"),
        ),
    ] = None
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
    evidence: Annotated[
        Evidence | None,
        About(
            "chỗ trong nguồn và nguyên văn ngắn, để người đọc đối chiếu",
            "where in the source it is, and short expressions of the source",
            {"paragraph": 7, "wording": ["xây dựng, chỉnh đốn Đảng"]},
            label=("căn cứ trong nguồn", "evidence"),
        ),
    ] = None

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
        if isinstance(self.counted_from, PartialDate) and self.counted_from.start > self.as_of.end:
            raise PydanticCustomError(
                "counted_backwards", "a span that ends before it begins", {"end": str(self.as_of)}
            )
        return self

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day over which it was counted; None where that is not known, or it is of a day."""
        if not isinstance(self.counted_from, PartialDate):
            return None
        return self.counted_from.start, self.as_of.end

    def counted(self, language: Language) -> str:
        """When it was counted: `năm 2025`, `từ 2015 đến tháng 5-2020`, `đến 30-11-2023 (không rõ từ khi nào)`."""
        end = self.as_of.shown(language)
        if self.counted_from is None or self.counted_from == self.as_of:
            return end
        if not isinstance(self.counted_from, PartialDate):
            return word("counted_to", language).format(end=end)
        return word("counted_from_to", language).format(begin=self.counted_from.shown(language), end=end)

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


FIGURE = RecordType(
    name="figure",
    collection="figures",
    record=Figure,
    address="{page}#{id}",
    title="what",
    date="as_of",
    parts="figures/",
    per_page=25,
    search=Searched(text=("what",), context=("note", "evidence")),
)
