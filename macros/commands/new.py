"""A new record to fill: `python -m macros.commands.new meeting --date 2026-03-01 --title-vi … --title-en …`.

Asks for what is not given where somebody is there to answer. Nothing is ever overwritten.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from macros.archive.reader import Reading
from macros.commands.terminal import Impossible, in_languages, reports_refusals, run
from macros.data import plain_files
from macros.data.codes import Codes
from macros.data.decoding import lines
from macros.data.problems import Place
from macros.data.strict_yaml import Places, parse
from macros.derived.schemas import FOLDER, schema_of
from macros.records import TYPES, Record, RecordType, Text
from macros.records.base import LONGEST_ID
from macros.records.blank import blank, blank_entry
from macros.records.explain import explain
from macros.records.record_type import Answers
from macros.records.shape import Shape
from macros.records.suggestions import parts
from macros.records.walk import Field, Leaf, leaves_of_model
from macros.text.language import Language

Ask = Callable[[str], str]
NEW_TYPES = {each.name: each for each in TYPES if each.asked}


def create(type: RecordType[Record], answers: Answers, data: Path, language: Language = Language.VI) -> Path:
    """Write a blank record with the given answers, explained in the language; returns its file, or folder of files.

    Raises `Impossible`.
    """
    try:
        id = type.new_id(answers)
    except LookupError as lacking:
        raise Impossible(_lines("new_needs", _option(lacking.args[0]))) from lacking
    if not re.fullmatch(type.id_form, id) or len(id) > LONGEST_ID:
        raise Impossible(_lines("new_no_year" if type.id_asked else "new_no_id", id))
    return (_create_files if "*" in type.file else _create_entry)(type, id, answers, data, language)


def _create_files(type: RecordType[Record], id: str, answers: Answers, data: Path, language: Language) -> Path:
    """A file for the record; where the id is the name of a folder, a file of each type that belongs there."""
    types = [each for each in TYPES if each.file.startswith(type.file.partition("*")[0])]
    place = data / type.file.replace("*", id)
    place = place if len(types) == 1 else place.parent
    if place.exists():
        raise Impossible(_lines("new_exists", place.as_posix()))
    for each in types:
        up = "../" * (each.file.count("/") + 1)
        modeline = f"# yaml-language-server: $schema={up}{FOLDER}/{schema_of(each.file)}\n"
        content = modeline + blank(each.record, language, answers if each is type else each.follows(id))
        plain_files.write(data / each.file.replace("*", id), data.parent, content.encode())
    return place


def _create_entry(type: RecordType[Record], id: str, answers: Answers, data: Path, language: Language) -> Path:
    """An entry among those of a file: in the order of ids where these are in order, else as the last."""
    file = data / type.file
    raw = plain_files.read(file, data.parent)
    value, places, problems = parse(raw, file.as_posix())
    if problems:
        raise Impossible("\n".join(map(str, problems)))
    if type.key:
        value, places = value[type.key], places.parts[type.key]
    if id in value:
        raise Impossible(_lines("new_exists", f"{file.as_posix()}: {id}"))
    written = lines(raw.decode())
    indent = " " * (places.at.column - 1)
    after = [place.line - 1 for other, place in places.keys.items() if str(other) > id]
    if not after or list(value) != sorted(value):
        rest = list(enumerate(written))[places.at.line :]
        after = [at for at, line in rest if not line.startswith(indent) and line.strip()[:1] not in ("", "#")]
    at = after[0] if after else len(written)
    entry = blank_entry(type.record, language, id, answers).splitlines(keepends=True)
    content = "".join([*written[:at], *(indent + line for line in entry), *written[at:]])
    plain_files.write(file, data.parent, content.encode())
    return file


class Question:
    """What is asked about a new record.

    Args:
        path: the field that is asked for, of a type's `asked`.
        leaf: that field, with those around it.
        known: every id that a record may name, by collection.
    """

    def __init__(self, path: str, leaf: Leaf, known: Mapping[str, Codes]) -> None:
        self.path = path
        self._field = leaf.field
        self._known = known
        # The lines of a text mean what the field means that holds it.
        of_text = leaf.path[-1] in Text.model_fields
        about = leaf.fields[-2 if of_text else -1].about
        self.about = f"{about.vi} / {about.en}" + (f" – {leaf.path[-1]}" if of_text else "")

    def asked(self) -> str:
        """The question, after the codes that may be answered, a line each."""
        codes = self._field.codes(self._codes_of) or ()
        return "".join(f"  {code.id}: {code.meaning}\n" for code in codes) + f"{self.about}: "

    def answer(self, text: str) -> str:
        """The answer as it is in the data, a code for its meaning.

        Raises `Impossible` for what the check would refuse in this field, in the words of the check.
        """
        codes = self._field.codes(self._codes_of)
        if codes:
            ids = [called.id if (called := codes.named(part)) else part for part in parts(text)]
            text = ", ".join(ids) if self._field.is_list or len(ids) == 1 else text
        form: Any = Annotated[self._field.annotation, *self._field.metadata]
        try:
            TypeAdapter(form).validate_python(parts(text) if self._field.is_list else text, context=self._known)
        except ValidationError as error:
            problems = explain(error, Places(Place("")), Shape(form, self._codes_of))
            raise Impossible("\n".join(f"{each.vi}\n{each.en}" for each in problems)) from error
        return text

    def ask(self, ask: Ask) -> str:
        """Somebody's answer, asked for until it can be used; empty where there is none."""
        question = self.asked()
        while text := ask(question).strip():
            try:
                return self.answer(text)
            except Impossible as impossible:
                question = f"{impossible}\n> "
        return ""

    def _codes_of(self, collection: str) -> Codes:
        return self._known.get(collection, Codes())


def questions(type: RecordType[Record], known: Mapping[str, Codes]) -> Iterator[Question]:
    """What is asked about a new record of a type."""
    leaves = {".".join(leaf.path): leaf for leaf in leaves_of_model(type.record)}
    if type.id_asked:
        leaves[type.asked[0]] = Leaf(type.asked[:1], (Field(type.asked[0], str, (type.id_asked,)),))
    return (Question(path, leaves[path], known) for path in type.asked)


@reports_refusals
def main(arguments: list[str], ask: Ask | None = None) -> int:
    """Run the command; gives the exit code. `ask` puts a question to somebody and gives the answer."""
    data = Path("data")
    parser = argparse.ArgumentParser(prog="python -m macros.commands.new", description=_lines("new_help"))
    subparsers = parser.add_subparsers(dest="record", required=True, metavar="|".join(NEW_TYPES))
    for type in NEW_TYPES.values():
        of_type = subparsers.add_parser(type.name)
        of_type.add_argument("--language", choices=list(Language), default=Language.VI, help=_lines("new_language"))
        for question in questions(type, {}):
            of_type.add_argument(_option(question.path), dest=question.path, help=question.about)
    options = vars(parser.parse_args(arguments))
    type = NEW_TYPES[options["record"]]
    answers = {}
    for question in questions(type, Reading(data).codes()):
        text = options[question.path]
        answers[question.path] = question.answer(text) if text else question.ask(ask) if ask else ""
    given = {path: answer for path, answer in answers.items() if answer}
    print(_lines("new_written", create(type, given, data, Language(options["language"])).as_posix()))
    return 0


def _option(path: str) -> str:
    return "--" + path.replace(".", "-").replace("_", "-")


def _lines(key: str, *values: str) -> str:
    return in_languages(key, Language, *values, separator="\n")


if __name__ == "__main__":
    run(partial(main, ask=input if sys.stdin.isatty() else None))
