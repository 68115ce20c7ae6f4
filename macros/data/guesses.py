"""What is said of a value without quotes that YAML would read as something that its writer hardly meant."""

from __future__ import annotations

from macros.data.numerals import advice

_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
_NULL = "tag:yaml.org,2002:null"
_BOOL = "tag:yaml.org,2002:bool"
_TRUE = ("yes", "true", "on")
_READ_AS = {
    _BOOL: ("đúng/sai (true/false)", "true or false"),
    **dict.fromkeys(_NUMBERS, ("một số ở dạng khác", "a number in another form")),
    _NULL: ("trống", "nothing"),
    "tag:yaml.org,2002:merge": ("lệnh gộp", "a merge command"),
    "tag:yaml.org,2002:value": ("giá trị mặc định", "a default value"),
}


def is_guessed(tag: str, *, key: bool) -> bool:
    """True where YAML would read the text as something else; years are no such keys."""
    return tag in _READ_AS and not (key and tag == _NUMBERS[0])


def said(text: str, tag: str) -> tuple[str, str]:
    """What to say of a text for which YAML would guess this tag."""
    vi, en = _READ_AS[tag]
    vi = f"“{text}” không có dấu ngoặc kép sẽ bị YAML hiểu là {vi}."
    en = f"“{text}” without quotes would be read by YAML as {en}."
    if tag == _NULL:
        return f"{vi} Hãy điền giá trị, hoặc bỏ dòng.", f"{en} Write the value, or remove the line."
    if tag == _BOOL:
        value = "true" if text.lower() in _TRUE else "false"
        vi, en = f"{vi} Nếu là đúng/sai, hãy viết {value}.", f"{en} If that is meant, write {value}."
    elif tag in _NUMBERS:
        vi, en = (f"{whole}{how}" for whole, how in zip((vi, en), advice(text), strict=True))
    return f'{vi} Nếu là chữ, hãy viết "{text}".', f'{en} If it is text, write "{text}".'


def empty(before: str, after: str) -> tuple[str, str]:
    """What to say where a value is missing, from what is before and after it on its line."""
    if after.lstrip().startswith("#"):
        return (
            'Từ dấu # trở đi bị bỏ qua, nên ở đây không có gì. Nếu là chữ, hãy đặt cả câu trong dấu ngoặc kép "…".',
            'From the # on nothing is read, so there is nothing here. If it is text, put all of it in quotes "…".',
        )
    if before.rstrip().endswith("-"):
        return (
            "Sau dấu gạch không có gì. Hãy điền nội dung, hoặc bỏ dòng.",
            "Nothing follows the dash. Write the item, or remove the line.",
        )
    if before.rstrip().endswith(":"):
        return (
            "Sau dấu hai chấm không có gì. Hãy điền giá trị, hoặc ghi `not-stated` nếu trường cho phép, hoặc bỏ dòng "
            "nếu trường không bắt buộc.",
            "Nothing follows the colon. Write the value, or `not-stated` where the field allows it, or remove the line "
            "of a field that is not required.",
        )
    return "Ở đây để trống, cần nội dung.", "There is nothing here; expected some content."
