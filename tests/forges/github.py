"""GitHub's workflows, through act."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TextIO

from tests.forges.runs import Line, Pipeline, run
from tests.forges.scratch import BRANCH, MARK, TITLE, Scratch
from tests.support.project import ROOT

ACTIONS = Path(__file__).with_name("actions")
WORKFLOWS = ".github/workflows"
_USES = re.compile(r"uses: (actions/([a-z-]+)@[0-9a-f]{40})")
_REPOSITORY = {"name": "kho", "full_name": "nhom/kho", "owner": {"login": "nhom"}, "default_branch": "main"}


def used(workflow: str) -> dict[str, str]:
    """The actions that a workflow takes from GitHub, as it names them, with their short names."""
    return dict(_USES.findall((ROOT / WORKFLOWS / workflow).read_text("utf-8")))


def propose_and_publish(scratch: Scratch, store: Path, log: TextIO) -> tuple[list[Pipeline], list[str]]:
    """Both workflows for a change of data; gives them, and what is missing of what they should have done."""
    store.mkdir(parents=True)
    scratch.propose()
    event = {
        "number": 1,
        "pull_request": {"number": 1, "title": TITLE, "head": {"ref": BRANCH}, "base": {"ref": "main"}},
    }
    proposed = _act(scratch, store, log, "pull-request.yml", "pull_request", event, "refs/pull/1/merge")
    changes = store / "artifacts/changes/changes.md"
    missing = (
        [] if changes.is_file() and MARK.strip("()") in changes.read_text("utf-8") else ["the meaning of the change"]
    )
    if missing or not proposed.passed:
        return [proposed], [*missing, "the approval: what is red is not merged"]
    scratch.merge()
    published = _act(scratch, store, log, "publish.yml", "push", {"ref": "refs/heads/main"}, "refs/heads/main")
    return [proposed, published], missing + scratch.published(store / "pages")


def _act(
    scratch: Scratch, store: Path, log: TextIO, workflow: str, event: str, payload: dict[str, object], ref: str
) -> Pipeline:
    file = store / f"{event}.json"
    file.write_text(json.dumps({**payload, "repository": _REPOSITORY}), "utf-8")
    stand_ins = scratch.clone / ACTIONS.relative_to(ROOT)  # which stay as they are while somebody works here
    replaced = [
        each for name, short in used(workflow).items() for each in ("--local-repository", f"{name}={stand_ins / short}")
    ]
    settings = {"FORGE_REMOTE": scratch.remote, "FORGE_REF": ref, "FORGE_STORE": store}
    command: list[str | Path] = [
        Path(sys.executable).with_name("act"),
        event,
        "--json",
        "--no-skip-checkout",
        *("--workflows", f"{WORKFLOWS}/{workflow}"),
        *("--eventpath", file),
        *("--platform", "ubuntu-latest=-self-hosted"),
        *(each for name, value in settings.items() for each in ("--env", f"{name}={value}")),
        *replaced,
    ]
    return run(f"GitHub {workflow}", command, scratch.clone, log, read)


def read(text: str) -> Line:
    """What a line of act's output says."""
    try:
        said = json.loads(text)
    except ValueError:
        return "", text, None
    result = said.get("jobResult")
    return (
        str(said.get("jobID", "")),
        str(said.get("msg", "")).rstrip(),
        None if result is None else result == "success",
    )
