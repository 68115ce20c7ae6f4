"""What a change to the data means for readers: `python -m macros.commands.changes BASE [HEAD]`, run by `make changes`.

Two revisions are read with the present code and compared: the data field by field (`macros/archive/diff.py`), with
pages that appear, addresses that lead elsewhere now, and permanent addresses that disappear, which is an error: what
was cited must be found again; the hand-written pages and the words of the interface as texts (`pages_and_words.py`).
What is not compared is named. The text is for a terminal, the Markdown for a comment on a pull request.
"""

import argparse
from collections.abc import Callable
from typing import NamedTuple

from macros.archive.diff import Change, compare
from macros.commands.pages_and_words import not_compared, text_changes
from macros.commands.revisions import read
from macros.commands.terminal import in_languages, reports_refusals, run
from macros.data.problems import Refused
from macros.data.showing import shown
from macros.text.language import Language, word
from macros.text.markdown import inert
from macros.text.wording import difference

MOST_NAMED = 10  # files that cannot be compared
LONGEST = 60_000  # letters: a comment on a forge has room for 65,536


class Format(NamedTuple):
    """How a report is written; `text` shows what comes from the repository as text, whatever it contains."""

    text: Callable[[str], str]
    heading: str
    line: str
    gone: str
    new: str
    redirect: str
    not_compared: str


FORMATS = {
    "text": Format(shown, "{}\n", "{}: {}\n    {}", "[-{}-]", "{{+{}+}}", "{}\n    {}", "{} {}\n"),
    "markdown": Format(inert, "### {}\n\n", "- **{}** {}: {}", "~~{}~~", "**{}**", "{} `{}`", "\n{} {}\n"),
}


def report(changes: list[Change], unseen: list[str], language: Language, form: Format) -> str:
    """The report in one language, errors first; `unseen` are the changed files whose meaning cannot be compared."""
    if changes:
        lines = [_line(change, language, form) for change in sorted(changes, key=lambda change: not change.error)]
        count = word("change_count", language).format(count=len(changes))
        text = form.heading.format(count) + "\n".join(lines) + "\n"
    else:
        text = word("change_none_compared" if unseen else "change_none", language) + "\n"
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit("\n", 1)[0] + f"\n\n{word('change_cut', language)}\n"
    if unseen:
        named = [shown(file) for file in unseen[:MOST_NAMED]]
        if others := len(unseen) - len(named):
            named.append(word("change_more_files", language).format(count=others))
        text += form.not_compared.format(word("change_unseen", language), form.text(", ".join(named)))
    return text


def _line(change: Change, language: Language, form: Format) -> str:
    name = word(f"change_english_{change.english}" if change.english else f"change_{change.what}", language)
    if change.part:
        name = f"{name} ({form.text(change.part_name[language])})"
    return form.line.format(name, form.text(change.address), _words(change, language, form)).rstrip()


def _words(change: Change, language: Language, form: Format) -> str:
    """The words of a change: where it leads to, or what went and what came, word by word."""
    if change.error:
        hint = form.text(word("change_write_redirect", language))
        return form.redirect.format(hint, f"{change.address}: {change.to}")
    if change.to:
        return f"{form.text(change.address)} → {form.text(change.to)}"
    if change.english:
        return form.text(change.before.en or change.after.en)
    # Where this language says the same as before, only the other one was changed.
    shown = language if change.before[language] != change.after[language] else language.other
    before, after = (each[shown] or each.vi for each in (change.before, change.after))
    if not (before and after):
        return form.text(before or after)
    marks = {"same": "{}", "gone": form.gone, "new": form.new}
    return " ".join(marks[kind].format(form.text(words)) for kind, words in difference(before, after))


@reports_refusals
def main(arguments: list[str]) -> int:
    """Print what changes between two revisions; 1 where an address is lost or a revision cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m macros.commands.changes", description=__doc__)
    parser.add_argument("base", metavar="BASE")
    parser.add_argument("head", metavar="HEAD", nargs="?", default="HEAD")
    parser.add_argument("--language", choices=list(Language), type=Language, default=Language.VI)
    parser.add_argument("--format", choices=FORMATS, default="text")
    chosen = parser.parse_args(arguments)
    archives = []
    for revision in (chosen.base, chosen.head):
        try:
            archives.append(read(revision))
        except ValueError:
            print(in_languages("change_no_revision", separator="\n", revision=revision))
            return 1
        except Refused as refused:
            print(in_languages("change_unreadable", separator="\n", revision=revision))
            print(refused.report())
            return 1
    changes = [*compare(*archives), *text_changes(chosen.base, chosen.head)]
    unseen = not_compared(chosen.base, chosen.head)
    print(report(changes, unseen, chosen.language, FORMATS[chosen.format]), end="")
    return int(any(change.error for change in changes))


if __name__ == "__main__":
    run(main)
