"""Pages of both languages have the same headings in order, with the same ids; a difference is reported at its line."""

from __future__ import annotations

import pytest

from macros.pages.authoring.page_checks import header_problems, language_mismatches

BOTH = "# Trang\n\n## Một {: #one }\n\n```md\n## In mã\n```\n\n### Hai\n\n## Ba {: .x #three }\n"
WRONG = [
    ("another id", BOTH.replace("#one", "#mot"), 3, "“## Một {: #mot }”; ở docs/en/x.md: dòng 3 là “## Một {: #one }”"),
    ("no id", BOTH.replace(" {: #one }", ""), 3, "“## Một”; ở docs/en/x.md: dòng 3 là “## Một {: #one }”"),
    ("another level", BOTH.replace("### Hai", "## Hai"), 9, "“## Hai”; ở docs/en/x.md: dòng 9 là “### Hai”"),
    (
        "one left out",
        BOTH.replace("### Hai\n", "\n"),
        11,
        "“## Ba {: .x #three }”; ở docs/en/x.md: dòng 9 là “### Hai”",
    ),
    (
        "the last left out",
        BOTH.replace("## Ba {: .x #three }\n", ""),
        10,
        "Ở đây: hết tiêu đề; ở docs/en/x.md: dòng 11",
    ),
    ("one more", f"{BOTH}\n## Bốn\n", 13, "Ở đây: “## Bốn”; ở docs/en/x.md: hết tiêu đề"),
]


@pytest.mark.parametrize(("vi", "line", "said"), [wrong[1:] for wrong in WRONG], ids=[wrong[0] for wrong in WRONG])
def test_headings_that_differ_are_reported(vi: str, line: int, said: str) -> None:
    [reported] = language_mismatches("docs", {"vi/x.md": vi, "en/x.md": BOTH})
    assert str(reported.place) == f"docs/vi/x.md:{line}:1"
    assert said in reported.vi
    assert "the same headings in order" in reported.en


def test_headings_may_be_worded_in_either_language() -> None:
    assert (
        list(language_mismatches("docs", {"vi/x.md": BOTH, "en/x.md": BOTH.replace("Một", "One").replace("In mã", "")}))
        == []
    )


@pytest.mark.parametrize(
    ("text", "meta", "line", "said"),
    [
        ("---\ntitle: A\ndescription B\n---\n", {}, 3, "thiếu `title:`, `description:`"),
        ("# A\n", {}, 1, "thiếu `title:`, `description:`"),
        ("---\ntitle: A\n---\n", {"title": "A"}, 1, "thiếu `description:`"),
        ("title: A\ndescription: B\n---\n", {"title": "A", "description": "B"}, 1, "thiếu `title:`, `description:`"),
        ("---\ntitle: 2023\ndescription: B\n---\n", {"title": 2023, "description": "B"}, 2, "`title:` cần chữ"),
    ],
)
def test_a_header_lacks_what_it_needs(text: str, meta: dict[str, object], line: int, said: str) -> None:
    [reported] = header_problems("docs/vi/x.md", text, meta)
    assert str(reported.place) == f"docs/vi/x.md:{line}:1"
    assert said in reported.vi
