"""Posts what a pull request changes for readers as a comment on it, and renews that comment with each push.

Run by comment.yml with the right to write comments. The text was made by the pull request's own code, so anybody may
have written it: it is cut to size and made inert, and nothing in it decides where it goes. That is read from
GitHub's own event, and checked against GitHub's list of open pull requests.
"""

from __future__ import annotations

import html
import json
import os
import re
import sys
import urllib.request
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

MARK = "<!-- what this changes for readers -->"
LONGEST = 50_000  # characters; GitHub refuses comments of more than 65,536
_A_PAGE = 100  # entries; the most that GitHub gives
CUT = "\n\n… (đã cắt bớt / cut here)"
HEAD = """{mark}
### Ý nghĩa của thay đổi / What this changes for readers

<sub>Máy tạo từ mã nguồn của chính đề nghị này ({commit}); chưa có ai duyệt. Trang xem thử: tải **preview** ở phần
Artifacts của [lần chạy này]({run}), giải nén, mở index.html.
Made by a machine from this pull request's own code ({commit}); nobody has reviewed it. To look at the site, download
**preview** from the artifacts of [this run]({run}), unpack it and open index.html.</sub>

---

{text}
"""
# Words of HTML that the text may use for itself; every other tag is shown as it is written.
_TAG = re.compile(r"<(?!/?(?:ins|del|br|sub)>)")
# Control characters, and those that turn the direction of text, hide it or take no room.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
# What GitHub makes links, mentions, references, alerts, notes or boxes to tick of, and fences that what follows would
# be drawn into: cut in two.
_ACTS = re.compile(
    r"@(?=\w)|#(?=\d)|(?i:\bgh)-(?=\d)|\](?=[(\[:])|\[(?=[!^]|[ xX]\])|!(?=\[)|(?<=\w):(?=//)"
    r"|(?i:\bwww)(?=\.)|`(?=``)|~(?=~~)|\b[0-9a-fA-F](?=[0-9a-fA-F]{6,39}\b)"
)


def inert(text: str) -> str:
    """The text without anything that acts by being shown: mentions, references, links, pictures, tags, hidden letters.

    Entities are read first, as GitHub does before it looks for mentions, and none is left.
    """
    text = INVISIBLE.sub("", html.unescape(text.replace("\r\n", "\n")))
    text = _TAG.sub("&lt;", text.replace("&", "&amp;"))
    text = _ACTS.sub("\\g<0>\u200b", text)
    return text if len(text) <= LONGEST else text[:LONGEST] + CUT


class GitHub:
    """The few calls of GitHub's REST interface that are needed, on one repository."""

    def __init__(self, interface: str, repository: str, token: str) -> None:
        self.base = f"{interface}/repos/{repository}"
        self.token = token

    def call(self, method: str, path: str, content: Any = None, **query: str) -> Any:
        """The answer as Python values; raises `urllib.error.URLError` where GitHub refuses."""
        request = urllib.request.Request(
            f"{self.base}/{path}" + (f"?{urlencode(query)}" if query else ""),
            method=method,
            data=None if content is None else json.dumps(content).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Accept": "application/vnd.github+json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def every(self, path: str) -> Iterator[Any]:
        """All entries of a list, page by page."""
        for page in count(1):
            entries = self.call("GET", path, per_page=str(_A_PAGE), page=str(page))
            yield from entries
            if len(entries) < _A_PAGE:
                return


def number_of(run: dict[str, Any], repository: str, github: GitHub) -> int | None:
    """The open pull request whose last commit the finished run checked; None where it has moved on or is unclear."""
    if run["head_repository"] is None:  # the fork was deleted meanwhile
        return None
    head = f"{run['head_repository']['owner']['login']}:{run['head_branch']}"
    found = [
        pull["number"]
        for pull in github.call("GET", "pulls", state="open", head=head, per_page="100")
        if pull["head"]["sha"] == run["head_sha"] and pull["base"]["repo"]["full_name"] == repository
    ]
    return int(found[0]) if len(found) == 1 else None


def say(number: int, mark: str, body: str, github: GitHub) -> None:
    """Comment on an issue or a pull request, or renew the comment with this mark that a program left there before."""
    comments = github.every(f"issues/{number}/comments")
    own = (c["id"] for c in comments if c["user"]["type"] == "Bot" and c["body"].startswith(mark))
    before = next(own, None)
    if before is None:
        github.call("POST", f"issues/{number}/comments", {"body": body})
    else:
        github.call("PATCH", f"issues/comments/{before}", {"body": body})


def main(file: Path) -> int:
    """Comment; the exit code."""
    repository = os.environ["GITHUB_REPOSITORY"]
    github = GitHub(os.environ["GITHUB_API_URL"], repository, os.environ["GH_TOKEN"])
    run = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))["workflow_run"]
    number = number_of(run, repository, github)
    if number is None:
        print("Đề nghị sửa đã đổi hoặc đã đóng. / The pull request has changed or is closed.")
        return 0
    if not file.is_file():  # the check found mistakes, and nothing else was made
        print("Không có gì để đăng. / There is nothing to post.")
        return 0
    with file.open("rb") as stream:
        text = stream.read(4 * LONGEST).decode("utf-8", "replace")
    commit, address = run["head_sha"][:10], run["html_url"]
    say(number, MARK, HEAD.format(mark=MARK, text=inert(text).strip(), commit=commit, run=address), github)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
