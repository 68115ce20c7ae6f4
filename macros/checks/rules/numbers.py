"""Numbers: in texts the same in both languages and as in the figure they repeat; in figures such as can be."""

import re
from collections.abc import Iterator

from macros.archive.data_files import Content
from macros.archive.nodes import Node
from macros.checks.rule import Found, error, found_at, warning
from macros.checks.rules.letters import unquoted
from macros.data.numerals import MOST_DIGITS, too_long
from macros.data.spelling import slips
from macros.text.approximations import in_brackets
from macros.text.language import Language, number

# Small whole numbers are written in words as often as in digits, 100 % as “all”; dates differ in form.
_IN_WORDS = {*range(32), 100, *range(1900, 2100)}
_NUMBER = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?![\w/]|-\w|[.,]\d)")
_THOUSANDS = {Language.VI: ".", Language.EN: ","}
_WHOLE = 100
_SHORTEST = 3  # digits: of two, a slip makes another number
_PERCENT = ("%", "phần trăm")
_ENDS = ("value", "value_to")


@error("Hãy so lại số này với nguồn.", "Compare it with the source.")
def number_too_long(content: Content) -> Iterator[Found]:
    """A number in a text has no more digits than can be compared between the languages."""
    for entry in (entry for pair in content.pairs for entry in pair):
        for match in _NUMBER.finditer(entry.text):
            if too_long(match[0]):
                yield found_at(
                    entry,
                    match,
                    f"Số dài hơn {MOST_DIGITS} chữ số: {match[0][:MOST_DIGITS]}….",
                    f"A number of more than {MOST_DIGITS} digits: {match[0][:MOST_DIGITS]}….",
                )


@warning("Hãy xem số nào đúng với nguồn.", "Check which one the source states.")
def number_only_in_one_language(content: Content) -> Iterator[Found]:
    """A number in one language is in the other: 20.739 in Vietnamese, 20,739 in English."""
    for vi, en in content.pairs:
        in_vi, in_en = list(numbers(vi.text, Language.VI)), list(numbers(en.text, Language.EN))
        for entry, language, here, there in ((vi, Language.VI, in_vi, in_en), (en, Language.EN, in_en, in_vi)):
            seen = {value for _, value in there} | _IN_WORDS
            for match, value in here:
                if value not in seen:
                    seen.add(value)
                    other = language.other
                    yield found_at(
                        entry,
                        match,
                        f"Số {match[0]} có ở dòng `{language}:` mà không có ở dòng `{other}:` "
                        f"(cần {number(_plain(value), other)}).",
                        f"The number {match[0]} is in the `{language}:` line and not in the `{other}:` line "
                        f"(expected {number(_plain(value), other)}).",
                    )


@warning("Hãy so với `value:` của số liệu.", "Compare it with the figure’s `value:`.")
def number_unlike_the_figure(content: Content) -> Iterator[Found]:
    """A number next to a figure's unit that is that figure but for a slip of one digit, or of two exchanged, is it."""
    figures: dict[tuple[str, object], list[Node]] = {}
    for figure in content.figures:
        figures.setdefault((figure.file, _home(content, figure).path), []).append(figure)
    for statement in content.statements:
        near = figures.get((statement.file, _home(content, statement).path), [])
        known = {figure[end].number for figure in near for end in _ENDS}
        for language in Language if near else ():
            entry = statement["text"][language.value]
            for match, value in numbers(entry.text, language):
                after = entry.text[match.end() :].lstrip()
                for figure in near:
                    right, unit = figure["value"].number, figure["unit"][language.value].text
                    if right is not None and unit and after.startswith(unit) and _is_slip(value, right, known):
                        shown = number(right, language)
                        yield found_at(
                            entry,
                            match,
                            f"{match[0]} khác số liệu “{figure['id'].text}” ở dòng {figure.place.line}: {shown}.",
                            f"{match[0]} differs from the figure “{figure['id'].text}” on line {figure.place.line}: "
                            f"{shown}.",
                        )


@error("Hãy bỏ chữ này, và ghi vào trường riêng.", "Remove these words and use the field instead.")
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


@warning(
    "Hãy xem lại số; nếu là so với chỉ tiêu hoặc kỳ trước thì chấp nhận cảnh báo trong data/accepted.yml.",
    "Check the number; where it compares with a target or an earlier time, accept the warning in data/accepted.yml.",
)
def more_than_all(content: Content) -> Iterator[Found]:
    """A share is at most 100 %."""
    shares = (figure for figure in content.figures if figure["unit"]["vi"].text in _PERCENT)
    for entry in (figure[end] for figure in shares for end in _ENDS):
        if (value := entry.number) and value > _WHOLE:
            yield Found(entry.place, f"{value} % nhiều hơn toàn bộ (100 %).", f"{value} % is more than all (100 %).")


def numbers(text: str, language: Language) -> Iterator[tuple[re.Match[str], float]]:
    """The numbers of a text that are no dates and no part of a document's number, each with its value.

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
        if "\0" not in decimals and "." not in decimals and all(len(group) == 3 for group in grouped[1:]):
            yield match, float("".join(grouped) + point + decimals)


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _is_slip(value: float, right: float, known: set[float | None]) -> bool:
    """True for a number that no figure has, and that is another but for one digit, or for two exchanged."""
    a, b = str(_plain(value)), str(_plain(right))
    return value not in known and len(a) == len(b) >= _SHORTEST and slips(a, b) == 1


def _home(content: Content, node: Node) -> Node:
    """What a statement or figure belongs to: its meeting, or its group in a review."""
    file = content.file(node.file)
    inside_group = "/reviews/" in node.file and len(node.path) > 2
    return file[node.path[0]][node.path[1]] if inside_group else file
