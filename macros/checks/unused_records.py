"""Records that nothing leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.archive.data_files import Content, Entry
from macros.checks.documents import numbers_in_texts
from macros.checks.rule import Found, warning

_NAMED_BY = {
    "topics": ("topics",),
    "people": ("by", "person"),
    "documents": ("documents", "document"),
}


@warning(
    "Hãy ghi mã này ở bản ghi liên quan. Chưa có bản ghi như vậy thì ghi lý do vào `data/accepted.yml`; "
    "thêm nhầm thì xóa.",
    "Name its id where it belongs. If there is no such place yet, give the reason in `data/accepted.yml`; "
    "if it was added by mistake, remove it.",
    across=True,
)
def unreachable(content: Content) -> Iterator[Found]:
    """Every topic, person, document and term is named by some record."""
    if not content.complete:
        return  # a file that cannot be read may name anything
    records: dict[str, list[tuple[str, Entry]]] = {
        "topics": [(topic.key, topic) for topic in content.file("data/topics.yml")],
        "people": [(person.key, person) for person in content.file("data/people.yml")],
        "documents": content.folder("documents"),
    }
    numbers = numbers_in_texts(content)
    for kind, keys in _NAMED_BY.items():
        named = {entry.text for entry in content.entries if _names(entry, keys)}
        for id, record in records[kind]:
            elsewhere = numbers.get(record["number"].text, set()) - {record.file}
            if id not in named and not elsewhere:
                yield _unnamed(record, id)
    yield from _unused_terms(content)


@warning("Hãy xóa nguồn, hoặc ghi mã của nó ở dữ kiện mà nó nêu.", "Remove it, or name it where it states something.")
def unused_source(content: Content) -> Iterator[Found]:
    """Every source of a meeting states something of it."""
    for _, meeting in content.folder("meetings"):
        inside = list(meeting.within())
        named = {entry.text for entry in inside if entry.key == "source"}
        texts = " ".join(entry.text for entry in inside if entry.key in ("vi", "en"))
        for source in meeting["sources"]:
            id = source["id"].text
            stated = source["supports"].value or re.search(rf"\b{re.escape(id)}\b", texts)
            if id and id not in named and not stated:
                yield Found(
                    source["id"].place,
                    f"Không dữ kiện nào của hội nghị lấy từ nguồn “{id}”.",
                    f"Nothing about the meeting is taken from the source “{id}”.",
                )


def _unused_terms(content: Content) -> Iterator[Found]:
    glossary = content.file("data/glossary.yml")
    named = {entry.text for entry in content.entries if _names(entry, ("see",))}
    texts = " ".join(entry.text for entry in content.texts if entry.file != glossary.file).casefold()
    for term in glossary:
        words = [term["abbreviation"].text, term["term"]["vi"].text, *(form.text for form in term["forms"])]
        if term.key not in named and not any(word and word.casefold() in texts for word in words):
            yield _unnamed(term, term.key)


def _names(entry: Entry, keys: tuple[str, ...]) -> bool:
    """True for an id under one of the keys, by itself or in a list."""
    return entry.key in keys or (len(entry.path) > 1 and entry.path[-2] in keys)


def _unnamed(record: Entry, id: str) -> Found:
    return Found(
        record.place,
        f"Không bản ghi nào nêu đến “{id}”.",
        f"No record names “{id}”.",
    )
