"""How far the English has kept up with the Vietnamese, file by file, and where readers find a text on the site."""

from dataclasses import dataclass
from itertools import islice

from macros.archive import Archive
from macros.archive.items import REVIEW_PARTS
from macros.archive.translations import Original, Originals, Outdated, Translation
from macros.records import REVIEW, SOURCES, TYPES
from macros.records.files import id_of, pattern_of

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
    name = f"data/{text.file}.yml"
    file = pattern_of(name) or ""
    first, *inner = text.field.split(".")
    type = next((each for each in TYPES if each.address and each.file == file and each.key in ("", first)), None)
    if type is None and file != REVIEW.file:
        return "method/", "region"
    type = type or REVIEW_PARTS[0]  # what all parts of a review have in common is on the page of the first
    if "*" not in file:
        path, _, anchor = type.path(inner[0] if type.key else first).partition("#")
        return path, anchor
    path = type.path(id_of(name, file))
    if first == SOURCES:
        return path, f"source-{inner[0]}"
    return path, first if f"{path}#{first}" in archive.records.addresses else ""
