"""Letters, spaces and quotation marks: what looks right but is not found by a search, and the house style."""

import re
import unicodedata
from collections.abc import Iterator

from macros.archive.data_files import Content
from macros.archive.nodes import Node
from macros.checks.rule import Found, error, found_at, warning
from macros.data.decoding import MOJIBAKE
from macros.data.problems import Bilingual
from macros.data.showing import HIDDEN

# Letters of other alphabets that look like those of Vietnamese and English. Sources: Unicode confusables (UTS #39).
_LOOK_ALIKE = dict(
    zip(
        "ÐƉðɖАВЕКМНОРСТУХаеорсухІіΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ĐĐđđABEKMHOPCTYXaeopcyxIiABEZHIKMNOPTYXo",
        strict=True,
    )
)
# Also digits of other alphabets, and the full-width letters of Chinese and Japanese keyboards: no search finds them.
_LOOK_ALIKES = re.compile(f"[{''.join(_LOOK_ALIKE)}]|(?![0-9])\\d|[\uff01-\uff5e]")
_MEANT = ("Cc", "Co", "Cs", "Zl", "Zp")  # categories that may be there in place of something that got lost
_QUOTED = re.compile(r"“[^”]*”")
_BREAK = re.compile("\n")
_TAB = re.compile("\t")
_TAB_AND_SPACES = re.compile(r"(?<=\S) *\t[ \t]*(?=\S)")
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")
_STRAIGHT = re.compile("[\"']")
_POINTS = re.compile(r"\.{3,}")
_BEFORE_MARK = re.compile(r"(?<=\w) +(?=([,;:?!)\]]|\.(?![\w.])))")
_SIGNS_OF_MARKUP = re.compile(r"[<&*_\[]")  # without one of these there is none
_MARKUP = re.compile(
    r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#\d{1,6});|\*\*[^*]+\*\*|(?<!\w)__[^_]+__(?!\w)|\[[^\]]+\]\(https?:[^)]*\)",
    re.IGNORECASE,
)
_OLD_ENCODING = Bilingual(
    "Chữ gõ bằng bảng mã {encoding} (phông {fonts} …), không phải Unicode",
    "The text is typed in the encoding {encoding} (fonts {fonts} …), which is not Unicode",
)
_SHOWN = 40  # letters of a text in a message


def unquoted(text: str) -> str:
    """The text with everything between curly quotes blanked out: that is printed so by a source."""
    return _QUOTED.sub(lambda quoted: "·" * len(quoted[0]), text)


@error(
    "Hãy chạy `make fix`, hoặc nhận gợi ý ngay trong đề nghị sửa, rồi đọc lại cả câu.",
    "Run `make fix`, or take the suggestion in the pull request, and read the sentence again.",
)
def not_unicode(content: Content) -> Iterator[Found]:
    """Vietnamese is written in Unicode."""
    for entry, known in content.garbled:
        message = _OLD_ENCODING.format(encoding=known.encoding, fonts=known.fonts) if known.fonts else MOJIBAKE
        vi, en = Bilingual("{message}: “{before}” là “{after}”.", "{message}: “{before}” is “{after}”.").format(
            message=message, before=_cut(entry.text), after=_cut(known.text)
        )
        yield Found(entry.place, vi, en, entry.fix(0, len(entry.text), known.text))


@error("Hãy gõ lại bằng bộ gõ Unicode dựng sẵn.", "Type it again in composed form (NFC).")
def separate_accents(content: Content) -> Iterator[Found]:
    """Accents are part of their letter (Unicode form NFC)."""
    for entry in content.texts:
        text = entry.value
        if unicodedata.is_normalized("NFC", text):
            continue
        whole = unicodedata.normalize("NFC", text)
        offset = next((i for i, (a, b) in enumerate(zip(text, whole, strict=False)) if a != b), len(whole))
        yield Found(
            entry.at(offset),
            "Chữ dùng dấu rời (Unicode NFD), cần dạng dựng sẵn (NFC).",
            "The text uses separate accents (Unicode NFD), expected composed letters (NFC).",
            entry.fix(0, len(text), whole),
        )


@error("Hãy bỏ dấu | hoặc > và viết cả câu trên một dòng.", "Remove the | or > and write all of it on one line.")
def line_break(content: Content) -> Iterator[Found]:
    """A text is on one line."""
    for entry in content.holding(_BREAK):
        yield Found(entry.place, "Chữ viết trên nhiều dòng.", "The text spans several lines.")


@error("Hãy thay bằng dấu cách.", "Replace it with a space.")
def tab(content: Content) -> Iterator[Found]:
    """Words are not parted by tabs."""
    for entry in content.holding(_TAB):
        for match in _TAB_AND_SPACES.finditer(entry.text):
            yield found_at(entry, match, "Có dấu tab trong chữ.", "There is a tab in the text.", " ")


@error("Hãy xóa đi.", "Remove it.")
def invisible_character(content: Content) -> Iterator[Found]:
    """No control characters, no marks of zero width."""
    addresses = (entry for entry in content.addresses if HIDDEN.search(entry.text))
    for entry in (*content.holding(HIDDEN), *addresses):
        begin, end = len(entry.text) - len(entry.text.lstrip()), len(entry.text.rstrip())
        for match in HIDDEN.finditer(entry.text, begin, end):
            code = f"U+{ord(match[0]):04X}"
            yield found_at(
                entry,
                match,
                f"Chữ có ký tự ẩn {code}, cần chữ thường trên một dòng.",
                f"The text contains an invisible character {code}, expected plain text on one line.",
                None if unicodedata.category(match[0]) in _MEANT else "",
            )


