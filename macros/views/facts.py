"""The facts of a record that the template of its page does not draw itself, each drawn by its type."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from markupsafe import Markup

from macros.records import NOT_STATED, NotShown, Record, RecordType, Text
from macros.records.base import SOURCES, Address, CalendarYear
from macros.records.choice import Choice
from macros.records.walk import Field, fields_of
from macros.text.passages import capital
from macros.views.rendering import View
from macros.views.templating import TEMPLATES

_NAMED = re.compile(r"\brecord\.(\w+)")
_INCLUDED = re.compile(r'{% include "([\w.]+)" %}')


def other_facts(view: View, type: RecordType[Any], record: Record) -> Iterator[tuple[str, Markup]]:
    """What the page of a record adds to the facts that its template draws: name and value of each such field."""
    for field in _other_fields(type):
        value = getattr(record, field.name)
        if value is not None and value != []:
            yield capital(field.about.name(view.language)), _drawn(view, field, value)


@cache
def _other_fields(of: RecordType[Any]) -> list[Field]:
    """The fields that no template names, but for names of the record itself and what has a place of its own."""
    template = _with_included(f"{of.template}.html")
    elsewhere = {of.title, of.label, *of.other_names, *_NAMED.findall(template)}
    record: type[Record] = of.record
    return [
        field
        for name, field in fields_of(record).items()
        if name not in elsewhere
        and not (field.mark(NotShown) or field.collection == SOURCES)
        and not (field.record and "id" in fields_of(field.record))
    ]


def _with_included(name: str) -> str:
    """A template, and those that it includes by their name."""
    text = (TEMPLATES / name).read_text("utf-8")
    return "".join([text, *map(_with_included, _INCLUDED.findall(text))])


def _drawn(view: View, field: Field, value: Any) -> Markup:
    """A value of a field as HTML: what it is follows from its type."""
    if value == NOT_STATED:
        return view.value(value)
    if isinstance(value, list):
        return Markup(", ").join(_drawn(view, field, each) for each in value)
    if isinstance(value, Record) and not isinstance(value, Text):
        form: type[Record] = type(value)
        parts = ((each, getattr(value, name)) for name, each in fields_of(form).items())
        return Markup("; ").join(_drawn(view, each, part) for each, part in parts if part is not None and part != [])
    if field.collection == SOURCES:
        return view.source_mark(view.path, value)
    if field.collection:
        return view.record(field.collection, value)
    if isinstance(value, bool | Choice):
        words = value.words if isinstance(value, Choice) else "said_"
        return view.value(view.word(f"{words}{str(value).lower()}"))
    if isinstance(value, int | float):
        return view.value(str(value) if field.mark(CalendarYear) else view.number(value))
    if field.mark(Address):
        return Markup('<a href="{0}" rel="external noopener">{0}</a>').format(value)
    return view.value(value)
