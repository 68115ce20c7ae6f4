"""Turns what pydantic finds wrong with a record into messages an editor understands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from macros.yaml_files.messages import COLLECTION_NAMES, FIELDS, MAY_BE_NOT_STATED, MESSAGES, NOT_STATED_SAID
from macros.yaml_files.numerals import advice
from macros.yaml_files.problems import Place, Problem, nearest
from macros.yaml_files.spelling import meant, slug
from macros.yaml_files.strict_yaml import Key, Places

_IDS = re.compile(r"[a-z0-9-]+(, ?[a-z0-9-]+)*")
_NO_HINT = ("", "")


def explain(error: ValidationError, places: Places, base: tuple[Key, ...] = ()) -> list[Problem]:
    """One located message for each mistake that pydantic found.

    Args:
        error: what pydantic raised.
        places: the places of the whole file.
        base: where in the file the validated value stands.
    """
    found: dict[Place, list[tuple[int, Problem]]] = {}
    told = [_refined(item, error.title) for item in error.errors(include_url=False)]
    items = [(item, _known_path(base + item["loc"], places)) for item in _paired(told)]
    deeper = {path[:length] for _, path in items for length in range(len(path))}
    for item, path in items:
        if item["type"] == "literal_error" and path in deeper:
            continue  # the value took the other form, and what is wrong lies inside it
        place = _place(item, path, places)
        depth = sum(isinstance(part, str) and part not in path for part in item["loc"])
        found.setdefault(place, []).append((_rank(item["type"]) + depth, _problem(item, place)))
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


def _paired(items: list[Any]) -> Iterator[Any]:
    """One mistake for a field that is missing and another in its place of much the same name: a slip in the name."""
    missing: dict[tuple[Key, ...], list[str]] = {}
    for item in items:
        if item["type"].startswith("missing"):
            missing.setdefault(item["loc"][:-1], []).append(item["loc"][-1])
    pairs = {
        item["loc"]: right
        for item in items
        if item["type"] == "extra_forbidden"
        and (right := meant(str(item["loc"][-1]), missing.get(item["loc"][:-1], ())))
    }
    misspelled = {(*loc[:-1], right) for loc, right in pairs.items()}
    for item in items:
        if item["loc"] in pairs:
            yield {**item, "ctx": {"known": [pairs[item["loc"]]]}}
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
