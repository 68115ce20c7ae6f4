"""Queries for the search bench with every right first answer; README.md says how they were written."""

from __future__ import annotations

import unicodedata
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import yaml

from benchmarks.queries.generated import generated
from benchmarks.queries.query import KINDS, Query
from macros.archive import Archive
from macros.text.language import Language

__all__ = ["Half", "Query", "WrongQuery", "load"]

Half = Literal["tuning", "held-out"]
_SEEDS: dict[Half, int] = {"tuning": 1, "held-out": 2}
_GENERATED_PER_CLASS = 40


class WrongQuery(ValueError):
    """A hand-written query of an unknown class, or with a target that the archive does not hold."""


def load(half: Half, archive: Archive) -> list[Query]:
    """The hand-written and the generated queries of one half; raises WrongQuery."""
    return written(half, archive) + generated(archive, _SEEDS[half], _GENERATED_PER_CLASS)


def written(half: Half, archive: Archive) -> list[Query]:
    """The hand-written queries of one half; raises WrongQuery."""
    path = Path(__file__).with_name(f"{half}.yml")
    known = _ids(archive)
    queries = []
    for entry in yaml.load(path.read_text("utf-8"), yaml.BaseLoader):  # all is text: an id may look like a date
        query = _query(entry)
        unknown = sorted(query.targets - known)
        if query.kind not in KINDS or unknown:
            what = f"targets not in the archive: {', '.join(unknown)}" if unknown else f"unknown class {query.kind!r}"
            raise WrongQuery(f"{path.name}: {query.text!r}: {what}")
        queries.append(query)
    return queries


def _query(entry: dict[str, Any]) -> Query:
    text = unicodedata.normalize("NFD" if entry.get("nfd") == "true" else "NFC", entry["query"])
    return Query(text, Language(entry["language"]), entry["class"], frozenset(entry["targets"]))


def _ids(archive: Archive) -> set[str]:
    records = chain(archive.meetings, archive.documents, archive.provinces, archive.units, archive.glossary)
    return {
        *records,
        *archive.topics,
        *archive.people,
        *(s.id for s in archive.statements),
        *(f.id for f in archive.figures),
    }
