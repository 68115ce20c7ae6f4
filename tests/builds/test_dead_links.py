"""An address that the site names and does not hold ends the build, reported with its page; the last good site stays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.build.dead_links import Dead, Links, problem_of
from macros.data.problems import Place
from macros.text.language import Language
from tests.support.project import SITE_URL, build, copy_small

FRAGMENTS = (
    '<a href="../nowhere/">a page</a>',
    "<a class=x href='../topics/#no-such-topic'>an anchor</a>",
    '<img alt="" src=../assets/missing.png>',
    "[a statement](meetings/2031-06-18.md#no-such-statement)",
    '<a href="../../../../above/">above the site</a>',
    f'<a href="{SITE_URL}no-such-page/">by its whole address</a>',
    '`<a href="../an-example/">`',
)
# Where the message must point (anywhere, if many pages name the address), and what it must say.
FAULTS = {
    "a link to no page": ("docs/vi/method.md:", "dẫn tới /nowhere/,", "leads to /nowhere/,"),
    "the same in English": ("docs/en/method.md:", "dẫn tới /en/nowhere/,", "leads to /en/nowhere/,"),
    "a link to no entry": (
        "docs/vi/method.md:",
        "dẫn tới #no-such-topic của trang /topics/,",
        "leads to #no-such-topic of the page /topics/,",
    ),
    "a picture that is not there": (
        "docs/vi/method.md:",
        "dẫn tới /assets/missing.png,",
        "leads to /assets/missing.png,",
    ),
    "a link to no statement": (
        "docs/vi/method.md:",
        "dẫn tới #no-such-statement của trang /meetings/2031-06-18/,",
        "leads to #no-such-statement of the page /meetings/2031-06-18/,",
    ),
    "a link out of the site": ("docs/vi/method.md:", "dẫn tới /../../../above/,", "leads to /../../../above/,"),
    "a link by the whole address": ("docs/", "dẫn tới /no-such-page/,", "leads to /no-such-page/,"),
    "what records lead to, without its heading": (
        "data/meetings/",
        "dẫn tới #completeness của trang /method/,",
        "leads to #completeness of the page /method/,",
    ),
    "what feeds lead to, without its list": ("", "của trang /corrections/,", "of the page /corrections/,"),
    "what search finds, without its list": ("", "của trang /glossary/,", "of the page /glossary/,"),
    "what every page leads to, without its page": ("", "dẫn tới /search/,", "leads to /search/,"),
}


@dataclass
class Refused:
    """A build that was refused, and the published site before and after it."""

    output: str
    code: int
    before: dict[str, bytes]
    after: dict[str, bytes]


def _contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _spoil(tree: Path) -> None:
    for language in Language:
        docs = tree / "docs" / language
        method = docs / "method.md"
        text = method.read_text("utf-8").replace(" {: #completeness }", "")
        method.write_text("\n\n".join([text, *FRAGMENTS, ""]), "utf-8")
        for page, macro in (("corrections.md", "{{ corrections() }}"), ("glossary.md", "{{ glossary() }}")):
            whole = (docs / page).read_text("utf-8")
            assert macro in whole
            (docs / page).write_text(whole.replace(macro, ""), "utf-8")
        (docs / "search.md").unlink()
    settings = tree / "mkdocs.yml"
    lines = [line for line in settings.read_text("utf-8").splitlines(True) if "search.md" not in line]
    settings.write_text("".join(lines), "utf-8")


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Refused:
    """The small archive, built once as it is and once with every fault."""
    tree = copy_small(tmp_path_factory.mktemp("dead") / "project")
    good = build(tree, SITE_URL=SITE_URL)
    assert good.returncode == 0, good.stderr
    before = _contents(tree / "site")
    _spoil(tree)
    spoiled = build(tree, SITE_URL=SITE_URL)
    return Refused(spoiled.stderr, spoiled.returncode, before, _contents(tree / "site"))


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_named_and_not_written_is_reported(refused: Refused, fault: str) -> None:
    file, vi, en = FAULTS[fault]
    lines = refused.output.splitlines()
    reported = [number for number, line in enumerate(lines) if vi in line]
    assert any(lines[number].startswith(file) and en in lines[number + 1] for number in reported), refused.output


def test_the_last_good_site_stays(refused: Refused) -> None:
    assert refused.code != 0
    assert "Traceback" not in refused.output
    assert refused.after == refused.before


PAGES = {
    "": b'<html><head></head><body><main id="content"><a href="a/">a</a> <a href="a/b/#x">b</a></main></body></html>',
    "a/": b'<html><head></head><body><main id="content"><a href="../">up</a> <p id="here">p</p></main></body></html>',
    "a/b/": b'<html><head></head><body><main id="content"><p id="x">p</p><p id="\xc4\x91">p</p></main></body></html>',
}
# A link on the page a/b/, and the address that is dead, if one is.
LINKS = {
    "#x": None,
    "#y": ("a/b/", "y"),
    "./": None,
    "../b/": None,
    "../b/#x": None,
    "../b/?q=1&amp;r=2#x": None,
    "../b/#%C4%91": None,
    "../#here": None,
    "../#there": ("a/", "there"),
    "../../": None,
    "../../#content": None,
    "../../a": ("a", ""),
    "../../a/index.html": None,
    "../../a/./b/": None,
    "../../c/": ("c/", ""),
    "../../file.txt": None,
    "../../file.csv": ("file.csv", ""),
    "../../promised.pdf": None,
    "../../../": ("../", ""),
    "/kho/a/": None,
    "/kho/c/": ("c/", ""),
    "/a/": ("/a/", ""),
    f"{SITE_URL}a/b/#x": None,
    f"{SITE_URL}c/": ("c/", ""),
    "https://elsewhere.example.org/c/": None,
    "//elsewhere.example.org/c/": None,
    "mailto:someone@example.org": None,
}


@pytest.mark.parametrize("by_hand", [True, False])
@pytest.mark.parametrize("link", LINKS)
def test_where_a_link_leads(tmp_path: Path, link: str, by_hand: bool) -> None:
    (tmp_path / "file.txt").write_text("there", "utf-8")
    named = Links(SITE_URL)
    for address, html in PAGES.items():
        named.page(address, html)
    page = PAGES["a/b/"].replace(b"<main", b"<nav>menu</nav><main").replace(b"</main>", b"LINK</main>")
    for _ in range(2):  # a second page of a folder is looked through in another way than the first
        named.page("a/b/", page.replace(b"LINK", f'<a href="{link}">link</a>'.encode()), by_hand=by_hand)
    wanted = [] if (dead := LINKS[link]) is None else [(dead[0], (dead[1],) if dead[1] else ())]
    assert sorted({(each.address, each.anchors) for each in named.dead(tmp_path, ["promised.pdf"])}) == wanted


# What a file holds that is no page, and the address that is dead, if one is.
TEXTS = {
    f'<link rel="alternate" href="{SITE_URL}a/"/>': None,
    f"<loc>{SITE_URL}c/</loc>": "c/",
    f'"url_vi": "{SITE_URL}a/b/#x",': None,
    f'"url_vi": "{SITE_URL}a/b/#y",': "a/b/",
    f"1,{SITE_URL}c/,2": "c/",
    f"See {SITE_URL}a/. Then": None,
    f"&lt;a href=&quot;{SITE_URL}a/c/#x&quot;&gt;": "a/c/",
    "https://elsewhere.example.org/c/": None,
}


@pytest.mark.parametrize("text", TEXTS)
def test_what_feeds_exports_and_the_site_map_name(tmp_path: Path, text: str) -> None:
    named = Links(SITE_URL)
    for address, html in PAGES.items():
        named.page(address, html)
    named.text("feed.xml", text.encode())
    dead = named.dead(tmp_path)
    assert [each.address for each in dead] == ([TEXTS[text]] if TEXTS[text] else [])
    assert all(each.named_by == "feed.xml" for each in dead)


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="canonical" href="{SITE_URL}c/">',
        f'<meta property="og:image" content="{SITE_URL}assets/cards/c.png">',
        f'<script type="application/ld+json">{{"url":"{SITE_URL}c/"}}</script>',
    ],
)
def test_what_a_head_tells_machines(tmp_path: Path, head: str) -> None:
    named = Links(SITE_URL)
    for address, html in PAGES.items():
        named.page(address, html.replace(b"<head>", f"<head>{head if address == 'a/' else ''}".encode()))
    [dead] = named.dead(tmp_path)
    assert dead.named_by == "a/"
    assert dead.address in ("c/", "assets/cards/c.png")


def test_processes_share_their_notes(tmp_path: Path) -> None:
    one, other = (Links(SITE_URL) for _ in range(2))
    one.page("", PAGES[""])
    other.page("a/", PAGES["a/"])
    one.add(other.ids, other.named)
    assert one.dead(tmp_path) == [Dead("a/b/", "", ())]


def test_many_anchors_of_a_page_are_one_message() -> None:
    reported = problem_of(Dead("a/", "b/", ("p", "q", "r", "s", "t")), Place("docs/vi/b.md"))
    assert "#p, #q, #r (và 2 mã khác)" in reported.vi
    assert "#p, #q, #r (and 2 more)" in reported.en
