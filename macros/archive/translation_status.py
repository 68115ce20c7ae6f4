"""How far the English has kept up with the Vietnamese, file by file, and where readers find a text on the site."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from macros.archive import Archive
from macros.archive.translations import Original, Originals, Outdated, Translation

_MOST_FILES = 100  # shown one by one


@dataclass(frozen=True)
class Status:
    """How many texts something has, and those of them whose English was left behind."""

    texts: int
    outdated: list[Outdated]

    @property
    def percent(self) -> int:
        """The share that has kept up; 100 only where all has."""
        return (self.texts - len(self.outdated)) * 100 // self.texts if self.texts else 100


def status(archive: Archive) -> tuple[Status, dict[str, Status]]:
    """The state of all data, and of each file that has something outdated."""
    outdated = list(archive.records.outdated.values())
    texts = archive.records.texts
    behind = dict.fromkeys(each.text.file for each in outdated)
    files = {file: Status(texts[file], [each for each in outdated if each.text.file == file]) for file in behind}
    return Status(texts.total(), outdated), files


@dataclass(frozen=True)
class Untranslated:
    """The texts that have no English: how many, in how many files, and those of the first files, by file."""

    texts: int
    number_of_files: int
    files: dict[str, Originals]


def untranslated(archive: Archive) -> Untranslated:
    """What is in Vietnamese alone."""
    files = archive.records.originals
    texts = sum(found.number for found in files.values())
    return Untranslated(texts, len(files), dict(islice(sorted(files.items()), _MOST_FILES)))


def address(text: Translation | Original, archive: Archive) -> tuple[str, str]:
    """The page within a language on which a text is, and the anchor nearest to it; empty where there is none."""
    collection, *rest = text.file.split("/")
    first, *others = text.field.split(".")
    if collection == "glossary":
        return "glossary/", first
    if collection in ("topics", "people"):
        return f"{collection}/{first}/", ""
    if collection == "provinces":
        names = {"provinces": (f"provinces/{others[0]}/", ""), "units": ("provinces/", f"unit-{others[0]}")}
        return names.get(first, ("method/", "region"))
    path = "/".join([collection, *rest]) + "/"
    if rest[-1] == "review":
        path = path.replace("/review/", "/achievements/")
    if first == "sources":
        return path, f"source-{others[0]}"
    return path, first if first in _anchors(archive, path) else ""


def _anchors(archive: Archive, path: str) -> set[str]:
    groups = {group.id for part in archive.review_parts if part.path == path for group in part.groups}
    statements = {each.record.id for each in archive.statements if each.home.path == path}
    return groups | statements | {each.record.id for each in archive.figures if each.home.path == path}
