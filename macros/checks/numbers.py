"""Numbers in texts: the same in both languages, and those of the figure they repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from macros.archive.data_files import Content, Entry
from macros.checks.letters import unquoted
from macros.checks.rule import Found, error, warning
from macros.data.numerals import MOST_DIGITS, too_long
from macros.text.approximations import in_brackets
from macros.text.language import Language, number

# Small whole numbers are written in words as often as in digits, 100 % as “all”; dates differ in form.
_IN_WORDS = {*range(32), 100, *range(1900, 2100)}
_NUMBER = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?![\w/]|-\w|[.,]\d)")
_THOUSANDS = {Language.VI: ".", Language.EN: ","}


def numbers(text: str, language: Language) -> Iterator[tuple[int, str, float]]:
    """The numbers of a text that are no dates and no part of a document's number: offset, as written, value.

    Without those of more digits than can be compared (`number_too_long`).
    """
    bare = unquoted(text)
    for match in _NUMBER.finditer(text):
        if too_long(match[0]):
            continue
        # English keeps words in quotation marks as the Vietnamese source prints them.
        quoted = bare[match.start()] == "·"
        mark = _THOUSANDS[Language.VI if quoted else language]
        whole, point, decimals = match[0].replace(mark, "\0").replace("." if mark == "," else ",", ".").partition(".")
        grouped = whole.split("\0")
        if "\0" in decimals or "." in decimals or any(len(group) != 3 for group in grouped[1:]):
            continue
        yield match.start(), match[0], float("".join(grouped) + point + decimals)


@error("Hãy so lại số này với nguồn.", "Compare it with the source.")
def number_too_long(content: Content) -> Iterator[Found]:
    """A number in a text has no more digits than can be compared between the languages."""
    for entry in (entry for pair in content.pairs for entry in pair):
        for match in _NUMBER.finditer(entry.text):
            if too_long(match[0]):
                yield Found(
                    entry.at(match.start()),
                    f"Số dài hơn {MOST_DIGITS} chữ số: {match[0][:MOST_DIGITS]}….",
                    f"A number of more than {MOST_DIGITS} digits: {match[0][:MOST_DIGITS]}….",
                )


@warning("Hãy xem số nào đúng với nguồn.", "See which one the source states.")
def number_only_in_one_language(content: Content) -> Iterator[Found]:
    """A number in one language is in the other: 20.739 in Vietnamese, 20,739 in English."""
    for vi, en in content.pairs:
        sides = {Language.VI: vi, Language.EN: en}
        values = {language: {value for *_, value in numbers(entry.text, language)} for language, entry in sides.items()}
        for language, entry in sides.items():
            missing = values[language] - values[language.other] - _IN_WORDS
            for offset, written, value in numbers(entry.text, language):
                if value in missing:
                    missing.remove(value)
                    other = language.other
                    yield Found(
                        entry.at(offset),
                        f"Số {written} có ở dòng `{language}:` mà không có ở dòng `{other}:` "
                        f"(cần {number(_plain(value), other)}).",
                        f"The number {written} is in the `{language}:` line and not in the `{other}:` line "
                        f"(expected {number(_plain(value), other)}).",
                    )


@warning("Hãy so với `value:` của số liệu.", "Compare it with the figure’s `value:`.")
def number_unlike_the_figure(content: Content) -> Iterator[Found]:
    """A number next to a figure's unit that is that figure but for a slip of one digit, or of two exchanged, is it."""
    figures: dict[tuple[str, object], list[Entry]] = {}
    for figure in content.figures:
        figures.setdefault((figure.file, content.home(figure).path), []).append(figure)
    for statement in content.statements:
        beside = figures.get((statement.file, content.home(statement).path), [])
        ends = (figure[end].value for figure in beside for end in ("value", "value_to"))
        known = {value for value in ends if isinstance(value, (int, float))}
        for language in Language if beside else ():
            entry = statement["text"][language.value]
            for offset, written, value in numbers(entry.text, language):
                for figure in beside:
                    right = figure["value"].value
                    unit = figure["unit"][language.value].text
                    after = entry.text[offset + len(written) :].lstrip()
                    if value not in known and unit and after.startswith(unit) and _slip(value, right):
                        yield Found(
                            entry.at(offset),
                            f"{written} khác số liệu “{figure['id'].text}” ở dòng {figure.place.line}: "
                            f"{number(right, language)}.",
                            f"{written} differs from the figure “{figure['id'].text}” on line {figure.place.line}: "
                            f"{number(right, language)}.",
                        )


@error("Hãy bỏ chữ này, và ghi vào trường riêng.", "Remove the words, and write it in the field.")
def approximation_in_a_text(content: Content) -> Iterator[Found]:
    """That a figure is not exact is said by its field, so that both languages say it and programs can read it."""
    for figure in content.figures:
        for text in (figure[part][language] for part in ("what", "unit") for language in Language):
            if found := in_brackets(text.text):
                match, approximation = found
                yield Found(
                    text.at(match.start("word") - 1),
                    f"“{match[0].strip()}” cho biết số không chính xác: cần `approximation: {approximation}` "
                    "ngay dưới `value:`.",
                    f"“{match[0].strip()}” says that the number is not exact: expected "
                    f"`approximation: {approximation}` below `value:`.",
                )


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _slip(value: float, right: object) -> bool:
    if isinstance(right, bool) or not isinstance(right, (int, float)):
        return False
    a, b = str(_plain(value)), str(_plain(right))
    if len(a) != len(b) or len(a) < 3:
        return False
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(differing) == 2:
        i, j = differing
        return (i, j) in pairwise(range(len(a))) and a[i] == b[j] and a[j] == b[i]
    return len(differing) == 1
