"""The files a browser searches with: `assets/search/<language>/`.

`index.json` says how the rest is laid out and has the vocabulary; everything else is in a folder named by its
content, so that it can be cached for ever and a page opened before a deploy notices that the index has changed:

* `terms/<n>.txt`: the lists of the terms that hash to n, a line a term (see `_line`), and the names of rings that one
  leads to, a line that begins with `=` (see `rings.py`);
* `whole/<hash>.txt`: the whole list of a term that has more documents than the index's `cap`;
* `texts/<n>.json`: what is shown of a block of neighbouring documents;
* `citations/<n>.json`: the citations of each, in larger blocks (see `citations.py`);
* `suggested.txt`: terms and pairs of words that are suggested while a reader types, with the number of their documents,
  and the kind of a term;
* `facets/<name>.txt`: for each value of a facet, its label and its documents; `vi` where the label has no English.
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from operator import sub
from pathlib import Path
from typing import Any, TypeVar

import yaml

from macros.records import FACETS
from macros.search.citations import Citation, packed
from macros.search.documents import SearchDocument, SearchHome
from macros.search.index import Index, TermList
from macros.search.rings import written
from macros.search.suggested import Suggestion
from macros.text.language import Language
from macros.text.passages import is_vietnamese

BLOCK = 4  # documents in a file of texts
_CITED = 60  # documents in a file of citations: few readers ask for one, so fewer files serve better than small ones
_SHARD = 1500  # letters in a file of terms, on average
_WORDS, _PAIRS = 5000, 9000
_SPELT = re.compile("(?:[a-z]+|[0-9]{1,2})(?: (?:[a-z]+|[0-9]{1,2}))?")
_FIRST, _HALF = 33, 47  # printable ASCII: the first letter, and half of how many there are
Labels = dict[str, dict[str, str]]
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Notice:
    """What is said above the results when a query names `terms` (one after another), with the page that says more."""

    terms: str
    text: str
    path: str


def search_files(
    documents: Sequence[SearchDocument],
    index: Index,
    citations: Iterable[Citation],
    *,
    suggested: Iterable[Suggestion] = (),
    labels: Labels | None = None,
    notices: Sequence[Notice] = (),
    phrases: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    fields: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """Every file by its address below `assets/search/<language>/`; the same bytes for the same documents."""
    lines: dict[str, bytes] = {}
    counts: dict[str, int] = {}
    files: dict[str, bytes] = {}
    letters = 0
    for found in index.lists():
        line = _line(found, index.cap)
        letters += len(line)
        lines[found.term] = f"{line}\n".encode()
        counts[found.term] = len(found.documents)
        if len(found.documents) > index.cap:
            whole = "\t".join((found.term, ids(found.documents), _letters(found.codes)))
            address = f"whole/{term_hash(found.term):08x}.txt"
            files[address] = files.get(address, b"") + f"{whole}\n".encode()
    shards = _shard_count(letters)
    by_shard: defaultdict[int, list[bytes]] = defaultdict(list)
    for term, each in lines.items():
        by_shard[term_hash(term) % shards].append(each)
    for term, rows in written(index.rings, index.language, counts).items():
        by_shard[term_hash(term) % shards].append(("\t".join((f"={term}", *rows)) + "\n").encode())
    files |= {f"terms/{shard}.txt": b"".join(each) for shard, each in by_shard.items()}
    del lines, by_shard
    for number, block in enumerate(_blocks(documents, BLOCK)):
        files[f"texts/{number}.json"] = _json(_texts(block))
    for number, cited in enumerate(_blocks(citations, _CITED)):
        files[f"citations/{number}.json"] = _json(packed(cited))
    for facet in FACETS:
        files[f"facets/{facet}.txt"] = _facet(facet, documents, (labels or {}).get(facet, {})).encode()
    files["suggested.txt"] = "".join(map(_suggested, suggested)).encode()
    vocabulary = _vocabulary(counts)
    version = _version(files)
    head = {
        "version": version,
        "language": index.language.value,
        "documents": len(documents),
        "undated": sum(document.date is None for document in documents),
        "block": BLOCK,
        "cited": _CITED,
        "shards": shards,
        "abbreviations": {short: " ".join(words) for short, words in index.abbreviations.items()},
        "names": names or {},
        "fields": fields or {},
        "asking": asking(index.language),
        "notices": [[notice.terms, notice.text, notice.path] for notice in notices],
        "phrases": phrases or {},
        **vocabulary,
    }
    return {"index.json": _json(head)} | {f"{version}/{name}": text for name, text in files.items()}


def hits(files: Mapping[str, bytes]) -> Iterator[str]:
    """The addresses within a language that the files of a search lead to: of everything found, of what notices name."""
    for name, content in files.items():
        if "/texts/" in name:
            block = json.loads(content)
            for home, anchor, *_ in block["documents"]:
                yield f"{block['homes'][home][0]}{'#' if anchor else ''}{anchor}"
        elif name.endswith("/index.json"):
            yield from (path for _, _, path in json.loads(content)["notices"])


@cache
def asking(language: Language) -> dict[str, Any]:
    """How readers ask in a language (asking.yml)."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("asking.yml").read_text("utf-8"))
    return found[language.value]


