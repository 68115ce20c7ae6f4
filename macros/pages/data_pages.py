"""Pages made from data: one for each record of a type that has pages, and those of lists."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import chain
from typing import Any, NamedTuple

from markupsafe import Markup

from macros.archive import Archive
from macros.archive.items import MEETING_KINDS, Figure, Home, Meeting, ReviewPart, Statement
from macros.archive.names_of_the_day import BEFORE_UNITS
from macros.data.problems import Place
from macros.pages.pictures import PICTURES
from macros.records import TYPES, UNIT, RecordType, Text, in_both
from macros.text.dates import PartialDate
from macros.text.language import Language, noun, number, word
from macros.text.passages import capital, phrase
from macros.views import review_names
from macros.views.addresses import elsewhere
from macros.views.corrections import last_corrected
from macros.views.descriptions import meeting_description
from macros.views.facts import other_facts
from macros.views.lists.catalogue import Lists
from macros.views.lists.listing import Listing, ListPart
from macros.views.lists.navigation import around, facets
from macros.views.matrix import matrix
from macros.views.offices import offices
from macros.views.rendering import View
from macros.views.repository import Repository

_STATEMENTS = "statements/"


class Sibling(NamedTuple):
    """A record before or after another."""

    path: str
    title: Text
    date: PartialDate | None


@dataclass(frozen=True)
class Shown:
    """What a page shows: its title, and the values of its template; `describe` says in a sentence what that is."""

    title: Text
    describe: Callable[[], Text]
    values: Mapping[str, Any]

    @cached_property
    def description(self) -> Text:
        """What it shows, worked out when it is asked for: the preview seldom does."""
        return self.describe()


@dataclass(frozen=True, slots=True, eq=False)
class DataPage:
    """A page made from data.

    There are several for each record, so a page has no more than its address; `show` works out the rest when asked.

    Attributes:
        template: the template of its content.
        path: its address within a language.
        show: what it shows.
        id: the id of its record; empty for a page of a list.
        place: where its record is in `data/`, if it shows one.
        is_sourced: whether it shows facts of sources, which can be corrected.
        section: the address of the hand-written page that leads to it, where that is not its first folder's.
        key: pages of lists with the same key show the same cards.
        has_card: whether links to it that are shared show a picture of its own.
    """

    template: str
    path: str
    show: Callable[[], Shown]
    id: str = ""
    place: Place | None = None
    is_sourced: bool = False
    section: str = ""
    key: str | None = None
    has_card: bool = False

    @property
    def title(self) -> Text:
        """Its title."""
        return _shown(self).title

    @property
    def description(self) -> Text:
        """What it shows, in a sentence."""
        return _shown(self).description

    @property
    def values(self) -> Mapping[str, Any]:
        """What its template makes HTML of."""
        return _shown(self).values

    def html(self, archive: Archive, language: Language, repository: Repository) -> Markup:
        """The content of the page."""
        view = View(archive, language, language.prefix + self.path, repository)
        corrected = last_corrected(view, self.path) if self.is_sourced else Markup("")
        shown = view.render(f"{self.template}.html", **self.values)
        siblings = view.render("siblings.html", siblings=self.values.get("siblings", (None, None)))
        return shown + siblings + elsewhere(view, self.path) + corrected


@lru_cache(maxsize=64)  # a page, and those above it
def _shown(page: DataPage) -> Shown:
    return page.show()


def record_pages(archive: Archive, lists: Lists) -> Iterator[DataPage]:
    """The page of every record of the archive that has one."""
    for type in TYPES:
        for id in archive.records[type] if type.has_page else ():
            show = partial(_show_record, archive, lists, type, id)
            place = archive.place(type, id)
            yield DataPage(type.template, type.path(id), show, id, place, type.is_sourced, has_card=type.has_card)


def _show_record(archive: Archive, lists: Lists, type: RecordType[Any], id: str) -> Shown:
    record, home = archive.records[type][id], archive.home_at.get(type.path(id))
    title = review_names.title(home) if isinstance(home, ReviewPart) else archive.title_of(type, id)
    values = {
        "id": id,
        "record": record,
        "home": home,
        "title": title,
        "type": type,
        "other_facts": other_facts,
        "kinds": MEETING_KINDS,
        "listings": {sort: lists(sort, type.collection, id) for sort in type.lists},
        "before": {sort: lists(sort, BEFORE_UNITS, id) for sort in type.lists if type is UNIT},
        "pictures": PICTURES,
        "matrix": matrix,
        "offices": offices,
        "siblings": _siblings(archive, lists, type, id),
    }

    def describe() -> Text:
        if isinstance(home, Meeting):
            views = {language: View(archive, language, "", Repository()) for language in Language}
            return in_both(lambda language: meeting_description(views[language], home))
        if isinstance(home, ReviewPart):
            return review_names.description(home)
        if type.description:
            about: Text = getattr(record, type.description)
            return about
        subject = next((each for field in type.subject if isinstance(each := getattr(record, field), Text)), None)
        if subject:
            return in_both(lambda language: phrase("{}: {}", title[language], subject[language]))
        return in_both(lambda language: word(f"{type.name}_description", language).format(title=title[language]))

    return Shown(title, describe, values)


def _siblings(archive: Archive, lists: Lists, type: RecordType[Any], id: str) -> tuple[Sibling | None, Sibling | None]:
    """The records before and after one.

    Those of a meeting or a review are of its series; of a meeting that is the only one of its series, and of any other
    record, those before and after it in the list of its type.
    """
    home = archive.home_at.get(type.path(id))
    if isinstance(home, Meeting | ReviewPart):
        before, after = map(_sibling, archive.neighbours(home))
        if before or after or isinstance(home, ReviewPart):
            return before, after
    listed = lists.by(type.name, "").get("")
    ids = [each.id for each in listed.items] if listed else []
    if id not in ids:  # no such list, or it is kept apart as personnel meetings are
        ids = list(archive.records[type])
    at = ids.index(id)
    around = (ids[at - 1] if at else "", ids[at + 1] if at + 1 < len(ids) else "")
    before, after = (Sibling(type.path(each), archive.title_of(type, each), None) if each else None for each in around)
    return before, after


def _sibling(home: Home | None) -> Sibling | None:
    if home is None:
        return None
    title = review_names.title(home) if isinstance(home, ReviewPart) else home.title
    return Sibling(home.path, title, home.date)


def list_pages(archive: Archive, lists: Lists, by_hand: Container[str] = ()) -> Iterator[DataPage]:
    """Every page that lists records and is neither a record's own nor written `by_hand`, which has those addresses."""
    own = [(listing, listing.whole) for listing in lists.on_own_pages() if listing.path not in by_hand]
    parts = ((listing, part) for listing in lists.all() for part in chain.from_iterable(listing.pages.values()))
    for listing, part in chain(own, parts):
        section = _STATEMENTS if part.path.startswith("kinds/") else ""
        yield DataPage("list", part.path, partial(_show_list, listing, part), section=section, key=part.key)
    statements, meetings = _by_year(archive.statements), _by_year(lists("meeting").items)
    figures = _by_year(archive.figures)
    years = sorted({home.date.year for home in archive.homes})
    for year in years:
        show = partial(_show_year, lists, year, years, statements[year], meetings[year], figures[year])
        yield DataPage("year", f"years/{year}/", show, section=_STATEMENTS)


