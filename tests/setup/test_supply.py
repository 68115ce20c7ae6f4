"""What is installed is locked with hashes, and each package's licence and purpose are told."""

from __future__ import annotations

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


def test_every_package_of_the_site_has_its_licence_and_purpose_told() -> None:
    reported = re.findall(
        r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|", (REQUIREMENTS / "README.md").read_text("utf-8"), re.M
    )
    rows = [row for row in reported if row[0] != "package"]
    locked = {name for name, *_ in _LOCKED.findall((REQUIREMENTS / "site.txt").read_text("utf-8"))}
    assert sorted(name for name, *_ in rows) == sorted(locked)
    assert all(cell.strip() for row in rows for cell in row)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
