"""Facts that are possible and hardly so: they are shown to anyone who reviews the change."""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive.data_files import Content
from macros.checks.rule import Found, warning

_LONGEST_STATEMENT = 600  # letters: about a hundred words
_WHOLE = 100
_PERCENT = ("%", "phần trăm")


@warning("Hãy chia thành nhiều mục, mỗi mục một ý.", "Split it into entries of one point each.")
def long_statement(content: Content) -> Iterator[Found]:
    """A statement is one point, restated briefly."""
    for statement in content.statements:
        text = statement["text"]["vi"]
        if len(text.text) > _LONGEST_STATEMENT:
            yield Found(
                text.at(0),
                f"Ý này dài {len(text.text)} chữ cái, quá {_LONGEST_STATEMENT}.",
                f"The statement has {len(text.text)} letters, more than {_LONGEST_STATEMENT}.",
            )


@warning(
    "Hãy xem lại số; nếu là so với chỉ tiêu hoặc kỳ trước thì chấp nhận cảnh báo trong data/accepted.yml.",
    "Check the number; where it compares with a target or an earlier time, accept the warning in data/accepted.yml.",
)
def more_than_all(content: Content) -> Iterator[Found]:
    """A share is at most 100 %."""
    for figure in content.figures:
        for name in ("value", "value_to"):
            value = figure[name].value
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            if is_number and value > _WHOLE and figure["unit"]["vi"].text in _PERCENT:
                yield Found(
                    figure[name].place,
                    f"{value} % nhiều hơn toàn bộ (100 %).",
                    f"{value} % is more than all (100 %).",
                )


@warning("Hãy xem lại `place:` và `provinces:`.", "Check `place:` and `provinces:`.", across=True)
def place_in_another_province(content: Content) -> Iterator[Found]:
    """A provincial meeting is held in a province that it is about, and its file is named after."""
    provinces = {province.key for province in content.file("data/provinces.yml")["provinces"]}
    for id, meeting in content.folder("meetings"):
        place = meeting["place"]["province"]
        if meeting["level"].text != "provincial" or place.text not in provinces:
            continue
        about = {province.text for province in meeting["provinces"] if province.text}
        named = {province for province in provinces if f"{id}-".find(f"-{province}-") > 0}
        for others, vi, en in (
            (about, "`provinces:` ghi", "`provinces:` has"),
            (named, "tên tệp ghi", "the file’s name has"),
        ):
            if others and place.text not in others:
                found = ", ".join(sorted(others))
                yield Found(
                    place.place,
                    f"Nơi họp ở “{place.text}” mà {vi} “{found}”.",
                    f"The meeting was held in “{place.text}” and {en} “{found}”.",
                )
                break
