"""Evidence: where in its source a statement or a figure is, and words of the source by which it can be checked."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from macros.records.base import About, AsPrinted, Record, Text

MOST_WORDINGS = 2
FEWEST_WORDS, MOST_WORDS = 2, 8
LONGEST = 120  # letters


def _few_words(expression: str) -> str:
    """A source’s sentences are not copied, only fixed expressions."""
    if not FEWEST_WORDS <= len(expression.split()) <= MOST_WORDS:
        raise PydanticCustomError(
            "not_an_expression", "too many words, or too few", {"fewest": FEWEST_WORDS, "most": MOST_WORDS}
        )
    return expression


Expression = Annotated[
    str,
    StringConstraints(max_length=LONGEST),
    AfterValidator(_few_words),
    WithJsonSchema(
        {"type": "string", "pattern": f"^\\S+( \\S+){{{FEWEST_WORDS - 1},{MOST_WORDS - 1}}}$", "maxLength": LONGEST}
    ),
]


class Evidence(Record):
    """Where in its source something is stated, and how the source words it."""

    paragraph: Annotated[
        int | None,
        Field(ge=1, le=999),
        About(
            "đoạn thứ mấy của bài, không kể nhan đề, tác giả, chú thích ảnh và tiêu đề nhỏ",
            "paragraph of the text, not counting title, author, captions and headings",
            7,
            label=("đoạn", "paragraph"),
        ),
    ] = None
    part: Annotated[
        Text | None,
        About(
            "chỗ khác trong nguồn, như chú thích ảnh, nhan đề, phần của báo cáo",
            "another place in the source, such as a caption, the title, a part of a report",
            {"vi": "chú thích ảnh", "en": "a caption"},
            label=("chỗ trong nguồn", "place in the source"),
        ),
    ] = None
    wording: Annotated[
        list[Expression],
        AsPrinted(),
        Field(max_length=MOST_WORDINGS),
        About(
            f"nhiều nhất {MOST_WORDINGS} cụm từ của nguồn, từ {FEWEST_WORDS} đến {MOST_WORDS} tiếng, không liền nhau",
            f"at most {MOST_WORDINGS} expressions as printed, {FEWEST_WORDS} to {MOST_WORDS} words each, not touching",
            ["xây dựng, chỉnh đốn Đảng"],
            label=("nguyên văn", "as printed"),
        ),
    ] = []

    @model_validator(mode="after")
    def _says_something(self) -> "Evidence":
        if self.paragraph is None and self.part is None and not self.wording:
            raise PydanticCustomError("no_evidence", "evidence without a place or words")
        return self
