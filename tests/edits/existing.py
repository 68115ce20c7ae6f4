"""Edits of records that are there."""

from __future__ import annotations

from tests.edits.edit import Case, error, existing, fine, warning

COURSE = "data/meetings/2031-05-08.yml"
PROVINCES = "data/provinces.yml"

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
]
