"""A new record to fill: `python -m macros.commands.new meeting --date 2026-03-01 --title-vi … --title-en …`.

Asks for what is not given where somebody is there to answer. Nothing is ever overwritten.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros import model
from macros.commands.schemas import FOLDER, schema_of
from macros.forge.adding import ADDITIONS
from macros.model.blank import blank, blank_entry, inner_record
from macros.system import plain_files
from macros.text.dates import FORMS, PartialDate
from macros.text.language import Language, word
from macros.yaml_files.spelling import slug

Ask = Callable[[str], str]


class Impossible(Exception):
    """The record cannot be begun; the message in both languages."""


@dataclass(frozen=True)
class Kind:
    """What is asked for before a record is begun, and how its id is made of the answers."""

    questions: tuple[str, ...]
    id: Callable[[dict[str, str]], str]


def _meeting_id(given: dict[str, str]) -> str:
    place = {"provincial": given.get("provinces", ""), "national": "national"}.get(given.get("level", ""), "")
    return slug(f"{given['date'].split('/')[0]} {place}")


def _document_id(given: dict[str, str]) -> str:
    year = given.get("date", "")[:4]
    number = slug(given["number"])
    dated = not year.isdecimal() or year in number.split("-")
    return number if dated else f"{number}-{year}"


KINDS: dict[str, Kind] = {
    "meeting": Kind(("date", "level", "form", "provinces", "title.vi", "title.en", "sources.url"), _meeting_id),
    "document": Kind(("number", "type", "date", "title.vi", "title.en", "sources.url"), _document_id),
    "person": Kind(("name",), lambda given: slug(given["name"])),
    "topic": Kind(("name.vi", "name.en"), lambda given: slug(given["name.en"])),
    "term": Kind(("abbreviation", "term.vi", "term.en"), lambda given: slug(given["term.vi"])),
}
# What the id of each kind is made of.
_NEEDED = {"meeting": "date", "document": "number", "person": "name", "topic": "name.en", "term": "term.vi"}


def begin(name: str, given: dict[str, str], data: Path, language: Language = Language.VI) -> Path:
    """Write a blank record of the kind with the given values, explained in the language; returns its file.

    Raises `Impossible`.
    """
    addition = ADDITIONS[name]
    if not given.get(_NEEDED[name]):
        raise Impossible(_both("new_needs", _option(_NEEDED[name])))
    if "date" in given:
        _checked_date(given["date"])
    id = KINDS[name].id(given)
    if addition.has_own_file:
        file = data / addition.home.replace("*", id)
        if file.exists():
            raise Impossible(_both("new_exists", file.as_posix()))
        up = "../" * (addition.home.count("/") + 1)
        modeline = f"# yaml-language-server: $schema={up}{FOLDER}/{schema_of(addition.home)}\n"
        _write(file, data, modeline + blank(addition.record, language, given))
        return file
    file = data / addition.home
    text = plain_files.read(file, data.parent).decode("utf-8")
    ids = list(yaml.load(text, yaml.CSafeLoader))
    if id in ids:
        raise Impossible(_both("new_exists", f"{file.as_posix()}: {id}"))
    entry = blank_entry(addition.record, language, id, given)
    after = next((each for each in ids if each > id), None) if ids == sorted(ids) else None
    at = text.index(f"\n{after}:\n") + 1 if after and after != ids[0] else 0 if after else len(text)
    _write(file, data, text[:at] + entry + text[at:])
    return file


def main(arguments: list[str], ask: Ask | None = None) -> int:
    """Run the command; gives the exit code. `ask` puts a question to somebody and gives the answer."""
    parser = argparse.ArgumentParser(prog="python -m macros.commands.new", description=_both("new_help"))
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="|".join(KINDS))
    for name, kind in KINDS.items():
        sub = kinds.add_parser(name)
        sub.add_argument("--language", choices=list(Language), default=Language.VI, help=_both("new_language"))
        for question in kind.questions:
            sub.add_argument(_option(question), help=_about(ADDITIONS[name].record, question))
    options = vars(parser.parse_args(arguments))
    language = Language(options.pop("language"))
    name = options.pop("kind")
    given = {each: options[_option(each)[2:].replace("-", "_")] for each in KINDS[name].questions}
    if ask:
        record = ADDITIONS[name].record
        given = {each: value or ask(f"{_about(record, each)}: ").strip() for each, value in given.items()}
    try:
        file = begin(name, {each: value for each, value in given.items() if value}, Path("data"), language)
    except (Impossible, plain_files.NotPlain) as impossible:
        print(impossible, file=sys.stderr)
        return 1
    print(_both("new_written", file.as_posix()))
    return 0


def _write(file: Path, data: Path, text: str) -> None:
    plain_files.write(file, data.parent, text.encode("utf-8"))


def _checked_date(text: str) -> None:
    try:
        PartialDate.parse(text)
    except ValueError:
        if text != model.NOT_STATED:
            raise Impossible(_both("new_date", text, FORMS)) from None


def _about(record: type[model.Record], path: str) -> str:
    """What a field means, in both languages, and what its own line holds."""
    name, _, below = path.partition(".")
    field = record.fields()[name]
    inner = inner_record(field.annotation)
    if inner and below and inner is not model.Text:
        return _about(inner, below)
    about = next(each for each in field.metadata if isinstance(each, model.About))
    return f"{about.vi} / {about.en}{f' – {below}' if below else ''}"


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
