"""Citations as readers hand them in: running text in both languages, BibTeX, RIS.

A citation names a work that somebody published. A statement or a figure is in one source, so that the work is the
source: its author without the office, its title, the newspaper or journal, the day of publication or none. Who said it,
at which meeting, in whose words, and the page of the archive are notes. A journal never published our “Overview of …”,
nor a newspaper the title that a meeting has here. What the source does not say, its author or its day, has no field;
the day of access is the latest on which its address is known to have shown it, else that from which readers find here
what it states. A record – a meeting, a document, a person – was put together here out of several sources: its work is
our page, on this site, with the record's own date and its first source as a note.

Names are given whole, for Vietnamese ones are not turned round: `{Cao Hoàng Sơn}` in BibTeX, without a comma in RIS,
which Zotero and others take as one name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from macros.archive import Archive
from macros.archive.items import Figure, ReviewPart, Statement
from macros.records import NOT_STATED, Source, Text, both
from macros.text.dates import PartialDate
from macros.text.language import Language, word
from macros.text.passages import joined, phrase, unstopped

STYLES = (*Language, "bibtex", "ris")
_ENDS = (".", "!", "?", "…")
_BIBTEX = re.compile(r"[\\{}&%$#_]")
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")  # or a month, or a year


@dataclass(frozen=True, eq=False)
class Cited:
    """What is cited, and what is known of it.

    Attributes:
        id: its id over the archive.
        address: where it is on the site, within a language.
        title: what the page it is on is called here.
        date: the date of that page's record.
        by: who said it, or issued it.
        text: what it says.
        worded: where the text is the archive's, how it came about: `summary`, `machine`.
        source: the source that states it, or the first of them.
        is_of_source: whether it is one thing of that source, and no record of several.
        is_of_review: whether the title is only the archive's name for what the source is.
    """

    id: str
    address: str
    title: Text
    date: PartialDate | None = None
    by: Text | None = None
    text: Text | None = None
    worded: str = ""
    source: Source | None = None
    is_of_source: bool = False
    is_of_review: bool = False


# Languages by the names of biblatex, whose manual lists them (`langid`). Of others no name is given.
_LANGID = {
    "vi": "vietnamese",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "de": "german",
    "cs": "czech",
    "pl": "polish",
    "nb": "norsk",
}


class _Work(NamedTuple):
    """The work that a citation names, as its own language has it.

    `language` is the code of its title's, `seen` the day of access.
    """

    authors: list[str]
    title: str
    language: str
    rendering: str
    container: str
    date: PartialDate | None
    url: str
    seen: PartialDate | None = None


@lru_cache(maxsize=100)  # the page in the other language, which is made next, has the same
def cited(item: Statement | Figure, archive: Archive) -> Cited:
    """A statement or a figure, to be cited."""
    if isinstance(item, Figure):
        record = item.record
        vi, en = (phrase("{}: {}", record.amount(language), record.what[language]) for language in Language)
        by, text, worded = None, Text.without_validation((vi, en if record.what.en else None)), ""
    else:
        name = archive.people[item.record.by].name if item.record.by else None
        by, text = both(name, name) if name else item.record.by_office, item.text
        worded = "machine" if item.source.machine_translation else "summary"
    in_review = isinstance(item.home, ReviewPart)
    return Cited(
        item.id, item.address, item.home.title, item.date, by, text, worded, item.source, True, is_of_review=in_review
    )


def citations(it: Cited, archive: Archive, language: Language, site_url: str) -> dict[str, str]:
    """How to cite it, by style: `vi` and `en` as running text, `bibtex`, `ris`; the address is that of a language."""
    own = address(it, language, site_url)
    running = {str(each): _prose(it, address(it, each, site_url), archive, each) for each in Language}
    return running | {"bibtex": _bibtex(it, own, archive), "ris": _ris(it, own, archive)}


def address(it: Cited, language: Language, site_url: str) -> str:
    """Its permanent address."""
    return f"{site_url.rstrip('/')}/{language.prefix}{it.address}"


def author(source: Source, archive: Archive) -> str:
    """The name of a source's author; empty where it does not say."""
    return archive.author_name(source.author) if source.author else ""


def _prose(it: Cited, address: str, archive: Archive, language: Language) -> str:
    """One paragraph."""
    sentences = (
        it.by[language] if it.by else "",
        _said(it, language),
        _where(it, language),
        _origin(it.source, archive, language),
    )
    return joined(" ", [*_sentences(sentences), _kept(address, archive, language)])


def _work(it: Cited, address: str, archive: Archive) -> _Work:
    """What its citation names."""
    source = it.source
    if not (source and it.is_of_source):
        issuers = it.by.vi.split(", ") if it.by else []
        return _Work(issuers, it.title.vi, Language.VI.value, "", archive.site_name(Language.VI), it.date, address)
    name = author(source, archive)
    title = source.cited_title(Language.VI) or f"[{word('source_untitled', Language.VI)}: {it.title.vi}]"
    published = source.published if isinstance(source.published, PartialDate) else None
    return _Work(
        [name] if name else [],
        title,
        source.title_language if source.title != NOT_STATED else Language.VI.value,
        source.title_rendering or "",
        source.publisher,
        published,
        source.address or address,
        source.last_seen or archive.held_since(it.address.partition("#")[0]),
    )


