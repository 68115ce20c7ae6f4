"""Reads `data/` into records, and checks across files that every id that is named exists.

Every problem of every file is collected; nothing is raised. `loading.py` decides what is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros import records as model
from macros.archive import file_names, stray_files
from macros.archive.data_files import Named, Sheet
from macros.archive.record_codes import FILES, HOLDERS, record_codes, source_codes
from macros.archive.sharing import Shared
from macros.archive.translations import Originals, Outdated, Pair
from macros.data import plain_files
from macros.data.codes import Codes
from macros.data.explain import OF_RECORDS, explain
from macros.data.problems import Place, Problem
from macros.data.strict_yaml import MAXIMUM_BYTES, unread
from macros.records.blank import MARKS
from macros.records.files import FORMS
from macros.records.shape import Shape
from macros.records.source import SAMPLE_SITE
from macros.speed.workers import shared_out
from macros.text.language import Language, word

KnownIds = dict[str, KeysView[str]]
KINDS: dict[str, TypeAdapter[Any]] = {pattern: TypeAdapter(form) for pattern, form in FORMS.items()}
_SINGLE_FILES = tuple(pattern.removesuffix(".yml") for pattern in FORMS if "/" not in pattern)
_REVIEW_FILES = tuple(PurePosixPath(pattern).stem for pattern in FORMS if pattern.startswith("reviews/"))
_FOLDERS = tuple(pattern.split("/")[0] for pattern in FORMS if pattern.endswith("/*.yml"))
_LONGEST_SHOWN = 120  # letters of a mark and what it says
_KINDS = (*HOLDERS, *FILES, "sources")
_MANY = 100  # meetings: with fewer, another process is no help
_YEAR = re.compile("[0-9]+")  # in plain digits, as addresses have them
_MAY_BE_MISSING = {"accepted.yml", "redirects.yml", "published.yml"}


@dataclass(frozen=True)
class Review:
    """The four files of one year's review."""

    review: model.ReviewRecord
    achievements: model.AchievementsFile
    lessons: model.LessonsFile
    priorities: model.PrioritiesFile


@dataclass
class Records:
    """Everything in `data/`, as read, by id.

    `redirects` leads from old addresses to new ones, `accepted` holds the reasons for which warnings are accepted, by
    address and rule, `addresses` holds every permanent address of the records, `sheets`
    every file that could be read, by its name inside the project, `outdated` the texts whose English was left behind,
    `texts` how many are in both languages in each file, named as in `translations/`, `originals` those of each file
    that have no English.
    """

    reviews: dict[int, Review] = field(default_factory=dict)
    meetings: dict[str, model.MeetingRecord] = field(default_factory=dict)
    documents: dict[str, model.DocumentRecord] = field(default_factory=dict)
    topics: dict[str, model.Topic] = field(default_factory=dict)
    people: dict[str, model.Person] = field(default_factory=dict)
    glossary: dict[str, model.Term] = field(default_factory=dict)
    region: model.ProvincesFile | None = None
    redirects: dict[str, str] = field(default_factory=dict)
    accepted: dict[str, dict[str, str]] = field(default_factory=dict)
    corrections: dict[str, model.CorrectionRecord] = field(default_factory=dict)
    published: model.PublishedFile | None = None
    addresses: frozenset[str] = frozenset()
    sheets: dict[str, Sheet] = field(default_factory=dict)
    outdated: dict[Pair, Outdated] = field(default_factory=dict)
    texts: Counter[str] = field(default_factory=Counter)
    originals: dict[str, Originals] = field(default_factory=dict)

    def let_go(self) -> None:
        """Keep of the meetings, which are the many, the records alone: nothing will be read again."""
        _last.clear()
        self.sheets = {name: sheet for name, sheet in self.sheets.items() if "/meetings/" not in name}


class _Noting:
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


_last: dict[str, Sheet] = {}  # the files as they were read last, for `mkdocs serve`, where one changes at a time


