"""Texts say something, in Vietnamese with its accents, and in English the same; English may be missing."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from macros.archive.data_files import Content
from macros.archive.nodes import Node
from macros.checks.rule import Found, error, found_at, found_in, information, warning
from macros.checks.rules.letters import unquoted
from macros.data.spelling import without_accents
from macros.records import NOT_STATED, PERSON
from macros.text.language import Language
from macros.text.passages import VIETNAMESE
from macros.text.wording import around

# The marks of blank records are refused when a file is read.
_UNFILLED = re.compile(r"(?i:todo|tbd|fixme|xxx+|lorem ipsum|chưa dịch|cần dịch|not translated)\b|[\s.…?_*–—-]+$")
_WORD = re.compile(r"[^\W\d_]+")
_FEW_WORDS = 4
_PLACES = 5  # lines that are named of those without English
_LONGEST_STATEMENT = 600  # letters: about a hundred words
# Surnames that are spelled with accents, without them; Phan, Cao, Mai, Kim and the like have none.
_SURNAMES = (
    "nguyen|tran|le|pham|hoang|huynh|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|quach|to|truong|doan|luong|ta|dao|ha|trinh"
)
_PLAIN_NAME = re.compile(rf"(?:{_SURNAMES})(?: [a-z]+)+", re.IGNORECASE)


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


@error("Hãy bỏ các dòng vi, en và viết như trên.", "Remove the lines vi and en, and write it like this.")
def not_stated_in_a_text(content: Content) -> Iterator[Found]:
    """That no source states something is said of the whole field, not in one of its languages."""
    english = (en for vi, en in content.pairs if vi.text == NOT_STATED)
    for entry in (*content.originals, *english):
        if entry.text == NOT_STATED:
            field = next((step for step in reversed(entry.path[:-1]) if isinstance(step, str)), "")
            yield found_in(
                entry,
                f"Nguồn không nêu thì cần một dòng `{field}: {NOT_STATED}`.",
                f"Where no source states it, write one line: `{field}: {NOT_STATED}`.",
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
        if vi.text == en.text and _common_words(en.text):
            yield found_in(en, "Dòng `en:` giống hệt dòng `vi:`.", "The `en:` line equals the `vi:` line.")


@warning("Hãy gõ lại có dấu.", "Type it again with its accents.")
def vietnamese_without_accents(content: Content) -> Iterator[Found]:
    """Vietnamese is written with its accents; English has not slipped into its place."""
    for vi in content.originals:
        words = _common_words(unicodedata.normalize("NFC", unquoted(vi.text)))
        if len(words) >= _FEW_WORDS and not VIETNAMESE.search("".join(words)):
            yield found_in(
                vi,
                "Dòng `vi:` không có chữ nào mang dấu.",
                "No word of the `vi:` line has an accent, so this is not correctly written Vietnamese.",
            )


@warning(
    "Hãy dịch, hoặc bỏ cả dòng `en:`; lời trích nguyên văn đặt trong “…”.",
    "Translate it, or remove the `en:` line; put words quoted as printed in “…”.",
)
def english_is_vietnamese(content: Content) -> Iterator[Found]:
    """The English is English: Vietnamese is in it as names, or between curly quotes or brackets."""
    for vi, en in content.pairs:
        words = _common_words(re.sub(r"\([^)]*\)", " ", unquoted(en.text)))
        accented = [word for word in words if VIETNAMESE.search(word)]
        if vi.text != en.text and len(words) >= _FEW_WORDS and 2 * len(accented) > len(words):
            yield found_in(
                en,
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


@warning("Hãy chia thành nhiều mục, mỗi mục một ý.", "Split it into entries with one point each.")
def long_statement(content: Content) -> Iterator[Found]:
    """A statement is one point, restated briefly."""
    for statement in content.statements:
        text = statement["text"]["vi"]
        length = len(text.text)
        if length > _LONGEST_STATEMENT:
            yield found_in(
                text,
                f"Ý này dài {length} chữ cái, quá {_LONGEST_STATEMENT}.",
                f"The statement has {length} letters, more than {_LONGEST_STATEMENT}.",
            )


@warning(
    "Hãy viết tên có dấu; nếu nguồn chỉ in không dấu, hãy nói vậy ở `note:`.",
    "Write the name with its accents; where the source prints none, say so in `note:`.",
)
def name_without_accents(content: Content) -> Iterator[Found]:
    """A person's name bears its accents, or a note says why it does not."""
    for _, person in content.records(PERSON):
        name = person["name"]
        if _PLAIN_NAME.fullmatch(name.text) and not person["note"].value:
            yield found_in(name, f"Tên “{name.text}” không có dấu.", f"The name “{name.text}” has no accents.")


@warning("Hãy viết tên có dấu.", "Write the name with its accents.", across=True)
def known_name_without_accents(content: Content) -> Iterator[Found]:
    """Vietnamese texts name a known person with the accents of the name."""
    names = {without_accents(name): name for _, person in content.records(PERSON) if (name := person["name"].text)}
    accented = {plain: name for plain, name in names.items() if plain != name and plain.count(" ") > 1}
    if not accented:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, accented))})(?!\w)")
    for entry in content.holding(pattern):
        for match in pattern.finditer(unquoted(entry.text)) if entry.key == Language.VI else ():
            name = accented[match[0]]
            yield found_at(
                entry,
                match,
                f"“{match[0]}” là tên không dấu của “{name}”.",
                f"“{match[0]}” is the name “{name}” without its accents.",
                name,
            )


def _says_nothing(entry: Node) -> bool:
    text = entry.text.strip()
    return bool(text) and _UNFILLED.match(text) is not None


def _no_content(entry: Node) -> Found:
    text = entry.text.strip()[:40]
    return found_in(entry, f"“{text}” mới chỉ là chữ giữ chỗ.", f"“{text}” is still a placeholder.")


def _common_words(text: str) -> list[str]:
    """The words of a text that are not written as names."""
    return [word for word in _WORD.findall(text) if word[0].islower()]