def _note(it: Cited, archive: Archive) -> list[str]:
    """In Vietnamese, what is known of it besides the work: where and by whom it was said, or its source."""
    if not it.is_of_source:
        return [_origin(it.source, archive, Language.VI)]
    dated = it.source is None or isinstance(it.source.published, PartialDate)
    undated = "" if dated else word("published_not_stated", Language.VI).capitalize()
    return [it.by.vi if it.by else "", _where(it, Language.VI), undated]


def _bibtex(it: Cited, address: str, archive: Archive) -> str:
    """A BibTeX entry in Vietnamese, the language of the original."""
    work = _work(it, address, archive)
    note = " ".join(_sentences([_said(it, Language.VI), *_note(it, archive)]))
    kept = f"{word('cite_from', Language.VI)}: {archive.site_name(Language.VI)}, \\url{{{address}}}"
    fields = {
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in work.authors),
        "title": _escaped(work.title),
        "titleaddon": _escaped(work.rendering),
        "langid": _LANGID.get(work.language, ""),  # or programs write a title as English ones are written
        "journal" if it.is_of_source else "organization": _escaped(work.container),
        "year": _year(work.date),
        "date": _day(work.date),
        "note": f"{_escaped(note)} {kept}".strip(),
        "url": work.url,
        "urldate": _day(work.seen),
    }
    key = re.sub(r"[^a-z0-9]+", "-", it.address, flags=re.IGNORECASE).strip("-")
    lines = "\n".join(f"  {name} = {{{value}}}," for name, value in fields.items() if value)
    return f"@{'article' if it.is_of_source else 'online'}{{{key},\n{lines}\n}}"


def _ris(it: Cited, address: str, archive: Archive) -> str:
    """A RIS record in Vietnamese, the language of the original."""
    work = _work(it, address, archive)
    note = " ".join([*_sentences(_note(it, archive)), _kept(address, archive, Language.VI)])
    fields = (
        ("TY", "JOUR" if it.is_of_source else "ELEC"),
        ("ID", it.id),
        *(
            ("AU", f"{name},") for name in work.authors
        ),  # with a comma at its end a name is whole, and never turned round
        ("TI", work.title),
        ("TT", work.rendering),
        ("T2", work.container),
        ("LA", work.language),
        ("PY", _year(work.date)),
        ("DA", _day(work.date).replace("-", "/")),
        ("AB", _said(it, Language.VI)),
        ("N1", note),
        ("UR", work.url),
        ("Y2", _day(work.seen).replace("-", "/")),
    )
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\n".join([*lines, "ER  - "])


def _said(it: Cited, language: Language) -> str:
    """What is cited, and whose words it is in where these are the archive's."""
    text = it.text[language] if it.text else ""
    return phrase("{} [{}]", unstopped(text), word(f"cite_{it.worded}", language)) if it.worded else text


def _where(it: Cited, language: Language) -> str:
    """The title and the date of the record it is in; empty where the source itself is that record."""
    if it.is_of_review:
        return ""
    return joined(", ", [it.title[language], *([it.date.shown(language)] if it.date else [])])


def _origin(source: Source | None, archive: Archive, language: Language) -> str:
    """The source in words; empty without one."""
    if source is None:
        return ""
    office = source.author.office[language] if source.author and source.author.office else ""
    rendering = source.title_rendered(language)
    title = f"“{source.title}”" if source.title != NOT_STATED else ""
    if source.title_from_address:
        title = f"{title} [{word('rebuilt_title', language)}]"
    published = (
        source.published.shown(language)
        if isinstance(source.published, PartialDate)
        else word("published_not_stated", language)
    )
    named = f"{title} [{rendering}]" if rendering else title
    parts = (author(source, archive), office, source.publisher, named, published, source.address or "")
    return joined("", [word("source", language), ": ", joined(", ", filter(None, parts))])


def _kept(address: str, archive: Archive, language: Language) -> str:
    """Where the reader has it from."""
    return phrase("{}: {}, {}", word("cite_from", language), archive.site_name(language), address)


def _sentences(parts: Iterable[str]) -> list[str]:
    """Those that say something, each with a full stop."""
    return [text if text.endswith(_ENDS) else phrase("{}.", text) for text in parts if text]


def _year(date: PartialDate | None) -> str:
    return str(date.year) if date else ""


def _day(date: PartialDate | None) -> str:
    return date.text if date and _DAY.fullmatch(date.text) else ""


def _escaped(text: str) -> str:
    return _BIBTEX.sub(lambda sign: "" if sign[0] in "\\{}" else f"\\{sign[0]}", text)
