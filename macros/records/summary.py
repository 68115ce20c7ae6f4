"""The archive's own summary of a meeting or a topic: sentences, each with the statements and figures it rests on."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field
from pydantic_core import PydanticCustomError

from macros.records.base import About, ItemId, Record, Text
from macros.text.language import Language
from macros.text.passages import joined

FEWEST_OF_TOPIC, MOST_OF_TOPIC = 3, 5
MOST_OF_MEETING = 3


class Sentence(Record):
    """One sentence of a summary. It says nothing that what it rests on does not say (`checks/rules/summaries.py`)."""

    text: Annotated[
        Text,
        About(
            "một câu, bằng lời của kho tư liệu",
            "one sentence, in the archive’s own words",
            {"vi": "Hội nghị bàn việc bồi dưỡng cán bộ.", "en": "The meeting discussed the training of cadres."},
            label=("câu", "sentence"),
        ),
    ]
    rests_on: Annotated[
        list[ItemId],
        Field(min_length=1),
        About(
            "mã các ý ghi nhận, số liệu mà câu tóm lại: ở hội nghị là mã trong tệp, "
            "ở chủ đề là mã đủ như `meetings/2022-06-29/careful-and-rigorous`",
            "ids of the statements and figures that the sentence sums up: at a meeting ids within the file, "
            "at a topic whole ids such as `meetings/2022-06-29/careful-and-rigorous`",
            ["careful-and-rigorous"],
            label=("căn cứ", "rests on"),
        ),
    ]


def not_too_short(summary: list[Sentence]) -> list[Sentence]:
    """The summary of a topic, which has none or some sentences: one or two would leave most of the topic out."""
    if 0 < len(summary) < FEWEST_OF_TOPIC:
        raise PydanticCustomError("too_few", "too few sentences", {"min_length": FEWEST_OF_TOPIC})
    return summary


def in_full(summary: Iterable[Sentence], language: Language) -> str:
    """A summary as running text, without what it rests on."""
    return joined(" ", [each.text[language] for each in summary])
