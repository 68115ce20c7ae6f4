"""Documents: numbers in their official form, number and date where known, ids that fit, links from what names them."""

import re
from collections.abc import Iterator, Mapping

from macros.archive.data_files import Content, DataFile
from macros.archive.nodes import Node
from macros.checks.accepted import FILE as ACCEPTED
from macros.checks.rule import Found, error, found_at, found_in, warning
from macros.checks.rules.dates import plausible
from macros.checks.rules.letters import unquoted
from macros.data.problems import Place
from macros.data.spelling import slug
from macros.records import DOCUMENT, NOT_STATED, SLUG
from macros.records.messages import NOT_STATED_WRITTEN

_KINDS = ("QĐ", "QĐNS", "NQ", "KL", "CT", "HD", "KH", "TTr", "BC", "QC", "TB", "ĐA", "CTr", "CV")
_TYPES = {kind.upper().replace("Đ", "D"): kind for kind in _KINDS}
# A Party document, `96-QĐ/TW` (number-type/organ), and State ones, `202/2025/QH15`, `20/NQ-HĐND`.
_OFFICIAL = re.compile(
    rf"\d{{2,4}}-(?:{'|'.join(_TYPES.values())})/[A-ZĐ]{{2,8}}"
    r"|\d{1,4}/(?:\d{4}/)?[A-ZĐ]{2,7}(?:\d{1,2}|-(?!TW|TU)[A-ZĐ][A-Za-zĐ]{1,8})"
)
_LOOSE_PARTY = re.compile(
    rf"(?<![\w/-])(\d{{1,4}})[ –—/-]{{0,3}}((?i:{'|'.join({*_TYPES, *_TYPES.values()})}))[ –—/-]{{1,3}}"
    r"(T\.?Ư|T\.W|[A-ZĐ]{0,6}(?:TW|TU|ĐU|HU)|tw|tu|btctw|vptw)(?!\w)"
)
_LOOSE_STATE = re.compile(r"(?<![\w/-])(\d{1,4})[ /-]{1,3}(\d{4})[ /-]{1,3}(QH\d{2}|qh\d{2})(?!\w)")
_AROUND = " .,;:“”\"'()"
_BARE = re.compile(r"\d{1,4}(/\d{4})?")


def official(text: str) -> str | None:
    """The official form of a document's number written in another way; None where it cannot be known."""
    text = re.sub(r"^(?i:số)\s+", "", text.strip(_AROUND))
    if _OFFICIAL.fullmatch(text):
        return text
    if party := _LOOSE_PARTY.fullmatch(text):
        number, type, organ = party.groups()
        type = _TYPES[type.upper().replace("Đ", "D")]
        return f"{number.zfill(2)}-{type}/{re.sub(r'T[.]?Ư', 'TW', organ.replace('T.W', 'TW')).upper()}"
    if state := _LOOSE_STATE.fullmatch(text):
        return "/".join(state.groups()).upper()
    return None


def official_numbers(text: str) -> Iterator[re.Match[str]]:
    """The documents' numbers in a text, each in its official form."""
    return _OFFICIAL.finditer(text)


def numbers_in_texts(content: Content) -> dict[str, set[str]]:
    """The documents' numbers that texts hold, each with the files that hold it; reasons for warnings are no record."""
    found: dict[str, set[str]] = {}
    for entry in content.texts:
        for number in _OFFICIAL.findall(entry.text) if entry.file != ACCEPTED else ():
            found.setdefault(number, set()).add(entry.file)
    return found


@error("Hãy viết như trên văn bản: 96-QĐ/TW, 04-NQ/TW, 202/2025/QH15.", "Write 96-QĐ/TW, 04-NQ/TW, 202/2025/QH15.")
def document_number_form(content: Content) -> Iterator[Found]:
    """A document's number is written as the document bears it."""
    for _, document in content.records(DOCUMENT):
        number = document["number"]
        text = number.text
        if not text or text == NOT_STATED or _is_known(text):
            continue
        right = NOT_STATED if slug(text) in NOT_STATED_WRITTEN else official(text)
        vi, en = (f" Cần “{right}”.", f" Expected “{right}”.") if right else ("", "")
        yield found_in(
            number,
            f"Số hiệu “{text}” không đúng dạng chính thức.{vi}",
            f"The number “{text}” is not in its official form.{en}",
            right or "",
        )


@warning("Hãy sửa lại; lời trích đặt trong “…”.", "Correct it; put words quoted as printed in “…”.")
def document_number_in_a_text(content: Content) -> Iterator[Found]:
    """A document's number inside a text is in its official form, too."""
    for entry in (side for pair in content.pairs for side in pair):
        text = unquoted(entry.text)
        for match in (match for pattern in (_LOOSE_PARTY, _LOOSE_STATE) for match in pattern.finditer(text)):
            right = official(match[0])
            if right and right != match[0]:
                yield found_at(
                    entry,
                    match,
                    f"Số hiệu “{match[0]}” không đúng dạng chính thức, cần “{right}”.",
                    f"The number “{match[0]}” is not in its official form, expected “{right}”.",
                    right,
                )


@warning("Nếu tìm được nguồn nêu rõ, hãy bổ sung.", "Add it when a source that states it is found.")
def document_not_identified(content: Content) -> Iterator[Found]:
    """Number and date together identify a document; that either is not known is for an editor to accept."""
    for _, document in content.records(DOCUMENT):
        number, date = document["number"], document["date"]
        if number.text == NOT_STATED:
            yield Found(number.place, "Chưa biết số hiệu của văn bản.", "The document’s number is not known.")
        elif _BARE.fullmatch(number.text):
            yield Found(
                number.place,
                f"Số hiệu “{number.text}” thiếu loại và cơ quan.",
                f"The number “{number.text}” has no type and no issuing body.",
            )
        if date.text == NOT_STATED:
            yield Found(date.place, "Chưa biết ngày của văn bản.", "The document’s date is not known.")


