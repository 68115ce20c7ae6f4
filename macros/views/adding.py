"""What readers can add to the archive on the forge: which record, in which file, and the blank record for it.

Buttons open the forge's editor with the record filled in. Where its address cannot hold the record, the button puts it
on the clipboard (`adding.js`), to be pasted.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import indent

from macros.data.writing import STEP
from macros.records import MEETING, SOURCE, TYPES, Record
from macros.records.blank import blank, blank_entry, blank_item
from macros.records.walk import fields_of
from macros.text.language import Language, word
from macros.views.repository import Repository

_FILLED = "add_filled"


@dataclass(frozen=True)
class Opened:
    """The address that opens a file on the forge, and the key in `words.yml` of what is to be done there."""

    address: str
    how: str

    @property
    def is_filled(self) -> bool:
        """True where the blank record is in it already; else it is to be pasted."""
        return self.how == _FILLED


@dataclass(frozen=True)
class Addition:
    """A record that can be added.

    Attributes:
        record: its class.
        home: the files that hold it, below `data/`: `meetings/*.yml` where each has a file of its own.
        key: the key of the file below which it is; empty for the whole file.
        is_part: whether it is added to a list of a record that is there.
    """

    record: type[Record]
    home: str
    key: str = ""
    is_part: bool = False

    def blank(self, language: Language) -> str:
        """The blank record, explained in the language, as far indented as it is in its file."""
        if self.is_part:
            return blank_item(self.record, language)
        if "*" in self.home:
            return blank(self.record, language)
        entry = blank_entry(self.record, language)
        return indent(entry, STEP) if self.key else entry

    def opened(self, repository: Repository, language: Language, file: str = "") -> Opened:
        """Where the record is added: in a new file, or in the one that holds it.

        `file` is that of the meeting, for a part of one.
        """
        if self.is_part:
            return Opened(repository.editor(file), "add_part")
        if "*" not in self.home:
            return Opened(repository.editor(f"data/{self.home}"), "add_entry")
        folder = self.home.removesuffix("/*.yml")
        name = word(f"blank_name_{folder}", language)
        filled = repository.new_file(f"data/{folder}", name, self.blank(language))
        if filled is not None:
            return Opened(filled, _FILLED)
        return Opened(repository.new_file(f"data/{folder}", name) or "", "add_new")


# The records in lists of a meeting, which can be added to an existing one, by the names of their classes.
_OF_MEETINGS = [each.record for each in fields_of(MEETING.record).values() if each.is_list and each.record]
PARTS = {
    record.__name__.removesuffix("Record").lower(): Addition(record, MEETING.file, is_part=True)
    for record in _OF_MEETINGS
    if record is not SOURCE.record
}
# What can be added, by the name that words and macros have for it; a review is several files at once.
ADDITIONS: dict[str, Addition] = {
    **{each.name: Addition(each.record, each.file, each.key) for each in TYPES if each.asked and not each.id_asked},
    **PARTS,
}
# What lists have a button for.
LISTED = tuple(name for name, addition in ADDITIONS.items() if not addition.key and not addition.is_part)
