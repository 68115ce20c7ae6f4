"""Thousands of spoiled data files: each is read, or refused at a place that exists, in both languages; none crashes."""

from __future__ import annotations

import json
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import reduce
from operator import getitem
from pathlib import Path
from random import Random
from typing import Any

import pytest

from macros.archive.translations import path_of
from macros.checks.loading import examine
from macros.commands.findings import FORMATS, Findings
from macros.data import strict_yaml
from macros.data.decoding import lines
from macros.data.problems import Problem, Severity
from macros.text.language import Language
from tests.records.mutation import mutated_text
from tests.support import project
from tests.support.batteries import few
from tests.support.project import SMALL_DATA

LOADS = (20, pytest.param(170, marks=pytest.mark.mutants))
AT_ONCE = 12
SECONDS = 5
BUILDS = (1, pytest.param(3, marks=pytest.mark.mutants))
# Enough of the data for every kind of record and every rule, and small enough to be read hundreds of times.
KEPT = (
    "meetings/2030-06-12.yml",
    "meetings/2031-06-18.yml",
    "documents/71-2031-qh17.yml",
    "documents/45-qd-tw.yml",
    "documents/ket-luan-thanh-loan.yml",
    "reviews/2031/review.yml",
    "reviews/2031/achievements.yml",
    "reviews/2031/lessons.yml",
    "reviews/2031/priorities.yml",
    "topics.yml",
    "people.yml",
    "glossary.yml",
    "provinces.yml",
)
RECORDED = ("meetings/2030-06-12", "topics")
# The first entries of long files, as many as their pattern finds.
CUT = {
    "glossary.yml": r"\n(?=[a-z])",
    "reviews/2031/achievements.yml": r"\n(?=  - id: )",
    "reviews/2031/lessons.yml": r"\n(?=  - id: )",
    "reviews/2031/priorities.yml": r"\n(?=  - id: )",
}
ENTRIES = 3
# A meeting that has figures beside its statements, and what all parts of a review share.
WRONG_TYPES_IN = ("meetings/2031-11-19.yml", "reviews/2031/review.yml", "reviews/2031/lessons.yml")
WRONG_TYPES: tuple[Any, ...] = ([20739], {"a": 1}, None, True, 7, "x")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small copy of the data."""
    for name in KEPT:
        text = (SMALL_DATA / name).read_text("utf-8")
        if name in CUT:
            text = "\n".join(re.split(CUT[name], text)[:ENTRIES]) + "\n"
        target = tmp_path / "data" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    for name in RECORDED:
        path = path_of(name, tmp_path / "data")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(path_of(name, SMALL_DATA).read_bytes())
    return tmp_path


@contextmanager
def time_limit() -> Iterator[None]:
    """Nothing takes longer than this."""

    def late(*_: object) -> None:
        raise TimeoutError(f"more than {SECONDS} seconds")

    signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def assert_located(problems: list[Problem], root: Path) -> None:
    """Every problem points at a character that is there, or right behind the last one, and speaks both languages."""
    texts: dict[str, list[str]] = {}
    for problem in problems:
        place = problem.place
        if place.file not in texts:
            raw = (root / place.file).read_bytes() if (root / place.file).is_file() else b""
            texts[place.file] = lines(raw.decode("utf-8", errors="replace").removeprefix("\ufeff"))
        assert 1 <= place.line <= len(texts[place.file]), problem
        assert 1 <= place.column <= len(texts[place.file][place.line - 1].rstrip("\r\n")) + 1, problem
        assert problem.vi.strip() and problem.en.strip(), problem
        assert problem.vi != problem.en, problem


@pytest.mark.parametrize("loads", LOADS)
def test_spoiled_files_are_read_or_refused_in_words(small: Path, loads: int) -> None:
    random = Random(2026)
    files = [small / "data" / name for name in KEPT] + [path_of(name, small / "data") for name in RECORDED]
    originals = {file: file.read_bytes() for file in files}
    refused = unharmed = 0
    for _ in range(loads):
        spoiled = random.sample(files, AT_ONCE)
        for file in spoiled:
            text = mutated_text(random, originals[file].decode())
            file.write_bytes(text.encode("utf-8", errors="surrogatepass"))
        with time_limit():
            _, problems = examine(small / "data")
            for show in FORMATS.values():
                assert show(Findings.all(problems), small, list(Language))
        assert_located(problems, small)
        wrong = {problem.place.file for problem in problems if problem.severity is Severity.ERROR}
        refused += sum(file.relative_to(small).as_posix() in wrong for file in spoiled)
        unharmed += sum(file.relative_to(small).as_posix() not in wrong for file in spoiled)
        for file in spoiled:
            file.write_bytes(originals[file])
    assert refused > 6 * loads
    assert unharmed > loads / 2


@pytest.mark.parametrize("name", few(WRONG_TYPES_IN, 1, pytest.mark.mutants))
def test_no_wrong_type_of_any_value_is_more_than_a_mistake(small: Path, name: str) -> None:
    """Each field in turn holds what it must not; of the items of a list, the first stands for all."""
    file = small / "data" / name
    shutil.copy(SMALL_DATA / name, file)
    value, *_ = strict_yaml.read(file, name)
    raw = file.read_bytes()
    for path in _paths(value):
        for wrong in WRONG_TYPES:
            spoiled = deepcopy(value)
            reduce(getitem, path[:-1], spoiled)[path[-1]] = wrong
            file.write_text(json.dumps(spoiled, ensure_ascii=False), "utf-8")
            assert_located(examine(small / "data")[1], small)
    file.write_bytes(raw)


def _paths(value: Any) -> Iterator[tuple[strict_yaml.Key, ...]]:
    """The ways to everything in a value, but to no item of a list after the first."""
    items = value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    for key, inside in items:
        yield (key,)
        yield from ((key, *rest) for rest in _paths(inside))


@pytest.mark.parametrize("builds", BUILDS)
def test_a_build_of_spoiled_data_stops_in_words_and_leaves_nothing_behind(tmp_path: Path, builds: int) -> None:
    tree = project.copy_small(tmp_path / "project")
    random = Random(7)
    files = sorted((tree / "data").rglob("*.yml"))
    built = 0
    while built < builds:
        file = random.choice(files)
        original = file.read_bytes()
        file.write_bytes(mutated_text(random, original.decode()).encode())
        errors = [problem for problem in examine(tree / "data")[1] if problem.severity is Severity.ERROR]
        if errors:
            result = project.build(tree)
            assert result.returncode != 0
            assert "Traceback" not in result.stdout + result.stderr
            for problem in errors:
                assert str(problem) in result.stderr
            assert not (tree / "site").exists()
            assert not list(tree.glob(".site-*"))
            built += 1
        file.write_bytes(original)
