"""One query of the search bench, and the names of the classes."""

from __future__ import annotations

from dataclasses import dataclass

from macros.text.language import Language

KINDS = frozenset(
    [
        "exact",
        "unaccented",
        "half-accented",
        "dd",
        "nfd",
        "tone-placement",
        "telex",
        "vni",
        "typo",
        "spaces",
        "abbreviation",
        "document-number",
        "number",
        "numeral",
        "date",
        "province",
        "person",
        "topic-province-year",
        "english",
        "phrase",
        "exclude",
        "accents",
        "nonsense",
        "phrase5",
        "phrase5-unaccented",
        "phrase4-half",
        "phrase5-typo",
        "english4",
        "source-wording",
        "source-wording-noaccent",
        "source-headline",
        "source-headline-noaccent",
        "synonym",
        "synonym-noaccent",
        "question",
        "question-noaccent",
        "filters-in-words",
        "filters-in-words-noaccent",
        "messy",
        "english-readers",
        "nonsense-readers",
    ]
)


@dataclass(frozen=True)
class Query:
    """What a reader types, in the language of the page searched, and every record that is a right first answer.

    `kind` is the class it belongs to. `targets` holds ids as results show them (`data-id`); for nonsense it is empty,
    and the right answer is to find nothing. `since` says that records were added since the targets were judged.
    """

    text: str
    language: Language
    kind: str
    targets: frozenset[str]
    since: bool = False
