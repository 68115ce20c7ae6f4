"""What is wrong with a file by itself, before a record is made of it: blanks left to be filled in, ids used twice."""

from collections.abc import Iterator

from macros.archive.data_files import DataFile
from macros.data.problems import Place, Problem
from macros.records import SOURCES
from macros.records.blank import MARKS
from macros.records.source import SAMPLE_SITE
from macros.text.language import Language

_LONGEST_SHOWN = 120  # letters of a mark and what it says


def problems_of_file(file: DataFile) -> list[Problem]:
    """What is wrong with a file by itself: its YAML, what is left to be filled in, ids used twice."""
    unfilled = list(_unfilled(file))
    places = {problem.place for problem in unfilled}
    return [*file.problems, *unfilled, *(each for each in _ids_used_twice(file) if each.place not in places)]


def _unfilled(file: DataFile) -> Iterator[Problem]:
    """What is left to be filled in of a blank record (`macros/records/blank.py`): a value, or the id of an entry."""
    if not any(mark.encode() in file.raw for mark in (*MARKS.values(), SAMPLE_SITE)):
        return
    for entry in file.entries:
        found = [(entry.text, entry.place)]
        if isinstance(entry.value, dict):
            found += [(key, entry.places.find_key((key,))) for key in entry.value]
        for text, place in found:
            if text.startswith(tuple(MARKS.values())) or SAMPLE_SITE in text:
                shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN].rstrip()}…"
                vi, en = f"“{shown}” là chỗ phải điền.", f"“{shown}” is to be filled in."
                if entry.key == Language.EN:
                    vi, en = (
                        f"{vi} Chưa dịch thì bỏ cả dòng `en:`.",
                        f"{en} Without a translation remove the line `en:`.",
                    )
                yield Problem(
                    place,
                    f"{vi} Hãy viết nội dung thật, hoặc xóa trường không bắt buộc mà nguồn không nêu.",
                    f"{en} Write what is the case, or remove a field that is not required and no source states.",
                    "unfilled",
                )


def _ids_used_twice(file: DataFile) -> Iterator[Problem]:
    """Statements, figures and groups of one file share a page, so their ids must differ; its sources', too."""
    seen: dict[tuple[bool, str], Place] = {}
    for id in file.id_entries():
        first = seen.setdefault((SOURCES in id.path, id.text), id.place)
        if first is not id.place:
            yield Problem(
                id.place,
                f"Mã “{id.text}” đã dùng ở dòng {first.line}. Mỗi mã chỉ dùng một lần trong tệp.",
                f"The id “{id.text}” is already used on line {first.line}. An id is used once in a file.",
            )
