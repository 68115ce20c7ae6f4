"""Which sentences of a summary are older than what they sum up.

`summaries/` keeps, for each file of `data/` with a summary, each sentence with the statements and figures it rests on
as they were when it was last known to sum them up: `make fix` writes it, no one edits it. So editors keep no dates and
no marks. The rule is that of `translations.py`, where the English takes the place of the sentence:

* A sentence is outdated when something it rests on no longer says the same, and the sentence still does.
* Any change of the sentence clears it, in the same edit or a later one; `make confirm` clears it without one.
* A sentence is known by its words; what has no record is new and counts as right.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from macros.archive import kept
from macros.archive.translations import Spot
from macros.data.problems import Problem
from macros.text.wording import same

FOLDER = "summaries"
_LOST = (
    "mọi câu tóm lược của tệp dữ liệu tương ứng được coi là đúng",
    "all sentences of the summaries of the data file that it belongs to then count as right",
)


class Summed(NamedTuple):
    """A sentence in Vietnamese, and what it rests on in Vietnamese, by the ids that it names."""

    sentence: str
    rests_on: dict[str, str]


_SUMMED = TypeAdapter(list[Summed])


class Summary(NamedTuple):
    """A sentence of the data with where it is; `file` as `meetings/2022-06-29`, `field` as `cadres.summary`."""

    file: str
    field: str
    summed: Summed
    spot: Spot

    @property
    def name(self) -> str:
        """What `make confirm` calls it and the other sentences of its summary."""
        return f"{self.file}/{self.field}"


class OlderSummary(NamedTuple):
    """A sentence with what it rested on when it was last known to be right, where that said something else."""

    summary: Summary
    before: dict[str, str]


def older(summaries: Iterable[Summary], recorded: Mapping[str, Sequence[Summed]]) -> list[OlderSummary]:
    """Every sentence that is older than something it rests on."""
    found = []
    for summary in summaries:
        sentence, rests_on = summary.summed
        known = next((each for each in recorded.get(summary.file, ()) if same(each.sentence, sentence)), None)
        changed = {
            id: old for id, old in (known.rests_on if known else {}).items() if not same(old, rests_on.get(id, old))
        }
        if changed:
            found.append(OlderSummary(summary, changed))
    return found


def record(summaries: Iterable[Summary], older: Iterable[OlderSummary]) -> dict[str, list[Summed]]:
    """What is to be recorded: each sentence with what it rests on, but the older ones with what they summed up."""
    before = {(each.summary.file, each.summary.summed.sentence): each.before for each in older}
    files: dict[str, list[Summed]] = {}
    for file, _, (sentence, rests_on), _ in summaries:
        files.setdefault(file, []).append(Summed(sentence, rests_on | before.get((file, sentence), {})))
    return files


def written(summaries: Iterable[Summed]) -> str:
    """The text of a file of `summaries/`: sorted, so that two edits merge."""
    return json.dumps([each._asdict() for each in sorted(summaries, key=str)], ensure_ascii=False, indent=1) + "\n"


def parsed(raw: bytes) -> list[Summed]:
    """What a file of `summaries/` holds; raises `ValueError` or `RecursionError` where it is garbled."""
    return _SUMMED.validate_python(kept.values(raw))


def read(data: Path) -> tuple[dict[str, list[Summed]], list[Problem]]:
    """Everything recorded, by file, and what is wrong with it."""
    return kept.read(data, FOLDER, parsed, _LOST)
