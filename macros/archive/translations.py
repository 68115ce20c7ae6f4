"""Which English text translates which Vietnamese one, and which English has been left behind.

`translations/` keeps, for each file of `data/`, each text as it was when its English was last known to translate its
Vietnamese: `make fix` writes it, no one edits it. It keeps the texts themselves rather than their hashes, so that the
old words can be shown where there is no history (a shallow clone, a pull request), and a slip of the pen is not taken
for a new translation. The rule, which `docs/*/contribute/translations.md` tells in words:

* The English is outdated when its Vietnamese is no longer the one it was recorded with, and the English is: the same
  text, or the same but for slips of the pen (`wording.respelt`). So mending a slip, before or after, hides nothing.
* Any greater change of the English clears it, in the same edit or a later one; `make confirm` clears it without one.
* What has no record is new and counts as translated. What is elsewhere in the archive with the very same two
  texts is translated, too.

A text is known by the id it belongs to and its field, so it keeps its record wherever it moves in its file. Items
without an id (notes) are known by their words.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pydantic import TypeAdapter

from macros.archive import kept
from macros.data.problems import Place, Problem, Severity
from macros.data.strict_yaml import Key
from macros.text.wording import difference, respelt, same

FOLDER = "translations"
_LOST = (
    "mọi bản tiếng Anh của tệp dữ liệu tương ứng được coi là mới",
    "all English of the data file that it belongs to then counts as up to date",
)
_IDENTITY = ("id", "person")


class Pair(NamedTuple):
    """A text in both languages."""

    vi: str
    en: str


# The recorded texts of each field of a file; more than one where a list has items without ids.
Fields = dict[str, list[Pair]]
_FIELDS = TypeAdapter(Fields)


class Spot(Protocol):
    """Where a text is in the data."""

    def at(self, offset: int) -> Place:
        """The place of one of its characters."""


class Translation(NamedTuple):
    """A text of the data in both languages, with where each is; `file` as `meetings/2022-06-29`."""

    file: str
    field: str
    pair: Pair
    vi: Spot
    en: Spot

    @property
    def name(self) -> str:
        """What `make confirm` calls it, such as `meetings/2022-06-29/careful-and-rigorous.text`."""
        return f"{self.file}/{self.field}"


class Original(NamedTuple):
    """A text of the data that has no English, with where its Vietnamese is; `file` as `meetings/2022-06-29`."""

    file: str
    field: str
    vi: str
    place: Place


class Originals(NamedTuple):
    """The texts of a file that have no English: how many, and the first of them."""

    number: int
    first: tuple[Original, ...]


@dataclass(frozen=True)
class Outdated:
    """A text whose English still translates an older Vietnamese text, `translated`."""

    text: Translation
    translated: str

    @property
    def difference(self) -> Iterator[tuple[str, str]]:
        """The older and the present Vietnamese in one, as `wording.difference` gives them."""
        return difference(self.translated, self.text.pair.vi)


def field_of(path: tuple[Key, ...], value: Any) -> str:
    """The name of the text at `path` in a file that holds `value`, such as `careful-and-rigorous.text`."""
    steps: list[str] = []
    for step in path:
        value = value[step]
        if isinstance(step, str):
            steps.append(step)
        elif isinstance(value, dict):
            identity = next((value[key] for key in _IDENTITY if isinstance(value.get(key), str)), None)
            if identity is not None:
                # An id is used once in a file, whatever list it is in; sources have their own, and people none.
                steps = [*steps, identity] if "id" not in value or "sources" in steps else [identity]
    return ".".join(steps)


def outdated(texts: Iterable[Translation], recorded: Mapping[str, Fields]) -> list[Outdated]:
    """Every text whose English was left behind, field by field."""
    fields: dict[tuple[str, str], list[Translation]] = {}
    for text in texts:
        fields.setdefault((text.file, text.field), []).append(text)
    found: list[Outdated] = []
    for (file, field), group in fields.items():
        pairs = recorded.get(file, {}).get(field, [])
        if [text.pair for text in group] != pairs:
            found.extend(_behind(group, pairs))
    known = {pair for each in recorded.values() for pairs in each.values() for pair in pairs} if found else ()
    return [each for each in found if each.text.pair not in known]


def _behind(texts: list[Translation], recorded: list[Pair]) -> Iterator[Outdated]:
    """The texts of one field that were left behind."""
    left = list(recorded)
    changed = []
    for text in texts:
        unchanged = next((pair for pair in left if same(pair.vi, text.pair.vi)), None)
        if unchanged:
            left.remove(unchanged)
        else:
            changed.append(text)
    for text in changed:
        old = next((pair for pair in left if respelt(pair.en, text.pair.en)), None)
        if old:
            left.remove(old)
            yield Outdated(text, old.vi)


def record(texts: Iterable[Translation], outdated: Iterable[Outdated]) -> dict[str, Fields]:
    """What is to be recorded: each text as it is, but the outdated with the Vietnamese that they translate."""
    behind = {(each.text.name, each.text.pair): each.translated for each in outdated}
    fields: dict[str, Fields] = {}
    for text in texts:
        pair = Pair(behind.get((text.name, text.pair), text.pair.vi), text.pair.en)
        fields.setdefault(text.file, {}).setdefault(text.field, []).append(pair)
    return fields


def written(fields: Fields) -> str:
    """The text of a file of `translations/`: sorted, a text a line, so that two edits merge."""
    shown = {field: [pair._asdict() for pair in pairs] for field, pairs in sorted(fields.items())}
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def parsed(raw: bytes) -> Fields:
    """What a file of `translations/` holds; raises `ValueError` or `RecursionError` where it is garbled."""
    return _FIELDS.validate_python(kept.values(raw))


def path_of(file: str, data: Path) -> Path:
    """Where the texts of a file such as `meetings/2022-06-29` are recorded."""
    return kept.path_of(file, data, FOLDER)


def read(data: Path) -> tuple[dict[str, Fields], list[Problem]]:
    """Everything recorded, by file, and what is wrong with it."""
    recorded, problems = kept.read(data, FOLDER, parsed, _LOST)
    if not (data.parent / FOLDER).is_dir():
        problems.append(
            Problem(
                Place(FOLDER),
                "Thiếu thư mục này, nên không biết bản tiếng Anh nào đã cũ. Hãy lấy lại từ lịch sử kho mã, "
                "hoặc chạy `make fix` để ghi lại toàn bộ bản dịch.",
                "This folder is missing, so it is not known which English is outdated. Restore it from the "
                "repository’s history, or run `make fix` to record all translations again.",
                "translations",
                Severity.WARNING,
            )
        )
    return recorded, problems
