"""What the machine keeps next to `data/`: a JSON file for each data file that needs one, never edited by hand."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from macros.data import plain_files
from macros.data.decoding import MAXIMUM_BYTES, lines
from macros.data.problems import Place, Problem
from macros.data.showing import HIDDEN, shown
from macros.records.base import LONGEST_TEXT

Kept = TypeVar("Kept")
_MOST_BYTES = 3 * MAXIMUM_BYTES  # of a file: it names the field of each text


def values(raw: bytes) -> Any:
    """What a file holds, in which no text is longer than one of the data, and none has letters that those may not have.

    Raises:
        ValueError: it is no JSON, or larger than what the machine writes, or has such a text.
        RecursionError: it is too deep.
    """
    if len(raw) > _MOST_BYTES:
        raise ValueError("larger than what the machine writes")
    value = json.loads(raw.decode("utf-8-sig"))
    if any(len(text) > LONGEST_TEXT or HIDDEN.search(text) for text in _texts(value)):
        raise ValueError("no text of the data")
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(each)


def path_of(file: str, data: Path, folder: str) -> Path:
    """Where a folder keeps what belongs to a file such as `meetings/2022-06-29`."""
    return data.parent / folder / f"{file}.json"


def read(
    data: Path, folder: str, parsed: Callable[[bytes], Kept], lost: tuple[str, str]
) -> tuple[dict[str, Kept], list[Problem]]:
    """Everything that a folder keeps, by file, and what is wrong with it.

    Args:
        data: the folder of the data.
        folder: the name of the folder next to it.
        parsed: reads a file; raises `ValueError` or `RecursionError` where it is garbled.
        lost: what is no longer known where a garbled file is deleted, in Vietnamese and English.
    """
    kept: dict[str, Kept] = {}
    problems: list[Problem] = []
    home = data.parent / folder
    if home.is_symlink():
        return {}, [Problem(Place(folder), *plain_files.LINK, folder)]
    for path in sorted(home.rglob("*.json")):
        name = shown(path.relative_to(data.parent).as_posix())
        try:
            kept[path.relative_to(home).with_suffix("").as_posix()] = parsed(
                plain_files.read(path, data.parent, _MOST_BYTES + 1)
            )
        except plain_files.NotPlain as refused:
            problems.append(Problem(Place(name), *refused.why, folder))
        except json.JSONDecodeError as error:
            before = lines(error.doc[: error.pos] + "·")[:-1]
            problems.append(_garbled(Place(name, len(before), len(before[-1])), folder, lost))
        except (OSError, ValueError, RecursionError):
            problems.append(_garbled(Place(name), folder, lost))
    return kept, problems


def _garbled(place: Place, folder: str, lost: tuple[str, str]) -> Problem:
    vi, en = lost
    return Problem(
        place,
        "Tệp do máy ghi này bị hỏng. Hãy lấy lại bản trước từ lịch sử kho mã; hoặc xóa tệp và chạy `make fix`, khi đó "
        f"{vi}.",
        "This file, which the machine writes, is garbled. Restore it from the repository’s history; or delete it and "
        f"run `make fix`: {en}.",
        folder,
    )
