"""Text of the archive is shown as it is written, whatever it looks like to a browser, to Markdown or to Jinja."""

from __future__ import annotations

import json

import pytest

from macros.text.language import Language
from tests.support import project
from tests.support.built_site import Site
from tests.support.edits import MARK, Edit
from tests.support.files import LESSONS, MEETING

STRANGE = "<script>alert(1)</script> <b>đậm</b> & &amp; *sao* _gạch_ `mã` {{ 7 * 7 }} {% if %} \" ' [x](y.md) # 1. -"
ON_A_RECORD_PAGE = ("meetings/2030-06-12/", "planning-young-cadres")
ON_A_WRITTEN_PAGE = ("reviews/2031/lessons/", "secretaries-chosen-with-care")


@pytest.fixture(scope="module")
def strange_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site built with no setting at all, two statements of which are strange in either language."""
    tree = project.copy_small(tmp_path_factory.mktemp("strange") / "project")
    quoted = json.dumps(STRANGE, ensure_ascii=False)
    for file, id in ((MEETING, ON_A_RECORD_PAGE[1]), (LESSONS, ON_A_WRITTEN_PAGE[1])):
        text = (tree / file).read_text("utf-8")
        entry = text[text.index(f"id: {id}\n") :]
        for language in Language:
            line = next(line for line in entry.splitlines() if line.strip().startswith(f"{language}: "))
            Edit(file, line, f"{line.split(':')[0]}: {MARK}{quoted}").apply(tree)
    result = project.build(tree)
    assert result.returncode == 0, result.stderr
    return Site(tree / "site", result.stderr)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("path", "anchor"), [ON_A_RECORD_PAGE, ON_A_WRITTEN_PAGE])
def test_strange_text_is_shown_as_written(strange_site: Site, path: str, anchor: str, language: Language) -> None:
    item = strange_site.page(path, language).item(anchor)
    assert item.all(having="data-statement-text")[0].text == STRANGE
    assert item.all("script", "b", "em", "code") == []


def test_without_a_repository_no_page_has_an_edit_link(strange_site: Site) -> None:
    for page in strange_site.pages.values():
        assert page.root.all("a", css="edit-link") == [], page.address
        assert not any("/blob/" in link.get("href") for link in page.root.all("a", having="href")), page.address
        assert not any(link.get("href") == "" for link in page.article.all("a", having="href")), page.address


def test_without_settings_the_site_is_addressed_as_it_is_served(strange_site: Site) -> None:
    page = strange_site.page("meetings/", Language.EN)
    [canonical] = [link.get("href") for link in page.head.all("link") if link.get("rel") == "canonical"]
    assert canonical == "http://127.0.0.1:8000/en/meetings/"
