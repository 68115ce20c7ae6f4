"""Whatever a file holds, a message has its own lines only, and nothing in it acts or is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.build.preview import Message as Shown
from macros.checks.loading import examine
from macros.commands.findings import FORMATS, Findings, as_summary
from macros.commands.terminal import problem_text
from macros.data.problems import Message, Place, Problem
from macros.data.showing import shown
from macros.records.messages import AND_MORE
from macros.text.language import Language
from macros.text.markdown import inert
from tests.support.project import copy_small_data

MEETING = "data/meetings/2031-06-18.yml"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Đảng bộ 12/2031 “a” …", "Đảng bộ 12/2031 “a” …"),
        ("a\nb", "a⟨U+000A⟩b"),
        ("a\tb\x1b[31m\x07\x00", "a⟨U+0009⟩b⟨U+001B⟩[31m⟨U+0007⟩⟨U+0000⟩"),
        ("a\u202eb\u2066", "a⟨U+202E RIGHT-TO-LEFT OVERRIDE⟩b⟨U+2066 LEFT-TO-RIGHT ISOLATE⟩"),
        ("\U000e0041\u200b", "⟨U+E0041 TAG LATIN CAPITAL LETTER A⟩⟨U+200B ZERO WIDTH SPACE⟩"),
        ("\u3164\ufe0f\u2800", "⟨U+3164 HANGUL FILLER⟩⟨U+FE0F VARIATION SELECTOR-16⟩⟨U+2800 BRAILLE PATTERN BLANK⟩"),
        ("\u00a0\u2028\udcff", "⟨U+00A0 NO-BREAK SPACE⟩⟨U+2028 LINE SEPARATOR⟩⟨U+DCFF⟩"),
    ],
)
def test_what_is_not_seen_is_named(text: str, seen: str) -> None:
    assert shown(text) == seen
    assert shown(seen) == seen


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Thiếu:\n- `place:` nơi\n  - `vi:` tên", "Thiếu:\n- `place:` nơi\n  - `vi:` tên"),
        ("“a\n::error::b” là mã", "“a⟨U+000A⟩::error::b” là mã"),
        (f"“{'x' * 300}” không có", f"“{'x' * 200}…” không có"),
        ("x" * 9000, "x" * 4000 + "…"),
    ],
)
def test_a_message_has_its_own_lines_and_is_not_endless(said: str, kept: str) -> None:
    assert Message(Place("data/x.yml"), said, said).vi == kept
    assert Problem(Place("data/x.yml"), said, said).en == kept


HOSTILE = {
    "a key": ("level: regional", '"a\\n::error::x\\e]0;pwn\\a\\e[31m": 1\nlevel: regional'),
    "an id": ("id: s1", 'id: "s1\\n::error::x\\e[31m"'),
    "an id that turns": ("id: s1", 'id: "s1\u202ex\U000e0041"'),
    "a value": ("level: regional", 'level: "reg\\u200bional\\u202e\\n::error::x"'),
    "a line": ("level: regional", "level: a\u202e\u2066b"),
    "a long anchor": ("level: regional", f"level: &{'a' * 50_000} regional"),
    "a long number": ("level: regional", f"level: 0x{'f' * 9_000}"),
    "a title": ("vi: Hội nghị giao ban", f"vi: {'a ' * 40_000}"),
}


@pytest.mark.parametrize(("old", "new"), HOSTILE.values(), ids=HOSTILE)
def test_no_format_lets_anything_act(tmp_path: Path, old: str, new: str) -> None:
    data = copy_small_data(tmp_path / "data")
    file = tmp_path / MEETING
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    _, problems = examine(data)
    assert problems
    for name in ("text", "github", "json"):
        said = FORMATS[name](Findings.all(problems), tmp_path, list(Language))
        assert all(letter.isprintable() or letter == "\n" for letter in said)
        assert not any(line.lstrip().startswith("::") for line in said.split("\n") if name != "github")
        assert not any(line.lstrip().startswith("::error::") for line in said.split("\n"))
    assert max(len(each.vi) for each in problems) <= 4001
    assert all(len(line) < 20_000 for line in as_summary(Findings.all(problems), list(Language)).split("\n"))


def test_the_line_below_a_message_names_what_is_hidden_and_the_caret_stays(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("a\u202eb: c\n", "utf-8")
    problem = Problem(Place("x.yml", 1, 5), "Sai.", "Wrong.")
    *_, line, caret = problem_text(problem, tmp_path, list(Language)).split("\n")
    assert line == "  1 | a⟨U+202E RIGHT-TO-LEFT OVERRIDE⟩b: c"
    assert line[caret.index("^")] == " "
    assert Shown.of(problem, tmp_path).line == ("a⟨U+202E RIGHT-TO-LEFT OVERRIDE⟩b:", " c")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("@nhom #12 !3", "@\u200bnhom \\#\u200b12 \\!\u200b3"),
        ("GH-12 https://github.com/a/b/issues/1", "GH\\-\u200b12 https:\u200b//github.com/a/b/issues/1"),
        ("0123456789abcdef0123456789abcdef01234567", "0\u200b123456789abcdef0123456789abcdef01234567"),
        ("&commat;a <b>", "&amp;commat;a &lt;b&gt;"),
        ("a\u202eb", "a⟨U\\+202E RIGHT\\-TO\\-LEFT OVERRIDE⟩b"),
    ],
)
def test_markdown_of_a_forge_acts_on_nothing(text: str, markdown: str) -> None:
    assert inert(text) == markdown


def test_thousands_of_mistakes_are_counted_rather_than_explained(tmp_path: Path) -> None:
    data = copy_small_data(tmp_path / "data")
    file = tmp_path / MEETING
    file.write_text("".join(f"k{n}: 1\n" for n in range(20_000)) + file.read_text("utf-8"), "utf-8")
    _, problems = examine(data)
    [more] = [problem for problem in problems if problem.rule == "and-more"]
    assert more.en == AND_MORE.format(count=19_800).en
    assert more.place == Place(MEETING, 201)
