"""All of `data/` as it is written, faulty or not, for rules that look at texts and facts across files."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from macros.archive.nodes import Node
from macros.archive.summaries import OlderSummary, Summary, Summed, older
from macros.archive.translations import Fields, Original, Originals, Outdated, Pair, Translation, field_of, outdated
from macros.data.problems import Place, Problem
from macros.data.strict_yaml import Key, Places, parse
from macros.records.files import id_of, pattern_of
from macros.records.record_type import RecordType
from macros.text.dates import PartialDate
from macros.text.legacy_encodings import Recognised, recognised

T = TypeVar("T")
Named = tuple[str, str]  # a collection and an id in it

_LOG = "data/corrections/"
_MOST_ORIGINALS = 20  # of a file, shown one by one: a whole meeting has hundreds


class DataFile:
    """One file of `data/`: its bytes, and what they say.

    Everything is computed when it is first needed, and what follows from this file alone only once: under
    `mkdocs serve` the next reading uses the same `DataFile` while the bytes stay the same (`reader.py`). What is large
    is freed after reading, and parsed again in the rare case that it is needed.

    Attributes:
        name: the file's name inside the project.
        raw: its bytes.
        record: the record that was made of it, if it has no mistakes, and the ids of others that this names.
    """

    def __init__(self, name: str, raw: bytes) -> None:
        self.name = name
        self.raw = raw
        self.record: tuple[Any, Collection[Named]] | None = None
        self._results: dict[Callable[[DataFile], Any], Any] = {}

    @property
    def value(self) -> Any:
        """What the file holds, faulty or not; None where nothing of it could be read."""
        return self._parsed[0]

    @property
    def places(self) -> Places:
        """Where everything in it is."""
        return self._parsed[1]

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with its form."""
        return self._parsed[2]

    @cached_property
    def readable(self) -> bool:
        """True unless nothing of it could be read."""
        return self.value is not None

    @cached_property
    def pattern(self) -> str | None:
        """The pattern of its name; None for what holds no records."""
        return pattern_of(self.name)

    @property
    def subject(self) -> str:
        """Its name in `translations/`, such as `meetings/2022-06-29`."""
        return self.name.split("/", 1)[-1].removesuffix(".yml")

    @property
    def in_log(self) -> bool:
        """True for the log of corrections, which keeps words as they were, faults included."""
        return self.name.startswith(_LOG)

    @property
    def root(self) -> Node:
        """All of it."""
        return Node(self.value, self.places)

    @cached_property
    def entries(self) -> list[Node]:
        """Every value in it, in the order of the file."""
        return self.root.within()

    @cached_property
    def mappings(self) -> list[Node]:
        """Every mapping in it."""
        return [entry for entry in self.entries if isinstance(entry.value, dict)]

    @cached_property
    def alone(self) -> Content:
        """The file as if there were no other."""
        return Content({self.name: self})

    @property
    def items(self) -> list[Node]:
        """Every statement and figure in it."""
        return [each for each in self.mappings if is_item(each.value)]

    def id_entries(self) -> Iterator[Node]:
        """Every `id:` in it, that of a mapping before those within it."""
        return (mapping["id"] for mapping in self.mappings if isinstance(mapping.value.get("id"), str))

    def cached(self, compute: Callable[[DataFile], T]) -> T:
        """The result of `compute(file)`, which must depend on this file alone, computed once."""
        if compute not in self._results:
            self._results[compute] = compute(self)
        result: T = self._results[compute]
        return result

    @cached_property
    def _parsed(self) -> tuple[Any, Places, list[Problem]]:
        return parse(self.raw, self.name)

    @property
    def cache(self) -> dict[str, Any]:
        """Everything that was computed, for another `DataFile` of the same bytes."""
        return {name: known for name, known in vars(self).items() if name not in ("name", "raw")}

    def restore_cache(self, cache: dict[str, Any]) -> None:
        """Take what another `DataFile` of the same bytes has computed."""
        vars(self).update(cache)

    def free_parsed(self) -> None:
        """Free the parsed YAML; what was computed from it stays, and it is parsed again when it is needed."""
        for name in ("_parsed", "alone", "entries", "mappings"):
            vars(self).pop(name, None)


