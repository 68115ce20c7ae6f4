"""Citations as readers hand them in: running text in both languages, BibTeX, RIS; and the parts of each.

Written into the pages, so that it needs no script. `overrides/assets/javascripts/search/citing.js` writes the same for
search results with the same words: written out, four citations of each would more than double the search's files.
"""

import re
from functools import lru_cache
from typing import Any

from macros.archive import Archive
from macros.archive.items import Home, Statement
from macros.records import Source, Text
from macros.text.dates import PartialDate
from macros.text.language import Language, word
from macros.text.passages import english, joined, phrase, unstopped, untranslated

Citation = dict[str, Any]

WORDS = ("source", "cite_from", "cite_summary", "cite_machine")
_ENDS = (".", "!", "?", "…")
_BIBTEX = re.compile(r"[\\{}&%$#_]")
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")  # or a month, or a year


def citations(s: Statement, archive: Archive, language: Language, site_url: str) -> dict[str, str]:
    """How to cite a statement, by style: `vi` and `en` as running text, `bibtex`, `ris`."""
    item, addresses, running = _cited(s, archive, site_url)
    address = addresses[language]
    return running | {"bibtex": bibtex(item, s.id, address), "ris": ris(item, s.id, address)}


@lru_cache(maxsize=100)  # the page in the other language, which is made next, has the same
def _cited(s: Statement, archive: Archive, site_url: str) -> tuple[Citation, dict[Language, str], dict[str, str]]:
    """The parts of a citation, the statement's address in each language, and its citations as running text."""
    item = statement_citation(s, archive)
    path = f"{s.home.path}#{s.record.id}"
    addresses = {each: f"{site_url.rstrip('/')}/{each.prefix}{path}" for each in Language}
    running = {str(each): prose(item, addresses[each], archive.site_name(each), each) for each in Language}
    return item, addresses, running


def statement_citation(s: Statement, archive: Archive) -> Citation:
    """The parts of a citation of a statement."""
    by = [archive.people[s.record.by].name] * 2 if s.record.by else both(s.record.by_office)
    worded = "machine" if s.source.machine_translation else "summary"
    return {"by": by, "text": both(s.text), "worded": worded, **home_part(s.home), **source_part(s.source)}


def home_part(home: Home) -> Citation:
    """What of it is on the page it is on: its title and date."""
    return {"title": both(home.title), **date_part(home.date)}


def date_part(date: PartialDate | None) -> Citation:
    """A day as exactly as it is known; nothing where no source states one."""
    return {"iso": str(date), "date": [date.shown(language) for language in Language]} if date else {}


def source_part(source: Source) -> Citation:
    """The source that states it; empty where the source does not say."""
    published = source.published
    return {
        "source": {
            "publisher": source.publisher,
            "title": source.cited_title,
            "author": source.author or "",
            "address": source.address or "",
            "published": str(published) if isinstance(published, PartialDate) else "",
        }
    }


def both(text: Text | None) -> list[str | None]:
    """A text in either language, in the order of `Language`: empty where there is none, None for want of English."""
    return [text.vi, text.en] if text else ["", ""]


def prose(item: Citation, address: str, site_name: str, language: Language) -> str:
    """One paragraph. `item` has its parts, `address` is the permanent one, `site_name` the site's own name."""
    by, title, date = (_in(language, item.get(name)) for name in ("by", "title", "date"))
    source = item["source"]
    named = f"“{source['title']}”" if source["title"] else ""
    origin = (source["author"], source["publisher"], named, source["published"], source["address"])
    seen = ", ".join(filter(None, origin))
    sentences = (
        by,
        _said(item, language),
        joined(", ", filter(None, (title, date))),
        seen and f"{word('source', language)}: {seen}",
    )
    stopped = [text if text.endswith(_ENDS) else phrase("{}.", text) for text in sentences if text]
    return joined(" ", [*stopped, phrase("{}: {}, {}", word("cite_from", language), site_name, address)])


def bibtex(item: Citation, id: str, address: str) -> str:
    """A BibTeX entry in Vietnamese, the language of the original."""
    source, iso = item["source"], item["iso"]
    kept_at = (_escaped(source["title"]), source["address"] and f"\\url{{{source['address']}}}")
    fields = {
        "author": item["by"][0] and f"{{{_escaped(item['by'][0])}}}",
        "title": _escaped(item["title"][0]),
        "year": iso[:4],
        "date": iso if _DAY.fullmatch(iso) else "",
        "note": _escaped(_said(item, Language.VI)),
        "publisher": _escaped(source["publisher"]),
        "howpublished": ", ".join(filter(None, kept_at)),
        "url": address,
    }
    key = re.sub(r"[^a-z0-9]+", "-", id, flags=re.IGNORECASE).strip("-")
    lines = "\n".join(f"  {name} = {{{value}}}," for name, value in fields.items() if value)
    return f"@misc{{{key},\n{lines}\n}}"


def ris(item: Citation, id: str, address: str) -> str:
    """A RIS record in Vietnamese, the language of the original."""
    source, iso = item["source"], item["iso"]
    day = iso.replace("-", "/") if _DAY.fullmatch(iso) else None
    fields = (
        ("TY", "ELEC"), ("ID", id), ("AU", item["by"][0]), ("TI", item["title"][0]), ("PY", iso[:4]), ("DA", day),
        ("AB", _said(item, Language.VI)), ("PB", source["publisher"]), ("N1", source["title"]),
        ("L2", source["address"]), ("UR", address), ("ER", ""),
    )  # fmt: skip
    return "\n".join(f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value is not None)


def _said(item: Citation, language: Language) -> str:
    """What is cited, and whose words it is in where these are the archive's."""
    text = _in(language, item.get("text"))
    if "worded" not in item:
        return text
    return phrase("{} [{}]", unstopped(text), word(f"cite_{item['worded']}", language))


def _in(language: Language, words: list[str | None] | None) -> str:
    """What `both` gives, in one language."""
    vi, en = words or ("", "")
    if language is Language.VI:
        return vi or ""
    return untranslated(vi or "") if en is None else english(en)


def _escaped(text: str) -> str:
    return _BIBTEX.sub(lambda sign: "" if sign[0] in "\\{}" else f"\\{sign[0]}", text)
