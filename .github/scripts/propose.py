"""Turns the files that somebody sent in an issue into a pull request, and tells the issue what the check found.

Run by edit.yml with the right to push and to comment. The files were made by this branch's own code from what anyone
may have written, in a job without rights: they are only text, of bounded size, within `data/`. They go to a branch of
their own, named after the issue, never to the main one; a person reviews the pull request as any other.
"""

from __future__ import annotations

import json
import os
import re
import sys
import urllib.error
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from comment import INVISIBLE, LONGEST, GitHub, inert, say

MARK = "<!-- what became of this change -->"
MOST_FILES = 8
LARGEST = 500_000  # bytes of a file
LONGEST_TITLE = 200
TITLE = "Sửa đổi / Edit:"  # how titles of ISSUE_TEMPLATE/edit.yml begin
_FILE = re.compile(r"data/(?:[a-z0-9-]+/){0,2}[a-z0-9-]+\.yml")
PROPOSED = """Từ #{issue}, do máy lập; nội dung do người gửi viết. Để máy kiểm tra chạy: bấm **Approve workflows to
run**, hoặc đóng rồi mở lại đề nghị này.
From #{issue}, made by a machine of what its sender wrote. For the checks to run: press **Approve workflows to run**, or
close this pull request and open it again.

Closes #{issue}

---

{report}
"""
ANSWER = """{mark}
{what}

<sub>Muốn sửa tiếp: mở lại biểu mẫu, rồi thay nội dung của phiếu này (⋯, Edit); máy làm lại.
To change it: open the form again and replace what this issue holds (⋯, Edit); this is done again.</sub>

---

{report}
"""


def files(made: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of the files that were made; anything else than text within `data/` is passed over."""
    folder = made / "data"
    for path in sorted(folder.rglob("*.yml"))[:MOST_FILES] if not folder.is_symlink() else ():
        name = path.relative_to(made).as_posix()
        is_plain = path.is_file() and not any(each.is_symlink() for each in (path, *path.parents[:3]))
        if _FILE.fullmatch(name) and is_plain and path.stat().st_size <= LARGEST:
            yield name, path.read_text("utf-8")


def commit(contents: list[tuple[str, str]], title: str, sha: str, github: GitHub) -> str:
    """A commit with these files upon the commit `sha`."""
    below = github.call("GET", f"git/commits/{sha}")["tree"]["sha"]
    entries = [{"path": name, "mode": "100644", "type": "blob", "content": text} for name, text in contents]
    tree = github.call("POST", "git/trees", {"base_tree": below, "tree": entries})["sha"]
    made = github.call("POST", "git/commits", {"message": title, "tree": tree, "parents": [sha]})["sha"]
    return str(made)


def push(branch: str, sha: str, github: GitHub) -> None:
    """Let the branch be this commit, whether it is there or not."""
    try:
        github.call("POST", "git/refs", {"ref": f"refs/heads/{branch}", "sha": sha})
    except urllib.error.HTTPError as error:
        if error.code != 422:
            raise
        github.call("PATCH", f"git/refs/heads/{branch}", {"sha": sha, "force": True})


def request(branch: str, title: str, body: str, base: str, github: GitHub) -> str:
    """The address of the pull request of a branch: of the open one, of a new one, or where a person can open it."""
    owner = github.base.rpartition("/repos/")[2].partition("/")[0]
    found = github.call("GET", "pulls", state="open", head=f"{owner}:{branch}", per_page="1")
    if found:
        number = found[0]["number"]
        github.call("PATCH", f"pulls/{number}", {"title": title, "body": body})
        return str(found[0]["html_url"])
    try:
        made = github.call("POST", "pulls", {"title": title, "head": branch, "base": base, "body": body})
    except urllib.error.HTTPError as error:
        if error.code != 403:  # the repository does not let workflows open pull requests
            raise
        where = f"{os.environ['GITHUB_SERVER_URL']}/{os.environ['GITHUB_REPOSITORY']}"
        return f"{where}/compare/{base}...{branch}?expand=1"
    return str(made["html_url"])


def main(made: Path) -> int:
    """Propose what was made; the exit code."""
    github = GitHub(os.environ["GITHUB_API_URL"], os.environ["GITHUB_REPOSITORY"], os.environ["GH_TOKEN"])
    event: dict[str, Any] = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    number = int(event["issue"]["number"])
    title = " ".join(INVISIBLE.sub("", event["issue"]["title"]).split()).removeprefix(TITLE).strip()[:LONGEST_TITLE]
    with (made / "report.md").open("rb") as stream:
        report = inert(stream.read(4 * LONGEST).decode("utf-8", "replace"))
    contents = list(files(made))
    what = "Chưa lập được đề nghị. / No pull request was made."
    if contents:
        branch = f"issue-{number}"
        title = title or branch
        push(branch, commit(contents, title, os.environ["GITHUB_SHA"], github), github)
        body = PROPOSED.format(issue=number, report=report)
        address = request(branch, title, body, event["repository"]["default_branch"], github)
        what = f"Đề nghị sửa / Pull request: {address}"
    say(number, MARK, ANSWER.format(mark=MARK, what=what, report=report), github)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
