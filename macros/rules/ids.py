"""Ids: those that are taken."""

from __future__ import annotations

from collections.abc import Iterator

from macros.reading.content import Content
from macros.rules.rule import Found, error

# The lists of documents and people divide below their own page: documents/years/2023/, people/letters/h/.
_TAKEN = {"documents": ("types", "years"), "people": ("letters",)}


@error("Hãy đặt mã khác.", "Choose another.")
def id_of_a_list(content: Content) -> Iterator[Found]:
    """No document and no person has the address of a list."""
    people = [(person.key, person) for person in content.file("data/people.yml")]
    records = {"documents": content.folder("documents"), "people": people}
    for kind, entries in records.items():
        for id, record in entries:
            if id in _TAKEN[kind]:
                yield Found(
                    record.place,
                    f"Mã “{id}” là địa chỉ của một danh sách ({kind}/{id}/).",
                    f"The id “{id}” is the address of a list ({kind}/{id}/).",
                )
