"""How the tables of good and bad values beside the rules are read.

A case is the content of one or more files; in a bad one `¦` stands where the message must point. What is recorded of
their translations and summaries is among the files.
"""

from __future__ import annotations

from collections.abc import Mapping

from macros.archive import summaries
from macros.archive.data_files import Content, DataFile
from macros.archive.translations import Pair, parsed, written
from macros.checks import RULES, broken
from macros.data.problems import Fix, Problem
from tests.support.edits import MARK

MEETING = "data/meetings/2022-06-29.yml"
DOCUMENT = "data/documents/96-qd-tw-2023.yml"
Files = Mapping[str, str]


def found(rule: str, files: Files) -> list[str]:
    """Where the rule says that it is broken, as `file:line:column`."""
    return [str(problem.place) for problem in _problems(rule, files)]


def marked(files: Files) -> list[str]:
    """Where the marks stand, as `file:line:column`."""
    places = []
    for name, text in files.items():
        for number, line in enumerate(text.split("\n"), 1):
            parts = line.split(MARK)
            places += [f"{name}:{number}:{len(''.join(parts[: i + 1])) + 1}" for i in range(len(parts) - 1)]
    return places


def fixed(rule: str, files: Files) -> dict[str, str]:
    """The files after the rule's fixes."""
    texts = {name: text.replace(MARK, "") for name, text in files.items()}
    fixes = [problem.fix for problem in _problems(rule, files) if problem.fix]
    for fix in sorted(fixes, key=lambda fix: (fix.at.file, fix.at.line, fix.at.column), reverse=True):
        texts[fix.at.file] = _applied(texts[fix.at.file], fix)
    return texts


def vi(text: str) -> Files:
    """A meeting with one text in Vietnamese."""
    return {MEETING: f"title:\n  vi: {text}"}


def translated(vi: str, en: str, *, from_vi: str, and_en: str | None = None) -> Files:
    """A meeting with a text in both languages, recorded with its older Vietnamese and, where given, older English."""
    recorded = written({"title": [Pair(from_vi, en.replace(MARK, "") if and_en is None else and_en)]})
    return {MEETING: f"title:\n  vi: {vi}\n  en: {en}", "meetings/2022-06-29.json": recorded}


def _applied(text: str, fix: Fix) -> str:
    start = sum(len(line) + 1 for line in text.split("\n")[: fix.at.line - 1]) + fix.at.column - 1
    return text[:start] + fix.text + text[start + fix.length :]


def _problems(rule: str, files: Files) -> list[Problem]:
    """What breaks the rule, found as the check finds it."""
    read, recorded, summed = {}, {}, {}
    for name, text in files.items():
        if name.startswith("summaries/"):
            subject = name.removeprefix("summaries/").removesuffix(".json")
            summed[subject] = summaries.parsed(text.encode())
            continue
        if name.endswith(".json"):
            recorded[name.removesuffix(".json")] = parsed(text.encode())
            continue
        read[name] = DataFile(name, text.replace(MARK, "").encode())
        assert not read[name].problems, read[name].problems[0]
    content = Content(read, recorded=recorded, summed=summed)
    return [problem for problem in broken(content, [RULES[rule].severity]) if problem.rule == rule]
