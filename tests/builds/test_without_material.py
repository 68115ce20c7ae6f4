"""The site needs of Material five icons and nothing else: without the theme it is the same to the byte."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.project import SITE_URL, build, copy, copy_small

ICONS = Path(str(find_spec("material").origin)).parent / "templates"  # type: ignore[union-attr]
WITHOUT = "theme:\n  name: null\n  static_templates: [404.html]\n"


@pytest.mark.parametrize(
    "copied", [copy_small, pytest.param(copy, marks=pytest.mark.without_material)], ids=["small", "live"]
)
def test_without_the_theme_the_site_is_the_same(tmp_path: Path, copied: Callable[[Path], Path]) -> None:
    tree = copied(tmp_path / "tree")
    # What would import the theme fails.
    (tmp_path / "blocked/material").mkdir(parents=True)
    (tmp_path / "blocked/material/__init__.py").write_text("raise ImportError('without Material')", "utf-8")
    with_theme = _built(tree)
    settings = (tree / "mkdocs.yml").read_text("utf-8")
    assert "\ntheme:\n  name: material\n" in settings
    (tree / "mkdocs.yml").write_text(settings.replace("theme:\n  name: material\n", WITHOUT), "utf-8")
    used = _icons(tree / "overrides")
    assert len(used) == 5
    for icon in used:
        (tree / "overrides" / icon).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ICONS / icon, tree / "overrides" / icon)
    assert _built(tree, tmp_path / "blocked") == with_theme


def _icons(overrides: Path) -> set[str]:
    """The icons that the frame includes by name."""
    templates = (path.read_text("utf-8") for path in overrides.rglob("*.html"))
    return {icon for template in templates for icon in re.findall(r'"(\.icons/[^"]+\.svg)"', template)}


def _built(tree: Path, packages: Path | None = None) -> dict[str, str]:
    done = build(tree, SITE_URL=SITE_URL, PYTHONPATH=str(packages or ""))
    assert done.returncode == 0, done.stdout + done.stderr
    files = (path for path in (tree / "site").rglob("*") if path.is_file())
    return {str(path.relative_to(tree)): sha256(path.read_bytes()).hexdigest() for path in files}
