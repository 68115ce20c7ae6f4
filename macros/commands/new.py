"""A new record to fill: `python -m macros.commands.new meeting --date 2026-03-01 --title-vi … --title-en …`.

Asks for what is not given where somebody is there to answer. Nothing is ever overwritten.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros import records as model
from macros.archive.file_names import document_id, meeting_id
from macros.data import plain_files
from macros.data.codes import Codes
from macros.data.decoding import lines
from macros.data.problems import Problem
from macros.data.spelling import slug
from macros.data.strict_yaml import Places, parse
from macros.data.writing import lines_of
from macros.derived.schemas import FOLDER, known_ids, schema_of
from macros.records.base import LONGEST_ID, NOT_STATED
from macros.records.blank import FIRST_SOURCE, blank, blank_entry
from macros.records.explain import explain
from macros.records.files import FORMS
from macros.records.shape import Shape
from macros.records.suggestions import parts
from macros.records.walk import Loc, fields_of
from macros.text.language import Language, word
from macros.views.adding import ADDITIONS

Ask = Callable[[str], str]
_REVIEW = "review"  # four files in a folder of their own, unlike all kinds
_YEAR = re.compile(r"[12][0-9]{3}")


class Impossible(Exception):
    """The record cannot be begun; the message in both languages."""


@dataclass(frozen=True)
class Kind:
    """What is asked for before a record is begun, and what its id is made of.

    Attributes:
        questions: paths of fields, such as `title.vi`.
        id: the id by the answers.
        needs: what the id cannot be made without, by the answers.
    """

    questions: tuple[str, ...]
    id: Callable[[dict[str, str]], str]
    needs: Callable[[dict[str, str]], tuple[str, ...]]


def _meeting_id(given: dict[str, str]) -> str:
    return meeting_id(given["date"], given["level"], [given.get("provinces", "")])


def _meeting_needs(given: dict[str, str]) -> tuple[str, ...]:
    return ("date", "level", "provinces") if given.get("level") == "provincial" else ("date", "level")


def _document_id(given: dict[str, str]) -> str:
    return document_id(given["number"], given.get("date", ""))


def _named(path: str, *others: str) -> Kind:
    """A kind whose id is the name at `path`."""
    return Kind((path, *others), lambda given: slug(given[path]), lambda given: (path,))


KINDS: dict[str, Kind] = {
    "meeting": Kind(
        ("date", "level", "form", "provinces", "title.vi", "title.en", "sources.url"), _meeting_id, _meeting_needs
    ),
    "document": Kind(
        ("number", "type", "date", "title.vi", "title.en", "sources.url"), _document_id, lambda given: ("number",)
    ),
    "person": _named("name"),
    "topic": Kind(
        ("name.vi", "name.en"), lambda given: slug(given.get("name.en") or given["name.vi"]), lambda given: ("name.vi",)
    ),
    "term": _named("term.vi", "term.en", "abbreviation"),
    "province": _named("short.vi", "short.en", "name.vi", "name.en", "successor"),
    "unit": _named("short.vi", "short.en", "name.vi", "name.en", "formed_from", "document"),
}


# What is known of a review's files before they are filled: their source is the one of `review.yml`.
_OF_REVIEW = {
    "review": {},
    "achievements": {"areas.statements.source": FIRST_SOURCE},
    "lessons": {"lessons.statements.source": FIRST_SOURCE},
    "priorities": {"priorities.statements.source": FIRST_SOURCE},
}
_REVIEW_ASKS = ("title.vi", "title.en")


def begin_review(year: str, given: dict[str, str], data: Path, language: Language = Language.VI) -> Path:
    """Write the four blank files of a year's review, with the values given for its `review.yml`; returns their folder.

    Raises `Impossible`.
    """
    if not _YEAR.fullmatch(year):
        raise Impossible(_both("new_year", year))
    folder = data / "reviews" / year
    if folder.exists():
        raise Impossible(_both("new_exists", folder.as_posix()))
    known = {**_OF_REVIEW, "review": given}
    known["priorities"] = {**known["priorities"], "year": str(int(year) + 1)}
    for name, values in known.items():
        pattern = f"reviews/*/{name}.yml"
        modeline = f"# yaml-language-server: $schema=../../../{FOLDER}/{schema_of(pattern)}\n"
        _write(folder / f"{name}.yml", data, modeline + blank(FORMS[pattern], language, values))
    return folder


def begin(name: str, given: dict[str, str], data: Path, language: Language = Language.VI) -> Path:
    """Write a blank record of the kind with the given values, explained in the language; returns its file.

    Raises `Impossible`.
    """
    addition, kind = ADDITIONS[name], KINDS[name]
    if lacking := next((each for each in kind.needs(given) if given.get(each, NOT_STATED) == NOT_STATED), None):
        raise Impossible(_both("new_needs", _option(lacking)))
    id = kind.id(given)
    if not model.SLUG.fullmatch(id) or len(id) > LONGEST_ID:
        raise Impossible(_both("new_no_id", id))
    if addition.has_own_file:
        file = data / addition.home.replace("*", id)
        if file.exists():
            raise Impossible(_both("new_exists", file.as_posix()))
        up = "../" * (addition.home.count("/") + 1)
        modeline = f"# yaml-language-server: $schema={up}{FOLDER}/{schema_of(addition.home)}\n"
        _write(file, data, modeline + blank(addition.record, language, given))
        return file
    file = data / addition.home
    raw = plain_files.read(file, data.parent)
    value, places, problems = parse(raw, file.as_posix())
    if problems:
        raise Impossible("\n".join(map(str, problems)))
    if addition.below:
        value, places = value[addition.below], places.parts[addition.below]
    if id in value:
        raise Impossible(_both("new_exists", f"{file.as_posix()}: {id}"))
    entry = blank_entry(addition.record, language, id, given)
    _write(file, data, _joined(lines(raw.decode("utf-8")), places, id, entry))
    return file


def _joined(written: list[str], places: Places, id: str, entry: str) -> str:
    """The lines of a file with an entry among its others: in the order of ids where these are in order, else last."""
    ids = [str(each) for each in places.keys]
    after = next((each for each in ids if each > id), None) if ids == sorted(ids) else None
    indent = places.at.column - 1
    first = places.at.line - 1
    if after:
        at = places.keys[after].line - 1
    else:
        own = range(first, len(written))
        at = next((each for each in own if 0 <= _indent(written[each]) < indent), len(written))
    block = "".join(f"{' ' * indent}{line}\n" for line in entry.splitlines())
    return "".join([*written[:at], block, *written[at:]])


def _indent(line: str) -> int:
    """How far a line is indented; -1 for an empty one and for a comment."""
    text = line.lstrip(" ")
    return -1 if not text.strip() or text.startswith("#") else len(line) - len(text)


class Form:
    """The questions of one kind: what may be answered, and what an answer is in the data.

    Args:
        name: the kind, of `KINDS`.
        known: every id that a record may name, by collection.
    """

    def __init__(self, name: str, known: Mapping[str, Codes]) -> None:
        self._record = ADDITIONS[name].record
        self._known = known
        self._shape = Shape(self._record, lambda kind: known.get(kind, Codes()))

    def asked(self, path: str) -> str:
        """The question, after the codes that may be answered, a line each."""
        codes = self._shape.codes(self._written(path, "")[1]) or ()
        listed = "".join(f"  {code.id}: {code.vi} / {code.en}\n" for code in codes)
        return f"{listed}{_about(self._record, path)}: "

    def answer(self, path: str, text: str) -> str:
        """The answer as it is in the data, a code for its meaning.

        Raises `Impossible` for what the check would refuse in this field, in the words of the check.
        """
        value, loc = self._written(path, text)
        if codes := self._shape.codes(loc):
            ids = [called.id if (called := codes.named(part)) else part for part in parts(text)]
            text = ", ".join(ids) if isinstance(value, list) else ids[0] if len(ids) == 1 else text
        refused = self._refused(path, text)
        if refused:
            raise Impossible("\n".join(f"{problem.vi}\n{problem.en}" for problem in refused))
        return text

    def _refused(self, path: str, text: str) -> list[Problem]:
        """What the check says of a record that holds this alone, but for what is missing from it."""
        part, loc = self._written(path, text)
        value, places, problems = parse("\n".join(lines_of(str(loc[0]), part)).encode(), "")
        if not problems:
            try:
                TypeAdapter(self._record).validate_python(value, context=self._known)
            except ValidationError as error:
                problems = explain(error, places, self._shape)
        return [problem for problem in problems if problem.place >= places.part(loc).at]

    def _written(self, path: str, text: str) -> tuple[Any, Loc]:
        """The value of the field that leads to `path`, with the text in its place, and where that is."""
        name, _, below = path.partition(".")
        in_list = fields_of(self._record)[name].is_list
        if below:
            return ([{below: text}], (name, 0, below)) if in_list else ({below: text}, (name, below))
        return (parts(text) if in_list else text), (name,)


def main(arguments: list[str], ask: Ask | None = None) -> int:
    """Run the command; gives the exit code. `ask` puts a question to somebody and gives the answer."""
    parser = argparse.ArgumentParser(prog="python -m macros.commands.new", description=_both("new_help"))
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="|".join([*KINDS, _REVIEW]))
    review = _parser(kinds, _REVIEW)
    review.add_argument("--year", help=_both("new_year_asked"))
    for path in _REVIEW_ASKS:
        review.add_argument(_option(path), help=_about(model.ReviewRecord, path))
    for name, kind in KINDS.items():
        sub = _parser(kinds, name)
        for question in kind.questions:
            sub.add_argument(_option(question), help=_about(ADDITIONS[name].record, question))
    options = vars(parser.parse_args(arguments))
    language = Language(options.pop("language"))
    name = options.pop("kind")
    data = Path("data")
    try:
        if name == _REVIEW:
            print(_both("new_written", _asked_review(options, ask, data, language).as_posix()))
            return 0
        form = Form(name, known_ids(data))
        given = {}
        for path in KINDS[name].questions:
            text = options[_option(path)[2:].replace("-", "_")]
            value = form.answer(path, text) if text else _answered(form, path, ask) if ask else ""
            if value:
                given[path] = value
        file = begin(name, given, data, language)
    except (Impossible, plain_files.NotPlain) as impossible:
        print(impossible, file=sys.stderr)
        return 1
    print(_both("new_written", file.as_posix()))
    return 0


def _parser(kinds: Any, name: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = kinds.add_parser(name)
    parser.add_argument("--language", choices=list(Language), default=Language.VI, help=_both("new_language"))
    return parser


def _asked_review(options: Mapping[str, str | None], ask: Ask | None, data: Path, language: Language) -> Path:
    """Begin a review by what was given and, where somebody is there to answer, what they answer."""

    def value(option: str, question: str) -> str:
        return options[option] or (ask(f"{question}: ").strip() if ask else "")

    year = value("year", _both("new_year_asked").replace("\n", " / "))
    answers = {path: value(path.replace(".", "_"), _about(model.ReviewRecord, path)) for path in _REVIEW_ASKS}
    return begin_review(year, {path: answer for path, answer in answers.items() if answer}, data, language)


def _answered(form: Form, path: str, ask: Ask) -> str:
    """Somebody's answer to a question, asked until it can be used; empty where there is none."""
    question = form.asked(path)
    while text := ask(question).strip():
        try:
            return form.answer(path, text)
        except Impossible as impossible:
            question = f"{impossible}\n> "
    return ""


def _write(file: Path, data: Path, text: str) -> None:
    plain_files.write(file, data.parent, text.encode("utf-8"))


def _about(record: type[model.Record], path: str) -> str:
    """What a field means, in both languages, and what its own line holds."""
    name, _, below = path.partition(".")
    field = fields_of(record)[name]
    if field.record and below and field.record is not model.Text:
        return _about(field.record, below)
    return f"{field.about.vi} / {field.about.en}{f' – {below}' if below else ''}"


def _option(path: str) -> str:
    return "--" + path.replace(".", "-").replace("_", "-")


def _both(key: str, *values: str) -> str:
    return "\n".join(word(key, language).format(*values) for language in Language)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        sys.exit(main(sys.argv[1:], ask=input if sys.stdin.isatty() else None))
    except (KeyboardInterrupt, EOFError):
        sys.exit(130)
