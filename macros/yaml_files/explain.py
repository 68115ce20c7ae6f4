"""Turns what pydantic finds wrong with a record into messages an editor understands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, Protocol

from pydantic import ValidationError

from macros.yaml_files.messages import COLLECTION_NAMES, FIELDS, MESSAGES, NOT_STATED_SAID
from macros.yaml_files.missing import Wanted, missing
from macros.yaml_files.numerals import advice
from macros.yaml_files.problems import Place, Problem, nearest
from macros.yaml_files.spelling import meant, slug
from macros.yaml_files.strict_yaml import Key, Places

Path = tuple[Key, ...]

# What is said of a record as a whole. It stands where the record begins, which is where its first field begins, too.
OF_RECORDS = ("missing", "missing-fact", "nobody")
_IDS = re.compile(r"[a-z0-9-]+(, ?[a-z0-9-]+)*")
_NO_HINT = ("", "")


class Shape(Protocol):
    """What a kind of file holds, by the path to a record in it (`macros/model/shape.py`)."""

    def names(self, path: Path) -> list[str]:
        """The fields that the record may have."""

    def wanted(self, path: Path, names: Collection[str]) -> list[Wanted]:
        """What the named fields of the record mean."""

    def one_of(self, path: Path) -> list[str]:
        """The fields of which the record needs one."""


def explain(error: ValidationError, places: Places, shape: Shape) -> list[Problem]:
    """Every mistake that pydantic found, each once; all fields that one record lacks are in one message.

    Args:
        error: what pydantic raised.
        places: the places of the whole file.
        shape: what such a file holds.
    """
    items = [(_refined(each), _known_path(each["loc"], places)) for each in error.errors(include_url=False)]
    misspelled = {
        path: right
        for item, path in items
        if item["type"] == "extra_forbidden"
        and (right := meant(str(path[-1]), set(shape.names(path[:-1])) - places.inside(path[:-1]).keys.keys()))
    }
    written = {(*path[:-1], right) for path, right in misspelled.items()}
    lacking: dict[Path, list[str]] = {}
    for item, path in items:
        if item["type"] == "missing":
            names = lacking.setdefault(path, [])
            names += [item["loc"][-1]] if (*path, item["loc"][-1]) not in written else []
    values = [
        (item if path not in misspelled else {**item, "ctx": {"known": [misspelled[path]]}}, path)
        for item, path in items
        # A value of one of several forms fails once for each: with fields it is a record, and said is what that lacks.
        if path not in lacking or _is_of_key(item)
    ]
    return [
        *_of_values(values, places),
        *(_lacks(path, names, places, shape) for path, names in lacking.items() if names),
        *_without_speaker(items, written, places, shape),
    ]


def _of_values(items: list[tuple[Any, Path]], places: Places) -> Iterator[Problem]:
    """What is wrong with a value or the name of a field."""
    deeper = {path[:length] for _, path in items for length in range(len(path))}
    found: dict[tuple[Path, bool], list[tuple[int, Problem]]] = {}
    for item, path in items:
        if item["type"] == "literal_error" and path in deeper:
            continue  # the value took the other form, and what is wrong lies inside it
        place = places.find_key(path) if _is_of_key(item) else places.find(path)
        depth = sum(isinstance(part, str) and part not in path for part in item["loc"])
        found.setdefault((path, _is_of_key(item)), []).append((_rank(item["type"]) + depth, _problem(item, place)))
    # A value that may take one of several forms fails once for each form: the most telling message is for all.
    for messages in found.values():
        yield min(messages)[1]


def _lacks(path: Path, names: Collection[str], places: Places, shape: Shape) -> Problem:
    fields = shape.wanted(path, names)
    rule = "missing-fact" if len(fields) == 1 and fields[0].may_be_not_stated else "missing"
    return Problem(_place_of_record(path, places), *missing(fields), rule)


def _without_speaker(
    items: list[tuple[Any, Path]], written: Collection[Path], places: Places, shape: Shape
) -> Iterator[Problem]:
    """Records that lack all of the fields of which they need one: pydantic looks only where nothing else is wrong."""
    said = {path for item, path in items if item["type"] == "nobody"}
    records = {path[:length] for _, path in items for length in range(len(path) + 1)} - said
    for path in sorted(records, key=places.find):
        names = shape.one_of(path)
        if names and not any(name in places.inside(path).keys or (*path, name) in written for name in names):
            yield Problem(_place_of_record(path, places), *MESSAGES["nobody"], "nobody")


def _refined(item: Any) -> Any:
    """What was found, as a kind of its own where more can be said than pydantic knows."""
    kind, loc, value = item["type"], item["loc"], item.get("input")
    if kind == "literal_error" and isinstance(value, str) and slug(value) in NOT_STATED_SAID:
        return {**item, "type": "not_stated"}
    if kind in ("dict_type", "model_type") and not loc:
        return {**item, "type": "no_fields"}
    if kind in ("too_short", "too_long") and isinstance(value, str):
        return {**item, "type": f"string_{kind}"}
    return item


def _is_of_key(item: Any) -> bool:
    return bool(item["type"] == "extra_forbidden" or item["loc"][-1:] == ("[key]",))


def _place_of_record(path: Path, places: Places) -> Place:
    return places.find_key(path) if path and isinstance(path[-1], str) else places.find(path)


def _known_path(loc: tuple[Key, ...], places: Places) -> tuple[Key, ...]:
    """`loc` without the steps pydantic adds for alternatives, which do not stand in the file."""
    here: Places | None = places
    path: list[Key] = []
    for step in loc:
        if here is not None and step in here.parts:
            path.append(step)
            here = here.parts[step]
    return tuple(path)


def _rank(kind: str) -> int:
    ranks = {
        "not_stated": -10,
        "int_type": 20,
        "float_type": 15,
        "model_type": 10,
        "dict_type": 10,
        "literal_error": 30,
    }
    return ranks.get(kind, 0)


def _problem(item: Any, place: Place) -> Problem:
    kind, known, value = item["type"], item.get("ctx", {}), item.get("input")
    if kind not in MESSAGES:
        return Problem(place, f"Giá trị không hợp lệ: {item['msg']}.", f"Not valid: {item['msg']}.", "not-valid")
    vi, en = MESSAGES[kind]
    found_vi, found_en = _shown(value)
    expected = str(known.get("expected", ""))  # as pydantic writes it: 'a', 'b' or 'c'
    values = {
        **known,
        "field": item["loc"][-1] if item["loc"] else "",
        "fields": FIELDS.get(known.get("class_name"), "…"),
    }
    if kind == "unknown_id":
        names = ("vi_name", "en_name", "vi_home", "en_home")
        values.update(zip(names, COLLECTION_NAMES[known["kind"]], strict=True))
    said_vi = vi.format(**{**values, "found": found_vi, "expected": expected.replace("' or '", "' hoặc '")})
    said_en = en.format(**{**values, "found": found_en})
    hint = _hint(kind, known, value, item["loc"])
    return Problem(place, said_vi + hint[0], said_en + hint[1], kind.replace("_", "-"))


def _hint(kind: str, known: Any, value: Any, loc: tuple[Key, ...]) -> tuple[str, str]:
    """What was meant, in both languages, where that can be told from what was written."""
    match kind:
        case "extra_forbidden":
            return nearest(str(loc[-1]), known.get("known", ()))
        case "unknown_id":
            words = str(value).split()
            if len(words) > 1 and all(each in known["known"] for each in words):
                return f" Thiếu dấu phẩy: {', '.join(words)}.", f" A comma is missing: {', '.join(words)}."
            return nearest(str(value), known["known"])
        case "enum":
            expected = known["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            return nearest(known.get("meant") or str(value), expected)
        case "not_a_date":
            vi, en = known["hint"]
            return vi, en
        case "list_type" if isinstance(value, str) and _IDS.fullmatch(value):
            return f" Hãy viết [{value}].", f" Write [{value}]."
        case "int_type" | "float_type":
            return advice(str(value), whole=kind == "int_type")
        case "approximate" if known["unit"]:
            return f" Đơn vị ghi ở `unit:` ({known['unit']}).", f" The unit goes into `unit:` ({known['unit']})."
        case "bool_type" if value in ("true", "false"):
            return " Hãy bỏ dấu ngoặc kép.", " Remove the quotes."
    return _NO_HINT


def _shown(value: Any) -> tuple[str, str]:
    if value is None:
        return "giá trị trống", "nothing"
    if isinstance(value, list):
        return "một danh sách", "a list"
    if isinstance(value, dict):
        return "các trường", "fields"
    text = str(value).replace("\n", " ")
    text = f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
    return text, text
