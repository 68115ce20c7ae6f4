"""What the form draws next to its fields is what the record's page shows, also after an edit."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.archive import Archive
from macros.checks.loading import read_archive
from macros.data.strict_yaml import read
from macros.derived.drawing import drawing
from macros.records import MEETING
from macros.records.files import pattern_of
from macros.text.language import Language
from tests.editing.conftest import Run
from tests.editing.spoiling import hostile, spoilt
from tests.support import html_reader
from tests.support.built_site import Site, SitePage
from tests.support.edits import Edit
from tests.support.html_reader import Element
from tests.support.project import LIVE_DATA, REPO_URL, SITE_URL, SMALL_DATA, build, copy_small, copy_small_data

SEED = 5
SOME = 20
COPIES = 20  # of each file, each with one value spoiled
HOSTILE = "<img src=x> \"'&"
_DRAWN = """async ({ known, files }) => {
    const { drawn } = await import("./edit/drawing/page.js");
    return files.map((file) => drawn({ known, added: () => undefined, ...file }).html);
}"""
_EDITED = """async ({ known, files, edits }) => {
    const { drawn } = await import("./edit/drawing/page.js");
    const { DataFile } = await import("./edit/file.js");
    return files.map((given) => {
        const file = new DataFile(given.name, given.text);
        for (const { path, value } of edits[given.name]) {
            if (value === null) file.remove(path);
            else file.set(path, value);
        }
        return { text: file.text, html: drawn({ known, added: () => undefined, ...given, value: file.value }).html };
    });
}"""
# Edits by file; what is put at a place, None for what is taken away.
_EDITS: dict[str, list[tuple[list[str | int], Any]]] = {
    "meetings/2031-09-03-bach-sa-hoang-trach.yml": [
        (["conclusions", 0, "by"], "le-thuy-an"),
        (["conclusions", 0, "text", "en"], "The level called đảng bộ bộ phận, of the Ban Chấp hành Trung ương Đảng."),
        (["conclusions", 0, "provinces"], ["hoang-trach"]),
        (["conclusions", 1, "text", "vi"], "Bố trí cán bộ theo “Đề án 12-ĐA/TU” ngày 5-9-2031 <b>."),
        (["conclusions", 2, "text", "en"], None),
        (["form"], "launch"),
    ],
    "meetings/2031-01-15-moc-linh.yml": [
        (["figures", 0, "value"], 1234567),
        (["figures", 0, "approximation"], "more-than"),
        (["figures", 0, "as_of"], "2031-01-30/31"),
        (["figures", 0, "provinces"], ["bach-sa"]),
        (["figures", 1, "what", "vi"], "số thôn chưa có chi bộ riêng"),
        (["date"], "2031-01"),
    ],
    "reviews/2031/achievements.yml": [(["areas", 0, "figures", 0, "unit", "vi"], "tổ chức đảng")],
}
# What an edit of the file does not change, or what is not in it.
_LEFT_OUT = {"summary", "came-of", "note__outcomes", "note__related", "note__ways", "note__cite"}


@pytest.mark.parametrize(("prefix", "data"), [("", SMALL_DATA), ("live_", LIVE_DATA)], ids=["small", "live"])
def test_a_record_is_drawn_as_its_page_shows_it(
    run: Run, prefix: str, data: Path, request: pytest.FixtureRequest
) -> None:
    """Every record of the small archive; of the live one some."""
    archive: Archive = request.getfixturevalue(f"{prefix}archive")
    site: Site = request.getfixturevalue(f"{prefix}site")
    files = list(_files(data))
    if prefix:
        files = random.Random(SEED).sample(files, SOME)
    for language in Language:
        html = run(_DRAWN, {"known": _json(drawing(archive, language)), "files": files})
        for file, each in zip(files, html, strict=True):
            page = site.page(_path(file), language)
            assert _shown(html_reader.read(each)) == _shown(_of_page(page)), (language, file["name"])


def test_an_edit_is_drawn_as_a_build_with_it_shows_it(run: Run, archive: Archive, tmp_path: Path) -> None:
    tree = copy_small(tmp_path / "tree")
    files = [file for file in _files(SMALL_DATA) if file["name"] in _EDITS]
    for file in files:
        file["text"] = (SMALL_DATA / file["name"]).read_text("utf-8")
    edits = {name: [{"path": path, "value": value} for path, value in each] for name, each in _EDITS.items()}
    drawn = {}
    for language in Language:
        drawn[language] = run(_EDITED, {"known": _json(drawing(archive, language)), "files": files, "edits": edits})
    for file, each in zip(files, drawn[Language.VI], strict=True):
        (tree / "data" / file["name"]).write_text(each["text"], "utf-8")
    result = build(tree, SITE_URL=SITE_URL, REPO_URL=REPO_URL)
    assert result.returncode == 0, result.stderr
    site = Site(tree / "site", "")
    for language, answers in drawn.items():
        for file, each in zip(files, answers, strict=True):
            page = site.page(_path(file), language)
            assert _shown(html_reader.read(each["html"])) == _shown(_of_page(page)), (language, file["name"])


def test_what_is_half_written_is_drawn_too(run: Run, archive: Archive) -> None:
    """While somebody types, anything may be missing or odd; and nothing of it is taken for HTML."""
    chance = random.Random(SEED)
    files = list(_files(SMALL_DATA))
    given = [{**file, "value": spoilt(file["value"], chance)} for file in files for _ in range(COPIES)]
    given += [{**file, **hostile({"value": file["value"], "sources": file["sources"]}, HOSTILE)} for file in files]
    drawn = run(_DRAWN, {"known": _json(drawing(archive, Language.EN)), "files": given})
    assert all(drawn)
    assert not any("<img" in each for each in drawn)


def _json(value: Any) -> Any:
    return json.loads(json.dumps(value, default=str))


def _files(data: Path) -> Iterator[dict[str, Any]]:
    """The files of the records that have statements, as the form reads them."""
    for path in sorted((*data.glob("meetings/*.yml"), *data.glob("reviews/*/*.yml"))):
        name = path.relative_to(data).as_posix()
        if path.name != "review.yml":
            value, review = _plain(path), path.with_name("review.yml")
            sources = (_plain(review) if review.exists() else value)["sources"]
            given = {"pattern": pattern_of(f"data/{name}"), "name": name, "value": value, "base": value}
            yield {**given, "sources": sources}


def _plain(path: Path) -> Any:
    return _json(read(path, path.name)[0])


def _path(file: dict[str, Any]) -> str:
    return f"{file['name'].removesuffix('.yml')}/"


def _of_page(page: SitePage) -> Element:
    """What the form draws of a page."""
    article = page.article
    if not page.path.startswith(f"{MEETING.collection}/"):
        parts = [each for each in article.children if isinstance(each, Element)]
        return Element("", {}, [each for each in parts if each.tag == "section" or _is_frame(each)])
    head = [*article.all("h1"), *article.all("div", css="dateline")]
    return Element("", {}, [*head, *article.all("div", css="meeting__text")[0].children])


def _is_frame(element: Element) -> bool:
    return element.get("id") == "part-frame" or "prose" in element.classes


def _shown(element: Element) -> list[str]:
    """An element as lines, with single spaces."""
    lines: list[str] = []
    after_outcomes = False
    for child in element.children:
        if isinstance(child, str):
            lines += [" ".join(child.split())] if child.strip() else []
            continue
        if _LEFT_OUT.intersection(child.classes) or (after_outcomes and child.tag == "ul"):
            after_outcomes = "note__outcomes" in child.classes
            continue
        attributes = " ".join(f'{name}="{value}"' for name, value in sorted(child.attributes.items()))
        lines += [f"<{child.tag} {attributes}>", *_shown(child), f"</{child.tag}>"]
    return lines


def test_a_name_whose_english_is_outdated_is_drawn_with_its_mark(tmp_path: Path) -> None:
    data = copy_small_data(tmp_path / "data")
    Edit("data/topics.yml", "vi: Công tác cán bộ", "vi: Công tác cán bộ ¦mới").apply(tmp_path)
    _, name, mark = drawing(read_archive(data), Language.EN)["records"]["topics"]["cadres"]
    assert name == "Personnel work"
    assert "<a " in mark
