"""The findings of the check as people, forges and programs read them."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from macros.commands.findings import Findings, fingerprints, number
from macros.commands.terminal import shown
from macros.data.problems import Level, Problem
from macros.text.language import Language, word
from macros.text.markdown import inert

# GitHub shows so many annotations of each kind for a step, in the order in which they are printed.
# https://docs.github.com/en/rest/checks/runs (limits), https://github.com/orgs/community/discussions/26680
MOST_ANNOTATIONS = 10
LONGEST_SUMMARY = 900_000  # bytes: GitHub refuses summaries of more than 1 MiB for a step
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "minor", Level.INFO: "info"}


def as_text(findings: Findings, root: Path, languages: list[Language]) -> str:
    """For a terminal: each problem with its line and a caret below, then the count; of unchanged files the count."""
    blocks = [shown(problem, root, languages) for problem in findings.own]
    if findings.before:
        blocks += [f"{_both('check_before', languages)}:", *(shown(each, root, languages) for each in findings.before)]
    return "\n\n".join([*blocks, _count(findings, languages, "check_see_all")])


def as_github(findings: Findings, root: Path, languages: list[Language]) -> str:
    """Workflow commands, which GitHub shows as annotations at the lines of a pull request.

    What was wrong before is at most a warning: it is not for this change to fix.
    """
    mark = f" ({_both('check_old', languages)})"
    commands = [(_COMMANDS[problem.level], problem, "") for problem in findings.own]
    for problem in findings.before:
        level = Level.WARNING if problem.level is Level.ERROR else problem.level
        commands.append((_COMMANDS[level], problem, mark))
    printed: Counter[str] = Counter()
    lines, left = [], []
    for command, problem, note in commands:
        printed[command] += 1
        if printed[command] > MOST_ANNOTATIONS:
            left.append(problem)
            continue
        place = problem.place
        title = _property(f"{problem.rule}{note}")
        where = f"file={_property(place.file)},line={place.line},col={place.column},title={title}"
        said = "\n".join(problem[language] for language in languages)
        lines.append(f"::{command} {where}::{_escape(said)}")
    if left:
        more = (word("check_more", each).format(_amount(left, [each])) for each in languages)
        lines.append(" / ".join(more))
    return "\n".join([*lines, _count(findings, languages, "check_see_summary")])


def as_gitlab(findings: Findings, root: Path, languages: list[Language]) -> str:
    """The job's log: problems of the change as text, what was wrong before in a section that is folded."""
    own = Findings(findings.own, compared=findings.compared, unchecked=findings.unchecked)
    if not findings.old:
        return as_text(own, root, languages)
    blocks = "\n\n".join(shown(problem, root, languages) for problem in findings.old)
    head = _titled("check_old", findings.old, languages)
    now = int(time.time())
    # https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections
    return (
        f"\033[0Ksection_start:{now}:before[collapsed=true]\r\033[0K{head}\n{blocks}\n"
        f"\033[0Ksection_end:{now}:before\r\033[0K\n{as_text(own, root, languages)}"
    )


def as_json(findings: Findings, root: Path, languages: list[Language]) -> str:
    """For programs: an object with `errors`, `warnings` and `notes` (their numbers) and `problems`, in file order.

    Each problem has `file`, `line`, `column` (from 1), `level` (`error`, `warning`, `info`), `rule`, `message` (a text
    for each language asked for), `fix` (null, or `line`, `column`, `length` and the `text` that goes there instead) and
    `new`: whether the change brought it; true for all where there is nothing to compare with. `unchecked` lists the
    files of which no more was checked after a mistake.
    """
    new = set(findings.own)
    problems = findings.in_file_order()
    return json.dumps(
        {
            "errors": number(problems, Level.ERROR),
            "warnings": number(problems, Level.WARNING),
            "notes": number(problems, Level.INFO),
            "unchecked": list(findings.unchecked),
            "problems": [{**_object(problem, languages), "new": problem in new} for problem in problems],
        },
        ensure_ascii=False,
        indent=2,
    )


def as_summary(findings: Findings, languages: list[Language]) -> str:
    """Everything in Markdown, for the summary of a job; what comes from the data is shown as plain text."""
    lines = [f"### {_count(findings, languages)}".replace("\n", "\n\n"), ""]
    if findings.compared:
        lines += _section(findings.own, "check_own", languages)
        lines += _section(findings.before, "check_before", languages)
        lines += _section(findings.elsewhere, "check_elsewhere", languages, folded=True)
    else:
        lines += _items(findings.own, languages)
    text, size = "", 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > LONGEST_SUMMARY:
            return f"{text}\n{_both('check_cut', languages)}\n"
        text += f"{line}\n"
    return text


def as_code_quality(findings: Findings, languages: list[Language]) -> str:
    """The report that GitLab compares with that of the target branch and shows in a merge request."""
    entries = [
        {
            "description": " / ".join(problem[language] for language in languages),
            "check_name": problem.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[problem.level],
            "location": {"path": problem.place.file, "lines": {"begin": problem.place.line}},
        }
        for fingerprint, problem in fingerprints(findings.in_file_order())
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def _section(problems: list[Problem], title: str, languages: list[Language], *, folded: bool = False) -> Iterator[str]:
    if not problems:
        return
    head = _titled(title, problems, languages)
    yield from [f"<details><summary>{head}</summary>", ""] if folded else [f"#### {head}", ""]
    yield from _items(problems, languages)
    yield from ["", "</details>", ""] if folded else [""]


def _items(problems: Iterable[Problem], languages: list[Language]) -> Iterator[str]:
    for problem in problems:
        level = _both(f"problem_{problem.level}", languages)
        said = ["<br>".join(inert(line) for line in problem[language].split("\n")) for language in languages]
        yield f"- {inert(str(problem.place))} **{level}** ({inert(problem.rule)})<br>{'<br>'.join(said)}"


def _count(findings: Findings, languages: list[Language], where: str = "") -> str:
    """How much was found; `where` is the word for where what was wrong before can be read."""
    counts = [_numbers("check_count", findings.own, languages)]
    if findings.compared:
        counts = [_titled("check_own", findings.own, languages)]
        if findings.old:
            counts.append(_titled("check_old", findings.old, languages, where))
    if findings.unchecked:
        files = ", ".join(findings.unchecked)
        counts.append(" / ".join(word("check_unchecked", language).format(files) for language in languages))
    return "\n".join(counts)


def _titled(title: str, problems: list[Problem], languages: list[Language], where: str = "") -> str:
    """How many problems of what: “Of this change: 1 errors, 2 warnings, 0 notes”."""
    return " / ".join(
        f"{word(title, each)}: {_amount(problems, [each])}{f' ({word(where, each)})' if where else ''}."
        for each in languages
    )


def _amount(problems: list[Problem], languages: list[Language]) -> str:
    return _numbers("check_amount", problems, languages)


def _numbers(key: str, problems: list[Problem], languages: list[Language]) -> str:
    numbers = [number(problems, level) for level in Level]
    return " / ".join(word(key, language).format(*numbers) for language in languages)


def _both(key: str, languages: list[Language]) -> str:
    return " / ".join(word(key, language) for language in languages)


def _object(problem: Problem, languages: list[Language]) -> dict[str, Any]:
    place, fix = problem.place, problem.fix
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "level": problem.level.value,
        "rule": problem.rule,
        "message": {language.value: problem[language] for language in languages},
        "fix": {"line": fix.at.line, "column": fix.at.column, "length": fix.length, "text": fix.text} if fix else None,
    }


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
