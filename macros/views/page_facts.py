"""What is known of every page of the site, hand-written or made from a record."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.text.language import Language


@dataclass(frozen=True)
class Crumb:
    """A page on the way from the first page down; `path` is its address within its language."""

    title: str
    path: str


@dataclass(frozen=True)
class PageFacts:
    """One page in one language.

    `path` is its address within the language; `title` and `description` are plain text. `above` are the pages that
    lead to it, the first page first; empty for the first page itself. `card` is the page whose social card
    it shows: itself, or the list that a record is in. `translated` is false where its title has no English.
    """

    path: str
    language: Language
    title: str
    description: str
    above: Sequence[Crumb] = ()
    card: str = ""
    translated: bool = True
