"""What readers can add to the archive on the forge: which record, in which file, and the blank record for it.

Buttons open the forge's editor with the record filled in. Where its address cannot hold the record, the button puts it
on the clipboard (`adding.js`), to be pasted.
"""

from dataclasses import dataclass
from textwrap import indent
from typing import Any

from macros.data.writing import STEP
from macros.records import MEETING, SOURCE, TYPES, Attendance, Record, RecordType
from macros.records.blank import blank, blank_entry, blank_item
from macros.records.walk import fields_of
from macros.text.language import Language
from macros.views.repository import Repository

_FILLED = "add_filled"
# The page of the form for editing, within a language.
EDITING = "edit/"


def in_form(file: str, entry: str = "") -> str:
    """What to ask the form for editing for: a file of the data and, where it is one of several, an entry in it."""
    record = file.removeprefix("data/").removesuffix(".yml")
    return f"record={record}&entry={entry}" if entry else f"record={record}"


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
        type: its type, or that of the record to a list of which it is added.
        is_part: whether it is added to such a list.
    """

    record: type[Record]
    type: RecordType[Any]
    is_part: bool = False

    def in_form(self, file: str = "") -> str:
        """What to ask the form for editing for; `file` is that of the record to which a part is added."""
        if not self.is_part:
            return f"new={self.type.name}"
        fields = fields_of(MEETING.record).items()
        lists = [name for name, field in fields if field.is_list and field.record is self.record]
        # People are added to those who took part; statements of no other kind, to the results.
        return f"{in_form(file)}&add={lists[-1] if self.record is Attendance else lists[0]}"

    def blank(self, language: Language) -> str:
        """The blank record, explained in the language, as far indented as it is in its file."""
        if self.is_part:
            return blank_item(self.record, language)
        if self.type.has_own_file:
            return blank(self.record, language)
        return indent(blank_entry(self.record, language), STEP if self.type.key else "")

    def opened(self, repository: Repository, language: Language, file: str = "") -> Opened:
        """Where the record is added: in a new file, or in the one that holds it.

        `file` is that of the record to which a part is added.
        """
        if self.is_part:
            return Opened(repository.editor(file), "add_part")
        if not self.type.has_own_file:
            return Opened(repository.editor(f"data/{self.type.file}"), "add_entry")
        folder = f"data/{self.type.file.removesuffix('/*.yml')}"
        name = self.type.sample_file[list(Language).index(language)]
        filled = repository.new_file(folder, name, self.blank(language))
        if filled is not None:
            return Opened(filled, _FILLED)
        return Opened(repository.new_file(folder, name) or "", "add_new")


# The records in lists of a meeting, which can be added to an existing one, by the names of their classes.
PARTS = {
    field.record.__name__.removesuffix("Record").lower(): Addition(field.record, MEETING, is_part=True)
    for field in fields_of(MEETING.record).values()
    if field.is_list and field.record and field.record is not SOURCE.record
}
# What can be added, by the name that words and macros have for it; a review is several files at once.
ADDITIONS = {
    **{type.name: Addition(type.record, type) for type in TYPES if type.asked and not type.id_asked},
    **PARTS,
}
# What lists have a button for.
LISTED = tuple(name for name, addition in ADDITIONS.items() if not addition.is_part and not addition.type.key)
