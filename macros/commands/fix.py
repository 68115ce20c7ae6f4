"""Fixes what needs no judgement: `python -m macros.commands.fix` changes the files and says what it changed.

Only the characters in question change; all other lines keep every byte. A second run changes nothing.
"""

import re
from collections.abc import Callable, Iterator
from itertools import accumulate, takewhile
from pathlib import Path

from macros.checks.loading import examine
from macros.commands.confirm import contents, save
from macros.commands.terminal import in_languages, reports_refusals, run
from macros.data import plain_files
from macros.data.decoding import lines
from macros.data.problems import Fix, Message, Place, Problem, Refused
from macros.data.strict_yaml import Key, Places, Value, parse
from macros.derived import schemas
from macros.records.blank import is_comment_of_blank
from macros.records.files import record_at
from macros.text.language import Language, word

Step = Callable[[Path], Iterator[Message]]
# The text of a file and its name in messages; gives the new text and what changed.
TextStep = Callable[[str, str], tuple[str, list[Message]]]


def _in_each_file(step: TextStep) -> Step:
    """The step for a whole folder of data: it takes every file that can be read, and writes those that changed.

    A file that would then say something else stays as it was.
    """

    def in_each_file(data: Path) -> Iterator[Message]:
        for name, text in plain_texts(data):
            value, _, problems = parse(text.encode(), name)
            fixed, changes = (text, []) if problems else step(text, name)
            if fixed != text and parse(fixed.encode(), name)[0] == value:
                _write(data.parent / name, data, fixed)
                yield from changes

    return in_each_file


@_in_each_file
def spacing(text: str, name: str) -> tuple[str, list[Message]]:
    """Lines end without spaces, and the file with a line end; line ends are those of Unix; no byte order mark."""
    unix = text.removeprefix("\ufeff").replace("\r\n", "\n")
    tidy = re.sub(r"[ \t]+$", "", unix, flags=re.MULTILINE).rstrip("\n") + "\n"
    return tidy, [Message(Place(name), "Đã bỏ dấu cách thừa ở cuối dòng.", "Spaces at the ends of lines removed.")]


@_in_each_file
def comments(text: str, name: str) -> tuple[str, list[Message]]:
    """A record no longer holds what a blank record says to the editor who fills it in."""
    filled = "".join(line for line in lines(text) if not is_comment_of_blank(line))
    return filled, [Message(Place(name), "Đã xóa lời hướng dẫn điền.", "Instructions for filling in removed.")]


@_in_each_file
def order(text: str, name: str) -> tuple[str, list[Message]]:
    """Keys are in the order of the fields of their record."""
    ordered, done = in_order(text, name)
    vi, en = "Đã xếp lại thứ tự các trường: {}.", "Fields put in their order: {}."
    return ordered, [
        Message(Place(name, line), vi.format(", ".join(keys)), en.format(", ".join(keys))) for line, keys in done
    ]


def rule_fixes(data: Path) -> Iterator[Message]:
    """Every fix that a rule offers, until none is left: one fix may reveal another mistake."""
    while True:
        by_file: dict[str, list[tuple[Fix, Problem]]] = {}
        for problem in examine(data)[1]:
            if problem.fix:
                by_file.setdefault(problem.place.file, []).append((problem.fix, problem))
        changes = [change for name, fixes in by_file.items() for change in _apply(data, name, fixes)]
        if not changes:
            return
        yield from changes


def ids(data: Path) -> Iterator[Message]:
    """The ids that editors complete, and pick on the forges' forms, are those of the data."""
    for inside, text in schemas.of_data(data).items():
        path = data.parent / inside
        if path.exists() and plain_files.read(path, data.parent) != text.encode():
            _write(path, data, text)
            yield Message(Place(inside.as_posix()), "Đã cập nhật danh sách mã.", "The list of ids is up to date.")


def keep(data: Path) -> Iterator[Message]:
    """Each text is recorded with its translation, each summary with what it sums up; what is outdated stays so."""
    try:
        content = contents(data)
    except Refused:  # `make check` says why
        return
    for path, number in save(data, content, content.outdated):
        place = Place(path.relative_to(data.parent).as_posix())
        yield Message(place, f"Số nội dung đã ghi: {number}.", f"Texts recorded: {number}.")


# In this order: a later step sees what an earlier one left.
TEXT_STEPS: tuple[Step, ...] = (spacing, rule_fixes, comments, order)
STEPS: tuple[Step, ...] = (*TEXT_STEPS, ids, keep)


