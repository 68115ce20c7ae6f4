"""Records translations and summaries: `python -m macros.commands.confirm [NAME …]` declares what is outdated right.

A name is that of a text or a summary as the check and the status page give it, such as `meetings/2022-06-29/place` or
`meetings/2022-06-29/summary`, or the beginning of one, such as `meetings/2022-06-29`; without names, all are confirmed.
`make fix` records in the same way and confirms nothing. `make record` confirms what a merge that changed the Vietnamese
declared right, by a tick in its pull request.
"""

import json
import os
import re
import sys
import urllib.request
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

from macros.archive import kept, summaries, translations
from macros.archive.data_files import Content, DataFile
from macros.archive.reader import Reading
from macros.archive.summaries import OlderSummary, Summary
from macros.archive.translations import Outdated, Translation
from macros.commands.revisions import Revision, main_line, text_of
from macros.commands.terminal import in_languages, reports_refusals, run
from macros.data import plain_files
from macros.data.problems import Refused, Severity
from macros.text.language import Language

_LOOKED_AT = 20  # merges of a file
_TIMEOUT = 20  # seconds
_COMMIT = re.compile("[0-9a-f]{40}")
# The ticked box of the templates of pull and merge requests.
_RIGHT = re.compile(r"^[ \t]*[-*] \[[xX]\].*(?:tiếng Anh vẫn đúng|English is still right)", re.MULTILINE)


def contents(data: Path) -> Content:
    """The data with what is recorded of translations and summaries; raises `Refused` where one cannot be read."""
    reading = Reading(data)
    recorded, garbled = translations.read(data)
    summed, garbled_too = summaries.read(data)
    problems = (*reading.problems, *garbled, *garbled_too)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise Refused(errors)
    return Content(reading.records.files, recorded=recorded, summed=summed)


def save(
    data: Path, content: Content, outdated: Collection[Outdated], older: Collection[OlderSummary] | None = None
) -> Iterator[tuple[Path, int]]:
    """Write what differs of translations and summaries; gives each file with the number of texts recorded again in it.

    Args:
        data: the folder of the data.
        content: what is in it.
        outdated: the texts whose English stays outdated.
        older: the sentences of summaries that stay older than what they sum up; None for all that are.
    """
    fields = translations.record(content.translations, outdated)
    texts = {file: translations.written(each) for file, each in fields.items()}
    for path, file in _save(data, translations.FOLDER, content.recorded, texts):
        old = content.recorded.get(file, {})
        yield path, sum(pairs != old.get(field) for field, pairs in fields.get(file, {}).items())
    sentences = summaries.record(content.summaries, content.older_summaries if older is None else older)
    texts = {file: summaries.written(each) for file, each in sentences.items()}
    for path, file in _save(data, summaries.FOLDER, content.summed, texts):
        yield path, sum(each not in content.summed.get(file, ()) for each in sentences.get(file, ()))


def _save(data: Path, folder: str, recorded: Collection[str], wanted: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    """Write the files of a folder that differ, remove those that nothing is left of; gives them with their names."""
    for file in sorted({*recorded} - wanted.keys()):
        kept.path_of(file, data, folder).unlink()
        yield kept.path_of(file, data, folder), file
    for file, text in wanted.items():
        path = kept.path_of(file, data, folder)
        if not path.is_file() or path.read_bytes() != text.encode():
            plain_files.write(path, data.parent, text.encode())
            yield path, file


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


@reports_refusals
def main(names: list[str]) -> int:
    """Run the command; gives the exit code."""
    data = Path("data")
    content = contents(data)
    texts: list[Translation | Summary] = [*content.translations, *content.summaries]
    unknown = [name for name in names if not any(_is_named(text, name) for text in texts)]
    for name in unknown:
        print(in_languages("confirm_unknown", Language, name, separator="\n"), file=sys.stderr)
    if unknown:
        return 1
    outdated = [each for each in content.outdated if not _are_named(each.text, names)]
    older = [each for each in content.older_summaries if not _are_named(each.summary, names)]
    list(save(data, content, outdated, older))
    confirmed = [each.text.name for each in content.outdated if each not in outdated]
    confirmed += [each.summary.name for each in content.older_summaries if each not in older]
    for each in confirmed:
        print(each)
    print(in_languages("confirm_count", Language, len(confirmed)))
    return 0


def _are_named(text: Translation | Summary, names: Collection[str]) -> bool:
    return not names or any(_is_named(text, name) for name in names)


def _is_named(text: Translation | Summary, name: str) -> bool:
    return re.match(rf"{re.escape(name)}(?:$|[/.])", text.name) is not None


if __name__ == "__main__":
    run(main)
