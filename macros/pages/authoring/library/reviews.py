"""Macros that show the yearly reviews: their parts and figures."""

from typing import Annotated, Any

from markupsafe import Markup

from macros.archive.items import REVIEW_PARTS, ReviewPart
from macros.pages.authoring.macro import OneOf, ReviewYear, block
from macros.records import ACHIEVEMENTS, LESSONS, PRIORITIES, RecordType
from macros.views import review_names
from macros.views.rendering import View

Style = Annotated[str, OneOf("kiểu", "style", lambda _: ("full", "list"))]


@block
def achievements(view: View, year: ReviewYear = None, style: Style = "full") -> Markup:
    """The areas of results of a year, of the newest reviewed by default; `style="list"` for their headings only."""
    return _groups(view, part_of(view, year, ACHIEVEMENTS), style)


@block
def lessons(view: View, year: ReviewYear = None, style: Style = "full") -> Markup:
    """The lessons of a year, of the newest reviewed by default; `style="list"` for their headings only."""
    return _groups(view, part_of(view, year, LESSONS), style)


@block
def priorities(view: View, year: ReviewYear = None, style: Style = "full") -> Markup:
    """The priorities that the review of a year sets, the newest by default; `style="list"` for their headings only."""
    return _groups(view, part_of(view, year, PRIORITIES), style)


@block
def reviews(view: View) -> Markup:
    """All yearly reviews, the newest first, each with the way to its parts."""
    a = view.archive
    found = [(year, [part for part in a.review_parts if part.year == year]) for year in a.review_years]
    return view.render("reviews.html", reviews=found, names=review_names)


@block
def newest_review(view: View) -> Markup:
    """The newest yearly review as the first page shows it, with its headings; nothing where there is none."""
    if not view.archive.review_years:
        return Markup("")
    year = view.archive.review_years[0]
    results, lessons, priorities = (part_of(view, year, part) for part in REVIEW_PARTS)
    return view.render(
        "newest_review.html",
        results=results,
        lessons=lessons,
        priorities=priorities,
        figures=view.archive.figures_by("page", results.path),
        names=review_names,
    )


@block
def review_notes(view: View, year: ReviewYear = None) -> Markup:
    """The doubts about a year's review."""
    return view.render("review_notes.html", review=part_of(view, year, ACHIEVEMENTS).review)


def part_of(view: View, year: int | None, part: RecordType[Any]) -> ReviewPart:
    """A part of the review of a year that has one."""
    found = view.archive.part(year or 0, part)
    assert found is not None  # a review has all its parts
    return found


def _groups(view: View, part: ReviewPart, style: str) -> Markup:
    if style == "list":
        return view.render("group_list.html", part=part)
    return view.render("review_groups.html", part=part, home=False)