def fix(data: Path) -> Iterator[Message]:
    """Take every step; yields what changed, when it has been written."""
    for step in STEPS:
        yield from step(data)


def plain_texts(data: Path) -> Iterator[tuple[str, str]]:
    """The name and the text of every plain data file in UTF-8, faulty or not. `make check` reports the others."""
    for path in sorted(data.rglob("*.yml")):
        try:
            text = plain_files.read(path, data.parent).decode("utf-8")
        except (plain_files.NotPlain, UnicodeDecodeError):
            continue
        yield path.relative_to(data.parent).as_posix(), text


def _apply(data: Path, name: str, fixes: list[tuple[Fix, Problem]]) -> list[Message]:
    """Write a file with these fixes, from its end to its beginning; gives those that were made."""
    path = data.parent / name
    text = fixed = plain_files.read(path, data.parent).decode("utf-8")
    starts = [0, *accumulate(map(len, lines(text)))]
    changes: list[Message] = []
    end = len(text) + 1
    for fix, problem in sorted(fixes, key=lambda each: each[0].at, reverse=True):
        start = starts[fix.at.line - 1] + fix.at.column - 1
        if start + max(fix.length, 1) <= end:  # what overlaps waits for the next round
            fixed, end = fixed[:start] + fix.text + fixed[start + fix.length :], start
            vi, en = (f"{word('fixed', language)} {problem[language]}" for language in Language)
            changes.insert(0, Message(problem.place, vi, en))
    if fixed == text or len(parse(fixed.encode(), name)[2]) > len(parse(text.encode(), name)[2]):
        return []
    _write(path, data, fixed)
    return changes


def _write(path: Path, data: Path, text: str) -> None:
    plain_files.write(path, data.parent, text.encode("utf-8"))  # as it is, whatever the system's line ends


def in_order(text: str, name: str) -> tuple[str, list[tuple[int, list[str]]]]:
    """The text of a data file with its keys in order, and for each reordered record its line and its keys.

    Args:
        text: what is in the file, without mistakes.
        name: its name inside the project, such as `data/topics.yml`.
    """
    value, places, _ = parse(text.encode(), name)
    moved = lines(text)
    done: list[tuple[int, list[str]]] = []
    for keys, right in _disordered(name, value, places):
        _move(moved, keys, right)
        done.append((next(iter(keys.values())).line, right))
    return "".join(moved), sorted(done)


def _disordered(
    name: str, value: Value, places: Places, path: tuple[Key, ...] = ()
) -> Iterator[tuple[dict[Key, Place], list[str]]]:
    """The keys of records that are in another order than the fields, a key a line, each time with the right order.

    Inner records come before those around them, which then move them as a whole.
    """
    for key, part in places.parts.items():
        yield from _disordered(name, value[key], part, (*path, key))
    if isinstance(value, dict) and (record := record_at(name, path, value)):
        right = sorted(value, key=list(record.fields()).index)
        at = places.keys.values()
        if right != list(value) and len({key.line for key in at}) == len(at) and len({key.column for key in at}) == 1:
            yield places.keys, right


def _move(all_lines: list[str], keys: dict[Key, Place], right: list[str]) -> None:
    """Put the lines of a record into the order of these keys."""
    first, *others = keys.values()
    indent = " " * (first.column - 1)
    starts = [first.line - 1]
    for place in others:
        start = place.line - 1
        while all_lines[start - 1].startswith(f"{indent}#"):
            start -= 1
        starts.append(start)
    inside = re.compile(rf"{indent}( |- )|\s*$")
    last = "".join(takewhile(inside.match, all_lines[others[-1].line :])).rstrip()
    ends = [*starts[1:], others[-1].line + (last.count("\n") + 1 if last else 0)]
    # The first line of an item of a list has a dash.
    dash = all_lines[starts[0]][: len(indent)]
    all_lines[starts[0]] = indent + all_lines[starts[0]][len(indent) :]
    blocks = {key: "".join(all_lines[start:end]) for key, start, end in zip(keys, starts, ends, strict=True)}
    moved = re.sub(rf"^{indent}(?![ #])", dash, "".join(blocks[key] for key in right), count=1, flags=re.MULTILINE)
    all_lines[starts[0] : ends[-1]] = lines(moved)[:-1]


@reports_refusals
def main(arguments: list[str]) -> int:
    """Run the command; gives the exit code."""
    number = 0
    for change in fix(Path(arguments[0] if arguments else "data")):
        print(change)
        number += 1
    print(in_languages("fix_count", Language, number))
    return 0


if __name__ == "__main__":
    run(main)
