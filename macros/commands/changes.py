"""What a change to the data means for readers: `python -m macros.commands.changes BASE [HEAD]`, run by `make changes`.

Two revisions are read with the code at hand and compared: the data field by field (`meaning.py`), with pages that
appear, addresses that lead elsewhere now, and permanent addresses that disappear, which is an error: what was cited
must be found again; the hand-written pages and the words of the interface as texts (`pages_and_words.py`). What is not
compared is named. The text is for a terminal, the Markdown for a comment on a pull request.
"""

from __future__ import annotations

import argparse
import sys

from macros.archive.diff import Change, compare
from macros.commands.pages_and_words import not_compared, text_changes
from macros.commands.revisions import read
from macros.data import plain_files
from macros.data.problems import Refused
from macros.text.language import Language, word
from macros.text.markdown import inert
from macros.text.wording import difference

MOST_NAMED = 10  # files that cannot be compared
LONGEST = 60_000  # letters: a comment on a forge holds 65,536


def report(changes: list[Change], unseen: list[str], language: Language, *, markdown: bool) -> str:
    """The report in one language; what comes from the repository is shown as text, whatever it holds.

    `unseen` are the files that changed and whose meaning cannot be compared.
    """
    if not changes:
        text = word("change_none_compared" if unseen else "change_none", language) + "\n"
    else:
        lines = [_line(change, language, markdown) for change in sorted(changes, key=lambda change: not change.error)]
        count = word("change_count", language).format(count=len(changes))
        text = (f"### {count}\n\n" if markdown else f"{count}\n") + "\n".join(lines) + "\n"
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit("\n", 1)[0] + f"\n\n{word('change_cut', language)}\n"
    return text + _unseen(unseen, language, markdown)


def _unseen(files: list[str], language: Language, markdown: bool) -> str:
    if not files:
        return ""
    more = (
        [word("change_more_files", language).format(count=len(files) - MOST_NAMED)] if len(files) > MOST_NAMED else []
    )
    named = ", ".join([*map(plain_files.shown, files[:MOST_NAMED]), *more])
    line = f"{word('change_unseen', language)} {inert(named) if markdown else named}\n"
    return f"\n{line}" if markdown else line


def _line(change: Change, language: Language, markdown: bool) -> str:
    plain = inert if markdown else str
    name = word(f"change_english_{change.english}" if change.english else f"change_{change.what}", language)
    if change.part:
        name = f"{name} ({plain(change.part_name[language])})"
    address = plain(change.address)
    words = _words(change, language, markdown)
    return f"- **{name}** {address}: {words}" if markdown else f"{name}: {address}\n    {words}".rstrip()


def _words(change: Change, language: Language, markdown: bool) -> str:
    plain = inert if markdown else str
    if change.error:
        line = f"{change.address}: {change.to}"
        hint = word("change_write_redirect", language)
        return f"{plain(hint)} `{line}`" if markdown else f"{hint}\n    {line}"
    if change.to:
        return f"{plain(change.address)} → {plain(change.to)}"
    if change.english:
        return plain(change.before.en if change.english == "removed" else change.after.en)
    # Where this language says the same as before, only the other one was changed.
    shown = language if change.before[language] != change.after[language] else language.other
    before, after = (each[shown] or each.vi for each in (change.before, change.after))
    if before and after:
        return _marked(before, after, markdown)
    return plain(before or after)


def _marked(before: str, after: str, markdown: bool) -> str:
    """Both texts in one, word by word: what went and what came."""
    went, came = ("~~{}~~", "**{}**") if markdown else ("[-{}-]", "{{+{}+}}")
    shown = {"same": "{}", "gone": went, "new": came}
    plain = inert if markdown else str
    return " ".join(shown[kind].format(plain(words)) for kind, words in difference(before, after))


def main() -> int:
    """Print what changes between two revisions; 1 where an address is lost or a revision cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m macros.commands.changes", description=__doc__)
    parser.add_argument("base", metavar="BASE")
    parser.add_argument("head", metavar="HEAD", nargs="?", default="HEAD")
    parser.add_argument("--language", choices=list(Language), type=Language, default=Language.VI)
    parser.add_argument("--format", choices=["text", "markdown"], default="text")
    chosen = parser.parse_args()
    archives = []
    for revision in (chosen.base, chosen.head):
        try:
            archives.append(read(revision))
        except ValueError:
            print("\n".join(word("change_no_revision", each).format(revision=revision) for each in Language))
            return 1
        except Refused as refused:
            print("\n".join(word("change_unreadable", each).format(revision=revision) for each in Language))
            print(refused.report())
            return 1
    changes = [*compare(archives[0], archives[1]), *text_changes(chosen.base, chosen.head)]
    unseen = not_compared(chosen.base, chosen.head)
    print(report(changes, unseen, chosen.language, markdown=chosen.format == "markdown"), end="")
    return int(any(change.error for change in changes))


if __name__ == "__main__":
    sys.exit(main())
