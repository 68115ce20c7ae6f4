"""A pull request of what an issue holds: on a branch of its own, of data files only, whatever is written in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.github import REPOSITORY, GitHub, stand_in

FILE = "data/documents/12-qd-tw-2032.yml"
TEXT = "title:\n  vi: $(id) ${{ github.token }}\n"
EVENT = {"issue": {"number": 12, "title": "Sửa đổi / Edit: Theo\u202e \n s1"}, "repository": {"default_branch": "main"}}
ADDRESS = "https://github.com/nhom/kho/pull/13"


@pytest.fixture
def github() -> Iterator[GitHub]:
    """GitHub, which has no pull request of the issue yet."""
    with stand_in() as state:
        state.pulls = []
        state.answers = {
            ("GET", f"git/commits/{'b' * 40}"): (200, {"tree": {"sha": "c" * 40}}),
            ("POST", "git/trees"): (201, {"sha": "d" * 40}),
            ("POST", "git/commits"): (201, {"sha": "e" * 40}),
            ("POST", "pulls"): (201, {"html_url": ADDRESS}),
        }
        yield state


def _propose(github: GitHub, folder: Path, files: dict[str, str], report: str = "Đã nhận.") -> dict[str, Any]:
    """Run the script as the workflow does; gives what was written, by address."""
    made = folder / "made"
    for name, text in {**files, "report.md": report}.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text, "utf-8")
    github.run("propose.py", made, event=EVENT)
    return {f"{method} {path.removeprefix(f'/repos/{REPOSITORY}/')}": body for method, path, body in github.written}


def test_files_become_a_pull_request_that_a_person_reviews(github: GitHub, tmp_path: Path) -> None:
    written = _propose(github, tmp_path, {FILE: TEXT}, "@moi-nguoi")
    entry = {"path": FILE, "mode": "100644", "type": "blob", "content": TEXT}
    assert written["POST git/trees"] == {"base_tree": "c" * 40, "tree": [entry]}
    assert written["POST git/commits"] == {"message": "Theo s1", "tree": "d" * 40, "parents": ["b" * 40]}
    assert written["POST git/refs"] == {"ref": "refs/heads/issue-12", "sha": "e" * 40}
    request = written["POST pulls"]
    assert (request["title"], request["head"], request["base"]) == ("Theo s1", "issue-12", "main")
    assert "Closes #12" in request["body"] and "@moi-nguoi" not in request["body"]
    said = written["POST issues/12/comments"]["body"]
    assert ADDRESS in said and "@moi-nguoi" not in said


def test_an_issue_that_was_edited_renews_its_pull_request(github: GitHub, tmp_path: Path) -> None:
    github.answers["POST", "git/refs"] = (422, {})
    github.pulls = [{"number": 13, "html_url": ADDRESS}]
    written = _propose(github, tmp_path, {FILE: TEXT})
    assert written["PATCH git/refs/heads/issue-12"] == {"sha": "e" * 40, "force": True}
    assert written["PATCH pulls/13"]["title"] == "Theo s1"
    assert "POST pulls" not in written
    assert github.asked_for["head"] == ["nhom:issue-12"]


def test_where_workflows_may_open_none_a_person_is_led_to_it(github: GitHub, tmp_path: Path) -> None:
    github.answers["POST", "pulls"] = (403, {})
    written = _propose(github, tmp_path, {FILE: TEXT})
    address = "https://github.com/nhom/kho/compare/main...issue-12?expand=1"
    assert address in written["POST issues/12/comments"]["body"]


def test_without_files_only_the_reasons_are_told(github: GitHub, tmp_path: Path) -> None:
    written = _propose(github, tmp_path, {})
    assert list(written) == ["POST issues/12/comments"]
    assert "No pull request was made" in written["POST issues/12/comments"]["body"]


def test_only_data_files_are_taken(github: GitHub, tmp_path: Path) -> None:
    """Whatever the first job may have been brought to make."""
    names = ["README.yml", ".github/workflows/x.yml", "data/x y.yml", "data/a/b/c/d.yml", "data/x.py"]
    large = {"data/large.yml": "x" * 600_000}
    (tmp_path / "secret.yml").write_text("x: y", "utf-8")
    (tmp_path / "made/data").mkdir(parents=True)
    (tmp_path / "made/data/link.yml").symlink_to(tmp_path / "secret.yml")
    (tmp_path / "made/data/folder").symlink_to(tmp_path)
    written = _propose(github, tmp_path, {**dict.fromkeys(names, TEXT), **large})
    assert list(written) == ["POST issues/12/comments"]
