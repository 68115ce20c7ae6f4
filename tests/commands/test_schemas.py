"""The JSON Schemas that editors use say what the model says: current, described, and with the same verdict."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from random import Random
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT7

from macros.archive.reader import ADAPTERS, Reading
from macros.data.strict_yaml import read
from macros.derived.schemas import FOLDER, IDS, SETTINGS, files, schema_of, settings
from macros.text.dates import PATTERN
from tests.records.mutation import mutated_value
from tests.records.wrong_data import WRONG, Wrong
from tests.support.project import ROOT, SMALL, SMALL_DATA

# What JSON Schema cannot say, by the kind of the model's error. The rest of what it cannot say, that a source's id is
# one of the file's own and that an id is used once, is no part of the model's verdict on one file here.
NOT_EXPRESSED = {"thousands", "leap day or backward span"}
RECORDS = sorted(path.relative_to(SMALL_DATA).as_posix() for path in SMALL_DATA.rglob("*.yml"))
MUTATIONS = 1500


@cache
def known() -> dict[str, Any]:
    """The ids that records may name."""
    return dict(Reading(SMALL_DATA).known)


@cache
def validator(pattern: str) -> Draft7Validator:
    """Judges by the committed schema of a kind of file, with the ids of the small archive."""
    ids = json.loads(files(SMALL_DATA)[FOLDER / IDS])
    registry = Registry().with_resource(IDS, DRAFT7.create_resource(ids))
    return Draft7Validator(schema(pattern), registry=registry)


def schema(pattern: str) -> dict[str, Any]:
    """The committed schema of a kind of file."""
    content: dict[str, Any] = json.loads((ROOT / FOLDER / schema_of(pattern)).read_text("utf-8"))
    return content


def kind(name: str) -> str:
    """The kind of a file, by its name below `data/`."""
    [found] = [
        pattern for pattern in ADAPTERS if PurePosixPath(name).match(pattern) and name.count("/") == pattern.count("/")
    ]
    return found


def faults(name: str, value: Any) -> set[str]:
    """The kinds of errors that the model finds in what a file holds."""
    try:
        ADAPTERS[kind(name)].validate_python(value, context=known())
    except ValidationError as error:
        return {_fault(item) for item in error.errors(include_url=False)}
    return set()


def _fault(item: Any) -> str:
    if item["type"] == "not_a_date" and isinstance(item["input"], str) and re.fullmatch(PATTERN, item["input"]):
        return "leap day or backward span"
    return str(item["type"])


def test_the_committed_schemas_are_those_of_the_model() -> None:
    """The ids apart: those are of the data, and renewed where it is merged."""
    made = files(SMALL_DATA)
    assert {path.name for path in made} == {path.name for path in (ROOT / FOLDER).iterdir()}
    for path, text in made.items():
        assert path.name == IDS or (ROOT / path).read_text("utf-8") == text, "run `make schemas`"


def test_every_field_is_described_in_both_languages_with_an_example() -> None:
    described = 0
    for pattern in ADAPTERS:
        for field in _fields(schema(pattern)):
            vietnamese, english = field["description"].split("\n")
            assert vietnamese and english and vietnamese != english
            assert field["examples"] != [None]
            described += 1
    assert described > 200


def _fields(whole: Any) -> Iterator[Any]:
    for each in (whole, *whole["definitions"].values()):
        yield from each.get("properties", {}).values()


def _enums(part: Any) -> Iterator[Any]:
    """Every list of codes in a part of a schema."""
    if isinstance(part, dict):
        if "enum" in part:
            yield part
        for inner in part.values():
            yield from _enums(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _enums(inner)


def test_every_code_has_its_meaning_in_both_languages() -> None:
    choices = [each for pattern in ADAPTERS for each in _enums(schema(pattern))]
    ids = list(_enums(json.loads(files(SMALL_DATA)[FOLDER / IDS])))
    assert len(choices) > 8
    assert len(ids) > 5
    for each in (*choices, *ids):
        assert len(each["enum"]) == len(set(each["enum"])) > 0
        assert len(each["enum"]) == len(each["markdownEnumDescriptions"]) == len(each["enumDescriptions"])
        assert all(each["enumDescriptions"])
    for each in choices:
        assert all(" / " in meaning for meaning in each["enumDescriptions"]), each
    [topics] = [each for each in ids if "cadres" in each["enum"]]
    assert topics["enumDescriptions"][topics["enum"].index("cadres")] == "Công tác cán bộ / Personnel work"


def test_every_schema_is_valid_and_wired_to_its_files() -> None:
    assert (ROOT / SETTINGS).read_text("utf-8") == settings(ROOT)[SETTINGS], "run `make schemas`"
    wired = json.loads((ROOT / SETTINGS).read_text("utf-8"))
    assert wired["yaml.schemas"] == {f"./{FOLDER}/{schema_of(each)}": f"data/{each}" for each in ADAPTERS}
    for pattern in ADAPTERS:
        Draft7Validator.check_schema(schema(pattern))


@pytest.mark.parametrize("name", RECORDS)
def test_the_data_is_valid(name: str) -> None:
    value, _, _ = read(SMALL_DATA / name, name)
    assert [error.message for error in validator(kind(name)).iter_errors(value)] == []


@pytest.mark.parametrize("collection", ["topics", "people", "documents", "provinces", "units", "glossary"])
def test_ids_are_offered(collection: str) -> None:
    ids = json.loads(files(SMALL_DATA)[FOLDER / IDS])["definitions"][collection]["enum"]
    assert sorted(known()[collection]) == ids


@pytest.mark.parametrize("wrong", WRONG, ids=[wrong.what for wrong in WRONG])
def test_a_wrong_edit_has_one_verdict(tmp_path: Path, wrong: Wrong) -> None:
    original = SMALL / wrong.edit.file
    copied = tmp_path / wrong.edit.file
    copied.parent.mkdir(parents=True)
    copied.write_bytes(original.read_bytes())
    wrong.edit.apply(tmp_path)
    value, _, problems = read(copied, wrong.edit.file)
    if problems:
        return  # refused by the reader before model or schema sees a value
    name = wrong.edit.file.removeprefix("data/")
    assert validator(kind(name)).is_valid(value) == (faults(name, value) <= NOT_EXPRESSED)


def test_mutated_data_has_one_verdict() -> None:
    random = Random(4)
    # Small files of every kind, for speed: what is wrong in them is what is wrong in long ones.
    small = [name for name in RECORDS if (SMALL_DATA / name).stat().st_size < 9_000] + ["reviews/2031/lessons.yml"]
    values = {name: read(SMALL_DATA / name, name)[0] for name in small}
    refused = 0
    for number in range(MUTATIONS):
        name = random.choice(small)
        value = mutated_value(random, values[name])
        found = faults(name, value)
        if found and found <= NOT_EXPRESSED:
            continue
        refused += bool(found)
        assert validator(kind(name)).is_valid(value) == (not found), (number, name, found)
    assert MUTATIONS // 4 < refused < MUTATIONS
