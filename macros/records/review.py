"""A year's review: the four files of `data/reviews/<year>/`. It is not a meeting."""

from typing import Annotated

from pydantic import Field

from macros.records.base import About, CalendarYear, MeetingId, Record, Slug, Text
from macros.records.figure import Figure
from macros.records.record_type import Answers, RecordType
from macros.records.source import Source
from macros.records.statement import ExampleRecord, StatementKind, StatementRecord


class ReviewRecord(Record):
    """A published overview of a year: `data/reviews/<year>/review.yml`."""

    title: Annotated[Text, About("tên bài tổng quan", "name of the review", {"vi": "Tổng quan", "en": "Overview"})]
    period: Annotated[Text, About("giai đoạn", "period", {"vi": "năm 2021", "en": "2021"})]
    lead: Annotated[
        Text | None,
        About(
            "nói thêm ở đầu mỗi trang về bài tổng quan hoặc nơi đăng; bài là nguồn đầu tiên",
            "more on the overview, which is the first source, or on its publisher, at the head of each page",
            {"vi": "Tạp chí ra hằng tháng.", "en": "The journal is a monthly."},
            label=("nói thêm về bài tổng quan", "more on the overview"),
        ),
    ] = None
    not_meetings: Annotated[
        list[MeetingId],
        About(
            "mã các hội nghị dễ lầm với bài tổng quan; mỗi trang ghi rõ điều đó",
            "ids of meetings that could be mistaken for the review; each page says so",
            ["2021-06-23"],
        ),
    ] = []
    notes: Annotated[
        list[Text],
        About(
            "các điều còn nghi ngờ",
            "doubts",
            [{"vi": "Chưa rõ ngày đăng.", "en": "Day not known."}],
            label=("điều còn nghi ngờ", "doubts"),
        ),
    ] = []
    sources: Annotated[
        list[Source],
        Field(min_length=1),
        About("ít nhất một nguồn", "at least one source", [], label=("nguồn", "sources")),
    ]


class Group(Record):
    """A heading of a review (an area of results, a lesson, a priority) with the statements under it."""

    id: Annotated[Slug, About("mã trong tệp; không bao giờ đổi", "id within the file; never changes", "local-examples")]
    title: Annotated[Text, About("tiêu đề", "heading", {"vi": "Giữ nguyên tắc, đoàn kết", "en": "Principle and unity"})]
    statements: Annotated[list[StatementRecord], Field(min_length=1), About("các ý ghi nhận", "statements", [])]


class Area(Group):
    """An area of results: statements, local examples and figures."""

    examples: Annotated[list[ExampleRecord], About("ví dụ ở địa phương", "local examples", [])] = []
    figures: Annotated[list[Figure], About("số liệu", "figures", [])] = []


class AchievementsFile(Record):
    """`data/reviews/<year>/achievements.yml`."""

    areas: Annotated[
        list[Area], StatementKind.RESULT, Field(min_length=1), About("các mặt công tác", "areas of work", [])
    ]


class LessonsFile(Record):
    """`data/reviews/<year>/lessons.yml`."""

    lessons: Annotated[list[Group], StatementKind.LESSON, Field(min_length=1), About("các bài học", "lessons", [])]


class PrioritiesFile(Record):
    """`data/reviews/<year>/priorities.yml`: the priorities set for the year that follows."""

    year: Annotated[int, CalendarYear(), About("năm của các nhiệm vụ", "year of the priorities", 2022)]
    frame: Annotated[
        list[StatementRecord],
        StatementKind.PRIORITY,
        About(
            "những ý chung cho mọi nhiệm vụ", "statements about all priorities", [], label=("bối cảnh chung", "frame")
        ),
    ] = []
    priorities: Annotated[
        list[Group], StatementKind.PRIORITY, Field(min_length=1), About("các nhiệm vụ", "priorities", [])
    ]


def _year(answers: Answers) -> str:
    return answers.get("year", "")


def _priorities_of(year: str) -> Answers:
    return {"year": str(int(year) + 1)}


# A review is a folder, named by its year, with a file of each of these types.
REVIEW = RecordType(
    name="review",
    collection="reviews",
    record=ReviewRecord,
    file="reviews/*/review.yml",
    title="title",
    asked=("year", "title.vi", "title.en"),
    make_id=_year,
    id_asked=About("năm của bài tổng quan, như 2021", "year of the review, such as 2021"),
    id_form="[12][0-9]{3}",
)
ACHIEVEMENTS = RecordType(
    name="achievements",
    template="review",
    collection="achievements",
    record=AchievementsFile,
    file="reviews/*/achievements.yml",
    address="reviews/{id}/achievements/",
    has_card=True,
    is_announced=True,
)
LESSONS = RecordType(
    name="lessons",
    template="review",
    collection="lessons",
    record=LessonsFile,
    file="reviews/*/lessons.yml",
    address="reviews/{id}/lessons/",
    has_card=True,
    is_announced=True,
)
PRIORITIES = RecordType(
    name="priorities",
    template="review",
    collection="priorities",
    record=PrioritiesFile,
    file="reviews/*/priorities.yml",
    address="reviews/{id}/priorities/",
    has_card=True,
    is_announced=True,
    follows=_priorities_of,
)
