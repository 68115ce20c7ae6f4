"""What a change means for readers besides the data: the hand-written pages, the words of the interface, the navigation.

Texts are compared as they are written, without comments and however their lines are broken; a macro is compared as it
is called. What is no text (templates, code, styles, pictures) is only named, for somebody to look at the preview.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

import yaml

from macros.archive.diff import Change
from macros.archive.readable import NOTHING, Words
from macros.commands.revisions import changed_between, text_of

_WORDS = "macros/words.yml"
_SETTINGS = "mkdocs.yml"
# What readers see is made from these, next to the data; pages take in the last three.
_SITE = ("docs", "macros", "overrides", _SETTINGS, "requirements/site.txt")
_TAKEN_IN = ("CONTRIBUTING.md", "CONTRIBUTING.en.md", "benchmarks/results")
_FENCED = re.compile(r"^(?:```.*?^```|~~~.*?^~~~)$", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->|\{#.*?#\}", re.DOTALL)
_NAVIGATION = Words("trình đơn", "navigation")


def text_changes(base: str, head: str) -> list[Change]:
    """What changes in the pages, the words and the navigation between two revisions."""
    found: list[Change] = []
    for file in changed_between(base, head, *_SITE, *_TAKEN_IN):
        before, after = text_of(base, file), text_of(head, file)
        if file == _WORDS:
            found += _words(before, after)
        elif file == _SETTINGS:
            found += _navigation(before, after)
        elif file.endswith(".md"):
            found += _page(file, before, after)
    return found


def not_compared(base: str, head: str) -> list[str]:
    """The files that changed between two revisions, make what readers see, and hold more than texts."""
    files = changed_between(base, head, *_SITE)
    return [file for file in files if not (file.endswith(".md") or file == _WORDS or _same_settings(base, head, file))]


def _page(file: str, before: str | None, after: str | None) -> Iterator[Change]:
    if before is None or after is None:
        yield Change("page_new" if before is None else "removed", file)
        return
    folder = file.split("/")[1] if file.startswith("docs/") else ""
    old, new = (list(_blocks(text)) for text in (before, after))
    for gone, come in _pairs(old, new):
        yield _change(file, _in_language(folder, gone), _in_language(folder, come))


def _blocks(text: str) -> Iterator[str]:
    """The paragraphs of a page, each on one line; what is in a fence is kept whole."""
    end = 0
    for fenced in _FENCED.finditer(text):
        yield from _paragraphs(text[end : fenced.start()])
        yield " ".join(fenced[0].split())
        end = fenced.end()
    yield from _paragraphs(text[end:])


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", _COMMENT.sub("", text)):
        if words := " ".join(paragraph.split()):
            yield words


def _words(before: str | None, after: str | None) -> Iterator[Change]:
    old, new = (_mapping(text) for text in (before, after))
    for name in sorted(old.keys() | new.keys()):
        gone, come = (_word(each.get(name)) for each in (old, new))
        if gone != come:
            yield _change(_WORDS, gone, come, name, Words(name, name))


def _word(entry: Any) -> Words:
    """A word of the interface; of what is none, its text, so that a change of it is seen."""
    if isinstance(entry, dict):
        return Words(str(entry.get("vi", "")), str(entry.get("en", "")))
    return Words(str(entry), str(entry)) if entry is not None else NOTHING


def _navigation(before: str | None, after: str | None) -> Iterator[Change]:
    old, new = (list(_entries(_mapping(text).get("nav"), ())) for text in (before, after))
    for gone, come in _pairs(old, new):
        folder = (come or gone).rpartition(": ")[2].partition("/")[0]
        yield _change(_SETTINGS, _in_language(folder, gone), _in_language(folder, come), "nav", _NAVIGATION)


def _entries(part: Any, above: tuple[str, ...]) -> Iterator[str]:
    """The entries of a navigation, each with those above it: `Tra cứu › Chủ đề: vi/topics/index.md`."""
    if isinstance(part, list):
        for each in part:
            yield from _entries(each, above)
    elif isinstance(part, dict):
        for name, inside in part.items():
            yield from _entries(inside, (*above, str(name)))
    elif part is not None:
        yield f"{' › '.join(above)}: {part}"


def _same_settings(base: str, head: str, file: str) -> bool:
    """Whether nothing but the navigation and comments changed in `mkdocs.yml`."""
    if file != _SETTINGS:
        return False
    before, after = ({**_mapping(text_of(revision, file)), "nav": None} for revision in (base, head))
    return before == after


class _Tolerant(yaml.SafeLoader):
    """Reads `mkdocs.yml` without doing what its tags ask for."""


def _as_written(loader: yaml.SafeLoader, tag: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return tag, loader.construct_scalar(node)
    return tag, loader.construct_sequence(node, deep=True) if isinstance(node, yaml.SequenceNode) else node.value


yaml.add_multi_constructor("!", _as_written, _Tolerant)


def _mapping(text: str | None) -> dict[str, Any]:
    """What a YAML file holds; of one that cannot be read, its text, so that a change of it is seen."""
    try:
        value = yaml.load(text or "", _Tolerant)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {"": text}
    return value if isinstance(value, dict) else {"": text}


def _pairs(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """What went and what came in its place, piece by piece; empty where nothing did."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from zip_longest(old[a:b], new[c:d], fillvalue="")


def _in_language(folder: str, text: str) -> Words:
    """The words of a page; both languages where its folder is of none."""
    return Words("" if folder == "en" else text, "" if folder == "vi" else text)


def _change(file: str, before: Words, after: Words, part: str = "", name: Words = NOTHING) -> Change:
    what = "added" if not before else "removed" if not after else "changed"
    return Change(what, file, part, before, after, part_name=name)
