"""The search of the site: its documents, index and files, for each language, out of the archive."""

import re
from collections.abc import Sequence
from typing import Any

from macros.archive import Archive
from macros.records import DOCUMENT, FIGURE, MEETING, PERSON, PROVINCE, TOPIC, UNIT, Level, RecordType, StatementKind
from macros.search.citations import citations
from macros.search.documents import FACETED, KINDS, documents, name_of
from macros.search.files import Labels, Notice, asking, search_files
from macros.search.index import Index
from macros.search.rings import rings
from macros.search.suggested import suggested
from macros.search.titled_pages import TitledPage
from macros.text.folding import Abbreviations, fold, read
from macros.text.language import Language, word, words
from macros.text.passages import phrase

FOLDER = "assets/search/"
# What may be a Vietnamese syllable without its accents, of those that a shortened name may be.
_SYLLABLE = re.compile("(?:[bcdghklmnrstvx]|[cknpt]h|ng|tr|qu)[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?")


def site_search(
    archive: Archive, language: Language, pages: Sequence[TitledPage], site_url: str = ""
) -> dict[str, bytes]:
    """Every file that searching in one language needs, by its address from the site's root."""
    found = documents(archive, language, pages)
    short = abbreviations(archive, language)
    written = search_files(
        found,
        Index(found, language, short, rings(archive, short)),
        citations(archive, language, found, pages, site_url),
        suggested=suggested(archive, found, language),
        labels=labels(archive, language),
        notices=notices(archive, language),
        phrases=phrases(language),
        names=names(archive, language),
        fields=fields(archive, language),
    )
    return {f"{FOLDER}{language}/{address}": content for address, content in written.items()}


def abbreviations(archive: Archive, language: Language) -> Abbreviations:
    """The abbreviations of the glossary as it writes them, with the terms of the words they stand for.

    Among them other forms in capitals: BTCTU is no Ban Tổ chức Trung ương, though its first letters are the same.
    """
    glossary = archive.glossary.values()
    forms = [(form, record) for record in glossary for form in record.forms if _in_capitals(form)]
    own = [(record.abbreviation, record) for record in glossary if record.abbreviation]
    return {
        short: tuple(token.term for token in read(record.term[language], language).tokens)
        for short, record in [*forms, *own]
    }


def _in_capitals(form: str) -> bool:
    return form.isalpha() and form.isupper() and len(form) > 2  # ĐA and TƯ are too many other words


def names(archive: Archive, language: Language) -> dict[str, str]:
    """What readers write for a name, as terms.

    A province by its other forms and as messages shorten it (qtri, tthue), a term of the glossary by its initials:
    the first letters of its Vietnamese syllables (SHCB for sinh hoạt chi bộ), whether or not anybody prints them. Only
    where they name one thing.
    """
    found: dict[str, list[str]] = {}
    for record in archive.glossary.values():
        letters = "".join(word[0] for word in _terms(record.term.vi, Language.VI).split())
        found.setdefault(letters, []).append(_terms(record.term[language], language))
    initials = {letters: terms[0] for letters, terms in found.items() if len(letters) > 1 and len(terms) == 1}
    provinces = {
        _terms(form, language): _terms(province.short[language], language)
        for province in archive.provinces.values()
        for form in province.forms
    }
    short: dict[str, list[str]] = {}
    for province in archive.provinces.values():
        *first, last = _terms(province.short.vi, Language.VI).split()
        letters = "".join(each[0] for each in first)
        for form in {letters + last, letters + last[0]} if len(first) > 1 else {letters + last} if first else set():
            short.setdefault(form, []).append(_terms(province.short[language], language))
    # Khoa is a word, not Khánh Hòa.
    shortened = {form: names[0] for form, names in short.items() if len(names) == 1 and not _SYLLABLE.fullmatch(form)}
    return dict(sorted((shortened | initials | provinces).items()))


