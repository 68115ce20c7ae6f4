"""Reads `data/` into records, and checks across files that every id that is named exists.

Every problem of every file is collected; nothing is raised. `loading.py` decides what is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros.archive import file_names, stray_files
from macros.archive.data_files import DataFile, Named
from macros.archive.record_codes import REFERRED, mapping, record_codes, source_codes
from macros.archive.sharing import Shared
from macros.archive.translations import Originals, Outdated, Pair
from macros.data import plain_files
from macros.data.codes import Codes
from macros.data.decoding import MAXIMUM_BYTES
from macros.data.problems import Place, Problem
from macros.data.strict_yaml import unread
from macros.records import (
    ACHIEVEMENTS,
    CORRECTION,
    DOCUMENT,
    LESSONS,
    MEETING,
    PERSON,
    PRIORITIES,
    REVIEW,
    SLUG,
    SOURCES,
    TERM,
    TOPIC,
    TYPES,
    AchievementsFile,
    CorrectionRecord,
    DocumentRecord,
    LessonsFile,
    MeetingRecord,
    Person,
    PrioritiesFile,
    ProvincesFile,
    PublishedFile,
    RecordType,
    ReviewRecord,
    Term,
    Topic,
)
from macros.records.blank import MARKS
from macros.records.explain import OF_RECORDS, explain
from macros.records.files import FORMS, OPTIONAL, kind_of
from macros.records.record_type import R
from macros.records.shape import Shape
from macros.records.source import SAMPLE_SITE
from macros.speed.workers import map_in_processes
from macros.text.language import Language, word

KnownIds = dict[str, KeysView[str]]
ADAPTERS: dict[str, TypeAdapter[Any]] = {pattern: TypeAdapter(form) for pattern, form in FORMS.items()}
_SINGLE_FILES = tuple(pattern for pattern in FORMS if "*" not in pattern)
_REVIEW_TYPES = tuple(each for each in TYPES if each.file.startswith("reviews/"))
_LONGEST_SHOWN = 120  # letters of a mark and what it says
_COLLECTIONS = (*REFERRED, SOURCES)
_MANY = 100  # meetings: with fewer, another process is no help
_YEAR = re.compile("[0-9]+")  # in plain digits, as addresses have them


@dataclass(frozen=True)
class Review:
    """The four files of one year's review."""

    review: ReviewRecord
    achievements: AchievementsFile
    lessons: LessonsFile
    priorities: PrioritiesFile


@dataclass
class Records:
    """Everything in `data/`, as read.

    `by_collection` holds the records of each type that is in files, by id; `records[MEETING]` are those of one type.
    `region` is the file of provinces and units as a whole, `redirects` leads from old addresses to new ones, `accepted`
    holds the reasons for which warnings are accepted, by address and rule, `addresses` holds every permanent address of
    the records, `files` every file that could be read, by its name inside the project, `outdated` the texts whose
    English was left behind, `texts` how many are in both languages in each file, named as in `translations/`,
    `originals` those of each file that have no English.
    """

    by_collection: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {each.collection: {} for each in TYPES if each.file}
    )
    region: ProvincesFile | None = None
    redirects: dict[str, str] = field(default_factory=dict)
    accepted: dict[str, dict[str, str]] = field(default_factory=dict)
    published: PublishedFile | None = None
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

    @property
    def meetings(self) -> dict[str, MeetingRecord]:
        """The meetings by id."""
        return self[MEETING]

    @property
    def documents(self) -> dict[str, DocumentRecord]:
        """The documents by id."""
        return self[DOCUMENT]

    @property
    def topics(self) -> dict[str, Topic]:
        """The topics by id."""
        return self[TOPIC]

    @property
    def people(self) -> dict[str, Person]:
        """The people by id."""
        return self[PERSON]

    @property
    def glossary(self) -> dict[str, Term]:
        """The terms by id."""
        return self[TERM]

    @property
    def corrections(self) -> dict[str, CorrectionRecord]:
        """The entries of the log of corrections by id."""
        return self[CORRECTION]

    @property
    def reviews(self) -> dict[int, Review]:
        """The reviews by year, each with its four files."""
        return {
            int(year): Review(review, self[ACHIEVEMENTS][year], self[LESSONS][year], self[PRIORITIES][year])
            for year, review in self[REVIEW].items()
        }

    def free_parsed(self) -> None:
        """Free the files of meetings, which are the many; for builds that read once only."""
        _last.clear()
        self.files = {name: file for name, file in self.files.items() if "/meetings/" not in name}


