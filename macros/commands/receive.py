"""Puts changes that someone sent into the data: `python -m macros.commands.receive FILE` (an issue or a mail, as text).

The form for editing writes such messages (`overrides/assets/javascripts/edit/message.js`), and people may: the commit
from which the site was built, and for each file its name and, between fences, its whole text or its changed lines:

    commit: 0123456789abcdef0123456789abcdef01234567

    data/people.yml
    ```diff
    @@ -12,1 +12,1 @@
    -  name: Nguyễn Văn A
    +  name: Nguyễn Văn An
    ```

Anyone may have written it, so it is only ever text: of known kinds of files within `data/`, of bounded size, read by
the strict reader of YAML before it is written. Either all of a message is taken or nothing. What others changed since
that commit stays; where both changed the same lines, nothing is taken. What the check finds is reported.
"""

import argparse
import json
import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from macros.checks.rules.letters import SPACES
from macros.commands.check import found
from macros.commands.findings import as_summary
from macros.commands.revisions import commit_of, text_of
from macros.commands.terminal import in_languages, reports_refusals, run
from macros.data import plain_files
from macros.data.problems import Bilingual, Place, Problem, by_id
from macros.data.showing import HIDDEN
from macros.data.strict_yaml import parse
from macros.derived.editing import EDITED
from macros.records.files import pattern_of
from macros.text.language import Language
from macros.text.markdown import inert

LONGEST = 65_536  # characters: GitHub takes no longer issues
MOST_FILES = 8
REPORT = "report.md"
_COMMIT = re.compile(r"commit: ([0-9a-f]{40})")
_NAMED = re.compile(r"[`*]*((?:[^\s`*]+/)+[^\s`*]+)[`*]*:?")
_OPENING = re.compile(r"(`{3,}|~{3,})(diff|ya?ml)?")
_FILE = re.compile(r"data/(?:[a-z0-9-]+/){0,2}[a-z0-9-]+\.yml")
_HUNK = re.compile(r"@@ -(\d{1,6})(?:,\d+)? \+\d+(?:,\d+)? @@.*")

_TOO_LONG = Bilingual(
    "Dài hơn {most} chữ cái. Hãy gửi từng tệp.", "Longer than {most} letters. Send the files one by one."
)
_NOTHING = Bilingual(
    "Không thấy thay đổi nào: cần tên tệp trên một dòng, rồi nội dung giữa hai dòng ```.",
    "No change found: expected the name of a file on a line, then its content between two lines of ```.",
)
_TOO_MANY = Bilingual("Nhiều nhất {most} tệp.", "At most {most} files.")
_UNNAMED = Bilingual("Không có tên tệp ở trên nội dung này.", "There is no name of a file above this content.")
_UNCLOSED = Bilingual("Thiếu dòng ``` ở cuối nội dung này.", "The line ``` at the end of this content is missing.")
_STRANGE = Bilingual("Không phải tệp dữ liệu sửa được: “{name}”.", "This is no data file that can be edited: “{name}”.")
_TWICE = Bilingual("Tệp này có hai lần.", "This file is there twice.")
_NO_COMMIT = Bilingual("Không có phiên bản {commit} trong kho mã.", "The repository has no commit {commit}.")
_NOT_AS_EXPECTED = Bilingual(
    "Những dòng được sửa không giống tệp ở phiên bản đó. Hãy mở lại biểu mẫu và gửi lại.",
    "The lines to be changed are not those of the file at that commit. Open the form again and send it again.",
)
_CONFLICT = Bilingual(
    "Người khác đã sửa cùng những dòng này. Hãy mở lại biểu mẫu khi trang web đã cập nhật và gửi lại.",
    "Somebody else changed the same lines. Open the form again once the site is updated and send it again.",
)


@dataclass(frozen=True)
class Part:
    """What a message holds of a file: its whole text, or the lines of it that change; `line` is where."""

    file: str
    text: str
    is_diff: bool
    line: int


@dataclass
class Received:
    """The files that a message changes, with their new texts; nothing where there are problems."""

    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def receive(message: str, root: Path) -> Received:
    """Read a message against the project in `root`, which git has; nothing is written."""
    if len(message) > LONGEST:
        return Received(problems=[_problem(1, _TOO_LONG.format(most=LONGEST))])
    text = _plain(message)
    commit, parts, problems = _read(text.split("\n"))
    try:
        base = commit_of(commit or "HEAD", root)
    except ValueError:
        problems.append(_problem(1, _NO_COMMIT.format(commit=commit)))
    if problems:
        return Received(problems=problems)
    received = Received()
    for part in parts:
        after, wrong = _merged(part, base, root)
        received.texts[part.file] = after
        received.problems += wrong or parse(after.encode(), part.file)[2]
    return Received(problems=received.problems) if received.problems else received


def _plain(message: str) -> str:
    """The text with composed letters, plain spaces and nothing hidden: mail programs and copying bring others."""
    unix = message.replace("\r\n", "\n").replace("\r", "\n")
    return SPACES.sub(" ", HIDDEN.sub("", unicodedata.normalize("NFC", unix)))


