"""What the form for editing draws a record with, as its page does: the very templates, as Jinja has read them.

A browser walks the syntax trees (`overrides/assets/javascripts/edit/drawing/`), so the HTML of a statement is described
once, in `macros/templates/`. Next to them are the words that they look up, the smallest pieces of HTML, and what the
archive says of the records that others name. All of a language is one file, fetched when the drawing is looked at.
"""

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import nodes
from markupsafe import Markup

from macros.archive import Archive
from macros.archive.items import MEETING_KINDS, REVIEW_PARTS
from macros.archive.translation_status import address
from macros.records import (
    DOCUMENT,
    MEETING,
    PROVINCE,
    UNIT,
    ExampleRecord,
    Form,
    Group,
    Record,
    StatementKind,
    StatementRecord,
)
from macros.records import Figure as FigureRecord
from macros.records.walk import fields_of
from macros.text.language import Language, all_words
from macros.text.passages import RUN, Passages, Piece, passage
from macros.views.glosses import meaning, one_words
from macros.views.pieces import PIECES
from macros.views.rendering import View
from macros.views.repository import Repository
from macros.views.templating import syntax_tree
from macros.views.text_html import WHOLE

# The types whose records are drawn: those whose pages have statements of their own.
DRAWN = (MEETING, *REVIEW_PARTS)
# The templates that draw what has its anchors on a page; those that they include follow.
_TEMPLATES = ("meeting_head", "meeting_text", "review_groups", "notes", "note", "evidence")
# What the functions that templates call look up (`view.js`); what the templates themselves do is found in them.
_WORDS = ("approximation_", "force_", "form_", "level_", "machine_", "note", "outdated_mark", "part_", "range")
_NAMED = ("people", "topics", "documents", "provinces", "units")
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>(.*)')
_LETTERS = r"\p{L}\p{N}_"


def drawing(archive: Archive, language: Language) -> dict[str, Any]:
    """All of this for one language."""
    view = View(archive, language, language.prefix, Repository()).on_any_page()
    trees = _trees(language)
    begins = tuple(_WORDS) + tuple({text for tree in trees.values() for text in _looked_up(tree)})
    quotation = Passages("{}")
    quotation.pieces = (("{}", Piece.QUOTATION),)
    return {
        "language": language.value,
        "prefix": language.prefix,
        "home": view.home,
        "root": view.root,
        "templates": {name: _json(tree) for name, tree in trees.items()},
        "words": {key: each[language] for key, each in all_words().items() if key.startswith(begins)},
        "pieces": PIECES | {"untranslated": passage(Markup("{}")), "quotation": quotation.html()},
        "whole": _for_browsers(WHOLE.pattern),
        "run": _for_browsers(RUN.pattern),
        "kinds": MEETING_KINDS,
        "homes": {type.file: _home(type) for type in DRAWN},
        **_of_archive(archive, view),
    }


def _of_archive(archive: Archive, view: View) -> dict[str, Any]:
    region = archive.records.region
    assert region is not None
    places = [
        (type.collection, id) for type in (PROVINCE, UNIT) for id in archive.records.by_collection[type.collection]
    ]
    dead = [id for id in archive.documents if archive.statuses[id].is_dead]
    former = {each: archive.redirects.former(each) for each in sorted(archive.records.addresses)}
    terms = one_words(archive) if view.language is Language.EN else []
    outdated = archive.records.outdated.items() if view.language is Language.EN else ()
    return {
        "records": {
            name: {id: _linked(view, name, id) for id in archive.records.by_collection[name]} for name in _NAMED
        },
        "forms": {form: view.form(form) for form in Form},
        "dead": {id: view.tag(DOCUMENT.collection, id) for id in dead},
        "places": {"/".join(place): view.place_in_full(place) for place in places},
        "units": {
            id: [each.successor, region.units[each.successor].operates_from.end.isoformat()]
            for id, each in region.provinces.items()
        },
        "region": [{"id": each.id, "publisher": each.publisher} for each in archive.region_sources],
        "former": {each: marks for each, marks in former.items() if marks},
        "terms": [[each.id, each.use, _for_browsers(each.said.pattern), meaning(each.id, archive)] for each in terms],
        "outdated": [[*pair, view.href(*address(each.text, archive), language=Language.VI)] for pair, each in outdated],
    }


def _linked(view: View, collection: str, id: str) -> list[str]:
    """The link to a record: its address from the language's first page, what it shows, and the mark behind it."""
    found = _LINK.fullmatch(view.record(collection, id))
    assert found
    return [found[1].removeprefix(view.home), found[2], found[3]]


def _home(type: Any) -> dict[str, Any]:
    return {"name": type.name, "path": type.path("*"), "lists": _lists(type.record, None)}


def _lists(record: type[Record], kind: StatementKind | None) -> list[dict[str, Any]]:
    """The fields of a record that list statements, figures or groups of them, in the order of its file."""
    found: list[dict[str, Any]] = []
    for field in fields_of(record).values():
        if field.record is None or not issubclass(field.record, Group | StatementRecord | FigureRecord):
            continue
        own = field.mark(StatementKind) or kind
        each: dict[str, Any] = {"name": field.name}
        if issubclass(field.record, Group):
            each["lists"] = _lists(field.record, own)
        elif issubclass(field.record, StatementRecord):
            each |= {"kind": own, "example": issubclass(field.record, ExampleRecord)}
        found.append(each)
    return found


def _trees(language: Language) -> dict[str, nodes.Template]:
    """The templates and all that they include, by name."""
    trees: dict[str, nodes.Template] = {}
    left = [f"{name}.html" for name in _TEMPLATES]
    while left:
        name = left.pop()
        trees[name] = syntax_tree(language, name)
        included = [each.template for each in trees[name].find_all(nodes.Include)]
        left += [each.value for each in included if isinstance(each, nodes.Const) and each.value not in trees]
    return trees


def _looked_up(tree: nodes.Template) -> Iterator[str]:
    """What the keys of the words begin with that a template looks up."""
    for filter in tree.find_all(nodes.Filter):
        if filter.name == "word" and filter.node:
            yield from (
                each.value
                for each in (filter.node, *filter.node.find_all(nodes.Const))
                if isinstance(each, nodes.Const)
            )


def _json(node: Any) -> Any:
    """A node as its type and those of its fields that say something."""
    if isinstance(node, list | tuple):
        return [_json(each) for each in node]
    if isinstance(node, nodes.Const) and isinstance(node.value, Markup):
        return {"is": "TemplateData", "data": node.value}
    if isinstance(node, nodes.Node):
        fields = {name: _json(getattr(node, name)) for name in node.fields if name != "ctx"}
        return {"is": type(node).__name__} | {name: each for name, each in fields.items() if each not in (None, [])}
    return node


def _for_browsers(pattern: str) -> str:
    """A regular expression as JavaScript reads it in its mode for Unicode."""
    plain = re.sub(r"\\([^\w().*+?^$|{}\[\]/\\])", r"\1", pattern)
    inside = re.sub(r"\[[^\]]*\]", lambda match: match[0].replace(r"\w", _LETTERS), plain)
    return inside.replace(r"\w", f"[{_LETTERS}]").replace(r"\W", f"[^{_LETTERS}]")
