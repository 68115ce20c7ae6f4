"""Topics: `data/topics.yml`."""

from typing import Annotated

from pydantic import AfterValidator, Field

from macros.data.spelling import slug
from macros.records.base import About, Record, Text
from macros.records.record_type import Answers, RecordType, Searched, stated
from macros.records.summary import FEWEST_OF_TOPIC, MOST_OF_TOPIC, Sentence, not_too_short


class Topic(Record):
    """A subject of statements, in `data/topics.yml`."""

    name: Annotated[Text, About("tên chủ đề", "name of the topic", {"vi": "Công tác cán bộ", "en": "Personnel work"})]
    scope: Annotated[
        Text,
        About("gồm những gì", "what it covers", {"vi": "Quy hoạch, luân chuyển.", "en": "Planning, rotation."}),
    ]
    question: Annotated[
        Text | None,
        About(
            "câu hỏi mà người đọc thường đặt ra; trang chủ dùng câu này",
            "what readers ask about it; shown on the home page",
            {"vi": "Quy hoạch, luân chuyển cán bộ thế nào?", "en": "How are cadres planned for and rotated?"},
            label=("câu hỏi", "question"),
        ),
    ] = None
    summary: Annotated[
        list[Sentence],
        AfterValidator(not_too_short),
        Field(
            max_length=MOST_OF_TOPIC,
            json_schema_extra={"anyOf": [{"maxItems": 0}, {"minItems": FEWEST_OF_TOPIC}]},
        ),
        About(
            f"tóm lược của kho tư liệu, từ {FEWEST_OF_TOPIC} đến {MOST_OF_TOPIC} câu; xem bảng tóm lược",
            f"the archive’s own summary, {FEWEST_OF_TOPIC} to {MOST_OF_TOPIC} sentences; see the table of summaries",
            [],
            label=("tóm lược của kho tư liệu", "our summary"),
        ),
    ] = []
    figures_seen: Annotated[
        Text | None,
        About(
            "bảng số liệu của chủ đề cho thấy gì, những số nào không cộng, không so được với nhau",
            "what the topic’s table of figures shows, and which of them can be neither added nor compared",
            {"vi": "Hai số kết nạp, hai kỳ tính khác nhau.", "en": "Two counts of admissions over two spans."},
            label=("bảng số liệu cho thấy gì", "what the figures show"),
        ),
    ] = None


def _new_id(answers: Answers) -> str:
    return slug(answers.get("name.en") or stated(answers, "name.vi"))


TOPIC = RecordType(
    name="topic",
    template="topic",
    is_sourced=False,
    collection="topics",
    has_card=True,
    noun=("chủ đề", "topic"),
    must_be_named=True,
    schema_org="DefinedTerm",
    linked={"description": "scope"},
    record=Topic,
    file="topics.yml",
    address="topics/{id}/",
    title="name",
    description="scope",
    lists=("statement", "figure"),
    asked=("name.vi", "name.en"),
    make_id=_new_id,
    search=Searched(title=("name",), text=("scope",), context=("summary",)),
)
