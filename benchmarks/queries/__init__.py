"""Queries for the search bench with every right first answer; README.md says how they were written."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import yaml

from benchmarks.queries.generated import generated
from benchmarks.queries.query import KINDS, Query
from macros.archive import Archive
from macros.text.language import Language

__all__ = ["NEVER_LOOKED_AT", "READERS", "Half", "Query", "WrongQuery", "added", "file", "load"]

# The last ones are no halves of the others: they are what readers type, in their own words; `unseen` is there as long
# as no one has tuned on it.
Half = Literal["tuning", "held-out", "readers", "fresh-1", "fresh-2", "fresh-3", "unseen"]
READERS: tuple[Half, ...] = ("readers", "fresh-1", "fresh-2", "fresh-3", "unseen")
NEVER_LOOKED_AT: tuple[Half, ...] = ("held-out", "unseen")
_SINCE: tuple[Half, ...] = ("tuning", "held-out", "readers")  # judged before records were added
_SEEDS: dict[Half, int] = {"tuning": 1, "held-out": 2}
_GENERATED_PER_CLASS = 40


class WrongQuery(ValueError):
    """A hand-written query of an unknown class, or with a target that the archive does not hold."""


def load(half: Half, archive: Archive) -> list[Query]:
    """The queries of one set: those by hand, and those generated, of which readers’ have none; raises WrongQuery."""
    made = generated(archive, _SEEDS[half], _GENERATED_PER_CLASS) if half in _SEEDS else []
    return written(half, archive) + made


def added(archive: Archive) -> frozenset[str]:
    """The records added since the answers to the oldest queries were judged: for these no one has judged them."""
    judged = Path(__file__).with_name("judged.txt").read_text("utf-8").split()
    return frozenset(_ids(archive).difference(judged))


def file(half: Half) -> Path:
    """Where the hand-written queries of a set are."""
    return Path(__file__).with_name(f"{half}.yml")


def written(half: Half, archive: Archive) -> list[Query]:
    """The hand-written queries of one half; raises WrongQuery."""
    path = file(half)
    known = _ids(archive)
    queries = []
    for entry in yaml.load(path.read_text("utf-8"), yaml.BaseLoader):  # all is text: an id may look like a date
        query = replace(_query(entry, known), since=half in _SINCE)
        unknown = sorted(query.targets - known)
        if query.kind not in KINDS or unknown:
            what = f"targets not in the archive: {', '.join(unknown)}" if unknown else f"unknown class {query.kind!r}"
            raise WrongQuery(f"{path.name}: {query.text!r}: {what}")
        queries.append(query)
    return queries


def _query(entry: dict[str, Any], known: set[str]) -> Query:
    """The query; a target that ends with a slash is everything on that page."""
    on_pages = {id for page in entry["targets"] if page.endswith("/") for id in known if id.startswith(page)}
    targets = on_pages | {target for target in entry["targets"] if not target.endswith("/")}
    text = unicodedata.normalize("NFD" if entry.get("nfd") == "true" else "NFC", entry["query"])
    return Query(text, Language(entry["language"]), entry["class"], frozenset(targets))


def _ids(archive: Archive) -> set[str]:
    records = chain(archive.meetings, archive.documents, archive.provinces, archive.glossary)
    return {
        *records,
        *(f"units/{id}" for id in archive.units),
        *archive.topics,
        *archive.people,
        *(s.id for s in archive.statements),
        *(f.id for f in archive.figures),
        *(f"{part.path}{group.id}" for part in archive.review_parts for group in part.groups),
        *(part.path for part in archive.review_parts),
    }
