"""Which outdated English the merge that changed its Vietnamese declared right, by a tick in its pull request."""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive.data_files import Content, DataFile
from macros.archive.translations import Outdated
from macros.commands.pull_requests import english_is_right
from macros.commands.revisions import Revision, main_line, text_of

_LOOKED_AT = 20  # merges of a file


def still_right(content: Content) -> list[Outdated]:
    """The outdated texts of the data whose English stays right.

    Args:
        content: all data, with what is recorded of its translations.

    Raises:
        subprocess.CalledProcessError: outside a repository, where a text is outdated.
    """
    ticked: dict[str, bool] = {}
    found = []
    for outdated in content.outdated:
        file = f"data/{outdated.text.file}.yml"
        merge = _changed_by(file, outdated)
        if merge is None:
            continue
        if merge.commit not in ticked:
            ticked[merge.commit] = english_is_right(merge.commit, merge.message)
        if ticked[merge.commit]:
            found.append(outdated)
    return found


def _changed_by(file: str, outdated: Outdated) -> Revision | None:
    """The merge that gave a text the Vietnamese that it has now."""
    for revision in main_line(file, at_most=_LOOKED_AT):
        if outdated.text.pair.vi not in _originals(revision.commit, file, outdated.text.field):
            return None
        if outdated.text.pair.vi not in _originals(f"{revision.commit}^", file, outdated.text.field):
            return revision
    return None


def _originals(revision: str, file: str, field: str) -> set[str]:
    """What was in a field of a file in Vietnamese."""
    try:
        text = text_of(revision, file)
    except ValueError:  # there is no commit before the first
        return set()
    return set(_texts(file, field, text or ""))


def _texts(file: str, field: str, text: str) -> Iterator[str]:
    older = DataFile(file, text.encode())
    if older.readable:
        yield from (each.pair.vi for each in older.alone.translations if each.field == field)