def fields(archive: Archive, language: Language) -> dict[str, str]:
    """What readers write for a value of a facet, with the facet and the value: `province:hue`.

    After a person come the titles of the offices held: `person:tran-van-a:bí thư|trưởng ban`.
    """
    found = {word(f"kind_{kind}", language): f"kind:{kind}" for kind in (*StatementKind, FIGURE.name)}
    found |= {word(f"level_{level}", language): f"level:{level}" for level in Level}
    named: tuple[RecordType[Any], ...] = (TOPIC, PROVINCE, UNIT, PERSON, DOCUMENT)
    for type in named:
        ids = archive.records[type].keys()
        # The best known first: of several with one given name they are meant.
        for id in sorted(ids, key=lambda id: -len(archive.appearances_by("people", id))) if type is PERSON else ids:
            found.setdefault(str(name_of(archive, type, id, language)), f"{type.name}:{id}")
    for id in archive.units:  # most are called as one of the provinces that they were formed from
        found[word("new_unit", language).format(name=name_of(archive, UNIT, id, language))] = f"unit:{id}"
    # A person with the name of a place is asked for by the name with its accents, which finds the person's page.
    places = {
        fold(name[each]) for unit in archive.units.values() for name in (unit.short, unit.name) for each in Language
    }
    return {
        name: ":".join(filter(None, (value, _titles(archive, value.removeprefix("person:"), language))))
        for name, value in found.items()
        if not (value.startswith("person:") and fold(name) in places)
    }


def _titles(archive: Archive, person: str, language: Language) -> str:
    """The titles of a person's offices; nothing for what is no person."""
    held = [each.attendance.office for each in archive.appearances_by("people", person) if each.attendance]
    offices = ", ".join(office[language].lower() for office in held if office).split(", ")
    titles: list[str] = asking(language)["offices"]
    return "|".join(title for title in titles if any(f"{each} ".startswith(f"{title} ") for each in offices))


def labels(archive: Archive, language: Language) -> Labels:
    """What the values of each facet are called; a year is called by itself."""
    kinds = {kind: word(f"kind_{kind}", language) for kind in KINDS}
    named = {
        type.name: {id: name_of(archive, type, id, language) for id in archive.records[type]}
        for type in FACETED.values()
    }
    levels = {level.value: word(f"level_{level}", language) for level in Level}
    meetings = archive.meetings.items()
    days = {id: phrase("{} – {}", m.date.shown(language), m.title[language]) for id, m in meetings}
    since = word("since", language).lower()
    units = {
        id: phrase("{} ({} {})", named[UNIT.name][id], since, unit.operates_from.shown(language))
        for id, unit in archive.units.items()
    }
    return {"kind": kinds, "level": levels, **named, MEETING.name: days, UNIT.name: units}


def phrases(language: Language) -> dict[str, str]:
    """The words that the search's scripts show."""
    kinds = {f"kind_{kind}": word(f"kind_{kind}", language) for kind in KINDS}
    facets = {f"facet_{type.name}": kinds[f"kind_{type.name}"] for type in FACETED.values()}
    return words("search_", language) | kinds | facets | {"source": word("source", language)}


def notices(archive: Archive, language: Language) -> list[Notice]:
    """What a reader who names a province should know: which new province it is part of, or which old ones are in it."""
    found = []
    for id, province in archive.provinces.items():
        unit = archive.units[province.successor]
        if unit.short != province.short:
            text = word("notice_part_of", language).format(
                old=province.short[language], new=unit.short[language], day=unit.operates_from.shown(language)
            )
            found.append(Notice(_terms(province.short[language], language), text, PROVINCE.path(id)))
    for id, unit in archive.units.items():
        old = [archive.provinces[each].short[language] for each in unit.formed_from]
        text = word("notice_formed_from", language).format(
            new=unit.short[language],
            day=unit.operates_from.shown(language),
            old=", ".join([*old, *unit.joined_by]),
        )
        if old != [unit.short[language]] or unit.joined_by:
            found.append(Notice(_terms(unit.short[language], language), text, UNIT.path(id)))
    return found


def _terms(name: str, language: Language) -> str:
    return " ".join(token.term for token in read(name, language).tokens)
