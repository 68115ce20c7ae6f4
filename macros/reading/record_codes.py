"""The ids of records as codes: what each is called, from the files as they are, so that it can be told in any state."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import PurePosixPath
from typing import Any

from macros.model import DocumentType
from macros.reading.content import Sheet
from macros.yaml_files.codes import Code, Codes

Values = Mapping[str, Any]


def record_codes(kind: str, ids: Collection[str], entries: Mapping[str, Any]) -> Codes:
    """The records of a collection as codes, in the order of their ids.

    Args:
        kind: the collection: topics, documents, provinces, units, people, glossary or sources.
        ids: the ids that may be named.
        entries: what the files hold for each id; what has lost its form has no other name than its id.
    """
    name = _NAMES[kind]
    return Codes(name(id, _mapping(entries.get(id))) for id in ids)


def document_entries(sheets: Mapping[str, Sheet]) -> dict[str, Any]:
    """What the file of each document holds, by the document's id."""
    names = (name for name in sheets if name.split("/")[1:-1] == ["documents"])
    return {PurePosixPath(name).stem: sheets[name].value for name in names}


def source_entries(sources: Any) -> dict[str, Any]:
    """What a file says of each of its sources, by the source's id."""
    return {source["id"]: source for source in _list(sources) if isinstance(_mapping(source).get("id"), str)}


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
    type = next((each for each in DocumentType.codes() if each.id == values.get("type")), None)
    title = _both("", values, "title")
    if not number or number == "not-stated" or type is None:
        return Code(id, known_as or title[0] or id, known_as_en or title[1] or id, about=" ".join(title))
    names = (f"{type.vi} {number}", f"{type.en} {number}")
    return Code(id, *names, (number, f"{type.vi} số {number}", known_as, known_as_en), " ".join(title))


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
