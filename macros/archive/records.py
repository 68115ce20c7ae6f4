"""Everything in `data/`, as read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from macros.archive.data_files import DataFile, remember
from macros.archive.translations import Originals, Outdated, Pair
from macros.records import TYPES, AdditionsFile, ProvincesFile, PublishedFile, Reach, RecordType, ThesaurusFile
from macros.records.record_type import R


@dataclass
class Records:
    """Everything in `data/`, as read.

    `by_collection` holds the records of each type that is in files, by id; `records[MEETING]` are those of one type.
    `region` is the file of provinces and units as a whole, `redirects` leads from old addresses to new ones, `accepted`
    holds the reasons for which warnings are accepted, by address and rule, `thesaurus` the words that readers use for
    one thing, `additions` what came in one go, `reach` what editors know of how far the archive reaches, `addresses`
    every permanent address of the records, `files` every file that could be read, by its name inside the project,
    `outdated` the texts whose English was left behind, `texts` how many are in both languages in each file, named as in
    `translations/`, `originals` those of each file that have no English.
    """

    by_collection: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {each.collection: {} for each in TYPES if each.file}
    )
    region: ProvincesFile | None = None
    redirects: dict[str, str] = field(default_factory=dict)
    accepted: dict[str, dict[str, str]] = field(default_factory=dict)
    published: PublishedFile | None = None
    thesaurus: ThesaurusFile | None = None
    additions: AdditionsFile | None = None
    reach: Reach | None = None
    addresses: frozenset[str] = frozenset()
    files: dict[str, DataFile] = field(default_factory=dict)
    outdated: dict[Pair, Outdated] = field(default_factory=dict)
    texts: Counter[str] = field(default_factory=Counter)
    originals: dict[str, Originals] = field(default_factory=dict)

    def __getitem__(self, type: RecordType[R]) -> dict[str, R]:
        """The records of a type by id; none of a type that is only inside others."""
        return self.by_collection.get(type.collection, {})

    def with_records(self, type: RecordType[R], records: dict[str, R]) -> Records:
        """The same archive with other records of a type."""
        return replace(self, by_collection={**self.by_collection, type.collection: records})

    def free_parsed(self) -> None:
        """Free the files of meetings, which are the many; for builds that read once only."""
        remember({})
        self.files = {name: file for name, file in self.files.items() if "/meetings/" not in name}
