"""Settings that users of Material know work on the pages, or the build says that they have no effect."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.project import REPO_URL, build, copy_small

PAGES = ("index.html", "en/index.html", "meetings/2030-06-12/index.html", "en/meetings/2030-06-12/index.html")


@dataclass(frozen=True)
class Setting:
    """A setting: its value, and what pages then hold, where `{root}` is the way to the site's root."""

    value: Any
    html: str


WORKING = {
    "theme.logo": Setting("assets/logo.png", '<img class="masthead__logo" src="{root}assets/logo.png" alt="">'),
    "theme.favicon": Setting("assets/icon.png", '<link rel="icon" href="{root}assets/icon.png">'),
    "extra_css": Setting(["assets/extra.css"], '<link rel="stylesheet" href="{root}assets/extra.css">'),
    "extra_javascript": Setting(
        ["assets/extra.js", {"path": "assets/extra.mjs", "type": "module"}],
        '<script src="{root}assets/extra.js"></script>\n      <script src="{root}assets/extra.mjs" type="module">',
    ),
    "extra.social": Setting(
        [{"icon": "fontawesome/brands/mastodon", "link": "https://social.example/@kho", "name": "Kho"}],
        '<li><a href="https://social.example/@kho" rel="me"><svg',
    ),
    "copyright": Setting("© 2032 Kho", "<p>© 2032 Kho</p>"),
}
WITHOUT_EFFECT = {
    "theme.palette": {"primary": "red"},
    "theme.features": ["navigation.tabs"],
    "theme.font": {"text": "Roboto"},
    "theme.icon": {"logo": "material/library"},
    "theme.language": "vi",
    "theme.direction": "ltr",
    "extra.analytics": {"provider": "google"},
    "extra.alternate": [{"name": "English", "link": "/en/", "lang": "en"}],
    "extra.generator": False,
    "repo_name": "kho",
    "edit_uri": "edit/main/docs/",
    "site_author": "Kho",
    "site_description": "Kho tư liệu",
}
ANNOUNCEMENT = "{% block announce %}Bảo trì tối nay.{% endblock %}"


def _set(settings: dict[str, Any], name: str, value: Any) -> None:
    *above, key = name.split(".")
    for each in above:
        settings = settings.setdefault(each, {})
    settings[key] = value


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The small site with every setting, and what the build said."""
    tree = copy_small(tmp_path_factory.mktemp("settings") / "tree")
    own = tree / "mkdocs.yml"
    text = own.read_text("utf-8")
    added: dict[str, Any] = {}
    for name, setting in WORKING.items():
        _set(added, name, setting.value)
    for name, value in WITHOUT_EFFECT.items():
        _set(added, name, value)
    added["extra_css"].append("https://elsewhere.example/a.css")
    # As text: the loader of MkDocs has tags of its own.
    for part in ("theme", "extra"):
        lines = yaml.dump(added.pop(part), allow_unicode=True).replace("\n", "\n  ")
        text = text.replace(f"\n{part}:\n", f"\n{part}:\n  {lines}\n", 1)
    text = text.replace('edit_uri: ""\n', "")
    own.write_text(f"{text}\n{yaml.dump(added, allow_unicode=True)}", "utf-8")
    for name in ("logo.png", "icon.png", "extra.css", "extra.js", "extra.mjs"):
        (tree / "overrides/assets" / name).write_text("", "utf-8")
    with (tree / "overrides/main.html").open("a", encoding="utf-8") as frame:
        frame.write(ANNOUNCEMENT)
    done = build(tree, REPO_URL=REPO_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    return tree / "site", done.stderr


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", WORKING)
def test_a_setting_works_on_every_page(built: tuple[Path, str], name: str, page: str) -> None:
    root = "../" * page.count("/") or "./"
    html = (
        (built[0] / page)
        .read_text("utf-8")
        .replace('href="assets', 'href="./assets')
        .replace('src="assets', 'src="./assets')
    )
    assert WORKING[name].html.replace("{root}", root) in html


@pytest.mark.parametrize("page", PAGES)
def test_an_announcement_is_on_every_page(built: tuple[Path, str], page: str) -> None:
    html = (built[0] / page).read_text("utf-8")
    assert '<aside class="announce">Bảo trì tối nay.</aside>' in html


@pytest.mark.parametrize("name", [*WITHOUT_EFFECT, "extra_css: https://elsewhere.example/a.css"])
def test_a_setting_without_effect_is_reported_in_both_languages(built: tuple[Path, str], name: str) -> None:
    messages = [line for line in built[1].splitlines() if line.startswith("mkdocs.yml:")]
    assert len(messages) == 2
    assert all(f"`{name}`" in message for message in messages)


def test_no_setting_that_works_is_reported(built: tuple[Path, str]) -> None:
    assert not [name for name in WORKING if f"`{name}`" in built[1]]


def test_nothing_of_another_site_is_on_a_page(built: tuple[Path, str]) -> None:
    assert "elsewhere.example" not in (built[0] / PAGES[0]).read_text("utf-8")