_last: dict[str, DataFile] = {}  # the files as they were read last, for `mkdocs serve`, where one changes at a time


def data_file(name: str, raw: bytes) -> DataFile:
    """A file: that of the last reading where its bytes are the same."""
    last = _last.get(name)
    return last if last is not None and last.raw == raw else DataFile(name, raw)


def remember(files: Mapping[str, DataFile]) -> None:
    """Use these files in the next reading where their bytes are the same, and no others."""
    _last.clear()
    _last.update(files)


@dataclass(frozen=True)
class Content:
    """Every file that could be read, by its name; `complete` unless some file could not.

    `recorded` is what `translations/` holds, `summed` what `summaries/` does.
    """

    files: Mapping[str, DataFile]
    complete: bool = True
    recorded: Mapping[str, Fields] = field(default_factory=dict)
    summed: Mapping[str, list[Summed]] = field(default_factory=dict)

    def file(self, name: str) -> Node:
        """One file, such as `data/topics.yml`."""
        file = self.files.get(name)
        return file.root if file else Node(None, Places(Place(name)))

    def item(self, id: Node) -> Node | None:
        """The statement or figure that an id names, in its own file or on the page whose address it begins with."""
        page, _, own = id.text.rpartition("/")
        file = self.files.get(f"{id.file.split('/')[0]}/{page}.yml" if page else id.file)
        return next((each for each in file.items if each["id"].text == own), None) if file and own else None

    def files_of(self, type: RecordType[Any]) -> list[tuple[str, DataFile]]:
        """The files with records of a type, each with the id of its record where that is its name."""
        return [(id_of(name, type.file), file) for name, file in self.files.items() if file.pattern == type.file]

    def records(self, type: RecordType[Any]) -> list[tuple[str, Node]]:
        """The records of a type, each with its id."""
        files = self.files_of(type)
        if "*" in type.file:
            return [(id, file.root) for id, file in files]
        roots = (file.root[type.key] if type.key else file.root for _, file in files)
        return [(entry.key, entry) for root in roots for entry in root]

    @cached_property
    def entries(self) -> list[Node]:
        """Every value of every file but the log, files and values in order."""
        return [entry for file in self.files.values() if not file.in_log for entry in file.entries]

    @cached_property
    def dates(self) -> list[Node]:
        """Every date, whether it can be or not."""
        digits = (each for each in self.entries if not each.places.parts and str(each.value)[:1].isdigit())
        return [each for each in digits if each.date and each.field and PartialDate in each.field.types]

    @cached_property
    def texts(self) -> list[Node]:
        """Every text in Unicode; without addresses."""
        garbled = {id(entry) for entry, _ in self.garbled}
        return [entry for entry in self._texts_and_addresses[0] if id(entry) not in garbled]

    @cached_property
    def garbled(self) -> list[tuple[Node, Recognised]]:
        """Every text in an old encoding, with what it is in Unicode: to no rule of letters it makes sense."""
        found = ((entry, recognised(entry.text)) for entry in self._texts_and_addresses[0])
        return [(entry, known) for entry, known in found if known]

    @cached_property
    def addresses(self) -> list[Node]:
        """Every address, of a page of the web or of the site."""
        return self._texts_and_addresses[1]

    def holding(self, pattern: re.Pattern[str]) -> list[Node]:
        """The texts in which the pattern is found."""
        return [entry for entry in self.texts if pattern.search(entry.value)]

    @cached_property
    def originals(self) -> list[Node]:
        """Every text in Vietnamese, with or without English."""
        return [vi for entry in self._mappings if "vi" in entry.value and (vi := entry["vi"]).text]

    @cached_property
    def untranslated(self) -> list[Node]:
        """Every text that has no English: its Vietnamese."""
        alone = (entry for entry in self._mappings if "vi" in entry.value and "en" not in entry.value)
        return [vi for entry in alone if (vi := entry["vi"]).text]

    @cached_property
    def pairs(self) -> list[tuple[Node, Node]]:
        """Every text in both languages: Vietnamese, English."""
        pairs = [(entry["vi"], entry["en"]) for entry in self._mappings if "vi" in entry.value]
        return [(vi, en) for vi, en in pairs if vi.text and en.text]

    @cached_property
    def translations(self) -> list[Translation]:
        """Every text that is translated, with the name under which that is recorded; the log tells of its own."""
        return [
            Translation(
                self.files[vi.file].subject,
                field_of(vi.path[:-1], self.files[vi.file].value),
                Pair(vi.text, en.text),
                vi,
                en,
            )
            for vi, en in self.pairs
        ]

    @cached_property
    def outdated(self) -> list[Outdated]:
        """Every text whose English was left behind when its Vietnamese changed."""
        changed = {
            name: file
            for name, file in self.files.items()
            if file.subject in self.recorded and file.cached(translated) != _hash(self.recorded[file.subject])
        }
        return outdated(Content(changed).translations, self.recorded)

    @cached_property
    def sentences(self) -> list[Node]:
        """Every sentence of a summary."""
        return [entry for entry in self._mappings if "rests_on" in entry.value]

    @property
    def summaries(self) -> list[Summary]:
        """The same with what each rests on, as far as that is there."""
        found = []
        for sentence in self.sentences:
            named = {id.text: item for id in sentence["rests_on"] if (item := self.item(id))}
            rests_on = {id: _says(item) for id, item in named.items()}
            text, file = sentence["text"]["vi"], self.files[sentence.file]
            summed = Summed(text.text, rests_on)
            found.append(Summary(file.subject, field_of(sentence.path, file.value), summed, text))
        return found

    @cached_property
    def older_summaries(self) -> list[OlderSummary]:
        """Every sentence of a summary that is older than what it sums up."""
        return older(self.summaries, self.summed)

    @cached_property
    def statements(self) -> list[Node]:
        """Every statement."""
        return [entry for entry in self._mappings if "id" in entry.value and isinstance(entry.value.get("text"), dict)]

    @cached_property
    def figures(self) -> list[Node]:
        """Every figure."""
        return [entry for entry in self._mappings if "id" in entry.value and "value" in entry.value]

    @cached_property
    def _texts_and_addresses(self) -> tuple[list[Node], list[Node]]:
        found: tuple[list[Node], list[Node]] = ([], [])
        for entry in self.entries:
            if isinstance(entry.value, str) and entry.value:
                found[entry.is_address].append(entry)
        return found

    @cached_property
    def _mappings(self) -> list[Node]:
        return [entry for file in self.files.values() if not file.in_log for entry in file.mappings]


