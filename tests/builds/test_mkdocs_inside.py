"""What the build assumes of MkDocs and mkdocs-macros: where a version does otherwise, one of these says what broke."""

from __future__ import annotations

import ast
import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

from macros.build import mkdocs_inside
from macros.build.mkdocs_inside import Conversion
from tests.support.project import ROOT

PAGE = "# One\n\n[anchor](other.md#there) [lost](otter.md) [absolute](/other.md)\n\n## Here\n"
SETTINGS = """
site_name: Small
theme: {name: null, custom_dir: theme}
markdown_extensions: [attr_list]
plugins: [{macros: {module_name: module}}]
hooks: [hooks.py]
validation: {absolute_links: warn, unrecognized_links: warn, omitted_files: warn}
nav: [index.md, nowhere.md]
"""


class Project:
    """A project of MkDocs with two pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        files = {
            "mkdocs.yml": SETTINGS,
            "hooks.py": "",
            "module.py": "def define_env(env): pass\n",
            "docs/index.md": PAGE,
            "docs/other.md": "# Other\n",
            "theme/main.html": "<body>{{ page.content }}{{ extra }}</body>",
        }
        for name, text in files.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        """Write a file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def config(self, **settings: Any) -> MkDocsConfig:
        """What MkDocs makes of its settings."""
        return load_config(str(self.folder / "mkdocs.yml"), **settings)

    def built(self, hooks: str) -> str:
        """What MkDocs makes of the first page with these hooks."""
        self.write("hooks.py", hooks)
        build(self.config())
        return (self.folder / "site/index.html").read_text("utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def warnings() -> Iterator[list[str]]:
    """What MkDocs warns of, by the loggers that the build listens to."""
    texts: list[str] = []

    def take(record: logging.LogRecord) -> bool:
        texts.append(record.getMessage())
        return True

    for name in mkdocs_inside.LOGGERS:
        logging.getLogger(name).addFilter(take)
    yield texts
    for name in mkdocs_inside.LOGGERS:
        logging.getLogger(name).removeFilter(take)


def test_mkdocs_macros_hands_a_page_over_and_leaves_it_alone(project: Project) -> None:
    project.write(
        "module.py",
        "def on_pre_page_macros(env):\n"
        "    env.markdown = '{{ run elsewhere }}'\n"
        "    env.page.meta['render_macros'] = False\n",
    )
    assert "{{ run elsewhere }}" in project.built(""), (
        "mkdocs-macros no longer calls `on_pre_page_macros`, or runs a page with `render_macros: false`: "
        "pages may reach files and settings"
    )


def test_warnings_are_worded_as_the_build_reads_them(project: Project, warnings: list[str]) -> None:
    build(project.config())
    read = [warned for text in warnings for warned in mkdocs_inside.read_warning(text)]
    known = {warned.message: (warned.page, warned.written, warned.suggestion) for warned in read}
    for message, warned in {
        "lost_link": ("index.md", "otter.md", ""),
        "absolute_link": ("index.md", "/other.md", "other.md"),
        "lost_in_nav": ("", "nowhere.md", ""),
        "not_in_nav": ("other.md", "other.md", ""),
    }.items():
        assert known.get(message) == warned, f"MkDocs words its warning `{message}` otherwise: {warnings}"


def test_a_conversion_holds_all_that_mkdocs_leaves_at_a_page(project: Project) -> None:
    converted = project.built(
        "pages = []\n"
        "def on_page_content(html, page, config, files): pages.append((page, config, files))\n"
        "def on_env(env, config, files): config['extra']['pages'] = pages\n"
    )
    assert "<h1" in converted
    config = project.config()
    build(config)
    page, _, files = next(each for each in config.extra["pages"] if each[0].file.src_uri == "index.md")
    again = Page(None, page.file, config)
    again.read_source(config)
    before = vars(again).copy()
    again.render(config, files)
    left = {name for name, value in vars(again).items() if name not in before or before[name] != value}
    # The title is that of the page's header, which has one.
    assert left <= {"content", "toc", "present_anchor_ids", "links_to_anchors", "_title_from_render"}, (
        f"MkDocs leaves more at a page than `Conversion` remembers: {left}"
    )
    restored = Page(None, page.file, config)
    Conversion.of(again).restore(restored, files)
    for name in left - {"_title_from_render"}:
        assert getattr(restored, name) == getattr(again, name), f"`Conversion` does not restore {name}"
    found = [(target.src_uri, anchors) for source, target, anchors in mkdocs_inside.links_to_anchors(files)]
    assert found == [("other.md", {"there": "other.md#there"})], "MkDocs notes links to anchors otherwise"


def test_a_conversion_can_be_replaced(project: Project) -> None:
    html = project.built(
        "from macros.build.mkdocs_inside import replace_conversion\n"
        "def convert(page, config, files): page.content = 'made by us'\n"
        "def on_page_markdown(markdown, page, config, files): replace_conversion(page, convert)\n"
    )
    assert "made by us" in html, "MkDocs no longer converts a page by its method `render`"


def test_a_page_goes_where_on_files_sends_it(project: Project) -> None:
    project.built("def on_files(files, config): files.src_uris['other.md'].dest_uri = 'moved/index.html'\n")
    assert (project.folder / "site/moved/index.html").exists(), (
        "MkDocs works out the address of a page before `on_files`: Vietnamese pages are not at the root"
    )


def test_pages_that_on_env_takes_out_are_not_written(project: Project) -> None:
    project.built("def on_env(env, config, files): files.remove(files.src_uris['other.md'])\n")
    assert not (project.folder / "site/other").exists(), (
        "MkDocs writes pages that `on_env` took out of its list: it renders what the build will write again"
    )


def test_mkdocs_writes_where_on_pre_build_says(project: Project) -> None:
    project.write("site/index.html", "published")
    html = project.built("def on_pre_build(config): config.site_dir = config.site_dir + '/../staging'\n")
    assert html == "published", "MkDocs writes into the published folder while it builds"
    assert (project.folder / "staging/index.html").exists(), "MkDocs does not write where `on_pre_build` says"


def test_pages_are_rendered_with_the_environment_of_on_env(project: Project) -> None:
    html = project.built(
        "def on_env(env, config, files):\n"
        "    other = env.overlay()\n"
        "    other.globals['extra'] = 'of another build'\n"
        "    return other\n"
    )
    assert "of another build" in html, "MkDocs does not render with the environment that `on_env` returns"


def test_strict_mode_refuses_only_after_on_post_build(project: Project) -> None:
    project.write("hooks.py", "def on_post_build(config): open(config.site_dir + '/finished', 'w').close()\n")
    with pytest.raises(Abort):
        build(project.config(strict=True))
    assert (project.folder / "site/finished").exists(), (
        "MkDocs refuses a site with warnings before `on_post_build`: the build need not look for warnings itself"
    )


def test_the_server_can_be_adapted(project: Project) -> None:
    config = project.config()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, root=str(project.folder))
    for path in (config.docs_dir, str(config.config_file_path)):
        server.watch(path)
    try:
        for name in ("observer", "build_delay", "builder"):
            assert name in vars(server), f"the server of `mkdocs serve` has no `{name}` any more"
        mkdocs_inside.adapt_server(server, config, lambda: None, lambda application: application)
        assert isinstance(server.observer, PollingObserver)
    finally:
        server.server_close()


def test_gh_deploy_reads_the_folder_that_was_published() -> None:
    code = (Path(sys.modules["mkdocs"].__file__ or "").parent / "commands/gh_deploy.py").read_text("utf-8")
    assert "config.site_dir" in code, "`mkdocs gh-deploy` no longer pushes the folder `config.site_dir`"


def test_no_other_module_looks_inside_libraries() -> None:
    """Private attributes are set and read of the module's own objects only, but in `mkdocs_inside.py`."""
    strange: list[str] = []
    named_tuples = {"_asdict", "_replace"}
    for path in sorted((ROOT / "macros").rglob("*.py")):
        text = path.read_text("utf-8")
        if path.name == "mkdocs_inside.py" or not re.search(r"^ *from (mkdocs|pydantic|jinja2)", text, re.M):
            continue
        tree = ast.parse(text)
        own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        own |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and _is_self(node.value)}
        own |= {ast.unparse(node.target) for node in ast.walk(tree) if isinstance(node, ast.AnnAssign)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Attribute) or not node.attr.startswith("_") or node.attr.endswith("__"):
                continue
            if node.attr not in own | named_tuples and not _is_self(node.value):
                strange.append(f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}")
    assert strange == []


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")
