"""What the pages of a yearly review are called; the same for every year, with its numbers in words."""

from macros.archive.items import ReviewPart
from macros.records import LESSONS, Text, in_both
from macros.text.language import counted, word
from macros.text.passages import capital, phrase


def title(part: ReviewPart) -> Text:
    """The title of a part's page: `Năm bài học từ năm 2023`."""
    return _filled(f"title_{part.type.name}", part)


def short_title(part: ReviewPart) -> Text:
    """The title in the menu, where the lessons need no year: `Năm bài học`."""
    return count(part) if part.type is LESSONS else title(part)


def description(part: ReviewPart) -> Text:
    """What a part's page has, and of which review it is a part."""
    about = _filled(f"about_{part.type.name}", part)
    return in_both(lambda language: phrase("{}. {}.", about[language], part.title[language]))


def count(part: ReviewPart) -> Text:
    """How many headings a part has: `Tám mảng kết quả`."""
    return in_both(lambda language: capital(counted(len(part.groups), part.type.name, language)))


def areas(part: ReviewPart) -> Text:
    """The words of a link to the results of a year: `The eight areas of results in 2023`."""
    return _filled("review_areas", part)


def _filled(key: str, part: ReviewPart) -> Text:
    return in_both(
        lambda language: capital(
            word(key, language).format(
                year=part.for_year or part.year, count=counted(len(part.groups), part.type.name, language)
            )
        )
    )
