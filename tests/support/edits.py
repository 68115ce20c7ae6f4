"""Edits of the kind people get wrong, and where the message about each must point."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MARK = "¦"


@dataclass(frozen=True)
class Edit:
    """A replacement in one file.

    `MARK` stands where the message must point, and is not written: in the new text, or where that place is another
    one, in `at`, a text that the edited file holds.
    """

    file: str
    old: str
    new: str
    at: str = ""

    def apply(self, tree: Path) -> str:
        """Make the edit in a project tree; gives the `file:line:column` of the mark."""
        path = tree / self.file
        text = path.read_text("utf-8")
        edited = self._replaced(text, self.old, self.new)
        if self.at:
            edited = self._replaced(edited, self.at.replace(MARK, ""), self.at)
        assert edited.count(MARK) == 1, f"one place must be marked in {self.file}"
        before, after = edited.split(MARK)
        assert before + after != text
        # As bytes: the text is written as it is, whatever the system's line ends.
        path.write_bytes((before + after).encode("utf-8"))
        return f"{self.file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"

    def _replaced(self, text: str, old: str, new: str) -> str:
        assert old in text, f"{self.file} no longer holds what this test edits: {old!r}"
        return text.replace(old, new, 1)
