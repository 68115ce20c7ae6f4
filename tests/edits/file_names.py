"""What the file of a new record is called, and the folder that it is put into."""

from __future__ import annotations

from pathlib import Path

from tests.edits.edit import Case, Edit, Files, error, fine, new, warning

RIGHT = "2032-05-20-bach-sa.yml"
_FOLDER = "data/meetings/"
_DOCUMENT = "data/documents/45-qd-tw.yml"


def named(name: str) -> Edit:
    """The new meeting in a file of this name."""
    return new(name=f"{_FOLDER}{name}")


def at_its_date(name: str) -> Edit:
    """The same, with the message expected at the date."""
    return new(("date: 2032", "date: ¦2032"), name=f"{_FOLDER}{name}")


def inside(folder: str) -> Edit:
    """The new meeting in another folder."""
    return new(name=f"{folder}/{RIGHT}" if folder else RIGHT)


def copied(name: str) -> Edit:
    """A document of the small archive in a file of another name."""

    def files(tree: Path) -> Files:
        return {name: (tree / _DOCUMENT).read_text("utf-8").replace("45-QĐ/TW", "97-QĐ/TW", 1)}

    return files


_LETTERS = (
    *("2032-05-20-Bach-Sa.yml", "2032-05-20 bach sa.yml", "2032-05-20_bach-sa.yml"),
    *("2032-05-20-bach-sa (1).yml", "2032-05-20-bach-sa.yml.yml"),
)
_ENDINGS = (
    *("2032-05-20-bach-sa.yaml", "2032-05-20-bach-sa.YML", "2032-05-20-bach-sa.yml.txt"),
    *("2032-05-20-bach-sa", "2032-05-20-bach-sa.yml "),
)
_WITHOUT_DATE = ("2032_05_20_bach-sa.yml", "hội-nghị-bach-sa.yml", "Hoi nghi 2032-05-20.yml")
_OTHER_DATES = ("20-05-2032-bach-sa.yml", "bach-sa.yml", "2032-05-21-bach-sa.yml")
_OTHER_PLACES = ("2032-05-20-bachsa.yml", "2032-05-20-xyz.yml", "2032-05-20.yml", "2032-5-20-bach-sa.yml")
_IN_DATA = ("data/meetings/2032", "data/meeting", "data/hoi-nghi", "data")
_ELSEWHERE = ("docs/vi/meetings", "Data/meetings", "meetings", "")
_THERE = f"“data/meetings/{RIGHT}”"

CASES: list[Case] = [
    fine("right name", new()),
    *(error(name, named(name), "data", f"“{RIGHT}”") for name in _LETTERS),
    *(error(name, named(name), "data", f"“{RIGHT}”") for name in _ENDINGS),
    *(error(name, named(name), "data", f"“{RIGHT}”", also="meeting-day") for name in _WITHOUT_DATE),
    *(error(name, at_its_date(name), "meeting-day", f"“{RIGHT}”") for name in _OTHER_DATES),
    *(warning(name, named(name), "meeting-file-name", "không theo mẫu", f"“{RIGHT}”") for name in _OTHER_PLACES),
    *(error(f"in {folder}", inside(folder), "data", _THERE) for folder in _IN_DATA),
    *(error(f"in {folder or 'the project'}", inside(folder), "outside-data", _THERE) for folder in _ELSEWHERE),
    error("by hand", copied("data/documents/97 QĐ-TW.yml"), "data", "“97-qd-tw.yml”", also="document-title-twice"),
]