def forget() -> None:
    """Read everything again the next time."""
    _last.clear()


def _sheet(name: str, raw: bytes) -> Sheet:
    """The sheet of a file: that of the last reading where it has stayed the same."""
    last = _last.get(name)
    return last if last is not None and last.raw == raw else Sheet(name, raw)


class Reading:
    """One reading of all of `data/`.

    Args:
        data: the folder.
        at_hand: what is to be done with each file that could be read, while all that it says is at hand.
        side_by_side: read many meetings on every core; `at_hand` must then let their sheets go.

    Attributes:
        records: the records of the files without problems.
        problems: every problem of form, type and reference.
        unreadable: the names of the files of which nothing could be read.
        known: every id that a record may name, by collection.
    """

    def __init__(
        self, data: Path, at_hand: Callable[[Sheet], object] = lambda sheet: None, *, side_by_side: bool = False
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
            value = self._record(f"{name}.yml", f"{name}.yml", known)
            if value is not None:
                setattr(records, "region" if name == "provinces" else name, value)
        records.meetings = dict(self._folder("meetings", known))
        records.documents = dict(self._folder("documents", known))
        records.corrections = dict(self._folder("corrections", known))
        for folder in sorted((self.data / "reviews").glob("*")):
            self._review(folder, known)
        for name, sheet in list(records.sheets.items()):
            self.problems.extend(sheet.once(_wrong_form))
            if not sheet.readable:
                self.unreadable.add(name)
                del records.sheets[name]

    def _read_all(self) -> None:
        """Read every file below `data/`; anything that is no record is refused, so that nothing is silently ignored."""
        single = {f"{name}.yml" for name in _SINGLE_FILES}
        reviews = {f"{name}.yml" for name in _REVIEW_FILES}
        for path in sorted(self.data.rglob("*")):
            name = self._name(path)
            why = plain_files.strange(path, self.data.parent)
            if why and (path.is_symlink() or path.suffix == ".yml" or not path.is_dir()):
                self._say(Place(name), *why)
                self.unreadable.add(name)
            if why:
                continue
            inside = path.relative_to(self.data)
            if inside.parts[:1] == ("reviews",):
                expected = len(inside.parts) == 3 and path.name in reviews
            else:
                expected = inside.as_posix() in single or (len(inside.parts) == 2 and inside.parts[0] in _FOLDERS)
            if not expected or path.suffix != ".yml" or stray_files.left_by_programs(path.name):
                self._say(Place(name), *stray_files.advice(path, self.data))
                self.unreadable.add(name)  # it may be a record that names others
                continue
            try:
                raw = plain_files.read(path, self.data.parent, MAXIMUM_BYTES + 1)
            except OSError as error:
                self.problems.append(unread(name, error))
                self.unreadable.add(name)
                continue
            home = stray_files.folder_by_content(raw) if inside.parts[0] in FILES else ""
            if home and home != inside.parts[0]:
                self._say(Place(name), *stray_files.moved(path, self.data, home))
                self.unreadable.add(name)
                continue
            self.records.sheets[name] = _sheet(name, raw)
        _last.clear()
        _last.update(self.records.sheets)

    def _read_side_by_side(self, known: KnownIds) -> None:
        """Let each core read a share of the meetings, so that no more than a look at them is left to do.

        Meetings with mistakes are read again then: where all is read in order, mistakes are noted.
        """
        sheets = self.records.sheets
        unread = [name for name, sheet in sheets.items() if "/meetings/" in name and sheet.record is None]
        if len(unread) < _MANY:
            return

        def read(names: Sequence[str]) -> list[tuple[str, dict[str, Any]]]:
            for name in names:
                self._record(name.split("/", 1)[1], "meetings/*.yml", known)
            return [(name, sheets[name].worked_out) for name in names if sheets[name].record is not None]

        for share in shared_out(read, unread):
            for name, worked_out in share:
                sheets[name].take_over(worked_out)

    def _known_ids(self) -> KnownIds:
        """Every id that another record may name, by kind; without the kinds of which no one can tell all ids."""
        files = {kind: sorted((self.data / kind).glob("*.yml")) for kind in FILES}
        known: KnownIds = {kind: dict.fromkeys(path.stem for path in paths).keys() for kind, paths in files.items()}
        for kind, (inside, key, record) in HOLDERS.items():
            sheet = self.records.sheets.get(f"{self.data.name}/{inside}")
            ids = _ids_of_entries(sheet, key, record) if sheet else None
            if ids is not None:
                known[kind] = ids
        return known

    def _folder(self, folder: str, known: KnownIds) -> Iterator[tuple[str, Any]]:
        for path in sorted((self.data / folder).glob("*.yml")):
            if stray_files.left_by_programs(path.name):
                continue  # reported already
            if not model.SLUG.fullmatch(path.stem):
                right = self._right_name(folder, path)
                self._say(
                    Place(self._name(path)),
                    "Tên tệp là mã của bản ghi: chỉ dùng chữ thường a-z, số và dấu gạch nối."
                    + (f" Hãy đổi tên thành “{right}”." if right else ""),
                    "The file’s name is the record’s id: lower-case a-z, digits and hyphens only."
                    + (f" Rename it to “{right}”." if right else ""),
                )
            value = self._record(f"{folder}/{path.name}", f"{folder}/*.yml", known)
            if value is not None:
                yield path.stem, value

    def _right_name(self, folder: str, path: Path) -> str:
        """The name that a file should have; empty where its record does not say enough."""
        samples = {word(f"blank_name_{folder}", language) for language in Language} if folder in FILES else ()
        tidied = file_names.tidied(path.name)
        if path.name not in samples and tidied[0].isdecimal():
            return tidied
        sheet = self.records.sheets.get(self._name(path))
        id = file_names.id_by_content(folder, sheet.value if sheet else None)
        return f"{id}.yml" if id else tidied if path.name not in samples else ""

    def _review(self, folder: Path, known: KnownIds) -> None:
        if not folder.is_dir() or not _YEAR.fullmatch(folder.name):
            self._say(
                Place(self._name(folder)),
                "Mỗi tổng quan năm là một thư mục mang số năm, như reviews/2021/.",
                "A yearly review is a folder named by its year, such as reviews/2021/.",
            )
            return
        there = {*self.records.sheets, *self.unreadable}
        missing = [name for name in _REVIEW_FILES if f"{self._name(folder)}/{name}.yml" not in there]
        if missing:
            first, *others = (f"{name}.yml" for name in missing)
            self._say_missing(f"{self._name(folder)}/{first}", others)
        parts = {
            name: self._record(f"reviews/{folder.name}/{name}.yml", f"reviews/*/{name}.yml", known)
            for name in _REVIEW_FILES
            if name not in missing
        }
        if len(parts) == len(_REVIEW_FILES) and all(part is not None for part in parts.values()):
            self.records.reviews[int(folder.name)] = Review(**parts)

    def _record(self, inside: str, kind: str, known: KnownIds) -> Any:
        """The record in one file of a kind, or None where it has mistakes, which are noted."""
        name = f"{self.data.name}/{inside}"
        if name in self.unreadable:
            return None
        if name not in self.records.sheets:
            if inside not in _MAY_BE_MISSING:
                self._say_missing(name)
            return None
        sheet = self.records.sheets[name]
        if not sheet.readable:
            return None
        sheet.once(_wrong_form)
        sources = self._source_ids(name)
        record = self._valid(sheet, kind, known if sources is None else {**known, "sources": sources})
        self._at_hand(sheet)
        return record

    def _valid(self, sheet: Sheet, kind: str, known: Mapping[str, Collection[str]]) -> Any:
        """The record of a sheet: the one made before where all ids are still known that it names."""
        if sheet.record is not None:
            record, named = sheet.record
            if all(kind not in known or id in known[kind] for kind, id in named):
                return record
        looked_up: set[Named] = set()
        context = {each: _Noting(each, known.get(each), looked_up) for each in _KINDS}
        try:
            record = self._shared(KINDS[kind].validate_python(sheet.value, context=context))
        except ValidationError as error:
            said = {problem.place for problem in sheet.once(_wrong_form)}
            shape = Shape(FORMS[kind], lambda each: self._codes(each, known, sheet))
            found = explain(error, sheet.places, shape)
            self.problems.extend(each for each in found if each.rule in OF_RECORDS or each.place not in said)
            return None
        sheet.record = record, tuple(looked_up)
        return record

    def codes(self) -> dict[str, Codes]:
        """Every id that a record may name, with what it is called, by collection; sources are known to each file."""
        return {kind: self._codes(kind, self.known) for kind in self.known}

    def _codes(self, kind: str, known: Mapping[str, Collection[str]], sheet: Sheet | None = None) -> Codes:
        """The ids of a collection with what each is called; of sources, those that the file of the sheet may name."""
        ids, sheets = known.get(kind, ()), self.records.sheets
        if kind == model.SOURCES:
            return source_codes(ids, sheets.get(_home_of_sources(sheet.name)) if sheet else None)
        return record_codes(kind, ids, sheets, self.data.name)

    def _source_ids(self, name: str) -> tuple[str, ...] | None:
        """Ids of a file's sources, if all can be known; the parts of a review share those of its `review.yml`."""
        sheet = self.records.sheets.get(_home_of_sources(name))
        return sheet.once(_ids_of_sources) if sheet else None

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


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _ids_of_entries(sheet: Sheet, key: str, record: type[model.Record]) -> KeysView[str] | None:
    """Ids of the entries of a list of records; None where it has lost its form."""
    entries = _mapping(sheet.value).get(key) if key else sheet.value
    if sheet.problems or not isinstance(entries, dict):
        return None
    # A field that is none may be the next entry, wrongly indented.
    whole = all(isinstance(entry, dict) and entry.keys() <= record.model_fields.keys() for entry in entries.values())
    return entries.keys() if whole else None


def _home_of_sources(name: str) -> str:
    """The file that lists the sources of a file."""
    return f"{name.rsplit('/', 1)[0]}/review.yml" if "/reviews/" in name else name


def _ids_of_sources(sheet: Sheet) -> tuple[str, ...] | None:
    """Ids of the sources of a file; None where they have lost their form."""
    sources = _mapping(sheet.value).get("sources")
    if sheet.problems or not isinstance(sources, list):
        return None
    ids = tuple(id for source in sources if isinstance(id := _mapping(source).get("id"), str))
    return ids if ids and len(set(ids)) == len(sources) else None


def _wrong_form(sheet: Sheet) -> list[Problem]:
    unfilled = list(_unfilled(sheet))
    places = {problem.place for problem in unfilled}
    return [*sheet.problems, *unfilled, *(each for each in _ids_used_twice(sheet) if each.place not in places)]


def _unfilled(sheet: Sheet) -> Iterator[Problem]:
    """What is left to be filled in of a blank record (`macros/records/blank.py`): a value, or the id of an entry."""
    if not any(mark.encode() in sheet.raw for mark in (*MARKS.values(), SAMPLE_SITE)):
        return
    for entry in sheet.entries:
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


def _ids_used_twice(sheet: Sheet) -> Iterator[Problem]:
    """Statements, figures and groups of one file share a page, so their ids must differ; its sources', too."""
    seen: dict[tuple[bool, str], Place] = {}
    for id in sheet.id_entries():
        first = seen.setdefault(("sources" in id.path, id.text), id.place)
        if first is not id.place:
            yield Problem(
                id.place,
                f"Mã “{id.text}” đã dùng ở dòng {first.line}. Mỗi mã chỉ dùng một lần trong tệp.",
                f"The id “{id.text}” is already used on line {first.line}. An id is used once in a file.",
            )
