"""English as a reader may quote it: one word for a term, Vietnamese names with their accents, one form of dates.

`macros/checks/pages.py` finds the same in hand-written pages.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from macros.archive.data_files import Content
from macros.archive.nodes import Node
from macros.archive.one_word import OneWord, any_of, blanked, one_word
from macros.checks.rule import Found, found_at, warning
from macros.checks.rules.letters import unquoted
from macros.data.spelling import without_accents
from macros.records import PERSON, PROVINCE, TERM, UNIT

# English writes these without accents by custom.
_BY_CUSTOM = re.compile(r"\bHo Chi Minh\b|\bHanoi\b|\bViet ?Nam\b")
_NAMES = re.compile(r"[^\W\d_a-z]\w*(?: [^\W\d_a-z]\w*)+")  # words with capitals, one after another
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"(?<![\w/.-])\d{{1,2}}([-/])\d{{1,2}}\1\d{{4}}(?![\w/-])|\b(?:{_MONTHS}) \d{{1,2}}, \d{{4}}\b")
_RANGE = re.compile(r"(?<![\w/.,–-])(\d+(?:[.,]\d+)*)-(\d+(?:[.,]\d+)*)(?![\w/–-]|[.,]\d)")


class Mistake(NamedTuple):
    """What is wrong in an English text, what is said of it, and what is right where that is sure."""

    match: re.Match[str]
    vi: str
    en: str
    right: str | None = None


def one_words(content: Content) -> list[OneWord]:
    """The terms of the glossary that have one English word."""
    return [
        one_word(
            id,
            [term["term"]["vi"].text, *(each.text for each in (*term["forms"], *term["english"]["where"]))],
            use,
            [each.text for each in term["english"]["never"]],
        )
        for id, term in content.records(TERM)
        if (use := term["english"]["use"].text)
    ]


def variants(fixed: Iterable[OneWord], vi: str, en: str) -> Iterator[Mistake]:
    """The words in the English of a passage that are not the one word for a term of its Vietnamese."""
    bare = unquoted(en)
    for match, term, use in (variant for each in fixed for variant in each.variants(vi, bare)):
        yield Mistake(
            match,
            f"“{match[0]}” ở chỗ tiếng Việt viết “{term}”: cần “{use}”.",
            f"“{match[0]}” where the Vietnamese has “{term}”: expected “{use}”.",
        )


def known_names(content: Content) -> dict[str, str]:
    """The names of provinces, units and people that bear accents, by what they are without."""
    places = [place["short"]["vi"].text for type in (PROVINCE, UNIT) for _, place in content.records(type)]
    joined = [each.text for _, unit in content.records(UNIT) for each in unit["joined_by"]]
    people = [person["name"].text for _, person in content.records(PERSON)]
    return _by_plain([*places, *joined, *people])


def finder_of(known: Mapping[str, str]) -> Callable[[str, str], Iterator[Mistake]]:
    """What finds, in the English of a passage, names without their accents.

    They are names that are known, and those in the Vietnamese of the passage.
    """
    known_pattern = any_of(known, flags=0) if known else None

    def found(vi: str, en: str) -> Iterator[Mistake]:
        bare = _BY_CUSTOM.sub(blanked, unquoted(en))
        own = _by_plain(part for names in _NAMES.findall(vi) for part in _parts(names))
        own = {plain: name for plain, name in own.items() if plain in bare}
        pattern = any_of([*own, *known], flags=0) if own else known_pattern
        for match in pattern.finditer(bare) if pattern else ():
            name = own.get(match[0]) or known[match[0]]
            yield Mistake(
                match,
                f"“{match[0]}” không có dấu: cần “{name}”.",
                f"“{match[0]}” has no accents: expected “{name}”.",
                name,
            )

    return found


def dates(en: str) -> Iterator[Mistake]:
    """The dates in an English text that are not written out, the day first."""
    for match in _DATE.finditer(unquoted(en)):
        yield Mistake(
            match,
            f"Ngày “{match[0]}” trong tiếng Anh cần dạng ngày, tên tháng, năm.",
            f"The date “{match[0]}” in an English text: expected day, name of the month, year.",
        )


def ranges(en: str) -> Iterator[Mistake]:
    """The years and numbers in an English text with a hyphen between the first and the last."""
    for match in _RANGE.finditer(unquoted(en)):
        right = f"{match[1]}–{match[2]}"
        yield Mistake(
            match,
            f"“{match[0]}” trong tiếng Anh: cần “{right}”.",
            f"“{match[0]}” in an English text: expected “{right}”.",
            right,
        )


@warning(
    "Hãy dùng chữ trong bảng thuật ngữ; nếu ở đây không phải thuật ngữ ấy thì chấp nhận cảnh báo ở data/accepted.yml.",
    "Use the word of the glossary; where the term is not meant here, accept the warning in data/accepted.yml.",
    across=True,
)
def one_word_for_a_term(content: Content) -> Iterator[Found]:
    """A term has one English word (`english:` of the glossary): “cadre” for *cán bộ*, nowhere “official”."""
    fixed = one_words(content)
    for vi, en in content.pairs if fixed else ():
        yield from _found(en, variants(fixed, vi.text, en.text))


@warning(
    "Hãy viết tên có dấu, cả trong tiếng Anh; chỉ Hanoi và Ho Chi Minh City viết không dấu.",
    "Write the name with its accents in English too; only Hanoi and Ho Chi Minh City go without.",
    across=True,
)
def name_without_accents_in_english(content: Content) -> Iterator[Found]:
    """English names places and people as Vietnamese does, with accents: Đắk Lắk, Quảng Ngãi City."""
    names = finder_of(known_names(content))
    renderings = ((entry, entry) for entry in content.texts if entry.key == "title_rendering")
    for vi, en in (*content.pairs, *renderings):
        yield from _found(en, names(vi.text, en.text))


@warning("Hãy viết như 29 June 2022.", "Write it like 29 June 2022.")
def date_in_english(content: Content) -> Iterator[Found]:
    """A date in an English text is written out, the day first."""
    for _, en in content.pairs:
        yield from _found(en, dates(en.text))


@warning("Hãy thay gạch nối bằng gạch ngang ngắn (–).", "Put an en dash (–) in place of the hyphen.")
def range_in_english(content: Content) -> Iterator[Found]:
    """From one year or number to another is an en dash in English: 2020–2025."""
    for _, en in content.pairs:
        yield from _found(en, ranges(en.text))


def _found(en: Node, mistakes: Iterable[Mistake]) -> Iterator[Found]:
    return (found_at(en, *each) for each in mistakes)


def _by_plain(names: Iterable[str]) -> dict[str, str]:
    accented = {without_accents(name): name for name in names if name}
    return {plain: name for plain, name in accented.items() if plain != name}


def _parts(names: str) -> Iterator[str]:
    """Two words or more that follow each other in words with capitals: *Tỉnh ủy Lâm Đồng* has *Lâm Đồng*."""
    words = names.split(" ")
    for start, end in combinations(range(len(words) + 1), 2):
        if end - start > 1:
            yield " ".join(words[start:end])
