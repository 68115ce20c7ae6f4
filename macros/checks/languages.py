"""What is written in both languages says the same, each in its language; English may be missing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from macros.archive.data_files import Content, Entry
from macros.checks.letters import unquoted
from macros.checks.rule import Found, error, information, warning
from macros.records import NOT_STATED
from macros.text.language import Language
from macros.text.passages import VIETNAMESE
from macros.text.wording import around

# The marks of blank records are refused when a file is read.
_UNFILLED = re.compile(r"(?i:todo|tbd|fixme|xxx+|lorem ipsum|chưa dịch|cần dịch|not translated)\b|[\s.…?_*–—-]+$")
_WORD = re.compile(r"[^\W\d_]+")
_FEW_WORDS = 4
_PLACES = 5  # lines that are named of those without English


@error("Hãy viết nội dung thật, hoặc bỏ cả trường nếu không bắt buộc.", "Write it, or remove a field not required.")
def unfilled(content: Content) -> Iterator[Found]:
    """A text says something: it is no placeholder and no lone mark."""
    for entry in content.texts:
        if entry.key != Language.EN and _says_nothing(entry):
            yield _no_content(entry)


@error("Chưa dịch thì hãy bỏ cả dòng `en:`.", "Without a translation, remove the `en:` line.")
def placeholder_for_english(content: Content) -> Iterator[Found]:
    """English that is not there yet is left out."""
    for vi, en in content.pairs:
        if _says_nothing(en) or (en.text == NOT_STATED != vi.text):
            yield _no_content(en)


@error("Hãy bỏ các dòng vi, en và viết như trên.", "Remove the lines vi, en and write it so.")
def not_stated_in_a_text(content: Content) -> Iterator[Found]:
    """That no source states something is said of the whole field, not in one of its languages."""
    english = (en for vi, en in content.pairs if vi.text == NOT_STATED)
    for entry in (*content.originals, *english):
        if entry.text == NOT_STATED:
            field = next((step for step in reversed(entry.path[:-1]) if isinstance(step, str)), "")
            yield Found(
                entry.at(0),
                f"Nguồn không nêu thì cần một dòng `{field}: {NOT_STATED}`.",
                f"What no source states takes one line, `{field}: {NOT_STATED}`.",
            )


@information("Không phải làm gì.", "Nothing needs to be done.")
def not_translated(content: Content) -> Iterator[Found]:
    """Which texts are in Vietnamese alone, once a file: English may follow later, or never."""
    for _, texts in groupby(content.untranslated, key=lambda vi: vi.file):
        places = [vi.place for vi in texts]
        lines = ", ".join(str(place.line) for place in places[:_PLACES]) + (", …" if len(places) > _PLACES else "")
        yield Found(
            places[0],
            f"Số chỗ chưa có tiếng Anh trong tệp này: {len(places)} (dòng {lines}). Trang tiếng Anh hiện tiếng Việt.",
            f"Texts without English in this file: {len(places)} (line {lines}). The English page shows the Vietnamese.",
        )


@warning("Hãy dịch, hoặc bỏ cả dòng `en:`.", "Translate it, or remove the `en:` line.")
def same_in_both(content: Content) -> Iterator[Found]:
    """The English is not the Vietnamese over again, unless both are names and numbers."""
    for vi, en in content.pairs:
        words = _WORD.findall(en.text)
        if vi.text == en.text and any(word[0].islower() for word in words):
            yield Found(en.at(0), "Dòng `en:` giống hệt dòng `vi:`.", "The `en:` line equals the `vi:` line.")


@warning("Hãy gõ lại có dấu.", "Type it again with its accents.")
def vietnamese_without_accents(content: Content) -> Iterator[Found]:
    """Vietnamese is written with its accents; English has not slipped into its place."""
    for vi in content.originals:
        text = unicodedata.normalize("NFC", unquoted(vi.text))
        words = [word for word in _WORD.findall(text) if word[0].islower()]
        if len(words) >= _FEW_WORDS and not VIETNAMESE.search("".join(words)):
            yield Found(
                vi.at(0),
                "Dòng `vi:` không có chữ nào mang dấu.",
                "No word of the `vi:` line bears an accent, so it is not Vietnamese as written.",
            )


@warning(
    "Hãy dịch, hoặc bỏ cả dòng `en:`; lời trích nguyên văn đặt trong “…”.",
    "Translate it, or remove the `en:` line; words quoted as printed are put in “…”.",
)
def english_is_vietnamese(content: Content) -> Iterator[Found]:
    """The English is English: Vietnamese is in it as names, or between curly quotes or brackets."""
    for vi, en in content.pairs:
        bare = re.sub(r"\([^)]*\)", " ", unquoted(en.text))
        words = [word for word in _WORD.findall(bare) if word[0].islower()]
        accented = [word for word in words if VIETNAMESE.search(word)]
        if vi.text != en.text and len(words) >= _FEW_WORDS and 2 * len(accented) > len(words):
            yield Found(
                en.at(0),
                f"Dòng `en:` còn tiếng Việt: “{' '.join(accented[:4])}”.",
                f"The `en:` line is still Vietnamese: “{' '.join(accented[:4])}”.",
            )


@warning(
    "Hãy sửa dòng `en:`. Nếu tiếng Anh vẫn đúng, đánh dấu ô “bản tiếng Anh vẫn đúng” trong lời đề nghị; "
    "không biết tiếng Anh thì để nguyên.",
    "Change the `en:` line. If the English is still right, tick “the English is still right” in the proposal; "
    "if you do not know English, leave it.",
    across=True,
)
def outdated_translation(content: Content) -> Iterator[Found]:
    """The English translates the Vietnamese as it is now, not as it was (`macros/archive/translations.py`)."""
    for each in content.outdated:
        old, new = around(each.translated, each.text.pair.vi)
        yield Found(
            each.text.en.at(0),
            f"Tiếng Anh chưa theo kịp tiếng Việt ({each.text.name}): đã dịch từ “{old}”, nay là “{new}”.",
            f"The English lags behind the Vietnamese ({each.text.name}): it translates “{old}”, which is now “{new}”.",
        )


def _says_nothing(entry: Entry) -> bool:
    text = entry.text.strip()
    return bool(text) and _UNFILLED.match(text) is not None


def _no_content(entry: Entry) -> Found:
    text = entry.text.strip()[:40]
    return Found(entry.at(0), f"“{text}” chưa phải nội dung.", f"“{text}” is no content yet.")
