"""The log of corrections: its days, and what each of them changed."""

from collections.abc import Iterator

from macros.archive.data_files import Content
from macros.archive.nodes import Node
from macros.checks.rule import Found, error
from macros.records import CORRECTION
from macros.records.parts import path
from macros.text.dates import Precision

_WRITTEN = (
    "Tệp này do `make record` ghi; hãy trả lại như máy đã ghi.",
    "The file is written by `make record`; restore it as it was written.",
)


@error("Hãy ghi đủ năm-tháng-ngày, như 2026-11-26.", "Write year, month and day, such as 2026-11-26.")
def publication_day(content: Content) -> Iterator[Found]:
    """The log begins on a day."""
    since = content.file("data/published.yml")["since"]
    if since.date and (since.date.first.precision is not Precision.DAY or since.date.first != since.date.last):
        yield Found(since.place, f"“{since.date}” không phải một ngày.", f"“{since.date}” is not one day.")


@error(*_WRITTEN)
def correction_of_nothing(content: Content) -> Iterator[Found]:
    """What was corrected differs from what was there before."""
    for change in _changes(content):
        before, after = change["before"], change["after"]
        if before.value and before.value == after.value:
            yield Found(after.place, "Nội dung mới giống hệt nội dung cũ.", "The new text is the same as the old one.")


@error(*_WRITTEN)
def correction_of_no_part(content: Content) -> Iterator[Found]:
    """What was corrected is a part of what is at its address."""
    for change in _changes(content):
        part, address = change["part"], change["to"].text or change["address"].text
        if part.text and not path(part.text, address):
            yield Found(
                part.place,
                f"“{address}” không có phần nào tên “{part.text}”.",
                f"“{address}” has no part called “{part.text}”.",
            )


@error(*_WRITTEN, across=True)
def correction_day(content: Content) -> Iterator[Found]:
    """A correction has a day, the one in its file's name, and not one before the log begins."""
    since = content.file("data/published.yml")["since"].date
    for id, correction in content.records(CORRECTION):
        date = correction["date"]
        day = date.date
        if day and (day.first.precision is not Precision.DAY or not id.startswith(f"{day}-")):
            yield Found(
                date.place,
                f"Ngày “{day}” khác ngày ở đầu tên tệp “{id}”.",
                f"The day “{day}” is not the one at the beginning of the file’s name “{id}”.",
            )
        elif day and since and day.start < since.start:
            yield Found(
                date.place,
                f"Ngày “{day}” trước ngày bắt đầu ghi đính chính, {since}.",
                f"The day “{day}” is before corrections are logged, {since}.",
            )


def _changes(content: Content) -> Iterator[Node]:
    for _, correction in content.records(CORRECTION):
        yield from correction["changes"]