def outcome_pages(archive: Archive) -> Iterator[DataPage]:
    """For each year with priorities the page of what came of them, next to the pages of the review that states them."""
    for part in (each for each in archive.review_parts if each.for_year):
        yield DataPage("outcomes", part.outcomes_path, partial(_show_outcomes, part))


def _show_outcomes(part: ReviewPart) -> Shown:
    title = in_both(lambda language: word("title_outcomes", language).format(year=part.for_year))
    about = in_both(lambda language: word("outcomes_lead", language).format(year=part.for_year))
    return Shown(title, lambda: about, {"part": part, "title": title})


def _by_year(items: Iterable[Any]) -> dict[int, list[Any]]:
    years: dict[int, list[Any]] = defaultdict(list)
    for item in items:
        years[item.date.year].append(item)
    return years


def _show_list(listing: Listing, part: ListPart) -> Shown:
    title = in_both(lambda language: capital(listing.name(part, language)))

    def describe() -> Text:
        return in_both(
            lambda language: word("list_description", language).format(
                title=title[language],
                count=number(part.count, language),
                things=noun(0, listing.sort, language),
            )
        )

    return Shown(title, describe, {"listing": listing, "part": part, "name": title, "around": around})


def _show_year(
    lists: Lists,
    year: int,
    years: Sequence[int],
    statements: Sequence[Statement],
    meetings: Sequence[Meeting],
    figures: Sequence[Figure],
) -> Shown:
    def describe() -> Text:
        return in_both(
            lambda language: word("year_description", language).format(
                year=year, meetings=number(len(meetings), language), statements=number(len(statements), language)
            )
        )

    title = in_both(lambda language: capital(word("list_year", language).format(year=year)))
    values = {
        "year": year,
        "years": years,
        "lists": lists,
        "said": statements,
        "meetings": meetings,
        "figures": figures,
        "facets": facets,
    }
    return Shown(title, describe, values)
