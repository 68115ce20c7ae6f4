"""Commands beside `mkdocs build` do what their users expect, whatever was built before, or are refused in words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from macros.build.session import Session
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


@pytest.mark.parametrize(
    ("command", "dirty", "said"),
    [("build", True, "--dirty"), ("serve", True, "--dirty"), ("gh-deploy", True, "--dirty"), ("mike", False, "“mike”")],
)
def test_what_cannot_be_used_is_refused_in_words(command: str, dirty: bool, said: str) -> None:
    with pytest.raises(Abort) as refused:
        Session().start(command, dirty=dirty)
    vi, en = str(refused.value.message).splitlines()
    assert said in vi and said in en


def test_mkdocs_says_it_and_writes_nothing(tmp_path: Path) -> None:
    tree = project.copy_small(tmp_path / "tree")
    refused = project.build(tree, "--dirty")
    assert refused.returncode == 1
    assert "--dirty and --dirtyreload cannot be used" in refused.stdout + refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (tree / "site").exists()


def _git(folder: Path, *arguments: str) -> str:
    done = _run(folder, "git", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    person = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = os.environ | person | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