class _RecordingIds:
    """The ids of a collection, or any where no one can tell them; notes which of them are looked up."""

    def __init__(self, kind: str, ids: Collection[str] | None, looked_up: set[Named]) -> None:
        self.kind = kind
        self.ids = ids
        self.looked_up = looked_up

    def __contains__(self, id: str) -> bool:
        self.looked_up.add((self.kind, id))
        return self.ids is None or id in self.ids

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids or ())


_last: dict[str, DataFile] = {}  # the files as they were read last, for `mkdocs serve`, where one changes at a time


def forget() -> None:
    """Read everything again the next time."""
    _last.clear()


def _data_file(name: str, raw: bytes) -> DataFile:
    """A file: that of the last reading where its bytes are the same."""
    last = _last.get(name)
    return last if last is not None and last.raw == raw else DataFile(name, raw)


class Reading:
    """One reading of all of `data/`.

    Args:
        data: the folder.
        at_hand: called with each file that could be read, while it is parsed.
        side_by_side: read many meetings on every core; `at_hand` must then free their parsed YAML.

    Attributes:
        records: the records of the files without problems.
        problems: every problem of form, type and reference.
        unreadable: the names of the files of which nothing could be read.
        known: every id that a record may name, by collection.
    """

    def __init__(
        self, data: Path, at_hand: Callable[[DataFile], object] = lambda file: None, *, side_by_side: bool = False
    ) -> None:
        self.data = data
        self.records = Records()
        self.problems: list[Problem] = []
        self.unreadable: set[str] = set()
        self._at_hand = at_hand
        self._shared = Shared()
        self.known: KnownIds = {}
        if plain_files.leads_away(data, data.parent):
            self._say(Place(self._name(data)), *plain_files.LINK)
            return
        self._read_all()
        known = self.known = self._known_ids()
        records = self.records
        if side_by_side:
            self._read_side_by_side(known)
        for name in _SINGLE_FILES:
            value = self._record(name, name, known)
            if value is not None:
                self._take(name, value)
        for type in TYPES:
            if type.has_own_file:
                records[type].update(self._folder(type, known))
        for folder in sorted((self.data / "reviews").glob("*")):
            self._review(folder, known)
        for name, file in list(records.files.items()):
            self.problems.extend(file.cached(_wrong_form))
            if not file.readable:
                self.unreadable.add(name)
                del records.files[name]

    def _take(self, file: str, value: Any) -> None:
        """Put what a single file holds among the records."""
        types = [type for type in TYPES if type.file == file]
        for type in types:
            self.records[type].update(getattr(value, type.key) if type.key else value)
        if not types or types[0].key:
            setattr(self.records, "region" if types else file.removesuffix(".yml"), value)

    def _read_all(self) -> None:
        """Read every file below `data/`; anything that is no record is refused, so that nothing is silently ignored."""
        for path in sorted(self.data.rglob("*")):
            name = self._name(path)
            why = plain_files.why_refused(path, self.data.parent)
            if why and (path.is_symlink() or path.suffix == ".yml" or not path.is_dir()):
                self._say(Place(name), *why)
                self.unreadable.add(name)
            if why:
                continue
            inside = path.relative_to(self.data)
            if not kind_of(name) or path.suffix != ".yml" or stray_files.left_by_programs(path.name):
                self._say(Place(name), *stray_files.advice(path, self.data))
                self.unreadable.add(name)  # it may be a record that names others
                continue
            try:
                raw = plain_files.read(path, self.data.parent, MAXIMUM_BYTES + 1)
            except OSError as error:
                self.problems.append(unread(name, error))
                self.unreadable.add(name)
                continue
            home = stray_files.folder_by_content(raw) if inside.parts[0] in REFERRED else ""
            if home and home != inside.parts[0]:
                self._say(Place(name), *stray_files.moved(path, self.data, home))
                self.unreadable.add(name)
                continue
            self.records.files[name] = _data_file(name, raw)
        _last.clear()
        _last.update(self.records.files)

    def _read_side_by_side(self, known: KnownIds) -> None:
        """Let each core read a share of the meetings, so that no more than a look at them is left to do.

        Meetings with mistakes are read again then: where all is read in order, mistakes are noted.
        """
        files = self.records.files
        unread = [name for name, file in files.items() if "/meetings/" in name and file.record is None]
        if len(unread) < _MANY:
            return

        def read(names: Sequence[str]) -> list[tuple[str, dict[str, Any]]]:
            for name in names:
                self._record(name.split("/", 1)[1], "meetings/*.yml", known)
            return [(name, files[name].cache) for name in names if files[name].record is not None]

        for share in map_in_processes(read, unread):
            for name, cache in share:
                files[name].restore_cache(cache)

    def _known_ids(self) -> KnownIds:
        """Every id that another record may name, by kind; without the kinds of which no one can tell all ids."""
        known: KnownIds = {}
        for collection, type in REFERRED.items():
            if type.has_own_file:
                known[collection] = dict.fromkeys(path.stem for path in sorted(self.data.glob(type.file))).keys()
                continue
            file = self.records.files.get(f"{self.data.name}/{type.file}")
            ids = _ids_of_entries(file, type) if file else None
            if ids is not None:
                known[collection] = ids
        return known

    def _folder(self, type: RecordType[Any], known: KnownIds) -> Iterator[tuple[str, Any]]:
        """The records that have a file each, with their ids."""
        for path in sorted(self.data.glob(type.file)):
            if stray_files.left_by_programs(path.name):
                continue  # reported already
            if not SLUG.fullmatch(path.stem):
                right = self._right_name(path.parent.name, path)
                self._say(
                    Place(self._name(path)),
                    "Tên tệp là mã của bản ghi: chỉ dùng chữ thường a-z, số và dấu gạch nối."
                    + (f" Hãy đổi tên thành “{right}”." if right else ""),
                    "The file’s name is the record’s id: lower-case a-z, digits and hyphens only."
                    + (f" Rename it to “{right}”." if right else ""),
                )
            value = self._record(path.relative_to(self.data).as_posix(), type.file, known)
            if value is not None:
                yield path.stem, value

    def _right_name(self, folder: str, path: Path) -> str:
        """The name that a file should have; empty where its record does not say enough."""
        samples = {word(f"blank_name_{folder}", language) for language in Language} if folder in REFERRED else ()
        tidied = file_names.tidied(path.name)
        if path.name not in samples and tidied[0].isdecimal():
            return tidied
        file = self.records.files.get(self._name(path))
        id = file_names.id_by_content(folder, file.value if file else None)
        return f"{id}.yml" if id else tidied if path.name not in samples else ""

    def _review(self, folder: Path, known: KnownIds) -> None:
        if not folder.is_dir() or not _YEAR.fullmatch(folder.name):
            self._say(
                Place(self._name(folder)),
                "Mỗi tổng quan năm là một thư mục mang số năm, như reviews/2021/.",
                "A yearly review is a folder named by its year, such as reviews/2021/.",
            )
            return
        there = {*self.records.files, *self.unreadable}
        names = {type: type.file.replace("*", folder.name) for type in _REVIEW_TYPES}
        missing = [name for name in names.values() if f"{self.data.name}/{name}" not in there]
        if missing:
            first, *others = missing
            self._say_missing(f"{self.data.name}/{first}", [PurePosixPath(name).name for name in others])
        parts = {type: self._record(name, type.file, known) for type, name in names.items() if name not in missing}
        if not missing and all(part is not None for part in parts.values()):
            for type, part in parts.items():
                self.records[type][folder.name] = part

    def _record(self, inside: str, kind: str, known: KnownIds) -> Any:
        """The record in one file of a kind, or None where it has mistakes, which are noted."""
        name = f"{self.data.name}/{inside}"
        if name in self.unreadable:
            return None
        if name not in self.records.files:
            if inside not in OPTIONAL:
                self._say_missing(name)
            return None
        file = self.records.files[name]
        if not file.readable:
            return None
        file.cached(_wrong_form)
        sources = self._source_ids(name)
        record = self._valid(file, kind, known if sources is None else {**known, SOURCES: sources})
        self._at_hand(file)
        return record

    def _valid(self, file: DataFile, kind: str, known: Mapping[str, Collection[str]]) -> Any:
        """The record in a file: the one made before where all ids are still known that it names."""
        if file.record is not None:
            record, named = file.record
            if all(kind not in known or id in known[kind] for kind, id in named):
                return record
        looked_up: set[Named] = set()
        context = {each: _RecordingIds(each, known.get(each), looked_up) for each in _COLLECTIONS}
        try:
            record = self._shared(ADAPTERS[kind].validate_python(file.value, context=context))
        except ValidationError as error:
            said = {problem.place for problem in file.cached(_wrong_form)}
            shape = Shape(FORMS[kind], lambda each: self._codes(each, known, file))
            found = explain(error, file.places, shape)
            self.problems.extend(each for each in found if each.rule in OF_RECORDS or each.place not in said)
            return None
        file.record = record, tuple(looked_up)
        return record

    def codes(self) -> dict[str, Codes]:
        """Every id that a record may name, with what it is called, by collection; sources are known to each file."""
        return {kind: self._codes(kind, self.known) for kind in self.known}

    def _codes(self, kind: str, known: Mapping[str, Collection[str]], file: DataFile | None = None) -> Codes:
        """The ids of a collection with what each is called; of sources, those that the file may name."""
        ids, files = known.get(kind, ()), self.records.files
        if kind == SOURCES:
            return source_codes(ids, files.get(_home_of_sources(file.name)) if file else None)
        return record_codes(REFERRED[kind], ids, files, self.data.name)

    def _source_ids(self, name: str) -> tuple[str, ...] | None:
        """Ids of a file's sources, if all can be known; the parts of a review share those of its `review.yml`."""
        file = self.records.files.get(_home_of_sources(name))
        return file.cached(_ids_of_sources) if file else None

    def _name(self, path: Path) -> str:
        return plain_files.shown(path.relative_to(self.data.parent).as_posix())

    def _say_missing(self, name: str, others: Sequence[str] = ()) -> None:
        """Tell of a file that must be there, and of others next to it."""
        vi, en = (f"{also} {', '.join(others)}" if others else "" for also in (", và thiếu cả", ", and so are"))
        self._say(Place(name), f"Thiếu tệp này{vi}.", f"This file is missing{en}.")

    def _say(self, place: Place, vi: str, en: str) -> None:
        self.problems.append(Problem(place, vi, en))


