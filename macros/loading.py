"""Reads `data/` into records, and checks what no single file can tell: that every id that is named exists.

Every problem of every file is collected; `load` either returns all records or raises `Refused` with all messages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from macros import model
from macros.explain import explain
from macros.problems import Place, Problem, Refused, nearest
from macros.strict_yaml import Key, Places, read

_COLLECTION_NAMES = {
    "topics": ("chủ đề", "topic", "data/topics.yml"),
    "documents": ("văn bản", "document", "data/documents/"),
    "provinces": ("tỉnh", "province", "data/provinces.yml"),
    "units": ("đơn vị từ năm 2025", "unit since 2025", "data/provinces.yml"),
    "people": ("người", "person", "data/people.yml"),
    "glossary": ("thuật ngữ", "term", "data/glossary.yml"),
    "sources": ("nguồn", "source", "`sources:` của cùng tệp / of the same file"),
}
_SINGLE_FILES: dict[str, TypeAdapter[Any]] = {
    "topics": TypeAdapter(model.TopicsFile),
    "people": TypeAdapter(model.PeopleFile),
    "glossary": TypeAdapter(model.GlossaryFile),
    "provinces": TypeAdapter(model.ProvincesFile),
}
_REVIEW_FILES: dict[str, TypeAdapter[Any]] = {
    "review": TypeAdapter(model.ReviewRecord),
    "achievements": TypeAdapter(model.AchievementsFile),
    "lessons": TypeAdapter(model.LessonsFile),
    "priorities": TypeAdapter(model.PrioritiesFile),
}
_MEETING = TypeAdapter(model.MeetingRecord)
_DOCUMENT = TypeAdapter(model.DocumentRecord)


@dataclass(frozen=True)
class Review:
    """The four files of one year's review."""

    review: model.ReviewRecord
    achievements: model.AchievementsFile
    lessons: model.LessonsFile
    priorities: model.PrioritiesFile


@dataclass
class Records:
    """Everything in `data/`, as read, by id; `places` keeps the position of every value of each file."""

    reviews: dict[int, Review] = field(default_factory=dict)
    meetings: dict[str, model.MeetingRecord] = field(default_factory=dict)
    documents: dict[str, model.DocumentRecord] = field(default_factory=dict)
    topics: dict[str, model.Topic] = field(default_factory=dict)
    people: dict[str, model.Person] = field(default_factory=dict)
    glossary: dict[str, model.Term] = field(default_factory=dict)
    region: model.ProvincesFile | None = None
    places: dict[str, Places] = field(default_factory=dict)


def load(data: Path) -> Records:
    """Read every record below `data`; raises `Refused` with all problems found."""
    return _Loader(data).load()


