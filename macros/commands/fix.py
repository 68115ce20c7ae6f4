"""Fixes what needs no judgement: `python -m macros.commands.fix` changes the files and says what it changed.

Only the characters in question change; all other lines keep every byte. A second run changes nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from macros.checks.loading import examine
from macros.commands.confirm import contents, save
from macros.commands.key_order import KeyOrder
from macros.data import plain_files
from macros.data.problems import Place, Problem, Refused
from macros.data.strict_yaml import lines, parse
from macros.derived import schemas
from macros.records.blank import is_comment_of_blank
from macros.text.language import Language, word


@dataclass(frozen=True)
class Change:
    """What was changed, where, in both languages."""

    place: Place
    vi: str
    en: str

    def __str__(self) -> str:
        return f"{self.place}: {self.vi}\n    {self.en}"


Step = Callable[[Path], Iterator[Change]]


def spacing(data: Path) -> Iterator[Change]:
    """Lines end without spaces, and the file with a line end; line ends are those of Unix; no byte order mark."""
    for path, name, text in _files(data):
        tidy = (
            re.sub(r"[ \t]+$", "", text.removeprefix("\ufeff").replace("\r\n", "\n"), flags=re.MULTILINE).rstrip("\n")
            + "\n"
        )
        if tidy != text and parse(tidy.encode(), name)[0] == parse(text.encode(), name)[0]:
            _write(path, data, tidy)
            yield Change(Place(name), "Đã bỏ dấu cách thừa ở cuối dòng.", "Spaces at the ends of lines removed.")


def letters(data: Path) -> Iterator[Change]:
    """Every fix that a rule offers, until none is left: one mending may show another."""
    while True:
        by_file: dict[str, list[Problem]] = {}
        for problem in examine(data)[1]:
            if problem.fix:
                by_file.setdefault(problem.place.file, []).append(problem)
        changes = [change for name, problems in by_file.items() for change in _mended(data, name, problems)]
        if not changes:
            return
        yield from changes


def comments(data: Path) -> Iterator[Change]:
    """A record says nothing more to who was to fill it."""
    for path, name, text in _files(data):
        kept = [line for line in lines(text) if not is_comment_of_blank(line)]
        if len(kept) < len(lines(text)):
            _write(path, data, "".join(kept))
            yield Change(Place(name), "Đã xóa lời hướng dẫn điền.", "Instructions for filling in removed.")


def order(data: Path) -> Iterator[Change]:
    """Keys stand in the order of the model."""
    key_order = KeyOrder()
    for path, name, text in _files(data):
        ordered, done = key_order.put(text, name)
        if done:
            _write(path, data, ordered)
        for line, keys in done:
            shown = ", ".join(keys)
            yield Change(
                Place(name, line), f"Đã xếp lại thứ tự các trường: {shown}.", f"Fields put in their order: {shown}."
            )


def ids(data: Path) -> Iterator[Change]:
    """The ids that editors complete, and pick on the forges' forms, are those of the data."""
    for inside, text in schemas.of_data(data).items():
        path = data.parent / inside
        if path.exists() and plain_files.read(path, data.parent) != text.encode():
            _write(path, data, text)
            yield Change(Place(inside.as_posix()), "Đã cập nhật danh sách mã.", "The list of ids is up to date.")


def translated(data: Path) -> Iterator[Change]:
    """Each text is recorded with its translation; what is outdated stays so."""
    try:
        content = contents(data)
    except Refused:  # `make check` tells why
        return
    for path, number in save(data, content, content.outdated):
        place = Place(path.relative_to(data.parent).as_posix())
        yield Change(place, f"Số bản dịch đã ghi: {number}.", f"Translations recorded: {number}.")


# In this order: a later step sees what an earlier one left.
OF_THE_TEXTS: tuple[Step, ...] = (spacing, letters, comments, order)
STEPS: tuple[Step, ...] = (*OF_THE_TEXTS, ids, translated)


def fix(data: Path) -> Iterator[Change]:
    """Take every step; yields what changed, when it has been written."""
    for step in STEPS:
        yield from step(data)


def main(arguments: list[str]) -> int:
    """Run the command; gives the exit code."""
    number = 0
    try:
        for change in fix(Path(arguments[0] if arguments else "data")):
            print(change)
            number += 1
    except plain_files.NotPlain as refused:
        print(refused, file=sys.stderr)
        return 1
    print(" / ".join(word("fix_count", language).format(number) for language in Language))
    return 0


def plain_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Every plain data file in UTF-8, faulty or not, by its name in messages. `make check` tells of the others."""
    for path in sorted(data.rglob("*.yml")):
        try:
            text = plain_files.read(path, data.parent).decode("utf-8")
        except (plain_files.NotPlain, UnicodeDecodeError):
            continue
        yield path.relative_to(data.parent).as_posix(), text


def _files(data: Path) -> Iterator[tuple[Path, str, str]]:
    """Every data file that can be read: path, name in messages, text."""
    for name, text in plain_texts(data):
        if not parse(text.encode(), name)[2]:
            yield data.parent / name, name, text


def _mended(data: Path, name: str, problems: list[Problem]) -> Iterator[Change]:
    path = data.parent / name
    text = plain_files.read(path, data.parent).decode("utf-8")
    starts = [0, *accumulate(map(len, lines(text)))]
    done: list[Problem] = []
    mended, end = text, len(text) + 1
    for problem in sorted(problems, key=_begins, reverse=True):
        fix = problem.fix
        assert fix
        start = starts[fix.at.line - 1] + fix.at.column - 1
        if start + max(fix.length, 1) <= end:  # what overlaps waits for the next round
            mended, end = mended[:start] + fix.text + mended[start + fix.length :], start
            done.insert(0, problem)
    if mended == text or len(parse(mended.encode(), name)[2]) > len(parse(text.encode(), name)[2]):
        return
    _write(path, data, mended)
    for problem in done:
        yield Change(
            problem.place, f"{word('fixed', Language.VI)} {problem.vi}", f"{word('fixed', Language.EN)} {problem.en}"
        )


def _begins(problem: Problem) -> Place:
    return problem.fix.at if problem.fix else problem.place


def _write(path: Path, data: Path, text: str) -> None:
    plain_files.write(path, data.parent, text.encode("utf-8"))  # as it is, whatever the system's line ends


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
