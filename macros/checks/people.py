"""Names of people, in Vietnamese with their accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from macros.archive.data_files import Content
from macros.checks.letters import unquoted
from macros.checks.rule import Found, warning

# Surnames that are spelled with accents, without them; Phan, Cao, Mai, Kim and the like have none.
_SURNAMES = (
    "nguyen|tran|le|pham|hoang|huynh|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|quach|to|truong|doan|luong|ta|dao|ha|trinh"
)
_PLAIN_NAME = re.compile(rf"(?:{_SURNAMES})(?: [a-z]+)+", re.IGNORECASE)


@warning(
    "Hãy viết tên có dấu; nếu nguồn chỉ in không dấu, hãy nói vậy ở `note:`.",
    "Write the name with its accents; where the source prints none, say so in `note:`.",
)
def name_without_accents(content: Content) -> Iterator[Found]:
    """A person's name bears its accents, or a note says why it does not."""
    for person in content.file("data/people.yml"):
        name = person["name"]
        if _PLAIN_NAME.fullmatch(name.text) and not person["note"].value:
            yield Found(name.at(0), f"Tên “{name.text}” không có dấu.", f"The name “{name.text}” has no accents.")


@warning("Hãy viết tên có dấu.", "Write the name with its accents.", across=True)
def known_name_without_accents(content: Content) -> Iterator[Found]:
    """Vietnamese texts name a known person with the accents of the name."""
    names = {_plain(person["name"].text): person["name"].text for person in content.file("data/people.yml")}
    accented = {plain: name for plain, name in names.items() if plain != name and plain.count(" ") > 1}
    if not accented:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, accented))})(?!\w)")
    for entry in content.holding(pattern):
        if entry.key != "vi":
            continue
        for match in pattern.finditer(unquoted(entry.text)):
            name = accented[match[0]]
            yield Found(
                entry.at(match.start()),
                f"“{match[0]}” là tên không dấu của “{name}”.",
                f"“{match[0]}” is the name “{name}” without its accents.",
                entry.fix(match.start(), len(match[0]), name),
            )


def _plain(name: str) -> str:
    """The name without accents, its capitals and spaces kept."""
    letters = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
