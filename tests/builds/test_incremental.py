"""A build after an edit makes again what the edit touches, and the whole site is what a build from nothing makes.

Pages kept from earlier builds and a build that has nothing to do are only worth having if they never show what was.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable, Collection
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.speed.build_inputs import packages
from macros.speed.digests import digest
from macros.speed.page_cache import PageCache
from tests.support import project
from tests.support.batteries import few

MEETING = "data/meetings/2030-06-12.yml"
Fields = dict[str, Any]
Edit = Callable[[Path], None]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built."""
    tree = project.copy_small(tmp_path_factory.mktemp("incremental") / "tree")
    _build(tree)
    return tree


def _build(tree: Path, *arguments: str, packages: Path | None = None) -> str:
    done = project.build(
        tree, *arguments, SITE_URL=project.SITE_URL, REPO_URL=project.REPO_URL, PYTHONPATH=str(packages or "")
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _from_nothing(tree: Path, target: Path) -> dict[str, str]:
    """What a build without any page kept makes of the project as it is."""
    kept, aside = tree / ".cache/pages", tree / ".cache/aside"
    kept.rename(aside)
    _build(tree, "--site-dir", str(target))
    shutil.rmtree(kept)
    aside.rename(kept)
    return _digests(target)


def _digests(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {str(path.relative_to(site)): sha256(path.read_bytes()).hexdigest() for path in files}


def _pages(site: Path) -> dict[str, int]:
    """The pages of a site, each with the number of its file: a page that was not made again keeps it."""
    return {str(path.parent.relative_to(site)): path.stat().st_ino for path in site.rglob("index.html")}


def _yaml(file: str, change: Callable[[Fields], object], to: str = "") -> Edit:
    def edit(tree: Path) -> None:
        fields = yaml.safe_load((tree / file).read_text("utf-8"))
        change(fields)
        (tree / (to or file)).write_text(yaml.dump(fields, allow_unicode=True, sort_keys=False), "utf-8")

    return edit


def _text(file: str, old: str, new: str) -> Edit:
    def edit(tree: Path) -> None:
        text = (tree / file).read_text("utf-8")
        assert re.search(old, text), f"{file} no longer holds what this test edits"
        (tree / file).write_text(re.sub(old, new, text, count=1), "utf-8")

    return edit


def _longer(text: Fields) -> None:
    text["vi"], text["en"] = f"{text['vi']} Thêm.", f"{text['en']} More."


def _first_document(tree: Path) -> str:
    named = yaml.safe_load((tree / "data/meetings/2032-03-04-national.yml").read_text("utf-8"))["documents"]
    return f"data/documents/{named[0]}.yml"


def _document(change: Callable[[Fields], object], to: str = "") -> Edit:
    return lambda tree: _yaml(_first_document(tree), change, to)(tree)


def _new(file: str, text: str) -> Edit:
    def edit(tree: Path) -> None:
        (tree / file).parent.mkdir(exist_ok=True)
        (tree / file).write_text(text, "utf-8")

    return edit


def _remove(file: str) -> Edit:
    return lambda tree: (tree / file).unlink()


def _with_outcomes(fields: Fields) -> Fields:
    lists = (value for value in fields.values() if isinstance(value, list))
    return next(each for value in lists for each in value if "outcomes" in each)


def _person_speaks(fields: Fields) -> None:
    fields["chairs"][0]["person"] = "nguyen-moi"
    fields["date"] = "2032-03-05"


CORRECTION = """
date: 2032-05-01
commit: 0123456789abcdef0123456789abcdef01234567
reason: {vi: Theo nguồn., en: As the source has it.}
changes:
- address: meetings/2030-06-12/#careful-planning
  what: changed
  before: {vi: Trước., en: Before.}
  after: {vi: Sau., en: After.}
"""
EDITS: dict[str, list[Edit]] = {
    "a statement, the title and the place of meetings": [
        _yaml(MEETING, lambda fields: _longer(fields["results"][0]["text"])),
        _yaml("data/meetings/2031-01-15-moc-linh.yml", lambda fields: _longer(fields["title"])),
        _text("data/meetings/2031-02-national.yml", "(?m)^completeness: .*", "completeness: full"),
    ],
    "English left behind": [_text("data/meetings/2031-11-19.yml", r"(?m)^(  vi: .*)$", r"\1 nay")],
    "English taken away": [
        _text("data/meetings/2031-11-19.yml", r"(?m)^  en: .*\n", ""),
        _yaml("data/topics.yml", lambda fields: next(iter(fields.values()))["name"].pop("en")),
        _yaml(
            "data/people.yml", lambda fields: next(each for each in fields.values() if "note" in each)["note"].pop("en")
        ),
    ],
    "a meeting and a person more, and a meeting that a neighbour becomes": [
        _text("data/people.yml", r"\A", "nguyen-moi:\n  name: Nguyễn Mới\n"),
        _yaml("data/meetings/2032-03-04-national.yml", _person_speaks, "data/meetings/2032-03-05-national.yml"),
    ],
    "a person's name": [_text("data/people.yml", "name: Vũ Hà Ngân", "name: Vũ Hà Ngân Mới")],
    "a meeting less": [_remove("data/meetings/2031-07-bach-sa.yml")],
    "a document's title": [_document(lambda fields: fields.update(title={"vi": "Về việc mới", "en": "On the new"}))],
    "a second document of a number": [
        _document(lambda fields: fields.update(date="2009-01-02"), "data/documents/45-qd-tw-2009.yml")
    ],
    "a document that replaces another": [
        _yaml("data/documents/09-hd-btctw.yml", lambda fields: fields.update(replaces=fields.pop("amends")))
    ],
    "a statement that a document came of": [
        _yaml("data/meetings/2031-02-national.yml", lambda fields: _longer(_with_outcomes(fields)["text"]))
    ],
    "a topic's and a province's name, a term": [
        _yaml("data/topics.yml", lambda fields: _longer(next(iter(fields.values()))["name"])),
        _yaml("data/provinces.yml", lambda fields: _longer(fields["provinces"]["moc-linh"]["short"])),
        _yaml("data/glossary.yml", lambda fields: _longer(next(iter(fields.values()))["term"])),
    ],
    "a review": [_yaml("data/reviews/2031/lessons.yml", lambda fields: _longer(fields["lessons"][0]["title"]))],
    "a correction": [_new("data/corrections/2032-05-01-meetings-2030-06-12.yml", CORRECTION)],
    "a redirect": [_new("data/redirects.yml", "meetings/2030-06-12/#of-old: meetings/2030-06-12/#careful-planning\n")],
    "a template": [_text("macros/templates/figures.html", 'class="figure__what"', 'class="figure__what new"')],
    "a word": [_text("macros/words.yml", r'(?m)^permalink: \{vi: "', 'permalink: {vi: "Mới ')],
    "code": [_text("macros/views/text_html.py", 'datetime="', 'data-new datetime="')],
    "a style and the title of a page": [
        _text("overrides/assets/stylesheets/site/print.css", r"\A", "/* new */\n"),
        _text("docs/vi/meetings/index.md", r"(?m)^# .*$", "# Các hội nghị mới"),
    ],
}


@pytest.mark.parametrize("edit", few(EDITS, 5, pytest.mark.faults))
def test_after_an_edit_the_site_is_as_if_made_from_nothing(tree: Path, tmp_path: Path, edit: str) -> None:
    before = _digests(tree / "site")
    for change in EDITS[edit]:
        change(tree)
    _build(tree)
    after = _digests(tree / "site")
    assert after != before
    assert after == _from_nothing(tree, tmp_path / "site")


def test_an_edit_of_a_statement_leaves_the_pages_that_do_not_show_it(tree: Path) -> None:
    _build(tree)
    before = _pages(tree / "site")
    _text("data/meetings/2031-10-10-thanh-loan.yml", r"(?m)^completeness: .*", "completeness: full")(tree)
    _build(tree)
    after = _pages(tree / "site")
    again = {path for path in after if after[path] != before[path] and re.match("(en/)?(meetings|people)/[^/]+$", path)}
    assert "meetings/2031-10-10-thanh-loan" in again
    assert "en/meetings/2031-10-10-thanh-loan" in again
    assert "meetings/2030-12-20-national" not in again
    assert len(again) < 20


def test_another_version_of_a_package_makes_everything_again(tree: Path, tmp_path: Path) -> None:
    assert f"mkdocs_material-{version('mkdocs-material')}.dist-info" in packages()
    _build(tree)
    before = _pages(tree / "site")
    (tmp_path / "some_package-99.0.dist-info").mkdir()
    _build(tree, packages=tmp_path)
    after = _pages(tree / "site")
    assert not {path for path in after if after[path] == before.get(path)}


def test_where_nothing_changed_nothing_is_touched(tree: Path) -> None:
    _build(tree)
    before = _pages(tree / "site")
    assert "Nothing has changed" in _build(tree)
    assert _pages(tree / "site") == before


@pytest.mark.parametrize(
    "harm",
    [
        lambda tree: shutil.rmtree(tree / ".cache"),
        lambda tree: shutil.rmtree(tree / "site/meetings"),
        lambda tree: (tree / "site/index.html").write_text("spoiled", "utf-8"),
        lambda tree: [page.write_text("spoiled", "utf-8") for page in (tree / ".cache/pages").iterdir()],
        lambda tree: [kept.write_bytes(b"\xff") for kept in (tree / ".cache").glob("published-*")],
    ],
    ids=["the cache gone", "pages gone", "a page spoiled", "kept pages spoiled", "the receipt spoiled"],
)
def test_what_is_spoiled_is_made_again(tree: Path, harm: Callable[[Path], object]) -> None:
    _build(tree)
    whole = _digests(tree / "site")
    harm(tree)
    assert "Nothing has changed" not in _build(tree)
    assert _digests(tree / "site") == whole


@pytest.mark.parametrize("killed", [True, False], ids=["killed", "to its end"])
def test_a_build_during_which_somebody_edits_leaves_nothing_stale(tree: Path, tmp_path: Path, killed: bool) -> None:
    template = tree / "macros/templates/meeting.html"
    before = template.read_text("utf-8")
    shutil.rmtree(tree / ".cache/pages")
    shutil.rmtree(tree / "site")
    with project.start(tree, SITE_URL=project.SITE_URL, REPO_URL=project.REPO_URL) as build:
        _wait(lambda: [*tree.glob(".site-*/site")])
        template.write_text(f"{before}edited meanwhile", "utf-8")
        _wait(
            lambda: ["edited meanwhile" in page.read_text("utf-8") for page in tree.glob(".site-*/site/meetings/2*/*")]
        )
        if killed:
            build.kill()
        template.write_text(before, "utf-8")
        output, errors = build.communicate()
    assert killed or (build.returncode == 1 and "edited during the build" in output + errors)
    assert not (tree / "site").exists()
    assert "Nothing has changed" not in _build(tree)
    assert _digests(tree / "site") == _from_nothing(tree, tmp_path / "site")


def _wait(for_what: Callable[[], Collection[object]]) -> None:
    end = time.monotonic() + 60
    while not any(for_what()):
        assert time.monotonic() < end
        time.sleep(0.002)


def test_what_a_killed_build_left_is_removed_where_there_is_nothing_to_do(tree: Path) -> None:
    _build(tree)
    (tree / ".site-0123abcd/site").mkdir(parents=True)
    assert "Nothing has changed" in _build(tree)
    assert [path.name for path in tree.glob(".site*")] == []


def test_what_is_added_to_a_site_does_not_make_it_again(tree: Path) -> None:
    _build(tree)
    (tree / "site/index.html.gz").write_bytes(b"compressed")
    assert "Nothing has changed" in _build(tree)


def test_pages_kept_are_let_go_when_no_build_used_them_for_long(tmp_path: Path) -> None:
    pages = PageCache(tmp_path / "pages", tmp_path / "made")
    ages = {"used": 40, "recent": 3, "forgotten": 40}
    for name, age in ages.items():
        (tmp_path / name).write_text(name, "utf-8")
        os.utime(tmp_path / name, (time.time() - age * 86_400,) * 2)
        pages.log_written(name, digest([name]), name)
    pages.store(tmp_path)
    (tmp_path / "recent").unlink()  # the site is not there any more
    (tmp_path / "forgotten").unlink()
    PageCache(tmp_path / "pages", tmp_path / "made").store(tmp_path)
    left = PageCache(tmp_path / "pages", tmp_path / "made")
    names = ("used", "recent", "forgotten")
    assert [bool(left.link_cached(name, tmp_path / f"new-{name}")) for name in names] == [True, True, False]
