"""Turns what pydantic finds wrong with a record into messages an editor understands."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Protocol

from pydantic import ValidationError

from macros.data import suggestions
from macros.data.codes import Codes
from macros.data.messages import COLLECTION_NAMES, MESSAGES, NOT_STATED_SAID
from macros.data.missing import Wanted, missing
from macros.data.numerals import advice
from macros.data.problems import Fix, Place, Problem
from macros.data.spelling import slug
from macros.data.strict_yaml import Key, Places
from macros.data.suggestions import Hint
from macros.data.writing import lines_of

Path = tuple[Key, ...]

# What is said of a record as a whole. It is where the record begins, which is where its first field begins, too.
_TEXT = ["vi"]  # the field with which a text begins
OF_RECORDS = ("missing", "missing-fact", "nobody")


class Shape(Protocol):
    """What may be written at a place of the value, by the way that pydantic's errors tell of it."""

    def fields(self, loc: Path) -> Codes:
        """The fields of the record there."""

    def wanted(self, loc: Path, names: Collection[str]) -> list[Wanted]:
        """What the named fields of the record there mean, in the order in which they are written."""

    def needed(self, loc: Path) -> list[str]:
        """The fields with which the record there begins: those that it must have, or the first ones."""

    def one_of(self, loc: Path) -> list[str]:
        """The fields of which the record there needs one; empty where there is no such choice."""

    def codes(self, loc: Path) -> Codes | None:
        """The codes that the field there may hold; None for free text, numbers and dates."""


def explain(error: ValidationError, places: Places, shape: Shape) -> list[Problem]:
    """Every mistake that pydantic found, each once; all fields that one record lacks are in one message.

    Args:
        error: what pydantic raised.
        places: the places of the file.
        shape: what may be written where in the file.
    """
    errors = ((each, _known_path(each["loc"], places)) for each in error.errors(include_url=False))
    items = [(_refined(each, shape.needed(path)), path) for each, path in errors]
    lacking: dict[Path, list[str]] = {}
    for item, path in items:
        if item["type"] == "missing":
            lacking.setdefault(path, []).append(item["loc"][-1])
    hints: dict[Path, Hint] = {}
    for item, path in items:
        if item["type"] == "extra_forbidden":
            around, key = path[:-1], path[-1]
            present = tuple(map(str, places.part(around).keys))
            hints[path] = suggestions.field(str(key), shape.fields(around), lacking.get(around, ()), present)
    # A field that is missing and another in its place that means it: a slip in the name, which is said alone.
    written = {(*path[:-1], each) for path, hint in hints.items() for each in hint.meant}
    values = [
        ({**item, "ctx": {"hint": hints[path]}} if path in hints else item, path)
        for item, path in items
        # A value of one of several forms fails once for each: with fields it is a record, and said is what that lacks.
        if path not in lacking or _is_of_key(item)
    ]
    deeper = {path[:length] for _, path in items for length in range(len(path))}
    return [
        *_of_values(values, deeper, places, shape),
        *_of_missing(lacking, written, places, shape),
        *_without_speaker(items, written, places, shape),
    ]


def _of_values(
    items: list[tuple[Any, Path]], deeper: Collection[Path], places: Places, shape: Shape
) -> Iterator[Problem]:
    """What is wrong with a value or the name of a field; `deeper` are the paths to values in which something is."""
    found: dict[tuple[Path, bool], list[tuple[int, Problem]]] = {}
    for item, path in items:
        if item["type"] == "literal_error" and path in deeper:
            continue  # the value took the other form, and what is wrong lies inside it
        place = places.find_key(path) if _is_of_key(item) else places.find(path)
        depth = sum(isinstance(part, str) and part not in path for part in item["loc"])
        problem = _problem(item, path, place, places.part(path), shape)
        found.setdefault((path, _is_of_key(item)), []).append((_rank(item["type"]) + depth, problem))
    # A value that may take one of several forms fails once for each form: the most telling message is for all.
    for messages in found.values():
        yield min(messages)[1]


def _of_missing(
    lacking: dict[Path, list[str]], written: Collection[Path], places: Places, shape: Shape
) -> Iterator[Problem]:
    for path, names in lacking.items():
        fields = shape.wanted(path, [name for name in names if (*path, name) not in written])
        if fields:
            rule = "missing-fact" if len(fields) == 1 and fields[0].may_be_not_stated else "missing"
            yield Problem(_place_of_record(path, places), *missing(fields), rule)


def _without_speaker(
    items: list[tuple[Any, Path]], written: Collection[Path], places: Places, shape: Shape
) -> Iterator[Problem]:
    """Records that lack all of the fields of which they need one: pydantic looks only where nothing else is wrong."""
    said = {path for item, path in items if item["type"] == "nobody"}
    places_in_records = (path[:-1] if item["type"] == "extra_forbidden" else path for item, path in items)
    records = {path[:length] for path in places_in_records for length in range(len(path) + 1)} - said
    for path in sorted(records, key=places.find):
        names = shape.one_of(path)
        if names and not any(name in places.part(path).keys or (*path, name) in written for name in names):
            yield Problem(_place_of_record(path, places), *MESSAGES["nobody"], "nobody")


def _refined(item: Any, needed: list[str]) -> Any:
    """What was found, as a kind of its own where more can be said than pydantic knows."""
    kind, loc, value = item["type"], item["loc"], item.get("input")
    if kind == "literal_error" and isinstance(value, str) and slug(value) in NOT_STATED_SAID:
        return {**item, "type": "not_stated"}
    if kind in ("dict_type", "model_type") and not loc:
        return {**item, "type": "no_fields"}
    if kind == "model_type" and isinstance(value, str) and needed == _TEXT:
        return {**item, "type": "text_without_vi"}
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
        "text_without_vi": 10,
        "dict_type": 10,
        "literal_error": 30,
    }
    return ranks.get(kind, 0)


def _problem(item: Any, path: Path, place: Place, written: Places, shape: Shape) -> Problem:
    kind, known, value = item["type"], item.get("ctx", {}), item.get("input")
    if kind not in MESSAGES:
        return Problem(place, f"Giá trị không hợp lệ: {item['msg']}.", f"Not valid: {item['msg']}.", "not-valid")
    vi, en = MESSAGES[kind]
    found_vi, found_en = _shown(value)
    values = {
        **known,
        "field": item["loc"][-1] if item["loc"] else "",
        "fields": ", ".join(f"`{name}:`" for name in shape.needed(path)) or "…",
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
    if kind == "list_type" and not hint.right:
        hint += suggestions.items(shape.needed((*path, 0)))
    fix = _fix(kind, hint, item["loc"], place, value, written)
    return Problem(place, said_vi + hint.vi, said_en + hint.en, kind.replace("_", "-"), fix=fix)


def _hint(kind: str, known: Any, value: Any, codes: Codes) -> Hint:
    """What was meant, where that can be known from what was written; else which codes there are."""
    match kind:
        case "extra_forbidden":
            hint: Hint = known["hint"]
            return hint
        case "unknown_id":
            return suggestions.reference(str(value), codes, known["kind"])
        case "enum":
            return suggestions.choice(str(value), codes)
        case "too_short" if codes.are_few and len(codes):
            return Hint(f" Các mã: {codes.listed('vi')}.", f" The ids: {codes.listed('en')}.")
        case "text_without_vi":
            line = next(lines_of("vi", value))
            return Hint(f" Hãy viết xuống dòng dưới: `{line}`.", f" Write it on the line below: `{line}`.")
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
    """What was meant in place of what was written, where that is sure and is on one line without escapes."""
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
