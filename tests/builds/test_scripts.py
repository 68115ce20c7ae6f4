"""Scripts as they are shipped say what they said: the minifier cuts blanks of a template within a template."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.project import ROOT

_WITHIN = re.compile(r"\$\{[^{}`]*`([^`]*)`")
SCRIPTS = sorted((ROOT / "overrides/assets/javascripts").rglob("*.js"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_no_template_within_a_template_has_blanks(script: Path) -> None:
    text = re.sub(r"^\s*(//|\*|/\*).*$", "", script.read_text("utf-8"), flags=re.MULTILINE)
    own = [re.sub(r"\$\{[^}]*\}", "", inner) for inner in _WITHIN.findall(text)]  # code may lose its blanks
    assert [each for each in own if re.search(r"\s", each)] == []
