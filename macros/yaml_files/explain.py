"""Turns what pydantic finds wrong with a record into messages an editor understands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from pydantic import ValidationError

from macros.yaml_files import suggestions
from macros.yaml_files.codes import Codes
from macros.yaml_files.messages import COLLECTION_NAMES, FIELDS, MAY_BE_NOT_STATED, MESSAGES, NOT_STATED_SAID
from macros.yaml_files.numerals import advice
from macros.yaml_files.problems import Fix, Place, Problem
from macros.yaml_files.spelling import slug
from macros.yaml_files.strict_yaml import Key, Places
from macros.yaml_files.suggestions import Hint


class Shape(Protocol):
    """What may be written at a place of the value, by the way that pydantic's errors tell of it."""

    def fields(self, loc: tuple[Key, ...]) -> Codes:
        """The fields of the record there."""

    def codes(self, loc: tuple[Key, ...]) -> Codes | None:
        """The codes that the field there may hold; None for free text, numbers and dates."""


def explain(error: ValidationError, places: Places, shape: Shape) -> list[Problem]:
    """One located message for each mistake that pydantic found.

    Args:
        error: what pydantic raised.
        places: the places of the file.
        shape: what may be written where in the file.
    """
    found: dict[Place, list[tuple[int, Problem]]] = {}
    told = [_refined(item, error.title) for item in error.errors(include_url=False)]
    items = [(item, _known_path(item["loc"], places)) for item in _paired(told, places, shape)]
    deeper = {path[:length] for _, path in items for length in range(len(path))}
    for item, path in items:
        if item["type"] == "literal_error" and path in deeper:
            continue  # the value took the other form, and what is wrong lies inside it
        place = _place(item, path, places)
        depth = sum(isinstance(part, str) and part not in path for part in item["loc"])
        found.setdefault(place, []).append(
            (_rank(item["type"]) + depth, _problem(item, place, places.part(path), shape))
        )
    # A value that may take one of several forms fails once for each form: the most telling message stands for all.
    return [min(messages)[1] for messages in found.values()]


def _refined(item: Any, record: str) -> Any:
    """What was found, as a kind of its own where more can be said than pydantic knows."""
    kind, loc, value = item["type"], item["loc"], item.get("input")
    if kind == "missing":
        around = next((part for part in reversed(loc[:-1]) if isinstance(part, str)), record)
        if loc[-1] in MAY_BE_NOT_STATED.get(around, ()):
            return {**item, "type": "missing_fact"}
    if kind == "literal_error" and isinstance(value, str) and slug(value) in NOT_STATED_SAID:
        return {**item, "type": "not_stated"}
    if kind in ("dict_type", "model_type") and not loc:
        return {**item, "type": "no_fields"}
    if kind in ("too_short", "too_long") and isinstance(value, str):
        return {**item, "type": f"string_{kind}"}
    return item


def _paired(items: list[Any], places: Places, shape: Shape) -> Iterator[Any]:
    """One mistake for a field that is missing and another in its place that means it: a slip in the name."""
    missing: dict[tuple[Key, ...], list[str]] = {}
    for item in items:
        if item["type"].startswith("missing"):
            missing.setdefault(item["loc"][:-1], []).append(item["loc"][-1])
    hints: dict[tuple[Key, ...], Hint] = {}
    for item in items:
        if item["type"] == "extra_forbidden":
            *around, key = item["loc"]
            present = places.part(_known_path(tuple(around), places)).parts
            hints[item["loc"]] = suggestions.field(
                str(key), shape.fields(tuple(around)), missing.get(tuple(around), ()), tuple(map(str, present))
            )
    misspelled = {(*loc[:-1], each) for loc, hint in hints.items() for each in hint.meant}
    for item in items:
        if item["loc"] in hints:
            yield {**item, "ctx": {"hint": hints[item["loc"]]}}
        elif item["loc"] not in misspelled:
            yield item