@error(
    "Hãy sửa số hiệu hoặc ngày, hoặc đặt lại tên tệp nếu tệp còn mới.", "Correct it, or rename the file if it is new."
)
def document_id(content: Content) -> Iterator[Found]:
    """The id of a document repeats its number, and the year of its date where it ends with a year."""
    for id, document in content.records(DOCUMENT):
        number, date = document["number"], document["date"]
        # What goes by a name may be filed under it.
        is_numbered = id[:1].isdigit() or not document["known_as"].value
        if (
            _is_known(number.text)
            and is_numbered
            and SLUG.fullmatch(id)
            and not f"{id}-".startswith(_start(number.text))
        ):
            right = DOCUMENT.id_by_content(document.value)
            yield found_in(
                number,
                f"Số hiệu {number.text} không khớp với tên tệp “{id}.yml”; theo số hiệu là “{right}.yml”.",
                f"The number {number.text} does not fit the file’s name “{id}.yml”; by the number it is “{right}.yml”.",
            )
        year = re.search(r"-(\d{4})$", id)
        if year and (issued := plausible(date)) and issued.year != int(year[1]):
            yield Found(
                date.place,
                f"Ngày {issued} không thuộc năm {year[1]} trong tên tệp “{id}”.",
                f"The date {issued} is not of the year {year[1]} in the file’s name “{id}”.",
            )


@error("Hãy xóa một trong hai.", "Remove one of them.", across=True)
def document_twice(content: Content) -> Iterator[Found]:
    """No two records have the same number and the same date."""
    seen: dict[tuple[str, str], str] = {}
    for id, file in content.files_of(DOCUMENT):
        number, date, place = file.cached(_number_and_date)
        if not number or number == NOT_STATED or not date:
            continue
        first = seen.setdefault((number, date), id)
        if first != id:
            yield Found(
                place,
                f"Văn bản {number} ngày {date} đã có bản ghi “{first}”.",
                f"The document {number} of {date} already has the record “{first}”.",
            )


@error("Hãy sửa một trong các `replaces:`.", "Correct one of the `replaces:`.", across=True)
def replaced_in_a_circle(content: Content) -> Iterator[Found]:
    """No document replaces, by itself or through others, one that replaces it."""
    replaced = {
        id: {change["document"].text: change["document"] for change in document["replaces"]}
        for id, document in content.records(DOCUMENT)
    }
    for id in replaced:
        circle = _circle(id, replaced)
        if circle and id == min(circle):  # reported once, at one of the documents in it
            names = " → ".join((*circle, id))
            yield found_in(
                replaced[id][(*circle, id)[1]],
                f"Văn bản thay thế lẫn nhau thành vòng: {names}.",
                f"The documents replace one another in a circle: {names}.",
            )


@error("Hãy sửa ngày, hoặc mã văn bản.", "Correct the date, or the id of the document.", across=True)
def changed_before_its_date(content: Content) -> Iterator[Found]:
    """A document is replaced or amended on the day it bears or later, by one that bears that day or a later one."""
    issued = {id: plausible(document["date"]) for id, document in content.records(DOCUMENT)}
    for id, document in content.records(DOCUMENT):
        for change in (*document["replaces"], *document["amends"]):
            old = change["document"]
            first = issued.get(old.text)
            for entry, day in ((change["since"], plausible(change["since"])), (old, issued[id])):
                if first and day and day.end < first.start:
                    yield Found(
                        entry.place,
                        f"Văn bản “{old.text}” đề {first}, không thể bị thay thế hay sửa đổi từ {day}.",
                        f"The document “{old.text}” bears the date {first} and cannot be replaced or amended on {day}.",
                    )
                    break


@warning("Hãy thêm mã vào `documents:`.", "Add its id to `documents:`.", across=True)
def document_not_linked(content: Content) -> Iterator[Found]:
    """A statement that names a document links to it."""
    by_number: dict[str, list[str]] = {}
    for id, document in content.records(DOCUMENT):
        by_number.setdefault(document["number"].text, []).append(id)
    for statement in content.statements:
        linked = {document.text for document in statement["documents"]}
        text = statement["text"]["vi"]
        for match in _OFFICIAL.finditer(text.text):
            ids = by_number.get(match[0], [])
            if ids and not linked.intersection(ids):
                yield found_at(
                    text,
                    match,
                    f"Ý này nhắc đến {match[0]} mà `documents:` không có mã {' hoặc '.join(ids)}.",
                    f"The statement names {match[0]} and `documents:` lacks the id {' or '.join(ids)}.",
                )


def _circle(start: str, replaced: Mapping[str, Mapping[str, Node]]) -> list[str]:
    """The documents on the shortest way from one through those it replaces back to itself; empty where none leads."""
    ways = [[start]]
    seen = {start}
    for way in ways:  # grows while it is read
        for each in replaced.get(way[-1], ()):
            if each == start:
                return way
            if each not in seen:
                seen.add(each)
                ways.append([*way, each])
    return []


def _is_known(number: str) -> bool:
    return bool(_BARE.fullmatch(number) or _OFFICIAL.fullmatch(number))


def _start(number: str) -> str:
    """How the id of a document with this number begins."""
    return f"{re.sub(r'[^a-z0-9]+', '-', number.lower().replace('đ', 'd'))}-"


def _number_and_date(file: DataFile) -> tuple[str, str, Place]:
    """Number and date of a document, empty where they are not stated, and where the number is."""
    number, date = file.root["number"], file.root["date"].date
    return number.text, str(date or ""), number.at(0)
