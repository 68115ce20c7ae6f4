"""Files that are not where records are read from, and what to do with them; mostly they were put there by mistake.

In `data/` every file must be a record. Elsewhere in the project one walk finds records that were put into a wrong
folder, where nothing would ever read them.
"""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePath

from macros.data import plain_files
from macros.data.problems import Place, Problem
from macros.data.showing import shown
from macros.data.spelling import is_slip, slug
from macros.records import TYPES, Record
from macros.records.files import pattern_of
from macros.records.walk import fields_of

_LEFT_BY_PROGRAMS = re.compile(
    r"\.DS_Store|Thumbs\.db|desktop\.ini|\.~.*|~\$.*|\._.*|.*(~|\.sw[a-p]|\.bak|\.orig|\.tmp)", re.IGNORECASE
)
_YAML = re.compile(r".*\.ya?ml(\.txt)?\s*|\d{4}-[^.]*|\d{4}", re.IGNORECASE)
_KEY = re.compile(rb"^([a-z_]+):", re.MULTILINE)
# The types of records that have a file each, by its folder; no one writes the files of the log by hand.
_FOLDERS = {PurePath(each.file).parent.name: each for each in TYPES if each.has_own_file and each.cited}
# What programs add to the name of a file that is there already, or of a copy.
_COPIED = re.compile(r"^(copy of|bản sao( của)?) | ?\(\d+\)$| - (copy|sao chép)$", re.IGNORECASE)
_ENDING = re.compile(r"\s*\.(ya?ml|txt)\s*$", re.IGNORECASE)
_TELLING = 3  # required fields, by which a record is known
_LARGEST = 100_000  # bytes of a record
_MOST = 20_000  # files and folders that are looked at outside `data/`
_OF_PROGRAMS = ("node_modules", "venv", "__pycache__")


def tidied(name: str) -> str:
    """The name of a file as it should be written: `2031-12-09-hue.yml` for `2031-12-09-Huế (1).YAML`."""
    stem = name.strip()
    for pattern in (_ENDING, _ENDING, _COPIED, _COPIED):
        stem = pattern.sub("", stem)
    return f"{slug(stem)}.yml"


def left_by_programs(name: str) -> bool:
    """True for the name of a file that Word, a Mac or an editor leaves next to another."""
    return _LEFT_BY_PROGRAMS.fullmatch(name) is not None


def misplaced(file: Path, data: Path, raw: bytes) -> tuple[str, str] | None:
    """What to do with a file below `data`, in Vietnamese and English; None where it may be a record in its place."""
    inside = file.relative_to(data)
    if not pattern_of(f"{data.name}/{inside.as_posix()}") or file.suffix != ".yml" or left_by_programs(file.name):
        return _advice(file, data, raw)
    home = folder_by_content(raw) if inside.parts[0] in _FOLDERS else ""
    return moved(file, data, home) if home and home != inside.parts[0] else None


def _advice(file: Path, data: Path, raw: bytes) -> tuple[str, str]:
    """In Vietnamese and English, for a file below `data` that is no record where it is."""
    inside = file.relative_to(data)
    if left_by_programs(file.name):
        return (
            "Tệp này do một chương trình để lại, không phải bản ghi. Hãy xóa tệp.",
            "A program left this file; it is no record. Delete it.",
        )
    name = tidied(file.name)
    home = folder_by_content(raw)
    if home or _YAML.fullmatch(file.name):
        folder = home or _folder_by_name(inside.parts[0] if len(inside.parts) > 1 else "")
        if folder and inside.parent != PurePath(folder):
            return (
                f"Không có loại bản ghi nào ở chỗ này. Hãy chuyển tệp đến “{data.name}/{folder}/{name}”.",
                f"No kind of record lives here. Move the file to “{data.name}/{folder}/{name}”.",
            )
        if name != file.name and pattern_of(f"{data.name}/{inside.with_name(name).as_posix()}"):
            return (
                f"Tên tệp phải kết thúc bằng “.yml”. Hãy đổi tên thành “{name}”.",
                f"The name of the file must end with “.yml”. Rename it to “{name}”.",
            )
    folders = ", ".join(f"{folder}/" for folder in _FOLDERS)
    return (
        f"Không có loại bản ghi nào ở chỗ này. Cần tệp .yml trong {folders} hay reviews/<năm>/.",
        f"No kind of record lives here. Expected a .yml file in {folders} or reviews/<year>/.",
    )


def outside(data: Path) -> Iterator[Problem]:
    """The records that are in the project but outside `data`, each with where it belongs.

    One walk that follows no links and looks at no more than some thousands of files; a project inside the project, such
    as the archive of the tests, has records of its own.
    """
    project, seen = data.parent, 0
    for folder, folders, files in os.walk(project):
        here = Path(folder)
        folders[:] = sorted(each for each in folders if not _is_others(here / each, data))
        seen += len(folders) + len(files)
        if seen > _MOST:
            return
        for file in (here / each for each in sorted(files) if _YAML.fullmatch(each)):
            try:
                home = folder_by_content(plain_files.read(file, project, _LARGEST))
            except OSError:
                continue
            if home:
                place = Place(shown(file.relative_to(project).as_posix()))
                yield Problem(place, *moved(file, data, home), "outside-data")


def _is_others(folder: Path, data: Path) -> bool:
    """True for `data` itself, and for what is no source of this project: hidden, built, another project, a link."""
    return (
        folder == data
        or folder.name.startswith(".")
        or folder.name in _OF_PROGRAMS
        or folder.is_symlink()
        or any((folder / sign).exists() for sign in ("index.html", "mkdocs.yml"))
    )


def moved(file: Path, data: Path, folder: str) -> tuple[str, str]:
    """In Vietnamese and English, for a record of another folder of `data` than it is in."""
    vi, en = _FOLDERS[folder].noun
    right = f"{data.name}/{folder}/{tidied(file.name)}"
    return (
        f"Tệp này là bản ghi {vi}, nhưng nằm ngoài “{data.name}/{folder}/” nên không được đọc. "
        f"Hãy chuyển đến “{right}”.",
        f"This file is the record of a {en}, but outside “{data.name}/{folder}/”, so it is not read. "
        f"Move it to “{right}”.",
    )


def folder_by_content(raw: bytes) -> str:
    """The folder of `data/` where a file belongs by the names of its fields; empty where that is not clear."""
    keys = {key.decode() for key in _KEY.findall(raw)}
    first, second, *_ = sorted(_FOLDERS, key=lambda folder: len(keys & _fields(folder)[0]), reverse=True)
    fields, required = _fields(first)
    is_one = len(keys & required) >= _TELLING and 2 * len(keys & fields) > len(keys)
    return first if is_one and len(keys & fields) > len(keys & _fields(second)[0]) else ""


@cache
def _fields(folder: str) -> tuple[frozenset[str], frozenset[str]]:
    """The fields of the records in a folder: all of them, and those that each must have."""
    record: type[Record] = _FOLDERS[folder].record
    fields = fields_of(record)
    return frozenset(fields), frozenset(name for name, field in fields.items() if field.required)


def _folder_by_name(name: str) -> str:
    """The folder that was meant by a name: `meetings` by `Meetings`, `meeting`, `metings`."""
    written = slug(name)
    return next((folder for folder in _FOLDERS if written == folder or is_slip(written, folder)), "")