def _known_path(loc: tuple[Key, ...], places: Places) -> tuple[Key, ...]:
    """`loc` without the steps pydantic adds for alternatives, which do not stand in the file."""
    here: Places | None = places
    path: list[Key] = []
    for step in loc:
        if here is not None and step in here.parts:
            path.append(step)
            here = here.parts[step]
    return tuple(path)


def _place(item: Any, path: tuple[Key, ...], places: Places) -> Place:
    if item["type"] == "extra_forbidden" or item["loc"][-1:] == ("[key]",):
        return places.find_key(path)
    if item["type"].startswith("missing") and path and isinstance(path[-1], str):
        return places.find_key(path)
    return places.find(path)


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


def _problem(item: Any, place: Place, written: Places, shape: Shape) -> Problem:
    kind, known, value = item["type"], item.get("ctx", {}), item.get("input")
    if kind not in MESSAGES:
        return Problem(place, f"Giá trị không hợp lệ: {item['msg']}.", f"Not valid: {item['msg']}.", "not-valid")
    vi, en = MESSAGES[kind]
    found_vi, found_en = _shown(value)
    values = {
        **known,
        "field": item["loc"][-1] if item["loc"] else "",
        "fields": FIELDS.get(known.get("class_name"), "…"),
    }
    if kind == "unknown_id":
        names = ("vi_name", "en_name", "vi_home", "en_home")
        values.update(zip(names, COLLECTION_NAMES[known["kind"]], strict=True))
    codes = shape.codes(item["loc"])
    if codes is None:
        codes = Codes()
    expected = str(known.get("expected", ""))  # as pydantic writes it: 'a', 'b' or 'c'
    expected_vi, expected_en = expected.replace("' or '", "' hoặc '"), expected
    if kind == "enum":
        expected_vi, expected_en = codes.listed("vi"), codes.listed("en")
    said_vi = vi.format(**{**values, "found": found_vi, "expected": expected_vi})
    said_en = en.format(**{**values, "found": found_en, "expected": expected_en})
    hint = _hint(kind, known, value, codes)
    fix = _fix(kind, hint, item["loc"], place, value, written)
    return Problem(place, said_vi + hint.vi, said_en + hint.en, kind.replace("_", "-"), fix=fix)


def _hint(kind: str, known: Any, value: Any, codes: Codes) -> Hint:
    """What was meant, where that can be told from what was written; else which codes there are."""
    match kind:
        case "extra_forbidden":
            hint: Hint = known["hint"]
            return hint
        case "unknown_id":
            return suggestions.reference(str(value), codes, known["kind"])
        case "enum":
            return suggestions.choice(str(value), codes)
        case "missing":
            return suggestions.possible(codes)
        case "not_a_date":
            return Hint(*known["hint"])
        case "list_type" if isinstance(value, str):
            return suggestions.list_of(value, codes)
        case "int_type" | "float_type":
            return Hint(*advice(str(value), whole=kind == "int_type"))
        case "approximate" if known["unit"]:
            return Hint(f" Đơn vị ghi ở `unit:` ({known['unit']}).", f" The unit goes into `unit:` ({known['unit']}).")
        case "bool_type" if value in ("true", "false"):
            return Hint(" Hãy bỏ dấu ngoặc kép.", " Remove the quotes.")
        case "bool_type":
            return suggestions.choice(str(value), codes)
    return Hint()


def _fix(kind: str, hint: Hint, loc: tuple[Key, ...], place: Place, value: Any, written: Places) -> Fix | None:
    """What was meant in place of what was written, where that is sure and stands on one line without escapes."""
    if not hint.right:
        return None
    if kind == "extra_forbidden":
        return Fix(place, len(str(loc[-1])), hint.right)
    in_quotes = written.characters != written.at
    if not isinstance(value, str) or written.characters is None or (in_quotes and kind in ("list_type", "bool_type")):
        return None
    return Fix(written.characters, len(value), hint.right)


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