# An id may hide in a place that has lost its form. What names ids of such a place is not checked: each would be
# reported as unknown, once for every place that names it, and the mistake itself would be lost among all that.


def _ids_of_entries(file: DataFile, type: RecordType[Any]) -> KeysView[str] | None:
    """Ids of the records of a type in the file that holds them all; None where some may be missing."""
    entries = mapping(file.value).get(type.key) if type.key else file.value
    if file.problems or not isinstance(entries, dict):
        return None
    # A field that is none may be the next entry, wrongly indented.
    fields = type.record.model_fields.keys()
    whole = all(isinstance(entry, dict) and entry.keys() <= fields for entry in entries.values())
    return entries.keys() if whole else None


def _home_of_sources(name: str) -> str:
    """The file that lists the sources of a file."""
    return f"{name.rsplit('/', 1)[0]}/review.yml" if "/reviews/" in name else name


def _ids_of_sources(file: DataFile) -> tuple[str, ...] | None:
    """Ids of the sources of a file; None where they have lost their form."""
    sources = mapping(file.value).get(SOURCES)
    if file.problems or not isinstance(sources, list):
        return None
    ids = tuple(id for source in sources if isinstance(id := mapping(source).get("id"), str))
    return ids if ids and len(set(ids)) == len(sources) else None