def is_item(value: dict[str, Any]) -> bool:
    """Whether a mapping is a statement or a figure."""
    return "id" in value and (isinstance(value.get("text"), dict) or "value" in value)


def _says(item: Node) -> str:
    """What a statement or a figure says, in Vietnamese."""
    numbers = (str(item[end].value) for end in ("value", "value_to") if item[end].value is not None)
    return " ".join([*numbers, *(text for part in ("text", "unit", "what") if (text := item[part]["vi"].text))])


def count_texts(file: DataFile) -> int:
    """The number of texts of a file that are in both languages."""
    return len(file.alone.pairs)


def without_english(file: DataFile) -> Originals:
    """The texts of a file that have no English."""
    found = file.alone.untranslated
    first = (
        Original(file.subject, field_of(each.path[:-1], file.value), each.text, each.at(0))
        for each in found[:_MOST_ORIGINALS]
    )
    return Originals(len(found), tuple(first))


def ids(file: DataFile) -> dict[tuple[Key, ...], Place]:
    """Where each `id:` of a file is, by the path to it."""
    return {entry.path: entry.place for entry in file.id_entries()}


def translated(file: DataFile) -> int:
    """A number that is the same as long as all texts of a file are, each in its field and in both languages."""
    fields: Fields = {}
    for text in file.alone.translations:
        fields.setdefault(text.field, []).append(text.pair)
    return _hash(fields)


def _hash(fields: Fields) -> int:
    return hash(tuple(sorted((field, *pairs) for field, pairs in fields.items())))
