"""Reads `data/` into records, and checks across files that every id that is named exists.

Every problem of every file is collected; nothing is raised. `loading.py` decides what is refused.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros.archive import stray_files
from macros.archive.data_files import DataFile, Named, data_file, remember
from macros.archive.file_problems import problems_of_file
from macros.archive.known_ids import REFERRED, KnownIds, ids_of_sources, known_ids, record_codes, source_codes
from macros.archive.records import Records
from macros.archive.sharing import Shared
from macros.data import plain_files
from macros.data.codes import Codes
from macros.data.decoding import MAXIMUM_BYTES
from macros.data.problems import Place, Problem
from macros.data.showing import shown
from macros.data.strict_yaml import unread
from macros.records import (
    SLUG,
    SOURCES,
    TYPES,
    RecordType,
)
from macros.records.base import NAMED
from macros.records.explain import OF_RECORDS, explain
from macros.records.files import FORMS, OPTIONAL, id_of, pattern_of
from macros.records.shape import Shape
from macros.speed.workers import map_in_processes

ADAPTERS: dict[str, TypeAdapter[Any]] = {pattern: TypeAdapter(form) for pattern, form in FORMS.items()}
_SINGLE_FILES = tuple(pattern for pattern in FORMS if "*" not in pattern)
_REVIEW_TYPES = tuple(each for each in TYPES if each.file.startswith("reviews/"))
# What holds more than the records of a type, by the attribute of `Records` that has it whole.
_WHOLE = {"provinces.yml": "region", **{name: name.removesuffix(".yml") for name in OPTIONAL}}
_MANY = 100  # meetings: with fewer, another process is no help
_YEAR = re.compile("[12][0-9]{3}")  # in plain digits and one form, as addresses have it
_REVIEW_OF_NO_YEAR = re.compile(f"/reviews/(?!{_YEAR.pattern}/)")
_NO_YEAR = (
    "Mỗi tổng quan năm là một thư mục mang số năm, như reviews/2021/.",
    "A yearly review is a folder named by its year, such as reviews/2021/.",
)


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
        self.known: KnownIds = {}
        self._at_hand = at_hand
        self._shared = Shared()
        if plain_files.leads_away(data, data.parent):
            self._refuse(data, plain_files.LINK)
            return
        self._read_files()
        self._check_folders()
        self.known = known_ids(data, self.records.files)
        if side_by_side:
            self._make_side_by_side()
        for name, file in list(self.records.files.items()):
            self._check_name(file)
            # A folder of reviews that is no year is reported as a whole.
            record = None if _REVIEW_OF_NO_YEAR.search(name) else self._record(file)
            if record is not None:
                self._take(name, record)
            self.problems.extend(file.cached(problems_of_file))
            if not file.readable:
                self.unreadable.add(name)
                del self.records.files[name]
        self._check_missing()

    def codes(self) -> dict[str, Codes]:
        """Every id that a record may name, with what it is called, by collection; sources are known to each file."""
        return {collection: self._codes(collection) for collection in self.known}

    def _read_files(self) -> None:
        """Read every file below `data/`; anything that is no record is refused, so that nothing is silently ignored."""
        for path in sorted(self.data.rglob("*")):
            if path.is_dir() and not path.is_symlink() and path.suffix != ".yml":
                continue
            name = self._name(path)
            try:
                raw = plain_files.read(path, self.data.parent, MAXIMUM_BYTES + 1)
            except plain_files.NotPlain as refused:
                self._refuse(path, refused.why)
            except OSError as error:
                self.problems.append(unread(name, error))
                self.unreadable.add(name)
            else:
                if why := stray_files.misplaced(path, self.data, raw):
                    self._refuse(path, why)
                else:
                    self.records.files[name] = data_file(name, raw)
        remember(self.records.files)

    def _check_folders(self) -> None:
        """Refuse what is not in a folder named by a year among the reviews, whatever is in it."""
        for folder in sorted((self.data / "reviews").glob("*")):
            if not (folder.is_dir() and _YEAR.fullmatch(folder.name)):
                self._refuse(folder, _NO_YEAR)
                inside = {name for name in self.records.files if name.startswith(f"{self._name(folder)}/")}
                self.unreadable |= inside
                for name in inside:
                    del self.records.files[name]

    def _refuse(self, path: Path, why: tuple[str, str]) -> None:
        """Report a file that is not read: it may be a record that names others."""
        self.problems.append(Problem(Place(self._name(path)), *why))
        self.unreadable.add(self._name(path))

    def _make_side_by_side(self) -> None:
        """Let each core make a share of the meetings' records, so that no more than a look at them is left to do.

        Meetings with mistakes are made again then: where all is read in order, mistakes are noted.
        """
        files = self.records.files
        new = [name for name, file in files.items() if "/meetings/" in name and file.record is None]
        if len(new) < _MANY:
            return

        def make(names: Sequence[str]) -> list[tuple[str, dict[str, Any]]]:
            for name in names:
                self._record(files[name])
            return [(name, files[name].cache) for name in names if files[name].record is not None]

        for share in map_in_processes(make, new):
            for name, cache in share:
                files[name].restore_cache(cache)

    def _record(self, file: DataFile) -> Any:
        """The record in a file, or None where it has mistakes, which are noted."""
        if not file.readable:
            return None
        file.cached(problems_of_file)
        record = self._made_before(file) or self._make(file)
        self._at_hand(file)
        return record

    def _made_before(self, file: DataFile) -> Any:
        """The record that was made of the file before, where all ids are still known that it names; else None."""
        record, named = file.record or (None, ())
        known = self._known_to(file)
        return record if all(collection not in known or id in known[collection] for collection, id in named) else None

    def _make(self, file: DataFile) -> Any:
        pattern, named = pattern_of(file.name), set[Named]()
        assert pattern
        try:
            context = {**self._known_to(file), NAMED: named}
            record = self._shared(ADAPTERS[pattern].validate_python(file.value, context=context))
        except ValidationError as error:
            reported = {problem.place for problem in file.cached(problems_of_file)}
            shape = Shape(FORMS[pattern], lambda collection: self._codes(collection, file))
            found = explain(error, file.places, shape)
            self.problems.extend(each for each in found if each.rule in OF_RECORDS or each.place not in reported)
            return None
        file.record = record, tuple(named)
        return record

    def _known_to(self, file: DataFile) -> Mapping[str, Collection[str]]:
        """Every id that a file may name: with its sources, if all can be known."""
        home = self._home_of_sources(file)
        sources = home.cached(ids_of_sources) if home else None
        return self.known if sources is None else {**self.known, SOURCES: sources}

    def _home_of_sources(self, file: DataFile) -> DataFile | None:
        """The file that lists the sources of a file: the parts of a review share those of its `review.yml`."""
        name = f"{file.name.rsplit('/', 1)[0]}/review.yml" if "/reviews/" in file.name else file.name
        return self.records.files.get(name)

    def _codes(self, collection: str, file: DataFile | None = None) -> Codes:
        """The ids of a collection with what each is called; of sources, those that the file may name."""
        if collection == SOURCES:
            home = self._home_of_sources(file) if file else None
            return source_codes(self._known_to(file).get(SOURCES, ()) if file else (), home)
        return record_codes(REFERRED[collection], self.known.get(collection, ()), self.records.files, self.data.name)

    def _take(self, name: str, record: Any) -> None:
        """Put what a file holds among the records."""
        pattern = pattern_of(name) or ""
        for type in (each for each in TYPES if each.file == pattern):
            if "*" in pattern:
                self.records[type][id_of(name, pattern)] = record
            else:
                self.records[type].update(getattr(record, type.key) if type.key else record)
        if pattern in _WHOLE:
            setattr(self.records, _WHOLE[pattern], record)

    def _check_name(self, file: DataFile) -> None:
        """A record that has a file of its own has its id by it."""
        path = PurePosixPath(file.name)
        type = next((each for each in TYPES if each.has_own_file and each.file == pattern_of(file.name)), None)
        if not type or SLUG.fullmatch(path.stem):
            return
        right = _right_name(file, type)
        self.problems.append(
            Problem(
                Place(file.name),
                "Tên tệp là mã của bản ghi: chỉ dùng chữ thường a-z, số và dấu gạch nối."
                + (f" Hãy đổi tên thành “{right}”." if right else ""),
                "The file’s name is the record’s id: lower-case a-z, digits and hyphens only."
                + (f" Rename it to “{right}”." if right else ""),
            )
        )

    def _check_missing(self) -> None:
        """Every review has all its files, and what has no id of its own is there."""
        self._report_missing([name for name in FORMS if "*" not in name and name not in OPTIONAL])
        for folder in sorted((self.data / "reviews").glob("*")):
            if folder.is_dir() and _YEAR.fullmatch(folder.name):
                self._report_missing([type.file.replace("*", folder.name) for type in _REVIEW_TYPES], together=True)

    def _report_missing(self, names: Sequence[str], *, together: bool = False) -> None:
        """Report which of these files are missing below `data/`: of those that belong together in one message."""
        there = {*self.records.files, *self.unreadable}
        missing = [name for name in (f"{self.data.name}/{name}" for name in names) if name not in there]
        groups = [missing] if together and missing else [[name] for name in missing]
        for first, *others in groups:
            listed = ", ".join(PurePosixPath(name).name for name in others)
            vi, en = (f"{also} {listed}" if others else "" for also in (", và thiếu cả", ", and so are"))
            self.problems.append(Problem(Place(first), f"Thiếu tệp này{vi}.", f"This file is missing{en}."))

    def _name(self, path: Path) -> str:
        return shown(path.relative_to(self.data.parent).as_posix())


def _right_name(file: DataFile, type: RecordType[Any]) -> str:
    """The name that a file should have; empty where its record does not say enough."""
    name = PurePosixPath(file.name).name
    tidied = stray_files.tidied(name)
    if name not in type.sample_file and tidied[0].isdecimal():
        return tidied
    id = type.id_by_content(file.value)
    return f"{id}.yml" if id else tidied if name not in type.sample_file else ""
