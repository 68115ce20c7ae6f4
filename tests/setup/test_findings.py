"""The table of what was found names tests that are there; and those of its rows that belong to no other test."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from macros.checks.loading import examine
from tests.support.project import ROOT, copy_small_data

ROWS = [line for line in (ROOT / "tests/findings.md").read_text("utf-8").splitlines() if line.startswith("| ")]
_HELD = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@pytest.mark.parametrize("row", [row for row in ROWS if not row.endswith("| held by |")])
def test_what_was_found_is_held_by_tests_that_are_there(row: str) -> None:
    held = _HELD.findall(row)
    assert held
    for file, name in held:
        assert f"\ndef {name}(" in (ROOT / file).read_text("utf-8")


def test_the_table_has_every_finding() -> None:
    assert {f"F{number}" for number in range(1, 22)} <= {row.split()[1] for row in ROWS}


def test_each_merge_request_has_a_cache_of_its_own() -> None:
    jobs = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    kept = {name: job["cache"]["key"] for name, job in jobs.items() if isinstance(job, dict) and "cache" in job}
    assert kept == {"preview": "pages-$CI_MERGE_REQUEST_IID"}


@pytest.mark.parametrize("digits", [16, 25, 309, 5000])
def test_a_number_of_any_length_in_a_text_is_reported(tmp_path: Path, digits: int) -> None:
    data = copy_small_data(tmp_path / "data")
    file = data / "meetings/2030-06-12.yml"
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"(?m)^(      vi: .*[^.\n])\.?$", rf"\1 {'9' * digits}.", text, count=1), "utf-8")
    assert any("of more than 15 digits" in problem.en or "longer than" in problem.en for problem in examine(data)[1])
    shutil.rmtree(data)
