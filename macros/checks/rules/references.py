"""References between records: nothing is without one, and those of both sides agree."""

import re
from collections.abc import Iterator

from macros.archive.data_files import Content
from macros.archive.nodes import Node
from macros.checks.rule import Found, error, found_in, warning
from macros.checks.rules.documents import numbers_in_texts
from macros.records import DOCUMENT, MEETING, PROVINCE, SOURCES, TERM, TYPES, UNIT
from macros.text.language import Language


@warning(
    "Hãy ghi mã này ở bản ghi liên quan. Chưa có bản ghi như vậy thì ghi lý do vào `data/accepted.yml`; "
    "thêm nhầm thì xóa.",
    "Refer to its id in the record that it belongs to. If there is no such record yet, give the reason in "
    "`data/accepted.yml`; if it was added by mistake, remove it.",
    across=True,
)
def unreachable(content: Content) -> Iterator[Found]:
    """Every topic, person, document and term is named by some record, by its id or in a text."""
    if not content.complete:
        return  # a file that cannot be read may name anything
    named = {(collection, entry.text) for entry in content.entries if (collection := entry.refers_to)}
    named.update((DOCUMENT.collection, id) for id in _documents_in_texts(content))
    # What replaced or amended a document is on that document's page.
    named.update((DOCUMENT.collection, id) for id, record in content.records(DOCUMENT) if _changes_another(record))
    named.update((TERM.collection, id) for id in _terms_in_texts(content))
    for type in TYPES:
        for id, record in content.records(type) if type.must_be_named else ():
            if (type.collection, id) not in named:
                yield Found(record.place, f"Không bản ghi nào nêu đến “{id}”.", f"No record refers to “{id}”.")


@warning("Hãy xóa nguồn, hoặc ghi mã của nó ở dữ kiện mà nó nêu.", "Remove it, or give its id where it is the source.")
def unused_source(content: Content) -> Iterator[Found]:
    """Every source of a meeting states something of it."""
    for _, meeting in content.records(MEETING):
        inside = meeting.within()
        named = {entry.text for entry in inside if entry.refers_to == SOURCES}
        texts = " ".join(entry.text for entry in inside if entry.key in list(Language))
        for source in meeting["sources"]:
            id = source["id"].text
            stated = id in named or source["supports"].value or re.search(rf"\b{re.escape(id)}\b", texts)
            if id and not stated:
                yield Found(
                    source["id"].place,
                    f"Không dữ kiện nào của hội nghị lấy từ nguồn “{id}”.",
                    f"Nothing about the meeting is taken from the source “{id}”.",
                )


@error(
    "Hãy ghi tỉnh vào `formed_from:` của đúng đơn vị ở `successor:`.",
    "Name the province in `formed_from:` of the unit that is its `successor:`.",
)
def province_and_its_unit(content: Content) -> Iterator[Found]:
    """A province is one of those that its successor was formed from, and of no other unit."""
    units = {id: [part for part in unit["formed_from"] if part.text] for id, unit in content.records(UNIT)}
    successors = {id: province["successor"] for id, province in content.records(PROVINCE)}
    for province, successor in successors.items():
        if successor.text in units and province not in {part.text for part in units[successor.text]}:
            yield found_in(
                successor,
                f"Đơn vị “{successor.text}” không ghi tỉnh “{province}” ở `formed_from:`.",
                f"The unit “{successor.text}” does not name the province “{province}” in `formed_from:`.",
            )
    for unit, part in ((unit, part) for unit, parts in units.items() for part in parts):
        named = successors[part.text].text if part.text in successors else ""
        # A successor that is no unit is reported as such, and that is enough.
        if named in units and named != unit:
            yield found_in(
                part,
                f"Tỉnh “{part.text}” ghi `successor: {named}`, không phải “{unit}”.",
                f"The province “{part.text}” has `successor: {named}`, not “{unit}”.",
            )


def _documents_in_texts(content: Content) -> Iterator[str]:
    """The ids of the documents of which the number is in a text of another file."""
    numbers = numbers_in_texts(content)
    for id, document in content.records(DOCUMENT):
        if numbers.get(document["number"].text, set()) - {document.file}:
            yield id


def _changes_another(document: Node) -> bool:
    return any(change["document"].text for change in (*document["replaces"], *document["amends"]))


def _terms_in_texts(content: Content) -> Iterator[str]:
    """The ids of the terms of which a form is in a text of another file."""
    terms = content.records(TERM)
    texts = " ".join(entry.text for entry in content.texts if terms and entry.file != terms[0][1].file).casefold()
    for id, term in terms:
        if any(word.casefold() in texts for word in _forms(term)):
            yield id


def _forms(term: Node) -> list[str]:
    forms = (term["abbreviation"], term["term"]["vi"], *term["forms"])
    return [form.text for form in forms if form.text]
