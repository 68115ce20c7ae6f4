"""Turns what pydantic finds wrong with a record into messages an editor understands."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from macros.yaml_files.problems import Place, Problem, nearest
from macros.yaml_files.strict_yaml import Key, Places

_COLLECTION_NAMES = {
    "topics": ("chủ đề", "topic", "data/topics.yml", "data/topics.yml"),
    "documents": ("văn bản", "document", "data/documents/", "data/documents/"),
    "provinces": ("tỉnh", "province", "data/provinces.yml", "data/provinces.yml"),
    "units": ("đơn vị từ năm 2025", "unit since 2025", "data/provinces.yml", "data/provinces.yml"),
    "people": ("người", "person", "data/people.yml", "data/people.yml"),
    "glossary": ("thuật ngữ", "term", "data/glossary.yml", "data/glossary.yml"),
    "sources": ("nguồn", "source", "phần `sources:` của tệp", "the file’s `sources:`"),
}
# A kind of mistake: what was found and what is expected, Vietnamese and English; `{…}` are filled from the error.
_MESSAGES: dict[str, tuple[str, str]] = {
    "unknown_id": (
        "Không có {vi_name} nào mang mã {found}. Cần một mã trong {vi_home}.",
        "There is no {en_name} with the id {found}. Expected an id from {en_home}.",
    ),
    "missing": (
        "Thiếu “{field}”. Nếu nguồn không nêu, hãy viết `not-stated` khi trường này cho phép.",
        "“{field}” is missing. If no source states it, write `not-stated` where the field allows it.",
    ),
    "extra_forbidden": ("Không có trường nào tên “{field}”.", "There is no field called “{field}”."),
    "string_type": (
        "Tìm thấy {found}, cần chữ. Nếu là chữ hoặc số viết như chữ, hãy đặt trong dấu ngoặc kép.",
        "Found {found}, expected text. If it is text or a number used as text, put it in quotes.",
    ),
    "string_too_short": ("Chữ để trống, cần nội dung.", "The text is empty; expected some content."),
    "string_too_long": (
        "Chữ dài hơn {max_length} ký tự. Hãy chia thành nhiều phát biểu ngắn.",
        "The text is longer than {max_length} characters. Split it into short statements.",
    ),
    "string_pattern_mismatch": (
        "Mã {found} không hợp lệ. Cần chữ thường không dấu a-z, số và dấu gạch nối, như `ket-nap-2023`.",
        "The id {found} is not valid. Expected lower-case a-z, digits and hyphens, such as `members-2023`.",
    ),
    "enum": (
        "{found} không phải giá trị dùng được. Cần một trong: {expected}.",
        "{found} is not a known value. Expected one of: {expected}.",
    ),
    "literal_error": ("Tìm thấy {found}, cần {expected}.", "Found {found}, expected {expected}."),
    "list_type": (
        "Tìm thấy {found}, cần một danh sách: [a, b] hoặc mỗi mục một dòng bắt đầu bằng dấu gạch.",
        "Found {found}, expected a list: [a, b] or one item a line, each after a dash.",
    ),
    "too_short": ("Danh sách trống, cần ít nhất một mục.", "The list is empty; expected at least one item."),
    "dict_type": ("Tìm thấy {found}, cần các khóa thụt vào ở dưới.", "Found {found}, expected keys indented below."),
    "model_type": (
        "Tìm thấy {found}, cần các trường thụt vào ở dưới (ví dụ `vi:` và `en:`).",
        "Found {found}, expected fields indented below (for example `vi:` and `en:`).",
    ),
    "int_type": (
        "Tìm thấy {found}, cần số nguyên không có dấu ngăn cách, như 20739.",
        "Found {found}, expected a whole number without separators, such as 20739.",
    ),
    "float_type": (
        "Tìm thấy {found}, cần một số, như 20739 hoặc 98.5.",
        "Found {found}, expected a number, such as 20739 or 98.5.",
    ),
    "bool_type": ("Tìm thấy {found}, cần `true` hoặc `false`.", "Found {found}, expected `true` or `false`."),
    "thousands": (
        "Số {found} có ba chữ số sau dấu chấm. Nếu là hàng nghìn, hãy viết liền: {joined}.",
        "The number {found} has three digits after the point. If they are thousands, write it without: {joined}.",
    ),
    "greater_than_equal": ("Số {found} nhỏ hơn {ge}.", "The number {found} is below {ge}."),
    "not_a_date": (
        "{found} không phải ngày. Cần một trong các dạng: {forms}.",
        "{found} is not a date. Expected one of: {forms}.",
    ),
    "not_an_address": (
        "{found} không phải địa chỉ web. Cần địa chỉ đầy đủ bắt đầu bằng https:// hoặc http://, hoặc `not-stated`.",
        "{found} is not a web address. Expected a full address beginning with https:// or http://, or `not-stated`.",
    ),
    "not_permanent": (
        "{found} không phải địa chỉ của một trang hay một mục trong kho. Cần dạng `meetings/2022-06-29/` hoặc "
        "`meetings/2022-06-29/#careful-and-rigorous`: không có tên miền, không có `en/` ở đầu.",
        "{found} is not the address of a page or an entry of the archive. Expected the form `meetings/2022-06-29/` or "
        "`meetings/2022-06-29/#careful-and-rigorous`: without a domain, without `en/` before it.",
    ),
    "no_archive": (
        "Bản lưu không thể là {found}. Nếu không có bản lưu, hãy bỏ dòng này.",
        "An archived copy cannot be {found}. Where there is none, leave the line out.",
    ),
    "nobody": (
        "Kết luận thiếu người nói. Cần `by: mã-người` hoặc `by_office:` (chức vụ, cơ quan).",
        "The conclusion has no speaker. Expected `by: person-id` or `by_office:` (an office or body).",
    ),
}


def explain(error: ValidationError, places: Places, base: tuple[Key, ...] = ()) -> list[Problem]:
    """One located message for each mistake that pydantic found.

    Args:
        error: what pydantic raised.
        places: the places of the whole file.
        base: where in the file the validated value stands.
    """
    found: dict[Place, list[tuple[int, Problem]]] = {}
    items = [(item, _known_path(base + item["loc"], places)) for item in error.errors(include_url=False)]
    deeper = {path[:length] for _, path in items for length in range(len(path))}
    for item, path in items:
        if item["type"] == "literal_error" and path in deeper:
            continue  # the value took the other form, and what is wrong lies inside it
        place = _place(item, path, places)
        depth = sum(isinstance(part, str) and part not in path for part in item["loc"])
        found.setdefault(place, []).append((_rank(item["type"]) + depth, _problem(item, place)))
    # A value that may take one of several forms fails once for each form: the most telling message stands for all.
    return [min(messages)[1] for messages in found.values()]


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
    if item["type"] == "missing" and path and isinstance(path[-1], str):
        return places.find_key(path)
    return places.find(path)


def _rank(kind: str) -> int:
    return {"literal_error": 30, "model_type": 10, "float_type": 20, "dict_type": 10}.get(kind, 0)


def _problem(item: Any, place: Place) -> Problem:
    kind = item["type"]
    if kind in ("too_short", "too_long") and isinstance(item.get("input"), str):
        kind = f"string_{kind}"
    if kind not in _MESSAGES:
        return Problem(place, f"Giá trị không hợp lệ: {item['msg']}.", f"Not valid: {item['msg']}.", "not-valid")
    loc = item["loc"]
    known = item.get("ctx", {})
    values = {**known, "field": loc[-1] if loc else "", "found": _shown(item.get("input"))}
    vi, en = _MESSAGES[kind]
    if kind == "unknown_id":
        names = ("vi_name", "en_name", "vi_home", "en_home")
        values.update(zip(names, _COLLECTION_NAMES[known["kind"]], strict=True))
    expected = str(known.get("expected", ""))  # as pydantic writes it: 'a', 'b' or 'c'
    hint = nearest(str(item.get("input")), known.get("known", ()))
    if kind == "enum":
        hint = nearest(str(item.get("input")), expected.replace("'", "").replace(" or ", ", ").split(", "))
    said_vi = vi.format(**{**values, "expected": expected.replace("' or '", "' hoặc '")})
    return Problem(place, said_vi + hint[0], en.format(**values) + hint[1], kind.replace("_", "-"))


def _shown(value: Any) -> str:
    if value is None:
        return "giá trị trống / nothing"
    if isinstance(value, list):
        return "một danh sách / a list"
    if isinstance(value, dict):
        return "các trường / fields"
    text = str(value).replace("\n", " ")
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
