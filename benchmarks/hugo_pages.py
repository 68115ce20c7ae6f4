"""What the pages beside the meetings' own hold, for Hugo: the blocks of which its layouts make what ours show.

A block names its partial (`hugo/whole/_partials/blocks/`) and holds what that shows. Names and dates stand in it as
readers see them, which spares Hugo the work; statements and meetings are made by Hugo from the data, each once for
all lists of a language, as this site makes its cards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from macros import records as model
from macros.archive import Archive
from macros.archive.items import Statement
from macros.pages.data_pages import DataPage
from macros.records.statement import kinds
from macros.text.dates import PartialDate
from macros.text.language import Language
from macros.views.lists.catalogue import Entry, Lists
from macros.views.lists.listing import NO_DATE, Listing, ListPart
from macros.views.lists.navigation import MOST
from macros.views.rendering import View
from macros.views.repository import Repository

Block = dict[str, Any]
Cell = dict[str, Any]
LISTS = {kind: name for name, kind in kinds(model.MeetingRecord).items()}
_OF_A_UNIT = ("meeting", "appointment_meeting", "figure", "statement")
_NEWEST = 10  # items of a long list that its first page shows
_NOTES = ("organiser_note", "place_note", "chairs_note", "completeness_note", "conclusions_note", "documents_note")


def contents(blocks: Iterable[Block]) -> list[Block]:
    """The contents of a page: its headings that have an id."""
    top: list[Block] = []
    for block in blocks:
        if block["is"] == "heading" and block["id"]:
            text = f"{block['text']} ({block['count']})" if block["count"] else block["text"]
            entry = {"id": block["id"], "text": text, "below": []}
            (top[-1]["below"] if block["level"] == 3 and top else top).append(entry)
    return top


class Blocks:
    """The blocks of pages of one language.

    `sources` are the sources of each document and, by their ids, of `provinces`, as they are written. `ways` are the
    ways around lists that many pages have in common.
    """

    def __init__(self, archive: Archive, lists: Lists, language: Language, sources: dict[str, Any]) -> None:
        self.archive = archive
        self.lists = lists
        self.language = language
        self.sources = sources
        self.ways: dict[str, list[Cell]] = {}
        self.view = View(archive, language, "", Repository())
        self.word = self.view.word

    def of(self, page: DataPage) -> Iterator[Block]:
        """What stands on a page under its title."""
        values = page.values
        if page.template == "list":
            yield from self._list(values["listing"], values["part"])
        elif page.template == "year":
            yield from self._year(values["year"], values["years"])
        else:
            yield from getattr(self, f"_{page.template}")(page.id, values)

    def _person(self, id: str, values: Any) -> Iterator[Block]:
        yield from self._note(values["record"].note)
        yield from self._section("part-offices", "offices", values["listings"]["appearance"])
        yield from self._section("part-statements", "statements_said", values["listings"]["statement"], 3)

    def _document(self, id: str, values: Any) -> Iterator[Block]:
        record: model.DocumentRecord = values["record"]
        others = [other for other in self.archive.documents_numbered(record.number) if other != id]
        named = [
            self._link(f"documents/{other}/", self.archive.document_name(other)[self.language]) for other in others
        ]
        type = self._link(f"documents/types/{record.type}/", self.word(f"type_{record.type}"))
        rows = [
            ("number", [self._stated(record.number)]),
            ("type", [type]),
            ("issuer", [self._stated(record.issuer)]),
            ("date", [self._stated(record.date)]),
            ("title", [self._stated(record.title), *self._original(record.title)]),
            ("subject", [self._stated(record.subject)] if record.subject else []),
            ("known_as", [self._stated(record.known_as)] if record.known_as else []),
            ("status", [{"text": self.archive.document_status(id)[self.language]}]),
            ("replaces", _joined([self._changed(each) for each in record.replaces])),
            ("amends", _joined([self._changed(each) for each in record.amends])),
            ("same_number", _joined(named) if record.number != model.NOT_STATED else []),
            ("in_force", [self._date(record.in_force)] if record.in_force else []),
            ("checked", _joined([{"text": self.word(f"checked_{each}")} for each in record.checked or []])),
        ]
        yield {"is": "facts", "rows": [{"name": self.word(name), "cells": cells} for name, cells in rows if cells]}
        if record.notes:
            yield self._heading(2, "part-notes", self.word("notes"))
            for note in record.notes:
                yield from self._note(note)
        said: Listing = values["listings"]["statement"]
        if said.whole.count:
            yield self._counted_heading("part-statements", "statements_naming", said)
            yield from self._filters(said, said.whole)
            yield from self._listing(said, said.whole, 3)
        elif not values["listings"]["meeting"].whole.count:
            yield self._heading(2, "part-statements", self.word("statements_naming"))
            yield self._text("", {"text": self.word("not_cited")})
        yield from self._section("part-meetings", "meetings_citing", values["listings"]["meeting"])
        yield {"is": "sources", "records": self.sources[id]}

    def _changed(self, change: model.Change) -> Cell:
        if change.document:
            name = self.archive.document_name(change.document)[self.language]
            return self._link(f"documents/{change.document}/", name)
        return self._stated(change.unrecorded)

    def _province(self, id: str, values: Any) -> Iterator[Block]:
        province = values["record"]
        unit = self.archive.units[province.successor]
        name = self._link(f"units/{province.successor}/", self.view.text(unit.name))
        law = self._link(f"documents/{unit.document}/", self.archive.document_name(unit.document)[self.language])
        rows = [
            (self.word("name_in_year").format(year=self.archive.region.year), [{"text": self.view.text(province.name)}])
        ]
        others = [self._link(f"provinces/{each}/", self._short(each)) for each in unit.formed_from if each != id]
        others += [{"text": each} for each in unit.joined_by]
        same = [{"text": f" ({self.word('same_unit')} "}, *_joined(others), {"text": ")"}] if others else []
        rows += [(f"{self.word('since')} {unit.operates_from.shown(self.language)}", [name, *same])]
        since = {"text": f", {self.word('in_force').lower()} "}
        rows += [(self.word("legal_basis"), [law, since, self._date(unit.in_force)])]
        yield self._heading(2, "part-name", self.word("name_in_time"))
        yield {"is": "facts", "rows": [{"name": name, "cells": cells} for name, cells in rows]}
        for note in province.notes:
            yield from self._note(note)
        yield from self._section("part-meetings", "meetings", values["listings"]["meeting"])
        yield from self._section("part-figures", "figures", values["listings"]["figure"])
        said: Listing = values["listings"]["statement"]
        yield self._counted_heading("part-statements", "statements_about", said)
        yield from self._filters(said, said.whole)
        yield from self._listing(said, said.whole, 3)
        yield {"is": "sources", "records": [self.sources["provinces"][each] for each in province.sources]}

    def _unit(self, id: str, values: Any) -> Iterator[Block]:
        unit: model.Unit = values["record"]
        parts = [self._link(f"provinces/{each}/", self._short(each)) for each in unit.formed_from]
        parts += [{"text": f"{each} ({self.word('outside_region')})"} for each in unit.joined_by]
        law = self._link(f"documents/{unit.document}/", self.archive.document_name(unit.document)[self.language])
        in_force = {"text": f", {self.word('in_force').lower()} "}
        rows = [
            ("formed_from", _joined(parts)),
            ("operates_from", [self._date(unit.operates_from)]),
            ("legal_basis", [law, in_force, self._date(unit.in_force)]),
        ]
        yield {"is": "facts", "rows": [{"name": self.word(name), "cells": cells} for name, cells in rows]}
        said = {"name": self.view.text(unit.short), "day": unit.operates_from.shown(self.language)}
        for part, heading, listings in (
            ("own", "unit_own", values["listings"]),
            ("before", "before_units", values["before"]),
        ):
            yield self._heading(2, f"part-{part}", self.word(heading))
            yield self._text("fact__note", {"text": self.word(f"{heading}_note").format(**said)})
            held = [sort for sort in _OF_A_UNIT if listings[sort].whole.count]
            for sort in held:
                listing: Listing = listings[sort]
                yield self._heading(3, f"part-{part}-{sort}s", self.word(f"{sort}s"), listing.whole.count)
                yield from self._listing(listing, listing.whole, 0)
            if not held:
                yield self._text("", {"text": self.word("none_found")})
        sources = dict.fromkeys(source for each in unit.formed_from for source in self.archive.provinces[each].sources)
        yield {"is": "sources", "records": [self.sources["provinces"][each] for each in sources]}

    def _topic(self, id: str, values: Any) -> Iterator[Block]:
        said: Listing = values["listings"]["statement"]
        yield self._text("lead", {"text": self.view.text(values["record"].scope)})
        if said.whole.count:
            yield self._text("feed", {"text": self.word("feed_follow"), "href": "feed.xml"})
        yield self._counted_heading("part-statements", "statements", said)
        yield from self._filters(said, said.whole)
        yield from self._listing(said, said.whole, 3)

    def _list(self, listing: Listing, part: ListPart) -> Iterator[Block]:
        yield self._text("lead", {"text": f"{self.view.count(part.count, listing.sort).capitalize()}."})
        if part.key:
            yield from self._around(listing, part)
        yield from self._listing(listing, part, 2)
        pages = listing.pages.get(part.key, [])
        if part.number < len(pages):
            yield self._text("", self._link(pages[part.number].path, self.word("list_next")))
        yield from self._filters(listing, part)

    def _year(self, year: int, years: Sequence[int]) -> Iterator[Block]:
        said = [statement for statement in self.archive.statements if statement.date.year == year]
        held = [meeting for meeting in self.archive.meetings.values() if meeting.date.year == year]
        counts = f"{self.view.count(len(held), 'meeting')}, {self.view.count(len(said), 'statement')}."
        yield self._text("lead", {"text": counts.capitalize()})
        ways = [self._link(f"years/{each}/", str(each)) for each in years]
        yield self._nav(self.word("list_by_year"), "years/", ways, f"years/{year}/", "")
        if held:
            yield self._heading(2, "part-meetings", self.word("meetings"), len(held))
            levels = Counter(meeting.record.level for meeting in held)
            ways = [self._in_year(self.lists("meeting"), year, self.word("list_all"), len(held))]
            for level, listing in self.lists.by("meeting", "level").items():
                if count := levels[model.Level(level)]:
                    ways.append(self._in_year(listing, year, self.word(f"level_{level}"), count))
            yield {"is": "parts", "items": ways}
        cited = Counter(document for s in said for document in s.record.documents)
        most = sorted(cited, key=lambda id: (-cited[id], id))[:MOST]
        for name, listings, counted in (
            ("kind", self.lists.by("statement", "kind"), Counter(s.kind.value for s in said)),
            ("topic", self.lists.by("statement", "topics"), Counter(topic for s in said for topic in s.record.topics)),
            ("province", self.lists.by("statement", "provinces"), Counter(each for s in said for each in s.provinces)),
            ("document", {id: self.lists("statement", "documents", id) for id in most}, cited),
        ):
            values = [(listing, counted[id]) for id, listing in listings.items() if counted[id]]
            if values:
                yield self._heading(2, f"by-{name}", f"{self.word('list_by')} {self.word(f'kind_{name}').lower()}")
                ways = [self._in_year(listing, year, self.view.text(listing.title), n) for listing, n in values]
                more = name == "document" and len(cited) > len(most)
                ways += [self._link("documents/", self.word("list_others"))] if more else []
                yield {"is": "parts", "items": ways}
        whole = {"text": self.word("list_same"), "href": self._search({"year": str(year)})}
        yield self._text("list-filters", {"text": f"{self.word('list_filter_on')}: "}, whole, {"text": "."})

    def _section(self, id: str, word: str, listing: Listing, level: int = 0) -> Iterator[Block]:
        """A list on the page of a record, if it holds anything."""
        if listing.whole.count:
            yield self._counted_heading(id, word, listing)
            yield from self._listing(listing, listing.whole, level)

    def _listing(self, listing: Listing, part: ListPart, level: int) -> Iterator[Block]:
        """A list as one of its pages shows it, as `macros/templates/listing.html` does."""
        if listing.pages and not part.key:
            if listing.sort != "person":
                yield self._heading(level or 3, "", self.word("list_newest"))
                yield self._listed(listing.sort, part.items[-_NEWEST:][::-1])
            by = self.word("list_by_letter" if listing.sort == "person" else "list_by_year")
            yield self._heading(level or 3, "", by)
            ways = [self._link(each.path, each.label(self.language), each.count) for each in listing.first_pages]
            if level:
                ways = [way | {"id": f"year-{p.key}"} for way, p in zip(ways, listing.first_pages, strict=True)]
            yield {"is": "parts", "items": ways}
        elif level and not part.key and listing.sort in ("statement", "meeting"):
            for year, items in listing.years().items():
                name = self.word("list_no_date") if year == NO_DATE else year
                yield self._heading(level, f"year-{year}", name, len(items))
                yield self._listed(listing.sort, items)
        else:
            yield self._listed(listing.sort, part.items if part.key else listing.shown)

    def _listed(self, sort: str, items: Sequence[Any]) -> Block:
        """Things of one sort, one after another."""
        if sort == "statement":
            return {"is": "statements", "items": [statement.id for statement in items]}
        if sort in ("meeting", "appointment_meeting"):
            return {"is": "meetings", "items": [meeting.id for meeting in items]}
        block: Block = getattr(self, f"_listed_{sort}")(items)
        return block

    def _listed_appearance(self, items: Sequence[Any]) -> Block:
        def row(each: Any) -> list[Block]:
            meeting, attendance = each.meeting, each.attendance
            title = self._link(meeting.path, self.view.text(meeting.title))
            source = next(source for source in meeting.sources if source.id == attendance.source)
            printed = f" ({self.word('as_printed')} “{attendance.as_printed}”)" if attendance.as_printed else ""
            return [
                _column(self._date(meeting.date), {"text": " "}, title),
                _column({"text": self.view.text(attendance.role)}),
                _column({"text": self.view.text(attendance.office) + printed}),
                _column(self._link(f"{meeting.path}#source-{attendance.source}", source.publisher)),
            ]

        return self._table("offices", "offices", ("meeting", "role", "office", "source"), map(row, items))

    def _listed_figure(self, items: Sequence[Any]) -> Block:
        def row(figure: Any) -> list[Block]:
            record = figure.record
            unit = self.view.text(record.unit)
            value = f"{self.view.number(record.value)}{'' if unit == '%' else ' '}{unit}"
            note = f" {self.view.text(record.note)}" if record.note else ""
            home = self._link(f"{figure.home.path}#{record.id}", self.view.home_label(figure.home).striptags())
            return [
                _column({"text": value}, css="numeric"),
                _column({"text": f"{self.view.text(record.what)}{note}"}, css="wide"),
                _column(self._date(record.as_of)),
                _column(home, {"text": f" – {figure.source.publisher}"}),
            ]

        return self._table("figures-table", "figures", ("value", "what", "as_of", "source"), map(row, items))

    def _listed_document(self, items: Sequence[Any]) -> Block:
        def row(item: Any) -> list[Block]:
            id, record = item.id, item.record
            title = self._stated(record.title)
            if record.title == model.NOT_STATED and record.subject:
                title["text"] += f" ({self.word('subject').lower()}: {self.view.text(record.subject)})"
            return [
                _column(self._link(f"documents/{id}/", self.archive.document_name(id)[self.language])),
                _column(self._stated(record.date)),
                _column({"text": f"{self.word(f'type_{record.type}')}, {self.view.text(record.issuer)}"}),
                _column(title, css="wide"),
                _column({"text": str(len(self.archive.statements_by("documents", id)))}, css="numeric"),
            ]

        return self._table("documents", "documents", ("number", "date", "type", "title", "statements"), map(row, items))

    def _listed_source(self, items: Sequence[Any]) -> Block:
        def row(use: Any) -> list[Block]:
            source = use.source
            untitled = source.title == model.NOT_STATED
            title = {"text": self.word("source_untitled") if untitled else source.title, "href": source.address or ""}
            translated = f" ({self.word('machine_translation')})" if source.machine_translation else ""
            seen = {"text": f"{translated}; {self.word(f'seen_{source.seen}')}"}
            return [
                _column({"text": f"{source.publisher}: "}, title, seen),
                _column(self._stated(source.published)),
                _column(self._link(use.path, self.view.text(use.title))),
            ]

        return self._table("sources-table", "sources", ("source", "published", "used_for"), map(row, items))

    def _listed_person(self, items: Sequence[Entry]) -> Block:
        def counts(id: str) -> str:
            appearances, said = self.archive.appearances_by("people", id), self.archive.statements_by("people", id)
            return f"{self.view.count(len(appearances), 'meeting')}, {self.view.count(len(said), 'statement')}"

        ids = [each.id for each in items]
        people = [self._link(f"people/{id}/", self.archive.people[id].name) | {"count": counts(id)} for id in ids]
        return {"is": "parts", "class": "people", "items": people}

    def _listed_doubt(self, items: Sequence[Any]) -> Block:
        def doubts(meeting: Any) -> Block:
            notes = [getattr(meeting.record, name) for name in _NOTES]
            basis = f"{self.word('date_basis')}: {self.view.text(meeting.record.date_basis)}"
            return {
                "id": meeting.id,
                "date": self._date(meeting.date),
                "text": self.view.text(meeting.title),
                "notes": [basis, *(self.view.text(note) for note in notes if note)],
                "href": self._link(meeting.path, "")["href"],
                "label": self.word("meeting"),
            }

        return {"is": "doubts", "items": list(map(doubts, items))}

    def _table(self, css: str, label: str, head: Iterable[str], rows: Iterable[list[Block]]) -> Block:
        names = [self.word(name) for name in head]
        return {"is": "table", "class": css, "label": self.word(label), "head": names, "rows": list(rows)}

    def _around(self, listing: Listing, part: ListPart) -> Iterator[Block]:
        """The ways around a page of a list, as `macros/views/lists/navigation.py` makes them."""
        by = self.word("list_by_letter" if listing.sort == "person" else "list_by_year")
        ways = [self._link(each.path, each.label(self.language), each.count) for each in listing.first_pages]
        first = next(each.path for each in listing.pages.get(part.key, []))
        yield self._nav(by, f"{listing.whole.path} {listing.sort}", ways, part.path, first)
        pages = listing.pages.get(part.key, [])
        if len(pages) > 1:
            name = self.word("list_pages")
            ways = [
                self._link(page.path, str(page.number)) | {"count": listing.months(page, self.language)}
                for page in pages
            ]
            yield self._nav(name, first, ways, part.path, "") | {"before": f"{name}:"}

    def _nav(self, label: str, name: str, ways: list[Cell], here: str, below: str) -> Block:
        """Ways around a page; it is `here` among them, or continues one that is `below`."""
        self.ways.setdefault(name, ways)
        places = {"here": self._link(here, "")["href"], "below": self._link(below, "")["href"]}
        return {"is": "around", "label": label, "ways": name, **places}

    def _filters(self, listing: Listing, part: ListPart) -> Iterator[Block]:
        """Ways on from a list, as `macros/templates/list_filters.html` has them."""
        if not listing.filters or not part.count:
            return
        filters = listing.search_filters(part)
        cells: list[Cell] = [{"text": f"{self.word('list_filter_on')}: "}]
        cells.append({"text": self.word("list_same"), "href": self._search(filters)})
        if listing.sort == "statement" and "kind" not in filters:
            for kind, count in sorted(Counter(statement.kind for statement in part.items).items()):
                found = {"text": self.word(f"kinds_{kind}"), "href": self._search({"kind": kind, **filters})}
                cells += [{"text": " · "}, found | {"count": self.view.number(count)}]
        cells += [{"text": ". "}, self._link("downloads/", self.word("list_download")), {"text": "."}]
        yield self._text("list-filters", *cells)

    def _in_year(self, listing: Listing, year: int, label: str, count: int) -> Cell:
        path, anchor = listing.year(year)
        return self._link(f"{path}#{anchor}" if anchor else path, label, count)

    def _search(self, filters: dict[str, str]) -> str:
        return f"/{self.language.prefix}{self.view.search(**filters)}".replace("./", "")

    def _counted_heading(self, id: str, word: str, listing: Listing) -> Block:
        return self._heading(2, id, self.word(word), listing.whole.count)

    def _heading(self, level: int, id: str, text: str, count: int | None = None) -> Block:
        counted = "" if count is None else self.view.number(count)
        return {"is": "heading", "level": level, "id": id, "text": text, "count": counted}

    def _note(self, note: model.Text | None) -> Iterator[Block]:
        if note:
            yield self._text("fact__note", {"text": self.view.text(note)})

    def _text(self, css: str, *cells: Cell) -> Block:
        return {"is": "text", "class": css, "cells": cells}

    def _link(self, path: str, text: str, count: int | None = None) -> Cell:
        link = {"text": text, "href": f"/{self.language.prefix}{path}"}
        return link if count is None else link | {"count": self.view.number(count)}

    def _stated(self, value: Any) -> Cell:
        if isinstance(value, PartialDate):
            return self._date(value)
        if value == model.NOT_STATED:
            return {"text": self.word("not_stated")}
        return {"text": self.view.text(value) if isinstance(value, model.Text) else str(value)}

    def _original(self, title: Any) -> Iterator[Cell]:
        """What an English title renders."""
        if self.language is Language.EN and isinstance(title, model.Text):
            yield {"text": f" ({self.word('title_rendering')}) {title.vi}"}

    def _short(self, province: str) -> str:
        return self.view.text(self.archive.provinces[province].short)

    def _date(self, date: PartialDate) -> Cell:
        return {"text": date.shown(self.language), "date": date.iso}


def placed(statements: Iterable[Statement]) -> dict[str, Block]:
    """Where each statement stands in the data: its home, the list in it, its place in the list."""
    counted: Counter[tuple[str, str]] = Counter()
    places = {}
    for statement in statements:
        meeting = statement.home.path.startswith("meetings/")
        home = statement.home.path.split("/")[1] if meeting else statement.home.path
        list_name = LISTS[statement.kind] if meeting else "statements"
        at = counted[home, list_name]
        counted[home, list_name] += 1
        places[statement.id] = {"home": home, "list": list_name, "at": at, "kind": statement.kind.value}
    return places


def _column(*cells: Cell, css: str = "") -> Block:
    return {"cells": cells, "class": css}


def _joined(cells: Sequence[Cell]) -> list[Cell]:
    return [each for cell in cells for each in ({"text": ", "}, cell)][1:]
