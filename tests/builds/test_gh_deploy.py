"""`mkdocs gh-deploy` publishes, whatever was built before: only `mkdocs build` leaves a site as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support import project


def test_gh_deploy_after_a_build_publishes(tmp_path: Path) -> None:
    tree, remote = project.copy_small(tmp_path / "tree"), tmp_path / "remote.git"
    _git(tmp_path, "init", "--quiet", "--bare", str(remote))
    _git(tree, "init", "--quiet")
    _git(tree, "remote", "add", "origin", str(remote))
    assert project.build(tree).returncode == 0
    assert "Nothing has changed" in project.build(tree).stdout
    deployed = _run(tree, sys.executable, "-m", "mkdocs", "gh-deploy", "--strict")
    assert deployed.returncode == 0, deployed.stdout + deployed.stderr
    pages = _git(remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert {"index.html", "en/index.html", "meetings/2030-06-12/index.html", "service-worker.js"} <= set(pages)
    page = _git(remote, "show", "gh-pages:meetings/2030-06-12/index.html")
    assert page == (tree / "site/meetings/2030-06-12/index.html").read_text("utf-8")


def _git(folder: Path, *arguments: str) -> str:
    done = _run(folder, "git", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    person = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = os.environ | person | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
