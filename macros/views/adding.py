"""What readers can add to the archive on the forge: which record, in which file, and the blank record for it.

Buttons open the forge's editor with the record filled in. Where its address cannot hold the record, the button puts it
on the clipboard (`adding.js`), to be pasted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import indent

from macros import records as model
from macros.data.writing import STEP
from macros.records.blank import blank, blank_entry, blank_item
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
    """A kind of record that can be added.

    Attributes:
        record: its class.
        home: the files that hold it, below `data/`: `meetings/*.yml` where each has a file of its own.
        make: the blank record, as it is put into its file.
        below: the key of the file below which it is; empty for the whole file.
    """

    record: type[model.Record]
    home: str
    make: Callable[[type[model.Record], Language], str]
    below: str = ""

    @property
    def has_own_file(self) -> bool:
        """True where each record is a file in a folder."""
        return self.make is blank

    def blank(self, language: Language) -> str:
        """The blank record, explained in the language, as far indented as it is in its file."""
        text = self.make(self.record, language)
        return indent(text, STEP) if self.below else text

    def opened(self, repository: Repository, language: Language, file: str = "") -> Opened:
        """Where the record is added: in a new file, or in the one that holds it.

        For a part of a meeting that is the `file` of the meeting.
        """
        if not self.has_own_file:
            how = "add_entry" if self.make is blank_entry else "add_part"
            return Opened(repository.editor(file or f"data/{self.home}"), how)
        folder = self.home.removesuffix("/*.yml")
        name = word(f"blank_name_{folder}", language)
        filled = repository.new_file(f"data/{folder}", name, self.blank(language))
        if filled is not None:
            return Opened(filled, _FILLED)
        return Opened(repository.new_file(f"data/{folder}", name) or "", "add_new")


# By the name that words and macros have for them.
ADDITIONS: dict[str, Addition] = {
    "meeting": Addition(model.MeetingRecord, "meetings/*.yml", blank),
    "document": Addition(model.DocumentRecord, "documents/*.yml", blank),
    "person": Addition(model.Person, "people.yml", blank_entry),
    "topic": Addition(model.Topic, "topics.yml", blank_entry),
    "term": Addition(model.Term, "glossary.yml", blank_entry),
    "province": Addition(model.Province, "provinces.yml", blank_entry, "provinces"),
    "unit": Addition(model.Unit, "provinces.yml", blank_entry, "units"),
    "figure": Addition(model.Figure, "meetings/*.yml", blank_item),
    "statement": Addition(model.StatementRecord, "meetings/*.yml", blank_item),
    "conclusion": Addition(model.ConclusionRecord, "meetings/*.yml", blank_item),
    "attendance": Addition(model.Attendance, "meetings/*.yml", blank_item),
}
# What goes into a meeting that is there, and what lists have a button for.
PARTS = tuple(name for name, addition in ADDITIONS.items() if addition.make is blank_item)
LISTED = tuple(name for name, addition in ADDITIONS.items() if not addition.below and name not in PARTS)
