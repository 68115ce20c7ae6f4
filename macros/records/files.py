"""The files of `data/`: what each holds, and what the model says of a value at a place in one."""

from collections.abc import Hashable, Iterable
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, TypeVar

from macros.records import (
    TYPES,
    AcceptedFile,
    AdditionsFile,
    ProvincesFile,
    PublishedFile,
    Reach,
    Record,
    RecordType,
    RedirectsFile,
    Slug,
    ThesaurusFile,
)
from macros.records.walk import Field, Loc, fields_at, records_at

Mark = TypeVar("Mark", bound=Hashable)


def _form(type: RecordType[Any]) -> Any:
    """What a file with records of the type holds: one of them, or all by id."""
    return type.record if "*" in type.file else dict[Slug, type.record]  # type: ignore[name-defined]


# The files that may be missing, and hold no records.
OPTIONAL: dict[str, Any] = {
    "redirects.yml": RedirectsFile,
    "accepted.yml": AcceptedFile,
    "published.yml": PublishedFile,
    "thesaurus.yml": ThesaurusFile,
    "additions.yml": AdditionsFile,
    "reach.yml": Reach,
}
# What every file holds, by the pattern of its name below `data/`.
FORMS: dict[str, Any] = {
    **{each.file: _form(each) for each in TYPES if each.file},
    "provinces.yml": ProvincesFile,
    **OPTIONAL,
}


@lru_cache(maxsize=1024)
def pattern_of(name: str) -> str | None:
    """The pattern of a data file, by its name such as `data/meetings/2022-06-29.yml`; None for what is no record."""
    path = PurePosixPath(*PurePosixPath(name).parts[1:])
    return next((each for each in FORMS if path.match(each) and len(path.parts) == each.count("/") + 1), None)


def id_of(name: str, pattern: str) -> str:
    """The id of the record in a data file: what its name has where its pattern has the star."""
    before, _, after = pattern.partition("*")
    return name.split("/", 1)[-1].removeprefix(before).removesuffix(after)


def record_at(name: str, path: Loc, keys: Iterable[str]) -> type[Record] | None:
    """The record that is at a place of a file, by the keys that are written there; None where some fit none.

    Args:
        name: the file's name, such as `data/meetings/2022-06-29.yml`.
        path: where in the file.
        keys: the keys.
    """
    kind, written = pattern_of(name), set(keys)
    found = records_at(FORMS[kind], path) if kind else []
    return next((each for each in found if written <= each.model_fields.keys()), None)


def field_at(name: str, path: Loc) -> Field | None:
    """The field of which a place of a file is one, or an item of it; None where the model has none there.

    Args:
        name: the file's name, such as `data/meetings/2022-06-29.yml`.
        path: where in the file.
    """
    kind = pattern_of(name)
    # The items of a list are all the same.
    return _field(kind, tuple([0 if isinstance(step, int) else step for step in path])) if kind and path else None


@lru_cache(maxsize=4096)
def _field(kind: str, path: Loc) -> Field | None:
    return next(iter(fields_at(FORMS[kind], path)), None)


def marked(name: str, path: Loc, mark: type[Mark]) -> Mark | None:
    """The mark of this class that the model gives to the field at a place of a file; None where it gives none.

    Args:
        name: the file's name, such as `data/meetings/2022-06-29.yml`.
        path: where in the file.
        mark: a class of marks, such as `Address`.
    """
    field = field_at(name, path)
    return field.mark(mark) if field else None
