"""The facts of a page in the words of schema.org, as JSON-LD: nothing that the page itself does not show.

What no source states is left out, never guessed: a meeting without a stated place has no `location`.
"""

import json
from itertools import chain
from typing import Any

from markupsafe import Markup

from macros.archive import Archive
from macros.archive.items import Figure, ReviewPart
from macros.derived.exports import FORMATS
from macros.records import (
    DOCUMENT,
    PERSON,
    PROVINCE,
    SOURCE,
    TERM,
    TOPIC,
    TYPES,
    Attendance,
    Author,
    Record,
    RecordType,
    Sentence,
    Source,
    Text,
    Venue,
)
from macros.records.summary import in_full
from macros.text.dates import PartialDate, Precision
from macros.text.language import Language, word
from macros.text.passages import is_vietnamese
from macros.views.page_facts import PageFacts

Node = dict[str, Any]
_CONTEXT = "https://schema.org"
_LISTS = {f"{type.collection}/" for type in TYPES if type.has_page or type.parts}
# Properties whose values are organisations, of which a record has the names.
_ORGANIZATIONS = {"creator", "organizer", "publisher"}


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
        self.url = self.address(page.path)
        self.home = archive.home_at.get(page.path)

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
            "mentions": [self.figure(each) for each in self.archive.figures_by("page", self.page.path)],
        }
        return {"@context": _CONTEXT, "@graph": [_stated(page), self.breadcrumbs()]}

    def site(self) -> Node:
        url = self.address("")
        return {
            "@type": "WebSite",
            "@id": f"{url}#website",
            "url": url,
            "name": self.archive.site_name(self.page.language),
        }

    def about_site(self) -> Node:
        search = {"@type": "EntryPoint", "urlTemplate": f"{self.address('search/')}?q={{search_term_string}}"}
        return {
            "description": self.page.description,
            "inLanguage": self.page.language.value,
            **self.other_language("", "#website"),
            "license": word("licence_url", self.page.language),
            "potentialAction": {
                "@type": "SearchAction",
                "target": search,
                "query-input": "required name=search_term_string",
            },
        }

    def text(self, text: Text) -> str | Node:
        """A text in the language of the page; where it has no English, the Vietnamese, marked as such."""
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
        if isinstance(self.home, ReviewPart):
            return self.review(self.home)
        if self.page.path == "glossary/":
            return self.glossary()
        if self.page.path == "downloads/":
            return self.tables()
        for type in TYPES:
            id = self.page.path.removeprefix(f"{type.collection}/").removesuffix("/")
            if type.has_page and self.page.path == type.path(id) and id in self.archive.records[type]:
                own: Node = {"@id": f"{self.url}#{type.name}"} if self.home else {}
                if type is DOCUMENT:
                    own["creativeWorkStatus"] = self.text(self.archive.document_status(id))
                return self.node(type, self.archive.records[type][id], **own, name=_tagged(self.page.title))
        return None

    def node(self, type: RecordType[Any], record: Record, **own: Any) -> Node:
        """A record in the words of schema.org that its type has for its fields."""
        node = {"@type": type.schema_org, **own}
        for name, field in type.linked.items():
            value: Any = getattr(record, field, None)
            if name == "startDate":
                node |= _when(value)
            elif name in _ORGANIZATIONS:
                organization = self.value(value)
                node[name] = {"@type": "Organization", "name": organization} if organization else None
            else:
                node[name] = self.topics() if name == "about" else self.value(value)
        return _stated(node)

    def value(self, value: Any) -> Any:
        """The value of a field; None for what is not stated."""
        match value:
            case "not-stated" | None:
                return None
            case [Sentence(), *_]:
                return _tagged(in_full(value, self.page.language))
            case list():
                return [self.value(each) for each in value]
            case Source():
                return self.node(SOURCE, value)
            case Attendance():
                name = self.archive.people[value.person].name
                return {"@type": PERSON.schema_org, "name": name, "url": self.address(PERSON.path(value.person))}
            case Author():
                name, office = self.archive.author_name(value), value.office
                url = self.address(PERSON.path(value.person)) if value.person else None
                job = self.text(office) if office else None
                return _stated({"@type": PERSON.schema_org, "name": name, "jobTitle": job, "url": url})
            case Venue():
                within = self.within(value.province) if value.province else None
                return _stated({"@type": "Place", "name": self.text(value), "containedInPlace": within})
            case Text():
                return self.text(value)
            case PartialDate():
                return value.iso
        return str(value)

    def within(self, province: str) -> Node:
        """The province that a meeting was held in, by its name of the day."""
        assert self.home
        [(collection, id)] = self.home.places([province])
        name = self.archive.records.by_collection[collection][id].short
        return {"@type": PROVINCE.schema_org, "name": self.text(name)}

    def review(self, part: ReviewPart) -> Node:
        return _stated(
            {
                "@type": "Article",
                "@id": f"{self.url}#article",
                "headline": _tagged(self.page.title),
                "inLanguage": self.languages(),
                "mainEntityOfPage": self.url,
                "temporalCoverage": str(part.for_year or part.year),
                "about": self.topics(),
                "isBasedOn": self.value(self.archive.listed_sources(part)),
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

    def glossary(self) -> Node:
        glossary = self.archive.glossary.items()
        terms = [self.node(TERM, term, **{"@id": f"{self.url}#{id}"}) for id, term in glossary]
        return {"@type": "DefinedTermSet", "name": self.page.title, "hasDefinedTerm": terms}

    def tables(self) -> Node:
        def files(table: str) -> list[Node]:
            return [
                {"@type": "DataDownload", "encodingFormat": form, "contentUrl": f"{self.base}data/{table}.{ending}"}
                for ending, form in FORMATS.items()
            ]

        names = {type.collection: word(type.collection, self.page.language) for type in TYPES}
        parts = [{"@type": "Dataset", "name": name, "distribution": files(table)} for table, name in names.items()]
        return {
            "@type": "Dataset",
            "name": self.archive.site_name(self.page.language),
            "description": self.page.description,
            "url": self.url,
            "inLanguage": [language.value for language in Language],
            "isAccessibleForFree": True,
            "license": word("licence_url", self.page.language),
            "hasPart": parts,
        }

    def topics(self) -> list[Node]:
        """The topics of the statements on the page."""
        named = (s.record.topics for s in self.archive.statements_by("page", self.page.path))
        return [
            {
                "@type": TOPIC.schema_org,
                "name": self.text(self.archive.topics[id].name),
                "url": self.address(TOPIC.path(id)),
            }
            for id in dict.fromkeys(chain.from_iterable(named))
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
