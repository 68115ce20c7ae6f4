"""What readers can add to the archive: which record, in which file, and the blank record for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros import model
from macros.model.blank import blank, blank_entry, blank_item
from macros.text.language import Language


@dataclass(frozen=True)
class Addition:
    """A kind of record that can be added.

    Attributes:
        record: its class.
        home: the files that hold it, below `data/`: `meetings/*.yml` where each has a file of its own.
        make: the blank record, as it is put into its file.
        below: the key of the file below which it stands; empty for the whole file.
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
        """The blank record, explained in the language."""
        return self.make(self.record, language)


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
