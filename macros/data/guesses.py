"""What is said of a value without quotes that YAML would read as something that its writer hardly meant."""

from macros.data.numerals import advice
from macros.data.problems import Bilingual

_TRUE = ("yes", "true", "on")
_INTEGER = "tag:yaml.org,2002:int"
_WITHOUT_QUOTES = Bilingual(
    "“{text}” không có dấu ngoặc kép sẽ bị YAML hiểu là {read_as}.{instead}",
    "“{text}” without quotes would be read by YAML as {read_as}.{instead}",
)
_IF_TEXT = Bilingual(' Nếu là chữ, hãy viết "{text}".', ' If it is text, write "{text}".')
_NUMBER = (
    Bilingual("một số ở dạng khác", "a number in another form"),
    Bilingual("{number}{if_text}", "{number}{if_text}"),
)
# By the tag that YAML would guess: what the text would be read as, and what to write instead.
_READ_AS = {
    "tag:yaml.org,2002:bool": (
        Bilingual("đúng/sai (true/false)", "true or false"),
        Bilingual(
            " Nếu là đúng/sai, hãy viết {boolean}.{if_text}",
            " If that is meant, write {boolean}.{if_text}",
        ),
    ),
    _INTEGER: _NUMBER,
    "tag:yaml.org,2002:float": _NUMBER,
    "tag:yaml.org,2002:null": (
        Bilingual("trống", "nothing"),
        Bilingual(" Hãy điền giá trị, hoặc bỏ dòng.", " Write the value, or remove the line."),
    ),
    "tag:yaml.org,2002:merge": (Bilingual("lệnh gộp", "a merge command"), _IF_TEXT),
    "tag:yaml.org,2002:value": (Bilingual("giá trị mặc định", "a default value"), _IF_TEXT),
}
_NO_VALUE = Bilingual("Ở đây để trống, cần nội dung.", "There is no value here; expected some content.")
# Where there is no text at all: by the sign around its place.
_NOTHING = {
    "#": Bilingual(
        'Từ dấu # trở đi bị bỏ qua, nên ở đây không có gì. Nếu là chữ, hãy đặt cả câu trong dấu ngoặc kép "…".',
        'Everything from the # on is ignored, so there is no value here. If it is text, put all of it in quotes "…".',
    ),
    "-": Bilingual(
        "Sau dấu gạch không có gì. Hãy điền nội dung, hoặc bỏ dòng.",
        "Nothing follows the dash. Write the item, or remove the line.",
    ),
    ":": Bilingual(
        "Sau dấu hai chấm không có gì. Hãy điền giá trị, hoặc ghi `not-stated` nếu trường cho phép, hoặc bỏ dòng "
        "nếu trường không bắt buộc.",
        "Nothing follows the colon. Write the value, or `not-stated` where the field allows it, or remove the line "
        "of a field that is not required.",
    ),
}


def is_guessed(tag: str, *, is_key: bool) -> bool:
    """True where YAML would read the text as something else; years are no such keys."""
    return tag in _READ_AS and not (is_key and tag == _INTEGER)


def message_for(text: str, tag: str, line: str, offset: int) -> Bilingual:
    """What to say of a text for which YAML would guess this tag.

    Args:
        text: what is written, or nothing.
        tag: what YAML would read it as.
        line: the line that it is in.
        offset: where in the line it begins.
    """
    if not text:
        sign = "#" if line[offset:].lstrip().startswith("#") else line[:offset].rstrip()[-1:]
        return _NOTHING.get(sign, _NO_VALUE)
    read_as, instead = _READ_AS[tag]
    instead = instead.format(
        text=text,
        boolean="true" if text.lower() in _TRUE else "false",
        number=advice(text),
        if_text=_IF_TEXT.format(text=text),
    )
    return _WITHOUT_QUOTES.format(text=text, read_as=read_as, instead=instead)
