"""Edits of records that are there."""

from __future__ import annotations

from macros.records import MeetingRecord
from macros.records.blank import blank
from macros.text.language import Language
from tests.edits.edit import MEETING, Case, Edit, error, existing, fine, warning, written

BRIEFING = "data/meetings/2030-06-12.yml"
COURSE = "data/meetings/2031-05-08.yml"
PROVINCES = "data/provinces.yml"
_FRAME = blank(MeetingRecord, Language.VI)
_PLACES_TO_FILL = sum("CẦN ĐIỀN" in line and not line.lstrip().startswith("#") for line in _FRAME.splitlines())

CASES: list[Case] = [
    fine(
        "an English sentence", existing(COURSE, ("en: The source prints both days.", "en: The source names both days."))
    ),
    warning(
        "a Vietnamese sentence",
        existing(COURSE, ("vi: Nguồn in hai ngày.\n  en: ", "vi: Nguồn in cả hai ngày.\n  en: ¦")),
        "outdated-translation",
        "Tiếng Anh chưa theo kịp tiếng Việt",
    ),
    fine("completeness", existing(COURSE, ("completeness: partial", "completeness: full"))),
    fine("the name of a person", existing("data/people.yml", ("name: Đặng Khải Minh", "name: Đặng Khải Minh Anh"))),
    error(
        "a topic of a statement misspelled",
        existing(COURSE, ("topics: [training]", "topics: [¦trainin]")),
        "unknown-id",
        "Có phải bạn muốn viết “training”?",
    ),
    error(
        "a province without its unit",
        existing(
            PROVINCES,
            (
                "  moc-linh:\n    name:",
                "  dong-ha:\n    name:\n      vi: Tỉnh Đông Hà\n    short:\n      vi: Đông Hà\n"
                "    tile:\n      row: 2\n      column: 2\n    successor: ¦moc-linh\n"
                "    sources: [nghi-quyet]\n  moc-linh:\n    name:",
            ),
        ),
        "province-and-its-unit",
        "Đơn vị “moc-linh” không ghi tỉnh “dong-ha” ở `formed_from:`",
        also="not-translated",
    ),
    error(
        "a review of another year without its other files",
        written("data/reviews/2032/lessons.yml", "lessons: ¦[]\n", person=False),
        "too-short",
        "Thiếu tệp này, và thiếu cả achievements.yml, priorities.yml",
        also="data",
    ),
    error(
        "a review in a folder with full-width digits",
        written("data/reviews/２０３２/review.yml", "x: y\n", person=False),
        "data",
        "một thư mục mang số năm",
        where="data/reviews/２０３２:1:1",
    ),
    error(
        "the frame of a button as it is",
        written(MEETING, _FRAME.replace("vi: CẦN", "vi: ¦CẦN", 1), person=False),
        "unfilled",
        "là chỗ phải điền",
        also=" ".join(["unfilled"] * (_PLACES_TO_FILL - 1)),
    ),
]
# What reviewers of a change are reported of it.
CHANGES: list[tuple[str, Edit, bool, tuple[str, ...]]] = [
    (
        "an English sentence",
        existing(COURSE, ("en: All four provinces sent", "en: Each of the four provinces sent")),
        False,
        ("meetings/2031-05-08/#all-provinces-sent-staff", "Each of"),
    ),
    ("a figure", existing(BRIEFING, ("value: 1240", "value: 1250")), False, ("#cells-in-the-region", "1.240", "1.250")),
    (
        "the source of a figure",
        existing(BRIEFING, ("topics: [grassroots]\n    source: s1", "topics: [grassroots]\n    source: s2")),
        False,
        ("#cells-in-the-region", "Đài Mộc Lĩnh"),
    ),
    (
        "the address of a source",
        existing(COURSE, ("org/boi-duong", "org/tap-huan")),
        False,
        ("meetings/2031-05-08/", "tap-huan"),
    ),
    (
        "completeness",
        existing(COURSE, ("completeness: partial", "completeness: full")),
        False,
        ("meetings/2031-05-08/",),
    ),
    (
        "the id of a statement",
        existing(COURSE, ("id: all-provinces-sent-staff", "id: all-sent-staff")),
        True,
        ("meetings/2031-05-08/#all-provinces-sent-staff", "meetings/2031-05-08/#all-sent-staff"),
    ),
    ("the name of a person", existing("data/people.yml", ("name: Vũ Hà Ngân", "name: Vũ Hà Ngần")), False, ("Ngần",)),
]
