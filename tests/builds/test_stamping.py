"""A stamped page is the page that the theme would have made by itself, to the byte."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros.build.build import Build
from macros.build.session import session
from macros.build.site_files import RecordFile
from macros.text.language import Language
from tests.support.project import REPO_URL, SITE_URL, SMALL


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Build]:
    site = tmp_path_factory.mktemp("stamped") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("REPO_URL", REPO_URL)
        patch.setenv("SITE_URL", SITE_URL)
        build(load_config(str(SMALL / "mkdocs.yml"), site_dir=str(site)))
        yield session.build


def test_a_stamped_page_is_what_the_theme_makes_of_it(built: Build) -> None:
    sorts: dict[tuple[Language, str], list[RecordFile]] = defaultdict(list)
    for file in built.files:
        sorts[file.language, file.record.template].append(file)
    assert len(sorts) >= 2 * 5
    for files in sorts.values():
        for file in (files[0], files[len(files) // 2], files[-1]):
            parts = built.pages.parts(file)
            assert built.theme.stamped(file, parts) == built.theme.rendered(file, parts), file.dest_uri


def test_every_record_has_its_page_with_its_own_values(built: Build) -> None:
    for file in built.files:
        html = (built.publishing.site / file.dest_uri).read_text("utf-8")
        assert "stamp-here" not in html
        assert html.count(f'<link rel="canonical" href="{SITE_URL}{file.url}">') == 1
