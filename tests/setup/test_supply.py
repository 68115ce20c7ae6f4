"""What is installed is locked with hashes, and each package's licence and purpose are told."""

from __future__ import annotations

import json
import re

import pytest

from tests.support.project import ROOT

REQUIREMENTS = ROOT / "requirements"
_LOCKED = re.compile(
    r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ;.*?)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+)", re.M
)
_NAMED = re.compile(r"^([A-Za-z0-9._-]+)", re.M)


@pytest.mark.parametrize("name", ["site", "test", "bench", "forges", "properdocs"])
def test_every_package_is_locked_with_hashes(name: str) -> None:
    text = (REQUIREMENTS / f"{name}.txt").read_text("utf-8")
    begun = re.findall(r"^[a-zA-Z0-9][^\n]*", text, re.M)
    assert begun
    assert len(_LOCKED.findall(text)) == len(begun)
    wanted = {
        _normal(each) for each in _NAMED.findall((REQUIREMENTS / f"{name}.in").read_text("utf-8")) if each[0] != "-"
    }
    assert wanted <= {_normal(locked) for locked, *_ in _LOCKED.findall(text)}


def test_every_package_of_the_site_has_its_licence_and_purpose_packages_in() -> None:
    of_python, _, of_npm = (REQUIREMENTS / "README.md").read_text("utf-8").partition("## Of npm")
    rows = _packages_in(of_python)
    locked = {name for name, *_ in _LOCKED.findall((REQUIREMENTS / "site.txt").read_text("utf-8"))}
    assert sorted(name for name, *_ in rows) == sorted(locked)
    lock = json.loads((REQUIREMENTS / "browser/package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, *_ in _packages_in(of_npm)] == [path.removeprefix("node_modules/") for path in lock if path]
    assert all(each["integrity"].startswith("sha512-") for path, each in lock.items() if path)
    assert all(cell.strip() for row in (*rows, *_packages_in(of_npm)) for cell in row)


def _packages_in(text: str) -> list[tuple[str, str, str]]:
    """The rows of the tables of packages."""
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|", text, re.M)
    return [row for row in rows if row[0] != "package"]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
