"""Reads `data/` into records, and checks across files that every id that is named exists.

Every problem of every file is collected; nothing is raised. `loading.py` decides what is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, KeysView
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros import model, plain_files
from macros.explain import explain
from macros.problems import Place, Problem
from macros.strict_yaml import Key, Places, read
from macros.translations import Outdated, Pair, Translation

KnownIds = dict[str, KeysView[str]]
_SINGLE_FILES: dict[str, TypeAdapter[Any]] = {
    "topics": TypeAdapter(model.TopicsFile),
    "people": TypeAdapter(model.PeopleFile),
    "glossary": TypeAdapter(model.GlossaryFile),
    "provinces": TypeAdapter(model.ProvincesFile),
    "redirects": TypeAdapter(model.RedirectsFile),
    "published": TypeAdapter(model.PublishedFile),
}
_MAY_BE_MISSING = {"redirects.yml", "published.yml"}
_REVIEW_FILES: dict[str, TypeAdapter[Any]] = {
    "review": TypeAdapter(model.ReviewRecord),
    "achievements": TypeAdapter(model.AchievementsFile),
    "lessons": TypeAdapter(model.LessonsFile),
    "priorities": TypeAdapter(model.PrioritiesFile),
}
_FOLDERS: dict[str, TypeAdapter[Any]] = {
    "meetings": TypeAdapter(model.MeetingRecord),
    "documents": TypeAdapter(model.DocumentRecord),
    "corrections": TypeAdapter(model.CorrectionRecord),
}
# Every kind of file, by the pattern of its name below `data/`.
KINDS: dict[str, TypeAdapter[Any]] = {
    **{f"{folder}/*.yml": adapter for folder, adapter in _FOLDERS.items()},
    **{f"reviews/*/{name}.yml": adapter for name, adapter in _REVIEW_FILES.items()},
    **{f"{name}.yml": adapter for name, adapter in _SINGLE_FILES.items()},
}


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

    `redirects` leads from old addresses to new ones, `addresses` holds every permanent address of the records, `places`
    keeps the position of every value of each file, `translations` every text, `outdated` those whose English was left
    behind.
    """

    reviews: dict[int, Review] = field(default_factory=dict)
    meetings: dict[str, model.MeetingRecord] = field(default_factory=dict)
    documents: dict[str, model.DocumentRecord] = field(default_factory=dict)
    topics: dict[str, model.Topic] = field(default_factory=dict)
    people: dict[str, model.Person] = field(default_factory=dict)
    glossary: dict[str, model.Term] = field(default_factory=dict)
    region: model.ProvincesFile | None = None
    redirects: dict[str, str] = field(default_factory=dict)
    corrections: dict[str, model.CorrectionRecord] = field(default_factory=dict)
    published: model.PublishedFile | None = None
    addresses: frozenset[str] = frozenset()
    places: dict[str, Places] = field(default_factory=dict)
    translations: list[Translation] = field(default_factory=list)
    outdated: dict[Pair, Outdated] = field(default_factory=dict)