def _read(lines: list[str]) -> tuple[str, list[Part], list[Problem]]:
    """The commit that a message names, what it holds of each file, and what is wrong with its form."""
    commits = [match[1] for match in map(_COMMIT.fullmatch, lines) if match]
    parts: list[Part] = []
    problems: list[Problem] = []
    for name, kind, start, end in _fenced(lines):
        if end is None:
            problems.append(_problem(start, _UNCLOSED))
        elif not name:
            problems.append(_problem(start, _UNNAMED))
        elif not (_FILE.fullmatch(name) and pattern_of(name) in EDITED):
            problems.append(_problem(start, _STRANGE.format(name=name)))
        elif any(part.file == name for part in parts):
            problems.append(_problem(start, _TWICE))
        else:
            parts.append(Part(name, "".join(f"{line}\n" for line in lines[start:end]), kind == "diff", start))
    if len(parts) > MOST_FILES:
        problems.append(_problem(1, _TOO_MANY.format(most=MOST_FILES)))
    if not parts and not problems:
        problems.append(_problem(1, _NOTHING))
    return (commits[0] if commits else ""), parts, problems


def _fenced(lines: list[str]) -> Iterator[tuple[str, str, int, int | None]]:
    """What is between fences: the name above it, its kind, its first line and the one that closes it."""
    at, name = 0, ""
    while at < len(lines):
        line = lines[at].rstrip()
        at += 1
        if opening := _OPENING.fullmatch(line):
            fence, start = opening[1], at
            closing = re.compile(f"{fence}{fence[0]}*")  # one within the text is shorter
            while at < len(lines) and not closing.fullmatch(lines[at].rstrip()):
                at += 1
            yield name, opening[2] or "", start, at if at < len(lines) else None
            at, name = at + 1, ""
        elif line:
            named = _NAMED.fullmatch(line)
            name = named[1] if named else ""


def _merged(part: Part, base: str, root: Path) -> tuple[str, list[Problem]]:
    """A file's text with a part of a message in it, which was made from what the file was at the commit `base`."""
    before = text_of(base, part.file, root)
    path = root / part.file
    now = plain_files.read(path, root).decode() if path.exists() else None
    after = _changed(before or "", part.text) if part.is_diff else part.text
    if after is None:
        return "", [_problem(part.line, _NOT_AS_EXPECTED)]
    if now in (None, before, after):
        return after, []
    merged = _merge(now or "", before or "", after)
    return (merged, []) if merged is not None else ("", [_problem(part.line, _CONFLICT)])


def _changed(text: str, diff: str) -> str | None:
    """The text with the lines of a diff changed; None where it has other lines at those places."""
    old = text.split("\n")
    new: list[str] = []
    at = 0
    in_hunk = False
    for line in diff.split("\n")[:-1]:
        sign, rest = line[:1] or " ", line[1:]  # mail programs cut the space of an empty line
        if hunk := _HUNK.fullmatch(line):
            start = max(int(hunk[1]) - 1, 0)
            if not at <= start <= len(old):
                return None
            new += old[at:start]
            at, in_hunk = start, True
        elif not in_hunk or sign not in " +-":
            return None
        elif sign == "+":
            new.append(rest)
        elif at < len(old) and old[at] == rest:
            new += [rest] if sign == " " else []
            at += 1
        else:
            return None
    return "\n".join(new + old[at:]) if in_hunk else None


def _merge(ours: str, base: str, theirs: str) -> str | None:
    """Two texts made of one, brought together by git, line by line; None where both changed the same lines."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for path, text in zip(paths, (ours, base, theirs), strict=True):
            path.write_bytes(text.encode())
        done = subprocess.run(["git", "merge-file", "--stdout", *paths], capture_output=True, check=False)
    return None if done.returncode else done.stdout.decode()


def _problem(line: int, message: Bilingual) -> Problem:
    return Problem(Place("message", line), *message)


def _report(received: Received, root: Path) -> str:
    """What was taken and what the check says of it, in Markdown."""
    if received.problems:
        lines = [
            f"- {inert(str(each.place))}: {inert(each.vi)} / {inert(each.en)}" for each in by_id(received.problems)
        ]
        return "\n".join([in_languages("received_nothing"), "", *lines, ""])
    lines = [f"- `{name}`" for name in received.texts]
    checked = as_summary(replace(found(root / "data", "HEAD"), before=[], elsewhere=[]), list(Language))
    return "\n".join([in_languages("received"), "", *lines, "", checked])


@reports_refusals
def main(arguments: list[str]) -> int:
    """Run the command; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.commands.receive", description=in_languages("receive_help"))
    parser.add_argument("file", type=Path, help=in_languages("receive_file"))
    parser.add_argument("--made", type=Path, help=in_languages("receive_made"))
    options = parser.parse_args(arguments)
    with options.file.open(encoding="utf-8", errors="replace") as file:
        message = file.read(8 * LONGEST)
    if options.file.suffix == ".json":  # what GitHub tells a workflow
        message = json.loads(message)["issue"]["body"] or ""
    root = Path()
    received = receive(message, root)
    for name, text in received.texts.items():
        plain_files.write(root / name, root, text.encode())
        if options.made:
            plain_files.write(options.made / name, options.made, text.encode())
    report = _report(received, root)
    if options.made:
        plain_files.write(options.made / REPORT, options.made, report.encode())
    else:
        print(report)
    return int(bool(received.problems) and not options.made)


if __name__ == "__main__":
    run(main)
