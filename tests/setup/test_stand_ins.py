"""What stands in for GitHub's actions takes what the workflows give it; the lines of the runners are read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.forges import github, gitlab
from tests.support.project import ROOT

RUN = ("pull-request.yml", "publish.yml")


def _read(path: Path) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return loaded


@pytest.mark.parametrize("workflow", RUN)
def test_every_action_has_a_stand_in_that_takes_its_inputs(workflow: str) -> None:
    jobs = _read(ROOT / github.WORKFLOWS / workflow)["jobs"].values()
    steps = [step for job in jobs for step in job["steps"] if "uses" in step]
    assert steps
    for step in steps:
        name = re.fullmatch(r"actions/([a-z-]+)@[0-9a-f]{40}", step["uses"])
        assert name, step
        action = _read(github.ACTIONS / name[1] / "action.yml")
        assert step.get("with", {}).keys() <= action.get("inputs", {}).keys(), step


def test_no_stand_in_is_left_over() -> None:
    used = {short for workflow in RUN for short in github.used(workflow).values()}
    assert {folder.name for folder in github.ACTIONS.iterdir()} == used


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ('{"jobID":"check","msg":"a\\n"}', ("check", "a", None)),
        ('{"jobID":"check","jobResult":"success","msg":"Job succeeded"}', ("check", "Job succeeded", True)),
        ('{"jobID":"test","jobResult":"failure","msg":"Job failed"}', ("test", "Job failed", False)),
        ("no JSON", ("", "no JSON", None)),
    ],
)
def test_lines_of_act_are_read(line: str, read: tuple[str, str, bool | None]) -> None:
    assert github.read(line) == read


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("check   \x1b[32m$ make check\x1b[0m", ("check", "$ make check", None)),
        ("check  finished in 1.77 min", ("check", "finished in 1.77 min", None)),
        (" PASS  check  ", ("check", "PASS  check", True)),
        (" WARN  record", ("record", "WARN  record", False)),
        ("pipeline finished in 15 min", ("", "pipeline finished in 15 min", None)),
        ("\x1b[36mjson schema validated in 1.58 s", ("", "json schema validated in 1.58 s", None)),
    ],
)
def test_lines_of_gitlab_ci_local_are_read(line: str, read: tuple[str, str, bool | None]) -> None:
    assert gitlab.read(line) == read
