"""What a merge says about itself: the words of its commit and, on GitHub, of the pull request that it came from."""

from __future__ import annotations

import json
import os
import re
import urllib.request
from collections.abc import Iterator

# Of the box in the templates of pull and merge requests, when it is ticked.
_RIGHT = re.compile(r"^[ \t]*[-*] \[[xX]\].*(?:tiếng Anh vẫn đúng|English is still right)", re.MULTILINE)
_TIMEOUT = 20  # seconds
_COMMIT = re.compile("[0-9a-f]{40}")


def english_is_right(commit: str, message: str) -> bool:
    """Whether a merge declares that the English of the texts that it changed still translates them.

    GitLab, and GitHub where the repository is set so, write the request's description into the commit's message. Else
    GitHub is asked, with the workflow's token; where it does not answer, nothing is declared.

    Args:
        commit: the commit's full hash.
        message: its message.
    """
    return any(_RIGHT.search(text) for text in (message, *_descriptions(commit)))


def _descriptions(commit: str) -> Iterator[str]:
    interface, repository, token = (
        os.environ.get(name) for name in ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GH_TOKEN")
    )
    if not (interface and repository and token and _COMMIT.fullmatch(commit)):
        return
    request = urllib.request.Request(
        f"{interface}/repos/{repository}/commits/{commit}/pulls",
        headers={"Authorization": f"Bearer {token}", "Accept": "application/vnd.github+json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:
            pulls = json.load(answer)
    except (OSError, ValueError):
        return
    for pull in pulls:
        if pull["merge_commit_sha"] == commit and pull["merged_at"]:
            yield pull["body"] or ""
