"""Records and facts that are there twice."""

import unicodedata
from collections.abc import Callable, Iterator

from macros.archive.data_files import Content
from macros.archive.nodes import Node
from macros.checks.rule import Found, error, found_in, warning
from macros.data.spelling import slug
from macros.records import DOCUMENT, MEETING, NOT_STATED, PERSON, TERM


@error("Hãy xóa một trong hai.", "Remove one of them.")
def text_twice_in_a_file(content: Content) -> Iterator[Found]:
    """A file states a thing once."""
    for first, again in _repeated(content.statements, lambda statement: (statement.file, _words(statement))):
        yield Found(
            again["text"]["vi"].place,
            f"Nội dung này đã có ở dòng {first.place.line} (“{first['id'].text}”).",
            f"This text is already on line {first.place.line} (“{first['id'].text}”).",
        )


@warning("Nếu là một việc, hãy chỉ giữ một chỗ.", "If it is one fact, keep it in one place.", across=True)
def text_twice(content: Content) -> Iterator[Found]:
    """Two files seldom state a thing in the very same words."""
    for first, again in _repeated(content.statements, _words):
        if first.file != again.file:
            yield Found(
                again["text"]["vi"].place,
                f"Nội dung này giống hệt ở {first.place} (“{first['id'].text}”).",
                f"This text is the same as in {first.place} (“{first['id'].text}”).",
            )


@error("Hãy giữ một; số của nguồn khác ghi vào `note:`.", "Keep one; another source’s number goes into `note:`.")
def figure_twice(content: Content) -> Iterator[Found]:
    """A file has one figure for a thing, a date and a place."""
    for first, again in _repeated(content.figures, lambda figure: (figure.file, *_counted(figure))):
        yield Found(
            again["value"].place,
            f"Số liệu này đã có ở dòng {first.place.line}: {first['value'].value}; ở đây là {again['value'].value}.",
            f"This figure is already on line {first.place.line} as {first['value'].value}; "
            f"here it is {again['value'].value}.",
        )


@warning("Hãy xem số nào đúng với nguồn.", "Check which one its source states.", across=True)
def figure_unlike_another(content: Content) -> Iterator[Found]:
    """Two files give one value for a thing, a date and a place."""
    for first, again in _repeated(content.figures, _counted):
        if first.file != again.file and first["value"].value != again["value"].value:
            yield Found(
                again["value"].place,
                f"{again['value'].value} khác {first['value'].value} của cùng số liệu ở {first.place}.",
                f"{again['value'].value} differs from {first['value'].value} for the same figure in {first.place}.",
            )


@error("Hãy bỏ một.", "Remove one of them.")
def id_twice_in_a_list(content: Content) -> Iterator[Found]:
    """A list names a thing once."""
    for entry in content.entries:
        texts = [item for item in entry.value if isinstance(item, str)] if entry.is_list else []
        if len(texts) == len(set(texts)):
            continue
        ids = [item for item in entry if item.text]
        for first, again in _repeated(ids, lambda item: item.text):
            yield Found(
                again.at(0),
                f"“{first.text}” đã có trong danh sách này.",
                f"“{first.text}” is in this list already.",
            )


@error("Hãy giữ một mục.", "Keep one of them.")
def abbreviation_twice(content: Content) -> Iterator[Found]:
    """An abbreviation stands for one term."""
    terms = [term for _, term in content.records(TERM) if term["abbreviation"].text]
    for first, again in _repeated(terms, lambda term: term["abbreviation"].text):
        short = again["abbreviation"]
        yield found_in(
            short,
            f"Chữ viết tắt “{short.text}” đã có ở mục “{first.key}”.",
            f"The abbreviation “{short.text}” already has the term “{first.key}”.",
        )


@warning("Nếu là một hội nghị, hãy gộp vào một tệp.", "If they are one meeting, put all into one file.", across=True)
def meeting_twice(content: Content) -> Iterator[Found]:
    """Two files do not hold a meeting of one day, of the same place and title."""
    dated = [meeting for _, meeting in content.records(MEETING) if meeting["date"].date]
    for first, again in _repeated(dated, _held):
        yield found_in(
            again["title"]["vi"],
            f"Hội nghị cùng ngày, cùng nơi, cùng tên đã có ở {first.file}.",
            f"A meeting of the same day, place and title is in {first.file} already.",
        )


@warning("Nếu là một văn bản, hãy giữ một tệp.", "If they are one document, keep one file.", across=True)
def document_title_twice(content: Content) -> Iterator[Found]:
    """Two files do not hold a document of one date and one title."""
    titled = [each for _, each in content.records(DOCUMENT) if each["title"]["vi"].text and each["date"].date]
    for first, again in _repeated(titled, lambda each: (slug(each["title"]["vi"].text), str(each["date"].date))):
        if first["number"].text != again["number"].text:  # else `document_twice` reports it
            yield found_in(
                again["title"]["vi"],
                f"Văn bản cùng ngày, cùng trích yếu đã có ở {first.file} (số {first['number'].text}).",
                f"A document of the same date and title is in {first.file} already (number {first['number'].text}).",
            )


@warning("Nếu là một người, hãy dùng một mã.", "If they are one person, use one id.")
def person_twice(content: Content) -> Iterator[Found]:
    """Two ids do not bear one name."""
    people = [person for _, person in content.records(PERSON) if person["name"].text]
    for first, again in _repeated(people, lambda person: slug(person["name"].text)):
        name = again["name"]
        yield found_in(
            name,
            f"Tên “{name.text}” đã có mã “{first.key}”.",
            f"The name “{name.text}” already has the id “{first.key}”.",
        )


@warning("Hãy dùng một nguồn cho cả hai.", "Use one source for both.")
def source_twice(content: Content) -> Iterator[Found]:
    """A file lists an address once."""
    addresses = [source["url"] for file in content.files.values() for source in file.root["sources"]]
    stated = [url for url in addresses if url.text not in ("", NOT_STATED)]
    for first, again in _repeated(stated, lambda url: (url.file, url.text)):
        yield Found(
            again.place,
            f"Địa chỉ này đã có ở dòng {first.place.line}.",
            f"This address is already on line {first.place.line}.",
        )


def _repeated(entries: list[Node], key: Callable[[Node], object]) -> Iterator[tuple[Node, Node]]:
    seen: dict[object, Node] = {}
    for entry in entries:
        first = seen.setdefault(key(entry), entry)
        if first is not entry:
            yield first, entry


def _held(meeting: Node) -> tuple[object, ...]:
    """What tells a meeting from others: day, level, provinces, title."""
    provinces = tuple(sorted(province.text for province in meeting["provinces"]))
    return str(meeting["date"].date), meeting["level"].text, provinces, slug(meeting["title"]["vi"].text)


def _words(statement: Node) -> str:
    """What a statement says, whatever its spacing and capitals."""
    return _plain(statement["text"]["vi"].text)


def _counted(figure: Node) -> tuple[object, ...]:
    """What a figure counts: thing, unit, date and places."""
    places = tuple(sorted(province.text for province in figure["provinces"]))
    return _plain(figure["what"]["vi"].text), _plain(figure["unit"]["vi"].text), str(figure["as_of"].value), places


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().rstrip(".").split())