@error("Hãy xóa đi.", "Remove them.")
def outer_space(content: Content) -> Iterator[Found]:
    """A text neither begins nor ends with a space."""
    for entry in content.texts:
        text = entry.value
        if text != text.strip() and "\n" not in text:
            yield Found(
                entry.at(0 if text[0].isspace() else len(text.rstrip())),
                "Có dấu cách thừa ở đầu hoặc cuối chữ.",
                "There are spaces at the beginning or end of the text.",
                entry.fix(0, len(text), text.strip()) if text.strip() else None,
            )


@error("Hãy thay bằng chữ đúng.", "Use the correct letter.")
def look_alike_letter(content: Content) -> Iterator[Found]:
    """Letters are Latin; what a source prints otherwise is between curly quotes."""
    for entry, match in _matches(content, _LOOK_ALIKES, printed=False):
        letter, right = match[0], _latin(match[0])
        yield found_at(
            entry,
            match,
            f"“{letter}” (U+{ord(letter):04X}) chỉ trông giống chữ “{right}” (U+{ord(right):04X}).",
            f"“{letter}” (U+{ord(letter):04X}) only looks like the letter “{right}” (U+{ord(right):04X}).",
            right,
        )


def _latin(letter: str) -> str:
    """What a letter or digit looks like, or stands for."""
    digit = unicodedata.decimal(letter, None)
    return _LOOK_ALIKE.get(letter) or (unicodedata.normalize("NFKC", letter) if digit is None else str(digit))


@warning("Hãy để một dấu cách.", "Leave one space.")
def double_space(content: Content) -> Iterator[Found]:
    """Words are parted by one space."""
    for entry, match in _matches(content, _DOUBLE):
        count = len(match[0])
        yield found_at(entry, match, f"Có {count} dấu cách liền nhau.", f"There are {count} spaces in a row.", " ")


@warning("Hãy gõ dấu cách thường.", "Type a plain space.")
def no_break_space(content: Content) -> Iterator[Found]:
    """Spaces are plain: others come with text copied from a page and are not found by a search."""
    for entry, match in _matches(content, SPACES):
        code = f"U+{ord(match[0]):04X}"
        vi, en = f"Dấu cách đặc biệt ({code}), cần dấu cách thường.", f"A special space ({code}), expected a plain one."
        yield found_at(entry, match, vi, en, " ")


@warning("Hãy xóa dấu cách.", "Remove the space.")
def space_before_mark(content: Content) -> Iterator[Found]:
    """No space is before a comma, a point or a closing bracket."""
    for entry, match in _matches(content, _BEFORE_MARK, printed=False):
        vi, en = f"Có dấu cách trước dấu “{match[1]}”.", f"There is a space before “{match[1]}”."
        yield found_at(entry, match, vi, en, "")


@warning(
    "Hãy dùng “…” và ’; ngoặc kép thẳng chỉ để bọc cả giá trị.",
    "Use “…” and ’; straight ones only enclose a whole value.",
)
def straight_quote(content: Content) -> Iterator[Found]:
    """Quotation marks and apostrophes are curly."""
    for entry in content.holding(_STRAIGHT):
        if not entry.is_printed and (match := _STRAIGHT.search(entry.text)):
            curled = _curled(entry.text)
            yield Found(
                entry.at(match.start()),
                f"Dấu {match[0]} thẳng trong chữ, cần dấu cong.",
                f"A straight {match[0]} in the text, expected a curly one.",
                entry.fix(0, len(entry.text), curled) if curled != entry.text else None,
            )


@warning("Hãy gõ dấu ba chấm “…”.", "Type the ellipsis “…”.")
def three_points(content: Content) -> Iterator[Found]:
    """An ellipsis is one character."""
    for entry in content.holding(_POINTS):
        if not entry.is_printed and (match := _POINTS.search(entry.text)):
            yield found_at(
                entry,
                match,
                f"“{match[0]}” là {len(match[0])} dấu chấm, cần “…”.",
                f"“{match[0]}” is {len(match[0])} points, expected “…”.",
                "…",
            )


@warning("Hãy xóa các ký hiệu này, chỉ để chữ.", "Remove the marks and leave the words.")
def markup(content: Content) -> Iterator[Found]:
    """A text is plain: no HTML and no Markdown, which come with pasted text and would be shown to readers."""
    for entry in content.holding(_SIGNS_OF_MARKUP):
        if not entry.is_printed and (match := _MARKUP.search(unquoted(entry.text))):
            yield found_at(
                entry,
                match,
                f"“{match[0][:40]}” là ký hiệu của trang web hoặc Markdown, không phải chữ.",
                f"“{match[0][:40]}” is a mark of HTML or Markdown, not text.",
            )


def _matches(
    content: Content, pattern: re.Pattern[str], *, printed: bool = True
) -> Iterator[tuple[Node, re.Match[str]]]:
    """Where a pattern is in the texts; without `printed` not where a source prints it so."""
    for entry in content.holding(pattern):
        if printed or not entry.is_printed:
            text = entry.text if printed else unquoted(entry.text)
            yield from ((entry, match) for match in pattern.finditer(text))


def _curled(text: str) -> str:
    """The text with what is certain in curly form: pairs of double quotes, apostrophes within words."""
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    return re.sub(r'"([^"]*)"', r"“\1”", text) if text.count('"') % 2 == 0 else text


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