def _wrong_form(file: DataFile) -> list[Problem]:
    unfilled = list(_unfilled(file))
    places = {problem.place for problem in unfilled}
    return [*file.problems, *unfilled, *(each for each in _ids_used_twice(file) if each.place not in places)]


def _unfilled(file: DataFile) -> Iterator[Problem]:
    """What is left to be filled in of a blank record (`macros/records/blank.py`): a value, or the id of an entry."""
    if not any(mark.encode() in file.raw for mark in (*MARKS.values(), SAMPLE_SITE)):
        return
    for entry in file.entries:
        found = [(entry.text, entry.place)]
        if isinstance(entry.value, dict):
            found += [(key, entry.places.find_key((key,))) for key in entry.value]
        for text, place in found:
            if text.startswith(tuple(MARKS.values())) or SAMPLE_SITE in text:
                shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN].rstrip()}…"
                vi, en = f"“{shown}” là chỗ phải điền.", f"“{shown}” is to be filled in."
                if entry.key == Language.EN:
                    vi, en = (
                        f"{vi} Chưa dịch thì bỏ cả dòng `en:`.",
                        f"{en} Without a translation remove the line `en:`.",
                    )
                yield Problem(
                    place,
                    f"{vi} Hãy viết nội dung thật, hoặc xóa trường không bắt buộc mà nguồn không nêu.",
                    f"{en} Write what is the case, or remove a field that is not required and no source states.",
                    "unfilled",
                )


def _ids_used_twice(file: DataFile) -> Iterator[Problem]:
    """Statements, figures and groups of one file share a page, so their ids must differ; its sources', too."""
    seen: dict[tuple[bool, str], Place] = {}
    for id in file.id_entries():
        first = seen.setdefault((SOURCES in id.path, id.text), id.place)
        if first is not id.place:
            yield Problem(
                id.place,
                f"Mã “{id.text}” đã dùng ở dòng {first.line}. Mỗi mã chỉ dùng một lần trong tệp.",
                f"The id “{id.text}” is already used on line {first.line}. An id is used once in a file.",
            )
