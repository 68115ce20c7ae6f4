"""The comment on a pull request: put where GitHub's event says, whatever the text says, and inert."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypandoc
import pytest

from tests.support.github import REPOSITORY, RUN, GitHub, pull, stand_in

MARK = "<!-- what this changes for readers -->"


@pytest.fixture
def github() -> Iterator[GitHub]:
    """GitHub, on this machine."""
    with stand_in() as state:
        yield state


def _comment(github: GitHub, folder: Path, text: str | bytes, run: dict[str, Any] | None = None) -> str:
    """Run the script as the workflow does; gives what it said."""
    made = folder / "changes.md"
    made.write_bytes(text if isinstance(text, bytes) else text.encode())
    return github.run("comment.py", made, run)


def test_the_first_comment_says_what_it_is(github: GitHub, tmp_path: Path) -> None:
    _comment(github, tmp_path, "**Sửa** 1 số liệu: ~~20.738~~ → 20.739\n")
    [(method, path, content)] = github.written
    body = content["body"]
    assert (method, path) == ("POST", f"/repos/{REPOSITORY}/issues/12/comments")
    assert body.startswith(MARK)
    assert "**Sửa** 1 số liệu: ~~20.738~~ → 20.739" in body
    assert "chưa có ai duyệt" in body and "nobody has reviewed it" in body
    assert "aaaaaaaaaa" in body and str(RUN["html_url"]) in body


def test_the_next_push_renews_it(github: GitHub, tmp_path: Path) -> None:
    github.comments = [
        {"id": 1, "user": {"type": "User"}, "body": f"{MARK} not by this program"},
        {"id": 2, "user": {"type": "Bot"}, "body": "another program's"},
        {"id": 3, "user": {"type": "Bot"}, "body": f"{MARK}\nbefore"},
    ]
    _comment(github, tmp_path, "sau")
    assert [(method, path) for method, path, _ in github.written] == [
        ("PATCH", f"/repos/{REPOSITORY}/issues/comments/3")
    ]


def test_the_event_says_which_pull_request(github: GitHub, tmp_path: Path) -> None:
    github.pulls = [pull(9, sha="b" * 40), pull(10, base="khac/kho"), pull(12)]
    _comment(github, tmp_path, "PR_NUMBER=9\nnumber: 9\n")
    assert [path for _, path, _ in github.written] == [f"/repos/{REPOSITORY}/issues/12/comments"]
    assert github.asked_for == {"state": ["open"], "head": [f"nguoi-la:{RUN['head_branch']}"], "per_page": ["100"]}


@pytest.mark.parametrize(
    ("pulls", "run"),
    [
        ([], RUN),
        ([pull(12, sha="b" * 40)], RUN),
        ([pull(12), pull(13)], RUN),
        ([pull(12)], {**RUN, "head_repository": None}),
    ],
    ids=["closed", "pushed again", "two of one commit", "fork deleted"],
)
def test_where_it_is_unclear_nothing_is_written(
    github: GitHub, tmp_path: Path, pulls: list[dict[str, Any]], run: dict[str, Any]
) -> None:
    github.pulls = pulls
    assert "The pull request has changed or is closed" in _comment(github, tmp_path, "gì đó", run)
    assert github.written == []


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("@nhom/bien-tap xem giúp", "@\u200bnhom/bien-tap"),
        ("&commat;nhom &#64;nhom &amp;commat;nhom", "@\u200bnhom @\u200bnhom &amp;commat;nhom"),
        ("closes #12", "closes #\u200b12"),
        ("&num;12 GH-12", "#\u200b12 GH-\u200b12"),
        ("sửa 0123456789abcdef0123456789abcdef01234567", "sửa 0\u200b123456789abcdef"),
        ("https://github.com/nhom/kho/issues/12", "https:\u200b//github.com/nhom/kho/issues/12"),
        ("[Duyệt và gộp](https://ngoai.example/)", "[Duyệt và gộp]\u200b(https:\u200b//ngoai.example/)"),
        ("[a]: https://ngoai.example\n[Duyệt][a]", "[Duyệt]\u200b[a]"),
        ("[Duyệt]: //ngoai.example\n\n[Duyệt]", "[Duyệt]\u200b: //ngoai.example"),
        ("- [ ] gộp", "- [\u200b ] gộp"),
        ("> [!WARNING]\n> đã gộp", "> [\u200b!WARNING]"),
        ("a[^1]\n\n[^1]: b", "a[\u200b^1]\n\n[\u200b^1]\u200b: b"),
        ("![hình](https://ngoai.example/x.png)", "!\u200b[hình]\u200b(https:\u200b//ngoai.example/x.png)"),
        ("<img src=x onerror=alert(1)>", "&lt;img src=x"),
        ("<details><summary>OK</summary>", "&lt;details>&lt;summary>OK&lt;/summary>"),
        ("&lt;details&gt;", "&lt;details>"),
        ("```\nhết", "`\u200b``\nhết"),
        ("~~~\nhết", "~\u200b~~\nhết"),
        ("~~bỏ~~", "~~bỏ~~"),
        ("<!-- giấu -->", "&lt;!-- giấu"),
        ("<del onclick=x>a</del>", "&lt;del onclick=x>a</del>"),
        ("<del>a</del> <ins>b</ins>", "<del>a</del> <ins>b</ins>"),
        ("5 &lt; 6 &amp; 7", "5 &lt; 6 &amp; 7"),
        ("a\u202eb\u200bc\x1b[31md", "abc[31md"),
        ("a\u00ad\u034f\u3164\U000e0041b", "ab"),
        (b"\xff\xfe h\xe1", "h\ufffd"),
    ],
)
def test_text_by_anybody_acts_on_nothing(github: GitHub, tmp_path: Path, hostile: str | bytes, shown: str) -> None:
    _comment(github, tmp_path, hostile)
    [(_, _, content)] = github.written
    assert shown in content["body"]
    drawn = " ".join(pypandoc.convert_text(content["body"], "html", format="gfm").split())
    assert re.findall(r"<(?:a|img|input|div|section|details)\b[^>]*>", drawn) == [f'<a href="{RUN["html_url"]}">'] * 2


def test_who_made_it_is_said_before_what_it_says(github: GitHub, tmp_path: Path) -> None:
    _comment(github, tmp_path, "<details>\n```\nhết")
    [(_, _, content)] = github.written
    assert content["body"].index("nobody has reviewed it") < content["body"].index("hết")


def test_its_own_comment_is_found_among_hundreds(github: GitHub, tmp_path: Path) -> None:
    others = [{"id": n, "user": {"type": "User"}, "body": "…"} for n in range(250)]
    github.comments = [*others, {"id": 1000, "user": {"type": "Bot"}, "body": f"{MARK}\nbefore"}]
    _comment(github, tmp_path, "sau")
    assert [path for _, path, _ in github.written] == [f"/repos/{REPOSITORY}/issues/comments/1000"]


def test_where_nothing_was_made_nothing_is_written(github: GitHub, tmp_path: Path) -> None:
    assert "There is nothing to post" in github.run("comment.py", tmp_path / "absent.md")
    assert github.written == []


def test_a_huge_text_is_cut(github: GitHub, tmp_path: Path) -> None:
    _comment(github, tmp_path, "ở " * 5_000_000)
    [(_, _, content)] = github.written
    assert len(content["body"]) < 65_536
    assert "đã cắt bớt / cut here" in content["body"]
