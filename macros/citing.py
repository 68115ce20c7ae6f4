"""A statement's citation as readers hand it in: running text in both languages, BibTeX, RIS.

Written into the pages, so that it needs no script. `overrides/assets/javascripts/search/citing.js` writes the same for
search results.
"""

from __future__ import annotations

import re
from typing import Any

from macros.language import Language, word

_SEEN = {Language.VI: "Nguồn", Language.EN: "Source"}
_ENDS = (".", "!", "?", "…")
_BIBTEX = re.compile(r"[\\{}&%$#_]")
_FROM = {Language.VI: "Dẫn theo", Language.EN: "Cited from"}


def prose(item: dict[str, Any], address: str, language: Language) -> str:
    """One paragraph. `item` is what `search/citations.py` gives, `address` the permanent one."""
    side = list(Language).index(language)
    by, text, title = (item.get(name, ["", ""])[side] for name in ("by", "text", "title"))
    where = ", ".join(filter(None, (title, item.get("date", ["", ""])[side])))
    source = item["source"]
    named = f"“{source['title']}”" if source["title"] else ""
    origin = ", ".join(
        filter(None, (source["author"], source["publisher"], named, source["published"], source["address"]))
    )
    parts = (
        by and _stop(by),
        text and f"“{text}”",
        where and _stop(where),
        origin and _stop(f"{_SEEN[language]}: {origin}"),
        f"{_FROM[language]}: {word('site_name', language)}, {address}",
    )
    return " ".join(filter(None, parts))


def bibtex(item: dict[str, Any], id: str, address: str) -> str:
    """A BibTeX entry in Vietnamese, the language of the original."""
    source = item["source"]
    fields = {
        "author": item["by"][0] and f"{{{_escaped(item['by'][0])}}}",
        "title": _escaped(item["title"][0]),
        "year": item["iso"][:4],
        "note": _escaped(item["text"][0]),
        "publisher": _escaped(source["publisher"]),
        "howpublished": source["address"] and f"\\url{{{source['address']}}}",
        "url": address,
    }
    key = re.sub(r"[^a-z0-9]+", "-", id, flags=re.IGNORECASE).strip("-")
    lines = "\n".join(f"  {name} = {{{value}}}," for name, value in fields.items() if value)
    return f"@misc{{{key},\n{lines}\n}}"


def ris(item: dict[str, Any], id: str, address: str) -> str:
    """A RIS record in Vietnamese, the language of the original."""
    source, iso = item["source"], item["iso"]
    day = iso.replace("-", "/") if re.fullmatch(r"\d{4}(-\d\d){0,2}", iso) else None
    fields = (
        ("TY", "ELEC"), ("ID", id), ("AU", item["by"][0]), ("TI", item["title"][0]), ("PY", iso[:4]), ("DA", day),
        ("AB", item["text"][0]), ("PB", source["publisher"]), ("N1", source["title"]), ("L2", source["address"]),
        ("UR", address), ("ER", ""),
    )  # fmt: skip
    return "\n".join(f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value is not None)


def _stop(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."


def _escaped(text: str) -> str:
    return _BIBTEX.sub(lambda sign: "" if sign[0] in "\\{}" else f"\\{sign[0]}", text)
