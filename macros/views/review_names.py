"""What the pages of a yearly review are called; the same for every year, with its numbers in words."""

from __future__ import annotations

from collections.abc import Callable

from macros import records as model
from macros.archive.items import ReviewPart
from macros.records import LESSONS
from macros.text.language import Language, counted, word
from macros.text.passages import capital, phrase


def title(part: ReviewPart) -> model.Text:
    """The title of a part's page: `Năm bài học từ năm 2023`."""
    return _text(lambda language: _named("title", part, language))


def short_title(part: ReviewPart) -> model.Text:
    """The title in the menu, where the lessons need no year: `Năm bài học`."""
    return count(part) if part.type is LESSONS else title(part)


def description(part: ReviewPart) -> model.Text:
    """What a part's page holds, and of which review it is a part."""
    return _text(lambda language: phrase("{}. {}.", _named("about", part, language), part.title[language]))


def count(part: ReviewPart) -> model.Text:
    """How many headings a part has: `Tám mảng kết quả`."""
    return _text(lambda language: capital(_count(part, language)))


def areas(part: ReviewPart) -> model.Text:
    """The words of a link to the results of a year: `The eight areas of results in 2023`."""
    return _text(lambda language: capital(_filled("review_areas", part, language)))


def _named(kind: str, part: ReviewPart, language: Language) -> str:
    return capital(_filled(f"{kind}_{part.type.name}", part, language))


def _filled(key: str, part: ReviewPart, language: Language) -> str:
    year = part.for_year or part.year
    return word(key, language).format(year=year, count=_count(part, language))


def _count(part: ReviewPart, language: Language) -> str:
    return counted(len(part.groups), part.type.name, language)


def _text(say: Callable[[Language], str]) -> model.Text:
    return model.both(say(Language.VI), say(Language.EN))
