"""Archives of any size for the benches: the real one, and statements recombined from its own, as a seed decides."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from macros.archive import Archive
from macros.records import StatementKind
from macros.search.documents import SearchDocument, SearchHome, documents
from macros.text.dates import PartialDate
from macros.text.language import Language, word

SEED = 20261125
STATEMENTS_A_MEETING = 9
_YEARS = range(2000, 2041)


def grown(archive: Archive, language: Language, statements: int) -> list[SearchDocument]:
    """The documents of the real archive and as many synthetic statements as make `statements` in all."""
    real = documents(archive, language)
    have = sum(document.kind in set(StatementKind) for document in real)
    made = _Maker(archive, language, real).make(max(0, statements - have))
    return sorted([*real, *made], key=lambda document: document.order)


class _Maker:
    """Chains syllables of real statements: each word follows the two before it somewhere in the archive."""

    def __init__(self, archive: Archive, language: Language, real: Sequence[SearchDocument]) -> None:
        self.language = language
        self.chance = random.Random(f"{SEED} {language}")
        self.sources = [document for document in real if document.kind in set(StatementKind)]
        self.provinces = list(archive.provinces)
        self.names = {id: province.short[language] for id, province in archive.provinces.items()}
        self.topics = {id: topic.name[language] for id, topic in archive.topics.items()}
        self.speakers = sorted({document.said_by for document in self.sources if document.said_by})
        self.followers: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.starts: list[tuple[str, str]] = []
        for document in self.sources:
            words = document.text.split()
            self.starts.append((words[0], words[1] if len(words) > 1 else ""))
            for first, second, third in zip(words, words[1:], words[2:], strict=False):
                self.followers[first, second].append(third)

    def make(self, count: int) -> list[SearchDocument]:
        """So many statements, at meetings spread over provinces and years."""
        made: list[SearchDocument] = []
        while len(made) < count:
            made.extend(self._meeting(len(made), min(STATEMENTS_A_MEETING, count - len(made))))
        return made

    def _meeting(self, number: int, count: int) -> list[SearchDocument]:
        chance = self.chance
        province = chance.choice(self.provinces)
        date = PartialDate.parse(f"{chance.choice(_YEARS)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}")
        id = f"{date}-{province}-{number}"
        title = f"{chance.choice(self.sources).home.title} {self.names[province]} {date.year}"
        label = f"{word('kind_meeting', self.language)}, {date.shown(self.language)}"
        home = SearchHome(f"meetings/{id}/", title, label)
        return [self._statement(home, id, place, province, date) for place in range(count)]

    def _statement(self, home: SearchHome, id: str, place: int, province: str, date: PartialDate) -> SearchDocument:
        chance = self.chance
        kind = chance.choice(list(StatementKind)).value
        topics = tuple(chance.sample(list(self.topics), chance.randint(1, 2)))
        context = (
            word(f"kind_{kind}", self.language),
            *(self.topics[topic] for topic in topics),
            self.names[province],
            date.start.isoformat(),
            str(date.year),
        )
        return SearchDocument(
            id=f"{home.path}s{place}",
            kind=kind,
            home=home,
            anchor=f"s{place}",
            title="",
            text=self._text(),
            said_by=chance.choice(self.speakers) if kind == StatementKind.CONCLUSION else "",
            context=context,
            date=date,
            tags={
                "year": (str(date.year),),
                "kind": (kind,),
                "topic": topics,
                "province": (province,),
                "document": (),
                "meeting": (id,),
            },
        )

    def _text(self) -> str:
        longest = len(self.chance.choice(self.sources).text.split())
        words = list(self.chance.choice(self.starts))
        while len(words) < longest and (words[-2], words[-1]) in self.followers:
            words.append(self.chance.choice(self.followers[words[-2], words[-1]]))
        return " ".join(words).rstrip(".,;: ") + "."
