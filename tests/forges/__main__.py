"""Proposes, merges and publishes a change of data on both forges' pipelines: `python -m tests.forges [github|gitlab]`.

Everything happens in `build/forges/`: scratch copies of the repository, the published sites, and `log.txt` with all
that the pipelines print. It ends with the minutes of each job and with what was stood in for.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TextIO

from tests import debian
from tests.forges import github, gitlab
from tests.forges.runs import Pipeline
from tests.forges.scratch import Scratch, fresh
from tests.support.project import ROOT

FOLDER = ROOT / "build" / "forges"
HERE = Path(__file__).parent


def _of_actions() -> list[str]:
    """What stands in for each action, as its file says."""
    used = sorted({*github.used("pull-request.yml").values(), *github.used("publish.yml").values()})
    first = ((github.ACTIONS / each / "action.yml").read_text("utf-8").partition("\n")[0] for each in used)
    return [line.removeprefix("# Stands in for ") for line in first]


STOOD_IN = {
    "github": (
        "the machines: every job runs on this one (act, self-hosted), with its own checkout and virtual environment",
        "GitHub itself: the event is written here, a bare repository is the remote, no interface is asked",
        *_of_actions(),
        "comment.yml does not run: it asks GitHub's interface, for which tests/setup/test_comment.py stands in",
    ),
    "gitlab": (
        "the machines: every job runs on this one (gitlab-ci-local, shell), not in the image python:3.12-bookworm",
        "GitLab itself: the variables of the pipeline are given here, a bare repository is the remote",
        "artifacts and the cache: gitlab-ci-local keeps them in folders; pages are published as its artifact public/",
    ),
}


def main() -> int:
    """Run the pipelines; 1 where one fails or something is missing in the end."""
    parser = argparse.ArgumentParser(prog="python -m tests.forges", description=__doc__)
    parser.add_argument("forge", nargs="?", choices=["github", "gitlab"], help="one of them; both if left out")
    chosen = parser.parse_args().forge
    forges = [chosen] if chosen else ["github", "gitlab"]
    fresh(FOLDER).mkdir(parents=True)
    wrong = False
    with (FOLDER / "log.txt").open("w", encoding="utf-8") as log:
        for forge in forges:
            scratch = Scratch(FOLDER / forge)
            if forge == "github":
                pipelines, missing = github.propose_and_publish(scratch, FOLDER / forge / "store", log)
            else:
                _prepare()
                pipelines, missing = gitlab.propose_and_publish(scratch, log)
            wrong |= bool(missing) or not all(pipeline.passed for pipeline in pipelines)
            for stream in (log, sys.stdout):
                _report(forge, pipelines, missing, stream)
    print(f"\n{(FOLDER / 'log.txt').relative_to(ROOT)}")
    return int(wrong)


def _prepare() -> None:
    """What gitlab-ci-local needs: itself, and rsync, by which it gives each job a folder of its own."""
    if shutil.which("rsync") is None:
        debian.install("rsync")
    subprocess.run(["npm", "ci", "--silent"], cwd=HERE, check=True)


def _report(forge: str, pipelines: list[Pipeline], missing: list[str], stream: TextIO) -> None:
    for pipeline in pipelines:
        print(f"\n{pipeline.name}: {_ended(pipeline.passed)}, {_minutes(pipeline.seconds)}", file=stream)
        for job in pipeline.jobs:
            print(f"  {job.name:<12} {_minutes(job.seconds)}  {_ended(job.passed)}", file=stream)
    whole = sum(pipeline.seconds for pipeline in pipelines)
    print(f"\n{forge}, from the proposal to the published site: {_minutes(whole)}", file=stream)
    for what in missing:
        print(f"  MISSING: {what}", file=stream)
    print("Stood in for:", file=stream)
    for what in STOOD_IN[forge]:
        print(f"  - {what}", file=stream)


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.1f} minutes"


def _ended(passed: bool) -> str:
    return "passed" if passed else "FAILED"


if __name__ == "__main__":
    sys.exit(main())
