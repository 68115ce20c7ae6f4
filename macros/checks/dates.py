"""Dates that cannot be, or that disagree with one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.archive.data_files import Content, Entry
from macros.checks.rule import Found, error, warning
from macros.records import MEETING
from macros.text.dates import PartialDate, today

_DATED = ("date", "as_of", "published", "last_seen", "since", "in_force", "operates_from")
# What has happened when somebody writes it down.
_PAST = ("date", "published", "last_seen")
# The Party was founded in 1930; nothing here is about the next century.
_PLAUSIBLE = range(1930, 2100)
_ID = re.compile(r"\d{4}(-q[1-4]|-\d{2}(-\d{2})?)?(?![^-])")


@error("Hãy sửa `date:`, hoặc đặt lại tên tệp nếu tệp còn mới.", "Correct `date:`, or rename the file if it is new.")
def meeting_day(content: Content) -> Iterator[Found]:
    """A meeting's id begins with its date, or with a part of it."""
    for id, meeting in content.folder("meetings"):
        held = plausible(meeting["date"])
        if not held:
            continue
        match = _ID.match(id)
        day = _date(match[0].upper()) if match else None
        if not day or day.start > held.end or day.end < held.start:
            right = MEETING.id_by_content(meeting.value, id)
            offered = (f"; theo ngày là “{right}.yml”", f"; by the date it is “{right}.yml”") if right else ("", "")
            yield Found(
                meeting["date"].place,
                f"Ngày {held} không khớp với tên tệp “{id}.yml”{offered[0]}.",
                f"The date {held} does not fit the file’s name “{id}.yml”{offered[1]}.",
            )


@error("Hãy sửa năm.", "Correct the year.")
def implausible_year(content: Content) -> Iterator[Found]:
    """Every date lies between 1930 and 2099."""
    for entry in content.entries:
        day = entry.date if entry.key in _DATED else None
        if day and not plausible(entry):
            yield Found(
                entry.place,
                f"Năm của “{day}” không hợp lý, cần từ 1930 đến 2099.",
                f"The year of “{day}” cannot be, expected 1930 to 2099.",
            )


@warning("Hãy xem lại ngày này.", "See the date again.")
def day_to_come(content: Content) -> Iterator[Found]:
    """What was held, issued, published or seen was so by today."""
    for entry in content.entries:
        day = plausible(entry) if entry.key in _PAST else None
        if day and day.start > today():
            yield Found(entry.place, f"Ngày {day} chưa đến.", f"The day {day} is yet to come.")


@error("Hãy đặt lại tên thư mục hoặc sửa `year:`.", "Rename the folder, or correct `year:`.")
def year_of_a_review(content: Content) -> Iterator[Found]:
    """A review's folder is named by its year, and its priorities are for the year that follows."""
    for name, file in content.files.items():
        match name.split("/"):
            case ["data", "reviews", folder, "review.yml"] if folder.isdecimal() and int(folder) not in _PLAUSIBLE:
                yield Found(
                    file.root.place,
                    f"Thư mục “{folder}” không mang số năm, cần từ 1930 đến 2099.",
                    f"The folder “{folder}” is not named by a year, expected 1930 to 2099.",
                )
            case ["data", "reviews", folder, "priorities.yml"] if folder.isdecimal() and int(folder) in _PLAUSIBLE:
                year = file.root["year"]
                if isinstance(year.value, int) and year.value != int(folder) + 1:
                    yield Found(
                        year.place,
                        f"Nhiệm vụ trong reviews/{folder}/ là của năm {int(folder) + 1}, không phải {year.value}.",
                        f"The priorities in reviews/{folder}/ are for {int(folder) + 1}, not {year.value}.",
                    )


@warning("Hãy xem lại `as_of:`.", "See `as_of:` again.", across=True)
def figure_of_the_future(content: Content) -> Iterator[Found]:
    """A figure holds for a time that had begun when it was stated, at the meeting or in its source.

    A span that lies ahead, such as 2020/2025, is a plan and means what it says.
    """
    for figure in content.figures:
        as_of = plausible(figure["as_of"])
        file = content.file(figure.file)
        published = plausible(_source(content, figure)["published"])
        for stated in filter(None, (plausible(file["date"]), published)):
            if as_of and as_of.start > stated.end and as_of.first == as_of.last:
                yield Found(
                    figure["as_of"].place,
                    f"Số liệu của {as_of} lại được nêu vào {stated}.",
                    f"The figure is of {as_of} but was stated in {stated}.",
                )
                break


@warning("Hãy xem lại ngày đăng và ngày họp.", "See the day of publication and that of the meeting again.")
def source_before_the_meeting(content: Content) -> Iterator[Found]:
    """What reports a meeting was published on its day or later."""
    for _, meeting in content.folder("meetings"):
        held = plausible(meeting["date"])
        for source in meeting["sources"]:
            published = plausible(source["published"])
            if held and published and published.end < held.start:
                yield Found(
                    source["published"].place,
                    f"Nguồn đăng ngày {published}, trước hội nghị ({held}).",
                    f"The source was published on {published}, before the meeting ({held}).",
                )


@warning("Hãy xem lại hai ngày.", "See both dates again.")
def in_force_before_the_date(content: Content) -> Iterator[Found]:
    """A document is in force on the day it bears or later."""
    for _, document in content.folder("documents"):
        issued, in_force = plausible(document["date"]), plausible(document["in_force"])
        if issued and in_force and in_force.end < issued.start:
            yield Found(
                document["in_force"].place,
                f"Văn bản có hiệu lực {in_force}, trước ngày ban hành {issued}.",
                f"The document is in force from {in_force}, before its date {issued}.",
            )


def plausible(entry: Entry) -> PartialDate | None:
    """The date where it can be; of one that cannot, `implausible_year` tells alone."""
    day = entry.date
    return day if day and day.start.year in _PLAUSIBLE and day.end.year in _PLAUSIBLE else None


def _source(content: Content, fact: Entry) -> Entry:
    wanted = fact["source"].text
    sources = content.sources(fact.file)
    return next((source for source in sources if source["id"].text == wanted), fact["source"])


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None
