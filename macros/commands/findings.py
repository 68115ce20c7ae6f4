"""What a check found, new problems of a change apart from old ones, and the formats in which it is reported.

A problem is known again by its rule, its file and its message, whatever line it has moved to. So a record that became
wrong because another was changed counts as a problem of the change, and an old mistake in a changed file does not.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from macros.commands.terminal import in_languages, problem_text
from macros.data import plain_files
from macros.data.problems import Problem, Severity, by_id
from macros.data.showing import shown
from macros.text.language import Language
from macros.text.markdown import inert

# Where a message names another place: “dòng 12”, “data/topics.yml:12:1”.
_PLACES = re.compile(r"(?<=dòng )\d+|(?<=\.yml):\d+(:\d+)?")

CODE_QUALITY = Path("gl-code-quality-report.json")  # where .gitlab-ci.yml fetches it
# GitHub shows this many annotations of each severity for a step, in the order in which they are printed.
# https://docs.github.com/en/rest/checks/runs (limits), https://github.com/orgs/community/discussions/26680
MOST_ANNOTATIONS = 10
LONGEST_SUMMARY = 900_000  # bytes: GitHub refuses summaries of more than 1 MiB for a step
_OLD = {Severity.ERROR: Severity.WARNING}  # what was wrong before is not for this change to fix
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})
# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}

Languages = Sequence[Language]
OnLine = tuple[Problem, str]  # a problem, and the text of the line on which it is


@dataclass(frozen=True)
class Findings:
    """Problems, errors first: those of the change, those that changed files had before, and those of other files.

    Without a revision to compare with, all are `own`. `unchecked` are files of which no more was checked after a
    mistake that left them unreadable.
    """

    own: list[Problem]
    before: list[Problem] = field(default_factory=list)
    elsewhere: list[Problem] = field(default_factory=list)
    compared: bool = False
    unchecked: tuple[str, ...] = ()

    @classmethod
    def all(cls, problems: Iterable[Problem]) -> Findings:
        """Every problem, with nothing to compare them with."""
        problems = list(problems)
        return cls(_ordered(problems), unchecked=_unchecked(problems))

    @classmethod
    def since(cls, problems: Iterable[OnLine], before: Iterable[OnLine], changed: Collection[str]) -> Findings:
        """The problems, apart from those that were there before.

        Args:
            problems: what is wrong now.
            before: what was wrong before the change.
            changed: the files that were changed, by their names inside the project.
        """
        lines = Counter((_identity(problem), line) for problem, line in before)
        known = Counter(identity for identity, _ in lines.elements())
        own: list[Problem] = []
        old: list[Problem] = []
        # Of several that are alike, those on lines that stayed the same are the old ones.
        for problem, _ in sorted(problems, key=lambda each: lines[_identity(each[0]), each[1]] == 0):
            identity = _identity(problem)
            was_there = known[identity] > 0
            known[identity] -= was_there
            (old if was_there else own).append(problem)
        return cls(
            _ordered(own),
            _ordered(each for each in old if each.place.file in changed),
            _ordered(each for each in old if each.place.file not in changed),
            compared=True,
            unchecked=_unchecked([*own, *old]),
        )

    @property
    def old(self) -> list[Problem]:
        """What was wrong before, in changed files and in others."""
        return [*self.before, *self.elsewhere]

    def in_file_order(self) -> list[Problem]:
        """Every problem, by file and line."""
        return sorted([*self.own, *self.old])


def numbers(problems: Collection[Problem]) -> list[int]:
    """The number of errors, of warnings and of notes."""
    return [sum(problem.severity is severity for problem in problems) for severity in Severity]


def fingerprints(problems: Iterable[Problem]) -> Iterator[tuple[str, Problem]]:
    """Each problem with a short text that stays the same as long as it is there, and that no other has."""
    met: Counter[tuple[str, ...]] = Counter()
    for problem in problems:
        identity = _identity(problem)
        met[identity] += 1
        yield sha256("\n".join((*identity, str(met[identity]))).encode()).hexdigest()[:40], problem


def _identity(problem: Problem) -> tuple[str, ...]:
    return problem.rule, problem.severity, problem.place.file, _PLACES.sub("", problem.vi)


def _ordered(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(by_id(problems), key=lambda problem: list(Severity).index(problem.severity))


def _unchecked(problems: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(sorted({problem.place.file for problem in problems if problem.hides_rest}))


def as_text(findings: Findings, root: Path, languages: Languages) -> str:
    """For a terminal: each problem with its line and a caret below, then the count; of unchanged files the count."""
    blocks = [problem_text(problem, root, languages) for problem in findings.own]
    if findings.before:
        blocks += [
            f"{in_languages('check_before_head', languages)}:",
            *(problem_text(each, root, languages) for each in findings.before),
        ]
    return "\n\n".join([*blocks, _count(findings, languages, "check_old_see_all")])


def as_github(findings: Findings, root: Path, languages: Languages) -> str:
    """Workflow commands, which GitHub shows as annotations at the lines of a pull request.

    What was wrong before is at most a warning. The summary of the job has everything.
    """
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(as_summary(findings, languages))
    mark = in_languages("check_old_mark", languages)
    before = [
        replace(problem, severity=_OLD.get(problem.severity, problem.severity), rule=f"{problem.rule} ({mark})")
        for problem in findings.before
    ]
    problems = [*findings.own, *before]
    by_severity = [[each for each in problems if each.severity is severity] for severity in Severity]
    lines = [_annotation(problem, languages) for group in by_severity for problem in group[:MOST_ANNOTATIONS]]
    left = [problem for group in by_severity for problem in group[MOST_ANNOTATIONS:]]
    if left:
        lines.append(in_languages("check_more", languages, *numbers(left)))
    return "\n".join([*lines, _count(findings, languages, "check_old_see_summary")])


def as_gitlab(findings: Findings, root: Path, languages: Languages) -> str:
    """The job's log: problems of the change as text, what was wrong before in a section that is folded.

    The report of the code's quality, which GitLab shows in a merge request, has everything.
    """
    plain_files.write(root / CODE_QUALITY, root, as_code_quality(findings, languages).encode())
    own = as_text(replace(findings, before=[], elsewhere=[]), root, languages)
    if not findings.old:
        return own
    blocks = "\n\n".join(problem_text(problem, root, languages) for problem in findings.old)
    head = in_languages("check_old", languages, *numbers(findings.old))
    now = int(time.time())
    # https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections
    return (
        f"\033[0Ksection_start:{now}:before[collapsed=true]\r\033[0K{head}\n"
        f"{blocks}\n\033[0Ksection_end:{now}:before\r\033[0K\n{own}"
    )


def as_json(findings: Findings, root: Path, languages: Languages) -> str:
    """For programs: an object with `errors`, `warnings` and `notes` (their numbers) and `problems`, in file order.

    Each problem has `file`, `line`, `column` (from 1), `level` (`error`, `warning`, `info`), `rule`, `message` (a text
    for each language asked for), `fix` (null, or `line`, `column`, `length` and the `text` that goes there instead) and
    `new`: whether the change brought it; true for all where there is nothing to compare with. `unchecked` lists the
    files of which no more was checked after a mistake.
    """
    new = set(findings.own)
    problems = findings.in_file_order()
    objects = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "level": problem.severity.value,
            "rule": problem.rule,
            "message": {language.value: problem[language] for language in languages},
            "fix": (fix := problem.fix)
            and {"line": fix.at.line, "column": fix.at.column, "length": fix.length, "text": fix.text},
            "new": problem in new,
        }
        for problem in problems
    ]
    errors, warnings, notes = numbers(problems)
    whole = {
        "errors": errors,
        "warnings": warnings,
        "notes": notes,
        "unchecked": list(findings.unchecked),
        "problems": objects,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


# Each gives what is printed; those of the forges also write what else they show.
FORMATS: dict[str, Callable[[Findings, Path, Languages], str]] = {
    "text": as_text,
    "github": as_github,
    "gitlab": as_gitlab,
    "json": as_json,
}


def as_summary(findings: Findings, languages: Languages) -> str:
    """Everything in Markdown, for the summary of a job; what comes from the data is shown as plain text."""
    lines = [f"### {_count(findings, languages)}\n".replace("\n", "\n\n")]
    if findings.compared:
        lines += _section(findings.own, "check_own", languages)
        lines += _section(findings.before, "check_before", languages)
        lines += _section(findings.elsewhere, "check_elsewhere", languages, folded=True)
    else:
        lines += [_item(problem, languages) for problem in findings.own]
    whole = "".join(lines).encode()
    if len(whole) <= LONGEST_SUMMARY:
        return whole.decode()
    cut = whole[:LONGEST_SUMMARY].rpartition(b"\n")[0].decode()
    return f"{cut}\n\n{in_languages('check_cut', languages)}\n"


def as_code_quality(findings: Findings, languages: Languages) -> str:
    """The report that GitLab compares with that of the target branch and shows in a merge request."""
    entries = [
        {
            "description": " / ".join(problem[language] for language in languages),
            "check_name": problem.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[problem.severity],
            "location": {"path": problem.place.file, "lines": {"begin": problem.place.line}},
        }
        for fingerprint, problem in fingerprints(findings.in_file_order())
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def _annotation(problem: Problem, languages: Languages) -> str:
    file, line, column = problem.place
    properties = {"file": file, "line": str(line), "col": str(column), "title": problem.rule}
    where = ",".join(f"{name}={value.translate(_IN_PROPERTY)}" for name, value in properties.items())
    message = "\n".join(problem[language] for language in languages)
    return f"::{_COMMANDS[problem.severity]} {where}::{message.translate(_IN_TEXT)}"


def _section(problems: list[Problem], title: str, languages: Languages, *, folded: bool = False) -> Iterator[str]:
    if problems:
        head = in_languages(title, languages, *numbers(problems))
        yield f"<details><summary>{head}</summary>\n\n" if folded else f"#### {head}\n\n"
        yield from (_item(problem, languages) for problem in problems)
        yield "\n</details>\n\n" if folded else "\n"


def _item(problem: Problem, languages: Languages) -> str:
    level = in_languages(f"problem_{problem.severity}", languages)
    message = "<br>".join(inert(line) for language in languages for line in problem[language].split("\n"))
    return f"- {inert(str(problem.place))} **{level}** ({inert(problem.rule)})<br>{message}\n"


def _count(findings: Findings, languages: Languages, old: str = "check_old") -> str:
    """The numbers of findings; `old` is the word for those that were there before."""
    own = in_languages("check_own" if findings.compared else "check_count", languages, *numbers(findings.own))
    before = [in_languages(old, languages, *numbers(findings.old))] if findings.old else []
    files = ", ".join(map(shown, findings.unchecked))
    return "\n".join([own, *before, *([in_languages("check_unchecked", languages, files)] if files else [])])
