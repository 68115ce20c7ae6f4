"""The ids of records as codes: what each is called, from the files as they are, so that any state will do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from macros import records as model
from macros.archive.data_files import Sheet
from macros.data.codes import Code, Codes

Values = Mapping[str, Any]

# The collections whose records are a file each, named by its id.
FILES = ("documents", "meetings")
# Where the ids stand that other records name, by their kind: the file, the key in it, and the record of each id.
HOLDERS: dict[str, tuple[str, str, type[model.Record]]] = {
    "topics": ("topics.yml", "", model.Topic),
    "people": ("people.yml", "", model.Person),
    "glossary": ("glossary.yml", "", model.Term),
    "provinces": ("provinces.yml", "provinces", model.Province),
    "units": ("provinces.yml", "units", model.Unit),
}


def record_codes(kind: str, ids: Collection[str], sheets: Mapping[str, Sheet], data: str = "data") -> Codes:
    """The records of a collection as codes, in the order of their ids.

    Args:
        kind: the collection: one of `FILES` or of `HOLDERS`.
        ids: the ids that may be named.
        sheets: the files; what has lost its form there has no other name than its id.
        data: the name of the folder of all data.
    """
    if kind in FILES:
        entries: Values = {id: sheets[name].value for id in ids if (name := f"{data}/{kind}/{id}.yml") in sheets}
    else:
        inside, key, _ = HOLDERS[kind]
        name = f"{data}/{inside}"
        held = _mapping(sheets[name].value) if name in sheets else {}
        entries = _mapping(held.get(key)) if key else held
    return _named(kind, ids, entries)


def source_codes(ids: Collection[str], home: Sheet | None) -> Codes:
    """The sources that a file may name as codes; `home` is the file that lists them."""
    sources = _list(_mapping(home.value).get("sources")) if home else []
    by_id = {source["id"]: source for source in map(_mapping, sources) if isinstance(source.get("id"), str)}
    return _named(model.SOURCES, ids, by_id)


def _named(kind: str, ids: Collection[str], entries: Values) -> Codes:
    name = _NAMES[kind]
    return Codes(name(id, _mapping(entries.get(id))) for id in sorted(ids))


def _topic(id: str, values: Values) -> Code:
    return Code(id, *_both(id, values, "name"), about=" ".join(_both("", values, "scope")))


def _person(id: str, values: Values) -> Code:
    name = _text(values, "name") or id
    return Code(id, name, name)


def _term(id: str, values: Values) -> Code:
    vi, en = _both(id, values, "term")
    return Code(id, vi, en, (_text(values, "abbreviation"), *_texts(values, "forms")))


def _place(id: str, values: Values) -> Code:
    vi, en = _both(id, values, "short")
    return Code(id, vi, en, (*_both("", values, "name"), *_texts(values, "forms")))


def _document(id: str, values: Values) -> Code:
    number, (known_as, known_as_en) = _text(values, "number"), _both("", values, "known_as")
    type = next((each for each in model.DocumentType.codes() if each.id == values.get("type")), None)
    title = _both("", values, "title")
    if not number or number == "not-stated" or type is None:
        return Code(id, known_as or title[0] or id, known_as_en or title[1] or id, about=" ".join(title))
    names = (f"{type.vi} {number}", f"{type.en} {number}")
    return Code(id, *names, (number, f"{type.vi} số {number}", known_as, known_as_en), " ".join(title))


def _meeting(id: str, values: Values) -> Code:
    return Code(id, *_both(id, values, "title"))


def _source(id: str, values: Values) -> Code:
    publisher = _text(values, "publisher") or id
    return Code(id, publisher, publisher, about=_text(values, "title"))


_NAMES: dict[str, Callable[[str, Values], Code]] = {
    "topics": _topic,
    "people": _person,
    "glossary": _term,
    "provinces": _place,
    "units": _place,
    "documents": _document,
    "meetings": _meeting,
    "sources": _source,
}


def _mapping(value: Any) -> Values:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(values: Values, key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _texts(values: Values, key: str) -> tuple[str, ...]:
    return tuple(each for each in _list(values.get(key)) if isinstance(each, str))


def _both(otherwise: str, values: Values, key: str) -> tuple[str, str]:
    """A text in both languages; of one that has not been translated, the Vietnamese for both."""
    text = _mapping(values.get(key))
    vi = _text(text, "vi") or otherwise
    return vi, _text(text, "en") or vi