class _Loader:
    def __init__(self, data: Path) -> None:
        self.data = data
        self.records = Records()
        self.problems: list[Problem] = []
        self.values: dict[str, Any] = {}

    def load(self) -> Records:
        known = {f"{name}.yml" for name in _SINGLE_FILES}
        for name, adapter in _SINGLE_FILES.items():
            value = self._read(self.data / f"{name}.yml", adapter)
            if value is not None:
                setattr(self.records, "region" if name == "provinces" else name, value)
        self.records.meetings = dict(self._folder("meetings", _MEETING))
        self.records.documents = dict(self._folder("documents", _DOCUMENT))
        for folder in sorted((self.data / "reviews").glob("*")):
            self._review(folder)
        for path in sorted(self.data.rglob("*")):
            inside = path.relative_to(self.data)
            if path.is_file() and (path.suffix != ".yml" or (len(inside.parts) == 1 and path.name not in known)):
                self._say(
                    Place(self._name(path)),
                    "Không có loại bản ghi nào ở chỗ này. Tệp phải có đuôi .yml và nằm trong meetings/, documents/ hay reviews/<năm>/.",
                    "No kind of record lives here. A file must end in .yml and stand in meetings/, documents/ or reviews/<year>/.",
                )
        self._check_ids_unique()
        self._check_references()
        if self.problems:
            raise Refused(self.problems)
        return self.records

    def _review(self, folder: Path) -> None:
        if not folder.is_dir() or not folder.name.isdecimal():
            self._say(
                Place(self._name(folder)),
                "Mỗi tổng quan năm là một thư mục mang số năm, như reviews/2023/.",
                "A yearly review is a folder named by its year, such as reviews/2023/.",
            )
            return
        parts = {name: self._read(folder / f"{name}.yml", adapter) for name, adapter in _REVIEW_FILES.items()}
        if all(part is not None for part in parts.values()):
            self.records.reviews[int(folder.name)] = Review(**parts)

    def _folder(self, name: str, adapter: TypeAdapter[Any]) -> Iterator[tuple[str, Any]]:
        for path in sorted((self.data / name).glob("*.yml")):
            if not model.SLUG.fullmatch(path.stem):
                self._say(
                    Place(self._name(path)),
                    "Tên tệp là mã của bản ghi: chỉ dùng chữ thường a-z, số và dấu gạch nối.",
                    "The file’s name is the record’s id: lower-case a-z, digits and hyphens only.",
                )
            value = self._read(path, adapter)
            if value is not None:
                yield path.stem, value

    def _read(self, path: Path, adapter: TypeAdapter[Any]) -> Any:
        name = self._name(path)
        value, places, problems = read(path, name)
        self.records.places[name] = places
        self.problems.extend(problems)
        if value is None and problems:
            return None
        try:
            record = adapter.validate_python(value)
        except ValidationError as error:
            said = {problem.place for problem in problems}
            self.problems.extend(problem for problem in explain(error, places) if problem.place not in said)
            return None
        self.values[name] = record
        return record

    def _check_ids_unique(self) -> None:
        """Statements, figures, groups and sources of one file share its page, so their ids must differ."""
        for name, record in self.values.items():
            seen: dict[tuple[bool, str], Place] = {}
            for path, owner in _walk(record, ()):
                identity = getattr(owner, "id", None)
                if not isinstance(identity, str):
                    continue
                place = self.records.places[name].find((*path, "id"))
                key = (isinstance(owner, model.Source), identity)
                if key in seen:
                    self._say(
                        place,
                        f"Mã “{identity}” đã dùng ở dòng {seen[key].line}. Mỗi mã chỉ dùng một lần trong tệp.",
                        f"The id “{identity}” is already used on line {seen[key].line}. An id is used once in a file.",
                    )
                seen.setdefault(key, place)

    def _check_references(self) -> None:
        region = self.records.region
        known: dict[str, Sequence[str]] = {
            "topics": list(self.records.topics),
            "documents": sorted(path.stem for path in (self.data / "documents").glob("*.yml")),
            "provinces": list(region.provinces) if region else [],
            "units": list(region.units) if region else [],
            "people": list(self.records.people),
            "glossary": list(self.records.glossary),
        }
        for name, record in self.values.items():
            sources = [source.id for source in self._sources_of(name, record)]
            for path, kind, value in _references(record):
                ids = sources if kind == "sources" else known[kind]
                if value in ids or (not ids and kind != "sources"):
                    continue
                vi_name, en_name, home = _COLLECTION_NAMES[kind]
                vi_hint, en_hint = nearest(value, ids)
                self._say(
                    self.records.places[name].find(path),
                    f"Không có {vi_name} nào mang mã “{value}”. Cần một mã trong {home}.{vi_hint}",
                    f"There is no {en_name} with the id “{value}”. Expected an id from {home}.{en_hint}",
                )

    def _sources_of(self, name: str, record: Any) -> list[model.Source]:
        """A file's own sources; the parts of a review share those of its `review.yml`."""
        if hasattr(record, "sources"):
            return list(record.sources)
        shared = self.values.get(f"{name.rsplit('/', 1)[0]}/review.yml")
        return list(shared.sources) if shared else []

    def _name(self, path: Path) -> str:
        return path.relative_to(self.data.parent).as_posix()

    def _say(self, place: Place, vi: str, en: str) -> None:
        self.problems.append(Problem(place, vi, en))


def _walk(value: Any, path: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], BaseModel]]:
    """Every record inside `value`, with its path in the file."""
    if isinstance(value, BaseModel):
        yield path, value
        for name in type(value).model_fields:
            yield from _walk(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _walk(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _walk(part, (*path, index))


def _references(record: Any) -> Iterator[tuple[tuple[Key, ...], str, str]]:
    """Every id of another record named in `record`: its path, the collection it points to, the id."""
    for path, owner in _walk(record, ()):
        for name, info in type(owner).model_fields.items():
            kind = _reference_kind(info.annotation, info.metadata)
            if kind is None:
                continue
            value = getattr(owner, name)
            if isinstance(value, str):
                yield (*path, name), kind, value
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    yield (*path, name, index), kind, item


def _reference_kind(annotation: Any, metadata: Sequence[Any] = ()) -> str | None:
    for item in metadata:
        if isinstance(item, model.Ref):
            return item.kind
    if get_origin(annotation) is Annotated:
        base, *extra = get_args(annotation)
        return _reference_kind(base, extra)
    if get_origin(annotation) in (Union, UnionType, list):
        for part in get_args(annotation):
            kind = _reference_kind(part)
            if kind:
                return kind
    return None
