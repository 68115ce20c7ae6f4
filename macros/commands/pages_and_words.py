"""What a change means for readers besides the data: the hand-written pages, the words of the interface, the navigation.

Texts are compared as they are written, without comments and however their lines are broken; a macro is compared as it
is called. What is no text (templates, code, styles, pictures) is only named, for someone to look at the preview.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

import yaml

from macros.archive.diff import Change
from macros.archive.facts import NOTHING, Words
from macros.commands.revisions import changed, text_of

_WORDS = "macros/words.yml"
_SETTINGS = "mkdocs.yml"
# The site is built from these, next to the data; pages include the last three.
_SITE = ("docs", "macros", "overrides", _SETTINGS, "requirements/site.txt")
_INCLUDED = ("CONTRIBUTING.md", "CONTRIBUTING.en.md", "benchmarks/results")
_FENCED = re.compile(r"(^```.*?^```$|^~~~.*?^~~~$)", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->|\{#.*?#\}", re.DOTALL)
_NAVIGATION = Words("trình đơn", "navigation")


def text_changes(base: str, head: str) -> list[Change]:
    """What changes in the pages, the words and the navigation between two revisions."""
    found: list[Change] = []
    for file in changed(base, head, *_SITE, *_INCLUDED):
        before, after = text_of(base, file), text_of(head, file)
        if file == _WORDS:
            found += _word_changes(_mapping(before), _mapping(after))
        elif file == _SETTINGS:
            found += _navigation_changes(_navigation(before), _navigation(after))
        elif file.endswith(".md"):
            found += _page_changes(file, before, after)
    return found


def not_compared(base: str, head: str) -> list[str]:
    """The files that changed between two revisions, are part of the site, and are more than texts."""
    files = changed(base, head, *_SITE)
    return [file for file in files if not (file.endswith(".md") or file == _WORDS or _same_settings(base, head, file))]


def _page_changes(file: str, before: str | None, after: str | None) -> Iterator[Change]:
    if before is None or after is None:
        yield Change("page_new" if before is None else "removed", file)
        return
    folder = file.split("/")[1] if file.startswith("docs/") else ""
    for old, new in _pairs(list(_blocks(before)), list(_blocks(after))):
        yield _change(file, _in_language(folder, old), _in_language(folder, new))


def _blocks(text: str) -> Iterator[str]:
    """The paragraphs of a page without comments, each on one line; a fenced block is one, with all that is in it."""
    for part in _FENCED.split(text):
        blocks = [part] if _FENCED.fullmatch(part) else re.split(r"\n\s*\n", _COMMENT.sub("", part))
        yield from filter(None, (" ".join(block.split()) for block in blocks))


def _word_changes(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    for name in sorted(old.keys() | new.keys()):
        before, after = (_word(each.get(name)) for each in (old, new))
        if before != after:
            yield _change(_WORDS, before, after, name, Words(name, name))


def _word(entry: Any) -> Words:
    """A word of the interface; of anything else its text, so that a change of it is seen."""
    if isinstance(entry, dict):
        return Words(str(entry.get("vi", "")), str(entry.get("en", "")))
    return Words(str(entry), str(entry)) if entry is not None else NOTHING


def _navigation_changes(old: list[str], new: list[str]) -> Iterator[Change]:
    for before, after in _pairs(old, new):
        folder = (after or before).rpartition(": ")[2].partition("/")[0]
        yield _change(_SETTINGS, _in_language(folder, before), _in_language(folder, after), "nav", _NAVIGATION)


def _navigation(settings: str | None) -> list[str]:
    return list(_entries(_mapping(settings).get("nav"), ()))


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
    before, after = ({**_mapping(text_of(revision, _SETTINGS)), "nav": None} for revision in (base, head))
    return file == _SETTINGS and before == after


class _Tolerant(yaml.SafeLoader):
    """Reads `mkdocs.yml` without doing what its tags ask for; no aliases, which can name each other without end."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError
        return super().compose_node(parent, index)


def _as_written(loader: yaml.SafeLoader, tag: str, node: yaml.Node) -> str:
    written: str = yaml.serialize(node)
    return written


yaml.add_multi_constructor("", _as_written, _Tolerant)


def _mapping(text: str | None) -> dict[str, Any]:
    """The mapping in a YAML file; of one that cannot be read, its text, so that a change of it is seen."""
    try:
        value = yaml.load(text or "", _Tolerant)
    except (yaml.YAMLError, ValueError, RecursionError):
        value = None
    return value if isinstance(value, dict) else {"": text}


def _pairs(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """What went and what came in its place, piece by piece; empty where nothing did."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from zip_longest(old[a:b], new[c:d], fillvalue="")


def _in_language(folder: str, text: str) -> Words:
    """The words of a page; in both languages where its folder is of neither."""
    return Words("" if folder == "en" else text, "" if folder == "vi" else text)


def _change(file: str, before: Words, after: Words, part: str = "", name: Words = NOTHING) -> Change:
    only = "removed" if before else "added"
    return Change("changed" if before and after else only, file, part, before, after, part_name=name)
