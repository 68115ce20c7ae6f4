"""Pages and pictures of `docs/` run nothing and lead nowhere by themselves; all else there is refused, in its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import markdown
import pytest

from macros.pages.authoring.page_checks import LONGEST, header_problems, lines_of_code, unconvertible, unreadable
from macros.pages.authoring.passive import page_problems, picture_problems
from tests.support import project

EXTENSIONS = ["abbr", "admonition", "attr_list", "md_in_html", "tables", "pymdownx.superfences"]
PASSIVE = {
    "text": "5 < 6 & 7 > 3 *a* **b** `<script>`",
    "a table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "a note": '!!! note "A"\n    b',
    "code": '```html\n<script onload="x">\n```',
    "links": "[a](../method.md#x) [b](https://vov.vn/?a=b#c) [c](mailto:a@b.vn) <https://vov.vn/>",
    "a picture": '![x](../contribute/path.svg){: #p .wide title="a" }',
    "HTML": '<div class="two" markdown>\n*a*\n</div>\n<details open><summary>A</summary>b</details><br/>',
    "a comment": "a <!-- b --> c",
    "a slot": '<span data-slot="0"></span>',
    "data for a script": '<p data-kept hidden aria-label="a">b</p>',
}
ACTIVE = {
    "a script": "<¦script>alert(1)</script>",
    "a script in capitals": "<¦SCRIPT src=a.js></SCRIPT>",
    "a comment that browsers end sooner": "<¦!--> a -->",
    "a tag across lines": "a <img src=x\n¦onerror=alert(1)>",
    "a handler": "<img src=x ¦onerror=alert(1)>",
    "a handler in capitals": '<p ¦ONCLICK="a()">b</p>',
    "a handler by attr_list": 'a\n{: ¦onclick="a()" }',
    "a style": "a\n{: ¦style='position:fixed' }",
    "a style element": "<¦style>* { display: none }</style>",
    "leading away": '<¦meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "another base": '<¦base href="https://evil.example/">',
    "a frame": '<¦iframe src="https://evil.example/"></iframe>',
    "an object": '<¦object data="x"></object>',
    "a form": '<¦form action="https://evil.example/"></form>',
    "a button": '<¦button formaction="javascript:a()">b</button>',
    "shapes": "<¦svg onload=a()></svg>",
    "formulas": "<¦math>a</math>",
    "a style sheet": "<¦link rel=stylesheet href=https://evil.example/a.css>",
    "code as an address": "[a](¦javascript:b)",
    "code in capitals": "[a](¦JaVaScRiPt:b)",
    "code as entities": "[a](¦&#106;avascript:b)",
    "code with a tab": '<a href="¦java&Tab;script:b">a</a>',
    "code in HTML": '<a href="¦vbscript:b">a</a>',
    "a page as an address": "[a](¦data:text/html,b)",
    "a picture elsewhere": "![a](¦https://evil.example/a.png)",
    "a picture elsewhere, briefly": "![a](¦//evil.example/a.png)",
    "an unknown slot": '<div ¦data-slot="1"></div>',
    "a slot of many digits": f'<div ¦data-slot="{"9" * 5000}"></div>',
}


def _reported(text: str) -> list[str]:
    made = markdown.markdown(text, extensions=EXTENSIONS)
    return [f"{each.place.line}:{each.place.column}" for each in page_problems("docs/vi/x.md", text, made, 1)]


@pytest.mark.parametrize("text", PASSIVE.values(), ids=PASSIVE)
def test_what_is_passive_passes(text: str) -> None:
    assert _reported(text) == []


@pytest.mark.parametrize("marked", ACTIVE.values(), ids=ACTIVE)
def test_what_acts_is_reported_where_it_stands(marked: str) -> None:
    text, before = marked.replace("¦", ""), marked[: marked.index("¦")].removesuffix("<")
    assert _reported(text) == [f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>'
PASSIVE_PICTURES = {
    "shapes": SVG.format('<g><path d="M0 0" fill="url(#a)"/><use href="#b"/></g><text>a</text>'),
    "styles": SVG.format("<style>.a { marker-end: url(#head); }</style>"),
}
ACTIVE_PICTURES = {
    "a script": SVG.format("<script>a()</script>"),
    "a handler": SVG.format('<rect onclick="a()"/>'),
    "a link": SVG.format('<use href="https://evil.example/a.svg#b"/>'),
    "code as an address": SVG.format('<use href="javascript:a()"/>'),
    "an old link": SVG.format('<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://evil.example/"/>'),
    "HTML": SVG.format("<foreignObject><p>a</p></foreignObject>"),
    "movement": SVG.format('<animate attributeName="href" to="javascript:a()"/>'),
    "a style from elsewhere": SVG.format("<style>@import 'https://evil.example/a.css';</style>"),
    "a picture from elsewhere": SVG.format("<style>.a { fill: url(https://evil.example/a); }</style>"),
    "a style hidden by escapes": SVG.format("<style>@\\69mport 'a.css';</style>"),
    "a style sheet": '<?xml-stylesheet href="https://evil.example/a.css"?>' + SVG.format(""),
    "entities": '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"),
    "no picture": "GIF89a",
    "half a picture": SVG.format("<g>"),
}


@pytest.mark.parametrize("picture", PASSIVE_PICTURES.values(), ids=PASSIVE_PICTURES)
def test_a_passive_picture_passes(picture: str) -> None:
    assert list(picture_problems("docs/vi/x.svg", picture.encode())) == []


@pytest.mark.parametrize("picture", ACTIVE_PICTURES.values(), ids=ACTIVE_PICTURES)
def test_an_active_picture_is_reported(picture: str) -> None:
    reported = list(picture_problems("docs/vi/x.svg", picture.encode()))
    assert reported and all(each.place.file == "docs/vi/x.svg" for each in reported)


HEADER = "---\ntitle: A\ndescription: B\n---\n"
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
UNREADABLE = {
    "a page of HTML": ("docs/vi/x.html", b"<p>", "docs/vi/x.html:1:1", "pages in Markdown"),
    "a script": ("docs/vi/x.js", b"", "docs/vi/x.js:1:1", "pages in Markdown"),
    "redirects of a host": ("docs/vi/_redirects", b"", "docs/vi/_redirects:1:1", "pages in Markdown"),
    "a domain": ("docs/vi/CNAME", b"", "docs/vi/CNAME:1:1", "pages in Markdown"),
    "no language": ("docs/x.png", b"", "docs/x.png:1:1", "docs/vi/ or docs/en/"),
    "an active picture": ("docs/vi/x.SVG", b"<svg><script/></svg>", "docs/vi/x.SVG:1:6", "“<script>”"),
    "not UTF-8": ("docs/vi/x.md", HEADER.encode() + b"\xff", "docs/vi/x.md:5:1", "is not UTF-8"),
    "too large": ("docs/vi/x.md", b"a" * (LONGEST + 1), "docs/vi/x.md:1:1", "larger than 100 KB"),
    "a hidden letter": ("docs/vi/x.md", f"{HEADER}a\u202eb".encode(), "docs/vi/x.md:5:2", "U+202E RIGHT-TO-LEFT"),
    "a control character": ("docs/vi/x.md", f"{HEADER}ab\x07".encode(), "docs/vi/x.md:5:3", "⟨U+0007⟩"),
    "an alias bomb": ("docs/vi/x.md", f"---\n{BOMB}---\n".encode(), "docs/vi/x.md:2:5", "anchors and aliases"),
    "a tag": ("docs/vi/x.md", b"---\ntitle: !!python/name:os\n---\n", "docs/vi/x.md:2:8", "tags are not used"),
    "a number of thousands of digits": (
        "docs/vi/x.md",
        b"---\ntitle: " + b"9" * 5000 + b"\n---\n",
        "docs/vi/x.md:2:8",
        "15",
    ),
    "a deep header": (
        "docs/vi/x.md",
        ("---\n" + "".join(" " * n + "a:\n" for n in range(30)) + "---\n").encode(),
        "docs/vi/x.md:22:21",
        "Nested too deeply",
    ),
    "lists in lists": (
        "docs/vi/x.md",
        (HEADER + "".join(f"{' ' * 4 * n}- a\n" for n in range(30))).encode(),
        "docs/vi/x.md:30:1",
        "nested too deeply",
    ),
    "quotations in quotations": (
        "docs/vi/x.md",
        f"{HEADER}{'> ' * 1500}a".encode(),
        "docs/vi/x.md:5:1",
        "nested too deeply",
    ),
}


@pytest.mark.parametrize(("name", "raw", "place", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_mkdocs_must_not_read_is_reported(name: str, raw: bytes, place: str, said: str) -> None:
    first, *_ = unreadable(name, name.split("/")[1], raw)
    assert str(first.place) == place
    assert said in first.en


def test_a_header_is_read_as_strictly_as_data() -> None:
    text = "---\ntitle: A # b\ndescription: B\ndescription: C\n---\n"
    reported = list(header_problems("docs/vi/x.md", text, {"title": "A", "description": "C"}))
    assert [str(each.place) for each in reported] == ["docs/vi/x.md:2:10", "docs/vi/x.md:4:1"]


def test_pages_and_pictures_are_read() -> None:
    assert unreadable("docs/vi/x.md", "vi", f"{HEADER}a\tb\r\n{' ' * 12}- c ▼\n".encode()) == []
    assert unreadable("docs/vi/x.png", "vi", b"\x89PNG\xff\x00") == []


def test_code_with_braces_is_known() -> None:
    assert lines_of_code("a {{ b }}\n```\n{{ c }}\n```\n`{% d %}` e\n`f`\n") == {2, 3, 4, 5}


def test_a_snippet_that_is_nowhere_is_reported_at_its_line() -> None:
    said = "Snippet at path 'nothing.md' could not be found"
    reported = unconvertible("docs/vi/x.md", f'{HEADER}a\n\n--8<-- "nothing.md"\n', said)
    assert str(reported.place) == "docs/vi/x.md:7:1"
    assert "There is no snippet “nothing.md”" in reported.en


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive, with the page of a meeting and two pages of one address written by hand."""
    tree = project.copy_small(tmp_path_factory.mktemp("docs") / "project")
    for language in ("vi", "en"):
        for file, text in {
            "meetings/2031-06-18.md": "a",
            "x.md": "```\n{{ }}\n```\n\n[a](javascript:b)\n",
        }.items():
            (tree / "docs" / language / file).write_text(f"{HEADER}# A\n\n{text}", "utf-8")
    return tree


