"""The facts of a page in the words of schema.org, as JSON-LD: nothing that the page itself does not show.

What no source states is left out, never guessed: a meeting without a stated place has no `location`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from macros import records as model
from macros.archive import Archive
from macros.archive.items import Figure, Meeting, ReviewPart
from macros.derived.exports import FORMATS
from macros.derived.tables import tables
from macros.text.dates import PartialDate, Precision
from macros.text.language import Language
from macros.text.passages import is_vietnamese
from macros.views.page_facts import PageFacts
from macros.views.rendering import View
from macros.views.repository import Repository

Node = dict[str, Any]
_CONTEXT = "https://schema.org"
_LISTS = ("meetings/", "topics/", "provinces/", "documents/", "people/", "figures/")


def linked_data(page: PageFacts, archive: Archive, base: str) -> Node:
    """What a page is and what it is about; `base` is the address of the site, with a slash at its end."""
    return _Facts(page, archive, base).graph()


def script(data: Node) -> Markup:
    """JSON-LD as an element that no browser runs; no text in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(f'<script type="application/ld+json">{text}</script>')


class _Facts:
    """The facts of one page."""

    def __init__(self, page: PageFacts, archive: Archive, base: str) -> None:
        self.page = page
        self.archive = archive
        self.base = base
        self.view = View(archive, page.language, page.language.prefix + page.path, Repository())
        self.url = self.address(page.path)

    def address(self, path: str, language: Language | None = None) -> str:
        return f"{self.base}{(language or self.page.language).prefix}{path}"

    def graph(self) -> Node:
        if not self.page.path:
            return {"@context": _CONTEXT, **self.site(), **self.about_site()}
        page = {
            "@type": "CollectionPage" if self.page.path in _LISTS else "WebPage",
            "@id": self.url,
            "url": self.url,
            "name": _tagged(self.page.title),
            "description": _tagged(self.page.description),
            "inLanguage": self.languages(),
            "isPartOf": self.site(),
            **self.other_language(self.page.path),
            "mainEntity": self.main(),
            "mentions": self.figures(),
        }
        return {"@context": _CONTEXT, "@graph": [_stated(page), self.breadcrumbs()]}

    def site(self) -> Node:
        url = self.address("")
        return {
            "@type": "WebSite",
            "@id": f"{url}#website",
            "url": url,
            "name": self.view.archive.site_name(self.view.language),
        }

    def about_site(self) -> Node:
        search = {"@type": "EntryPoint", "urlTemplate": f"{self.address('search/')}?q={{search_term_string}}"}
        return {
            "description": self.page.description,
            "inLanguage": self.page.language.value,
            **self.other_language("", "#website"),
            "license": self.view.word("licence_url"),
            "potentialAction": {
                "@type": "SearchAction",
                "target": search,
                "query-input": "required name=search_term_string",
            },
        }

    def text(self, text: model.Text) -> str | Node:
        """A text in the language of the page; Vietnamese for want of English, with its language."""
        return _tagged(text[self.page.language])

    def languages(self) -> str | list[str]:
        """The language of the page, and Vietnamese where its name has no English."""
        own = self.page.language
        return own.value if self.page.translated or own is Language.VI else [own.value, Language.VI.value]

    def other_language(self, path: str, anchor: str = "") -> Node:
        if not self.page.translated:
            return {}
        relation = "workTranslation" if self.page.language is Language.VI else "translationOfWork"
        return {relation: {"@id": f"{self.address(path, self.page.language.other)}{anchor}"}}

    def breadcrumbs(self) -> Node:
        trail = [(crumb.title, self.address(crumb.path)) for crumb in self.page.above]
        steps = [
            {"@type": "ListItem", "position": position, "name": _tagged(title), "item": url}
            for position, (title, url) in enumerate([*trail, (self.page.title, self.url)], 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": steps}

    def main(self) -> Node | None:
        """What the page is about, where schema.org has a word for it."""
        section, _, rest = self.page.path.rstrip("/").partition("/")
        archive = self.archive
        if section == "meetings" and rest in archive.meetings:
            return self.meeting(archive.meetings[rest])
        if section == "documents" and rest in archive.documents:
            return self.document(rest, archive.documents[rest])
        if section == "provinces" and rest in archive.provinces:
            return {"@type": "AdministrativeArea", "name": self.text(archive.provinces[rest].name)}
        if section == "topics" and rest in archive.topics:
            topic = archive.topics[rest]
            names = {"name": self.text(topic.name), "description": self.text(topic.scope)}
            return {"@type": "DefinedTerm", **names}
        if section == "people" and rest in archive.people:
            return {"@type": "Person", "name": archive.people[rest].name}
        if section == "glossary":
            return self.glossary()
        if section == "downloads":
            return self.tables()
        part = self.review_part()
        return self.review(part) if part else None

    def review_part(self) -> ReviewPart | None:
        """The part of a review that the page shows, if it shows one."""
        return next((part for part in self.archive.review_parts if part.path == self.page.path), None)

    def figures(self) -> list[Node]:
        """The figures that have their anchors on the page."""
        meeting = self.archive.meetings.get(self.page.path.removeprefix("meetings/").removesuffix("/"))
        home = meeting or self.review_part()
        return [self.figure(figure) for figure in self.archive.figures_by("page", home.path)] if home else []

    def meeting(self, meeting: Meeting) -> Node:
        record = meeting.record
        organiser = record.organiser
        return _stated(
            {
                "@type": "Event",
                "@id": f"{self.url}#meeting",
                "name": self.text(meeting.title),
                **_when(meeting.date),
                "location": self.place(record.place),
                "organizer": self.body(organiser) if isinstance(organiser, model.Text) else None,
                "attendee": [self.person(each.person) for each in meeting.attendances],
                "about": self.topics(s.record.topics for s in self.archive.statements_of(meeting)),
                "subjectOf": [self.source(source) for source in meeting.sources],
            }
        )

    def review(self, part: ReviewPart) -> Node:
        return _stated(
            {
                "@type": "Article",
                "@id": f"{self.url}#article",
                "headline": _tagged(self.page.title),
                "inLanguage": self.languages(),
                "mainEntityOfPage": self.url,
                "temporalCoverage": str(part.for_year or part.year),
                "about": self.topics(s.record.topics for s in self.archive.statements_of(part)),
                "isBasedOn": [self.source(source) for source in part.sources],
            }
        )

    def figure(self, figure: Figure) -> Node:
        """A figure; of one that is not exact, the bounds that its source gives."""
        record = figure.record
        first, last, approximation = record.value, record.value_to, record.approximation
        bounds: Node = {"value": first}
        if last is not None:
            bounds = {"minValue": first, "maxValue": last}
        elif approximation and approximation.is_least:
            bounds = {"minValue": first}
        elif approximation and approximation.is_most:
            bounds = {"maxValue": first}
        return {
            "@type": "QuantitativeValue",
            "@id": f"{self.url}#{record.id}",
            "name": self.text(record.what),
            "description": _tagged(record.amount(self.page.language)),
            **bounds,
            "unitText": self.text(record.unit),
        }

    def document(self, id: str, record: model.DocumentRecord) -> Node:
        return _stated(
            {
                "@type": "CreativeWork",
                "name": _tagged(self.view.archive.document_title(id)[self.page.language]),
                "identifier": None if record.number == model.NOT_STATED else record.number,
                "alternativeHeadline": self.text(record.title) if isinstance(record.title, model.Text) else None,
                "creator": self.body(record.issuer),
                "dateCreated": record.date.iso if isinstance(record.date, PartialDate) else None,
                "subjectOf": [self.source(source) for source in record.sources],
            }
        )

    def glossary(self) -> Node:
        terms = [
            _stated(
                {
                    "@type": "DefinedTerm",
                    "@id": f"{self.url}#{id}",
                    "name": self.text(record.term),
                    "termCode": record.abbreviation,
                }
            )
            for id, record in self.archive.glossary.items()
        ]
        return {"@type": "DefinedTermSet", "name": self.page.title, "hasDefinedTerm": terms}

    def tables(self) -> Node:
        def files(table: str) -> list[Node]:
            return [
                {"@type": "DataDownload", "encodingFormat": form, "contentUrl": f"{self.base}data/{table}.{ending}"}
                for ending, form in FORMATS.items()
            ]

        names = [table.name for table in tables()]
        parts = [{"@type": "Dataset", "name": self.view.word(name), "distribution": files(name)} for name in names]
        return {
            "@type": "Dataset",
            "name": self.view.archive.site_name(self.view.language),
            "description": self.page.description,
            "url": self.url,
            "inLanguage": [language.value for language in Language],
            "isAccessibleForFree": True,
            "license": self.view.word("licence_url"),
            "hasPart": parts,
        }

    def source(self, source: model.Source) -> Node:
        return _stated(
            {
                "@type": "CreativeWork",
                "name": None if source.title == model.NOT_STATED else source.title,
                "publisher": {"@type": "Organization", "name": source.publisher},
                "creditText": source.author,
                "inLanguage": source.language.value,
                "datePublished": source.published.iso if isinstance(source.published, PartialDate) else None,
                "url": source.address,
                "archivedAt": source.archived,
            }
        )

    def place(self, place: model.Venue | str) -> Node | None:
        if not isinstance(place, model.Venue):
            return None
        province = self.archive.provinces[place.province].short if place.province else None
        within = {"@type": "AdministrativeArea", "name": self.text(province)} if province else None
        return _stated({"@type": "Place", "name": self.text(place), "containedInPlace": within})

    def person(self, id: str) -> Node:
        return {"@type": "Person", "name": self.archive.people[id].name, "url": self.address(f"people/{id}/")}

    def body(self, name: model.Text) -> Node:
        return {"@type": "Organization", "name": self.text(name)}

    def topics(self, ids: Iterable[Iterable[str]]) -> list[Node]:
        return [
            {
                "@type": "DefinedTerm",
                "name": self.text(self.archive.topics[id].name),
                "url": self.address(f"topics/{id}/"),
            }
            for id in dict.fromkeys(id for some in ids for id in some)
        ]


def _tagged(text: str) -> str | Node:
    """A text as JSON-LD holds it (JSON-LD 1.1, section 4.2.4): with its language where that is not the page's."""
    return {"@value": str(text), "@language": Language.VI.value} if is_vietnamese(text) else str(text)


def _when(date: PartialDate) -> Node:
    """The day or days of a meeting as ISO 8601 writes them; it has no form for a quarter."""
    if date.iso:
        return {"startDate": date.iso}
    if date.precision is Precision.DAY:
        return {"startDate": date.start.isoformat(), "endDate": date.end.isoformat()}
    return {}


def _stated(node: Node) -> Node:
    """A node without what is not stated."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}
