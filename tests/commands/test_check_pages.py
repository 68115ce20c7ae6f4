"""What the check says of the English of hand-written pages, at its line, beside the Vietnamese of the same part."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.archive.data_files import Content, DataFile
from macros.checks.pages import english_pages
from tests.rules.english import pair

_CONTENT = Content({name: DataFile(name, text.encode()) for name, text in pair("A", "B").items()})
_VI = "---\ntitle: A\n---\n\n# A\n\n## B {: #b }\n\nCán bộ trẻ.\n\n## C {: #c }\n\nLãnh đạo.\n"
_EN = "---\ntitle: A\n---\n\n# A\n\n## B {: #b }\n\n{}\n\n## C {: #c }\n\n{}\n"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Young cadres.", "The officials of the province.", []),
        ("Young officials.", "The leaders.", [("one-word-for-a-term", 9, 7)]),
        (
            "In Hoang Trach.",
            "Since 2020-2025.",
            [("name-without-accents-in-english", 9, 4), ("range-in-english", 13, 7)],
        ),
        ("On June 29, 2022.", "`officials`", [("date-in-english", 9, 4)]),
        ("{{ officials }} [x](officials.md) `2020-2025`", "A\n\n```\n2020-2025\n```", []),
    ],
)
def test_each_part_is_compared(tmp_path: Path, first: str, second: str, found: list[tuple[str, int, int]]) -> None:
    for language, text in {"vi": _VI, "en": _EN.replace("{}", first, 1).replace("{}", second, 1)}.items():
        (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / "docs" / language / "a.md").write_text(text, "utf-8")
    problems = list(english_pages(tmp_path / "docs", _CONTENT))
    assert [(each.rule, each.place.line, each.place.column) for each in problems] == found
    assert all(each.place.file == "docs/en/a.md" and each.vi != each.en for each in problems)


def test_a_page_of_one_language_alone_is_no_fault_here(tmp_path: Path) -> None:
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "docs/en/a.md").write_text("# A\n", "utf-8")
    assert list(english_pages(tmp_path / "docs", _CONTENT)) == []