def test_a_build_refuses_what_has_the_address_of_a_record_and_then_what_acts(tree: Path) -> None:
    result = project.build(tree)
    assert result.returncode != 0 and "Traceback" not in result.stderr
    assert "docs/vi/meetings/2031-06-18.md:1:1" in result.stderr
    assert "is that of another page or file" in result.stderr
    for language in ("vi", "en"):
        (tree / "docs" / language / "meetings/2031-06-18.md").unlink()
    result = project.build(tree)
    assert result.returncode != 0 and "Traceback" not in result.stderr
    assert "docs/en/x.md:8:1: Thiếu một giá trị ở đây. Nếu đây là mã" in result.stderr
    assert "put it between `{% raw %}` and `{% endraw %}`" in result.stderr
    for language in ("vi", "en"):
        (tree / "docs" / language / "x.md").write_text(f'{HEADER}# A\n\n--8<-- "nothing.md"\n', "utf-8")
    result = project.build(tree)
    assert result.returncode != 0 and "Traceback" not in result.stderr
    assert "/x.md:7:1: Không có đoạn chèn “nothing.md”" in result.stderr
    assert "The published site is unchanged" in result.stdout
    assert not (tree / "site").exists()


def test_a_terminal_without_utf_8_is_no_traceback(tree: Path) -> None:
    ascii: dict[str, Any] = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    for language in ("vi", "en"):
        (tree / "docs" / language / "x.md").unlink()
    assert project.build(tree).returncode == 0
    result = project.build(tree, **ascii)  # nothing has changed, which is said on the output
    assert result.returncode == 0
    assert "Nothing has changed" in result.stdout
