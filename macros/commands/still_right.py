"""Which outdated English the merge that changed its Vietnamese declared right, by a tick in its pull request."""

from __future__ import annotations

import json
import os
import re
import urllib.request
from collections.abc import Iterator
from functools import cache

from macros.archive.data_files import Content, DataFile
from macros.archive.translations import Outdated, Translation
from macros.commands.revisions import Revision, main_line, text_of

_LOOKED_AT = 20  # merges of a file
_TIMEOUT = 20  # seconds
_COMMIT = re.compile("[0-9a-f]{40}")
# The ticked box of the templates of pull and merge requests.
_RIGHT = re.compile(r"^[ \t]*[-*] \[[xX]\].*(?:tiếng Anh vẫn đúng|English is still right)", re.MULTILINE)


def still_right(content: Content) -> list[Outdated]:
    """The outdated texts of the data whose English stays right.

    Args:
        content: all data, with what is recorded of its translations.

    Raises:
        subprocess.CalledProcessError: outside a repository, where a text is outdated.
    """
    declared = cache(english_is_right)
    merges = [(each, _changed_by(each.text)) for each in content.outdated]
    return [each for each, merge in merges if merge and declared(merge.commit, merge.message)]


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
    """The descriptions of the pull requests that a commit merged, as GitHub has them."""
    interface, repository, token = map(os.environ.get, ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GH_TOKEN"))
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
    yield from (each["body"] or "" for each in pulls if each["merge_commit_sha"] == commit and each["merged_at"])


def _changed_by(text: Translation) -> Revision | None:
    """The merge that gave a text its present Vietnamese."""
    for revision in main_line(f"data/{text.file}.yml", at_most=_LOOKED_AT):
        if not _has(revision.commit, text):
            return None
        if not _has(f"{revision.commit}^", text):
            return revision
    return None


def _has(revision: str, text: Translation) -> bool:
    """Whether a text had its present Vietnamese in a revision."""
    file = f"data/{text.file}.yml"
    try:
        older = DataFile(file, (text_of(revision, file) or "").encode())
    except ValueError:  # there is no commit before the first
        return False
    there = older.alone.translations if older.readable else []
    return any((each.field, each.pair.vi) == (text.field, text.pair.vi) for each in there)
