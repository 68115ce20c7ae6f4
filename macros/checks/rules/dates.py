"""Dates that cannot be, or that disagree with one another."""

from collections.abc import Iterator

from macros.archive.data_files import Content
from macros.archive.nodes import Node
from macros.checks.rule import Found, error, warning
from macros.records import DOCUMENT, MEETING, PRIORITIES, REVIEW
from macros.records.base import InThePast
from macros.text.dates import PartialDate, today

# The Party was founded in 1930; nothing here is about the next century.
_PLAUSIBLE = range(1930, 2100)


@error("Hãy sửa năm.", "Correct the year.")
def implausible_year(content: Content) -> Iterator[Found]:
    """Every date lies between 1930 and 2099."""
    for entry in content.dates:
        if not plausible(entry):
            yield Found(
                entry.place,
                f"Năm của “{entry.date}” không hợp lý, cần từ 1930 đến 2099.",
                f"The year of “{entry.date}” is not plausible; expected 1930 to 2099.",
            )


@warning("Hãy xem lại ngày này.", "Check the date.")
def day_to_come(content: Content) -> Iterator[Found]:
    """What was held, issued, published or seen was so by today."""
    for entry in content.dates:
        day = plausible(entry)
        if day and day.start > today() and entry.field and entry.field.mark(InThePast):
            yield Found(entry.place, f"Ngày {day} chưa đến.", f"The day {day} is in the future.")


@error("Hãy đặt lại tên thư mục hoặc sửa `year:`.", "Rename the folder, or correct `year:`.")
def year_of_a_review(content: Content) -> Iterator[Found]:
    """A review's folder is named by its year, and its priorities are for the year that follows."""
    for folder, review in content.records(REVIEW):
        if folder.isdecimal() and int(folder) not in _PLAUSIBLE:
            yield Found(
                review.place,
                f"Thư mục “{folder}” không mang số năm, cần từ 1930 đến 2099.",
                f"The folder “{folder}” is not named by a year, expected 1930 to 2099.",
            )
    for folder, priorities in content.records(PRIORITIES):
        year = priorities["year"]
        is_year = folder.isdecimal() and int(folder) in _PLAUSIBLE
        if is_year and year.number is not None and year.number != int(folder) + 1:
            yield Found(
                year.place,
                f"Nhiệm vụ trong reviews/{folder}/ là của năm {int(folder) + 1}, không phải {year.value}.",
                f"The priorities in reviews/{folder}/ are for {int(folder) + 1}, not {year.value}.",
            )


@warning("Hãy xem lại `as_of:`.", "Check `as_of:`.", across=True)
def figure_of_the_future(content: Content) -> Iterator[Found]:
    """A figure holds for a time that had begun when it was stated, at the meeting or in its source.

    A span that lies ahead, such as 2020/2025, is a plan and means what it says.
    """
    for figure in content.figures:
        as_of = plausible(figure["as_of"])
        if not as_of or as_of.first != as_of.last:
            continue
        stated = map(plausible, (content.file(figure.file)["date"], _source(content, figure)["published"]))
        if before := next((day for day in stated if day and as_of.start > day.end), None):
            yield Found(
                figure["as_of"].place,
                f"Số liệu của {as_of} lại được nêu vào {before}.",
                f"The figure is of {as_of} but was stated in {before}.",
            )


@warning("Hãy xem lại ngày đăng và ngày họp.", "Check the day of publication and the day of the meeting.")
def source_before_the_meeting(content: Content) -> Iterator[Found]:
    """What reports a meeting was published on its day or later."""
    for _, meeting in content.records(MEETING):
        held = plausible(meeting["date"])
        for entry in (source["published"] for source in meeting["sources"]):
            published = plausible(entry)
            if held and published and published.end < held.start:
                yield Found(
                    entry.place,
                    f"Nguồn đăng ngày {published}, trước hội nghị ({held}).",
                    f"The source was published on {published}, before the meeting ({held}).",
                )


@warning("Hãy xem lại hai ngày.", "Check both dates.")
def in_force_before_the_date(content: Content) -> Iterator[Found]:
    """A document is in force, and ends, on the day it bears or later."""
    for _, document in content.records(DOCUMENT):
        issued = plausible(document["date"])
        for entry in (document["in_force"], document["in_force_on"]["day"], document["ended"]["since"]):
            day = plausible(entry)
            if issued and day and day.end < issued.start:
                yield Found(
                    entry.place,
                    f"Ngày {day} trước ngày ban hành {issued} của văn bản.",
                    f"The day {day} is before {issued}, the date of the document.",
                )


def plausible(entry: Node) -> PartialDate | None:
    """The date where it can be; of one that cannot, `implausible_year` alone reports."""
    day = entry.date
    return day if day and day.start.year in _PLAUSIBLE and day.end.year in _PLAUSIBLE else None


def _source(content: Content, fact: Node) -> Node:
    wanted = fact["source"].text
    return next((each for each in _sources(content, fact.file) if each["id"].text == wanted), fact["source"])


def _sources(content: Content, file: str) -> Node:
    """The sources that a file may name: its own, or those of its review."""
    own = content.file(file)["sources"]
    return own if own.is_list else content.file(f"{file.rsplit('/', 1)[0]}/review.yml")["sources"]