class Reading:
    """One reading of all of `data/`.

    Attributes:
        records: the records of the files without problems.
        problems: every problem of form, type and reference.
        raw: what each readable file holds, faulty or not, by its name inside the project.
        unreadable: the names of the files of which nothing could be read.
        known: every id that a record may name, by collection.
    """

    def __init__(self, data: Path) -> None:
        self.data = data
        self.records = Records()
        self.problems: list[Problem] = []
        self.raw: dict[str, Any] = {}
        self.unreadable: set[str] = set()
        self._read_all()
        self._check_ids_unique()
        known = self.known = self._known_ids()
        records = self.records
        for name, adapter in _SINGLE_FILES.items():
            value = self._record(f"{name}.yml", adapter, known)
            if value is not None:
                setattr(records, "region" if name == "provinces" else name, value)
        records.meetings = dict(self._folder("meetings", known))
        records.documents = dict(self._folder("documents", known))
        records.corrections = dict(self._folder("corrections", known))
        for folder in sorted((self.data / "reviews").glob("*")):
            self._review(folder, known)

    def _read_all(self) -> None:
        """Read every file below `data/`; anything that is no record is refused, so that nothing is silently ignored."""
        single = {f"{name}.yml" for name in _SINGLE_FILES}
        reviews = {f"{name}.yml" for name in _REVIEW_FILES}
        for path in sorted(self.data.rglob("*")):
            name = self._name(path)
            why = plain_files.strange(path, self.data)
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
            if not expected or path.suffix != ".yml":
                self._say(
                    Place(name),
                    "Không có loại bản ghi nào ở chỗ này. Cần tệp .yml trong meetings/, documents/ hay reviews/<năm>/.",
                    "No kind of record lives here. Expected a .yml file in meetings/, documents/ or reviews/<year>/.",
                )
                continue
            value, self.records.places[name], problems = read(path, name)
            self.problems.extend(problems)
            if value is None:
                self.unreadable.add(name)
            else:
                self.raw[name] = value

    def _known_ids(self) -> KnownIds:
        """Every id that another record may name, read off the files as they are, faulty or not."""
        region = self._mapping("provinces.yml")
        return {
            "topics": self._mapping("topics.yml").keys(),
            "people": self._mapping("people.yml").keys(),
            "glossary": self._mapping("glossary.yml").keys(),
            "provinces": _mapping(region.get("provinces")).keys(),
            "units": _mapping(region.get("units")).keys(),
            "documents": dict.fromkeys(path.stem for path in sorted((self.data / "documents").glob("*.yml"))).keys(),
        }

    def _check_ids_unique(self) -> None:
        """Statements, figures and groups of one file share a page, so their ids must differ; its sources', too."""
        for name, value in self.raw.items():
            seen: dict[tuple[bool, str], Place] = {}
            for path, identity in _ids(value, ()):
                place = self.records.places[name].find(path)
                key = ("sources" in path, identity)
                if key in seen:
                    self._say(
                        place,
                        f"Mã “{identity}” đã dùng ở dòng {seen[key].line}. Mỗi mã chỉ dùng một lần trong tệp.",
                        f"The id “{identity}” is already used on line {seen[key].line}. An id is used once in a file.",
                    )
                seen.setdefault(key, place)

    def _folder(self, folder: str, known: KnownIds) -> Iterator[tuple[str, Any]]:
        for path in sorted((self.data / folder).glob("*.yml")):
            if not model.SLUG.fullmatch(path.stem):
                self._say(
                    Place(self._name(path)),
                    "Tên tệp là mã của bản ghi: chỉ dùng chữ thường a-z, số và dấu gạch nối.",
                    "The file’s name is the record’s id: lower-case a-z, digits and hyphens only.",
                )
            value = self._record(f"{folder}/{path.name}", _FOLDERS[folder], known)
            if value is not None:
                yield path.stem, value

    def _review(self, folder: Path, known: KnownIds) -> None:
        if not folder.is_dir() or not folder.name.isdecimal():
            self._say(
                Place(self._name(folder)),
                "Mỗi tổng quan năm là một thư mục mang số năm, như reviews/2023/.",
                "A yearly review is a folder named by its year, such as reviews/2023/.",
            )
            return
        parts = {
            name: self._record(f"reviews/{folder.name}/{name}.yml", adapter, known)
            for name, adapter in _REVIEW_FILES.items()
        }
        if all(part is not None for part in parts.values()):
            self.records.reviews[int(folder.name)] = Review(**parts)

    def _record(self, inside: str, adapter: TypeAdapter[Any], known: KnownIds) -> Any:
        """The record in one file, or None where it has mistakes, which are noted."""
        name = f"{self.data.name}/{inside}"
        if name in self.unreadable:
            return None
        if name not in self.raw:
            if inside not in _MAY_BE_MISSING:
                self._say(Place(name), "Thiếu tệp này.", "This file is missing.")
            return None
        places = self.records.places[name]
        try:
            return adapter.validate_python(self.raw[name], context={**known, "sources": self._source_ids(name)})
        except ValidationError as error:
            said = {problem.place for problem in self.problems}
            self.problems.extend(problem for problem in explain(error, places) if problem.place not in said)
            return None

    def _source_ids(self, name: str) -> list[str]:
        """Ids of a file's own sources; the parts of a review share those of its `review.yml`."""
        value = _mapping(self.raw[name])
        if "sources" not in value and "/reviews/" in name:
            value = _mapping(self.raw.get(f"{name.rsplit('/', 1)[0]}/review.yml"))
        sources = value.get("sources")
        return [str(_mapping(source).get("id")) for source in sources] if isinstance(sources, list) else []

    def _mapping(self, inside: str) -> dict[str, Any]:
        return _mapping(self.raw.get(f"{self.data.name}/{inside}"))

    def _name(self, path: Path) -> str:
        return plain_files.shown(path.relative_to(self.data.parent).as_posix())

    def _say(self, place: Place, vi: str, en: str) -> None:
        self.problems.append(Problem(place, vi, en))


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _ids(value: Any, path: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Every `id:` inside `value`, with its path in the file."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield (*path, "id"), value["id"]
        for key, part in value.items():
            yield from _ids(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _ids(part, (*path, index))