def _version(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    between = ""
    for name in sorted(files):
        digest.update(f"{between}{name}\n".encode() + files[name])
        between = "\n"
    return digest.hexdigest()[:12]


def term_hash(term: str) -> int:
    """FNV-1a over UTF-16 code units, 32 bits (Fowler, Noll and Vo); terms are ASCII, so letters are units."""
    value = 2166136261
    for letter in term:
        value = (value ^ ord(letter)) * 16777619 & 0xFFFFFFFF
    return value


def ids(numbers: Sequence[int]) -> str:
    """Rising numbers as text: each one's distance from the one before, in base 47, the last letter of each a low one.

    The letters are the printable ASCII ones but the space: 0 to 46 end a number, 47 to 93 go on.
    """
    return "".join(map(_distance, map(sub, numbers, chain((-1,), numbers))))


@cache
def _distance(distance: int) -> str:
    value = distance - 1
    if value < _HALF:
        return chr(_FIRST + value)
    text = ""
    while value >= _HALF:
        text += chr(_FIRST + _HALF + value % _HALF)
        value = value // _HALF - 1
    return text + chr(_FIRST + value)


def _line(found: TermList, cap: int) -> str:
    """Term, number of documents, forms, documents, impacts, forms of each document."""
    best = found.cut(cap)
    return "\t".join(
        (
            found.term,
            str(len(found.documents)),
            " ".join(found.forms),
            ids(best.documents),
            _letters(best.impacts, 1),
            _letters(best.codes),
        )
    ).rstrip("\t")


def _letters(values: bytes, least: int = 0) -> str:
    return bytes([_FIRST - least + value for value in values]).decode("ascii")


def _shard_count(letters: int) -> int:
    count = 1
    while count * _SHARD < letters:
        count *= 2
    return count


def _vocabulary(counts: Mapping[str, int]) -> dict[str, str | bool]:
    """What spelling is corrected by: the most frequent words, and the most frequent pairs of them.

    Returns the words in their order; how often each occurs, a letter a word; the second words of pairs, a line a word.

    Args:
        counts: the number of documents of each term.
    """
    ranked = sorted(filter(_SPELT.fullmatch, counts), key=lambda term: (-counts[term], term))
    words = [term for term in ranked if " " not in term][:_WORDS]
    place = {word: number for number, word in enumerate(words)}
    pairs = (term.split(" ") for term in ranked if " " in term)
    known = islice(((place[a], place[b]) for a, b in pairs if a in place and b in place), _PAIRS)
    seconds: defaultdict[int, list[int]] = defaultdict(list)
    for first, second in known:
        seconds[first].append(second)
    return {
        "cut": len(words) == _WORDS,
        "words": " ".join(words),
        "frequencies": "".join(chr(_FIRST + counts[word].bit_length()) for word in words),
        "pairs": "\n".join(ids(sorted(seconds[number])) for number in range(len(words))).rstrip("\n"),
    }


def _blocks(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    left = iter(things)
    while block := list(islice(left, size)):
        yield block


def _texts(block: Sequence[SearchDocument]) -> dict[str, list[list[str | int]]]:
    homes: dict[SearchHome, int] = {}
    sources: dict[tuple[str, str], int] = {}
    rows: list[list[str | int]] = []
    for document in block:
        home = homes.setdefault(document.home, len(homes))
        id = "" if document.id == f"{document.home.path}{document.anchor}" else document.id
        rows.append(
            [
                home,
                document.anchor,
                id,
                document.kind,
                document.title,
                document.text,
                document.said_by,
                document.heading,
                sources.setdefault(document.source, len(sources)),
                "\n".join(document.places),
                "\n".join(document.context),
                "\n".join(document.sources),
                "\n".join(document.successors),
                *_vietnamese(document.title, document.text, document.said_by),
            ]
        )
    return {
        "homes": [[home.path, home.title, home.label, *_vietnamese(home.title)] for home in homes],
        "sources": [[*each] for each in sources],
        "documents": rows,
    }


def _vietnamese(*texts: str) -> list[str | int]:
    """Which of the texts are Vietnamese because they have no English, a bit each from 1 on; empty where none is."""
    bits = sum(is_vietnamese(text) << place for place, text in enumerate(texts))
    return [bits] if bits else []


def _facet(facet: str, documents: Sequence[SearchDocument], labels: dict[str, str]) -> str:
    found: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        for value in document.tags.get(facet, ()):
            found.setdefault(value, []).append(number)
    rows = []
    for value in sorted(found):
        label = labels.get(value, value)
        vietnamese = "\tvi" if is_vietnamese(label) else ""
        rows.append(f"{value}\t{label}\t{ids(found[value])}{vietnamese}\n")
    return "".join(rows)


def _suggested(row: Suggestion) -> str:
    vietnamese = "\tvi" if is_vietnamese(row.words) else ""
    return f"{row.words}\t{row.documents}\t{row.kind}{vietnamese}\n"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
