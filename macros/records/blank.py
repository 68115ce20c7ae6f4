"""Blank records for editors to fill: the one source of what `make new` writes and of what the buttons *Add* open.

What is to be written holds a mark, with what the field means in brackets: `date: CẦN ĐIỀN (ngày, …)`. Nothing else in a
blank record needs to be replaced, and the check refuses every mark (rule *unfilled*), so that none is published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.data.writing import STEP, item, items, scalar
from macros.records.base import NOT_STATED, About, Record, Text
from macros.records.walk import Field, fields_of
from macros.text.language import Language, word

# What is where an editor has to write.
MARKS = {Language.VI: "CẦN ĐIỀN", Language.EN: "TO FILL IN"}
# Values by the path of their field: `title.vi`, `date`, `sources.url`.
Given = Mapping[str, str]
FIRST_SOURCE = "s1"


def blank(record: type[Record], language: Language, given: Given | None = None) -> str:
    """A record as YAML: every field that it must have or mostly has, explained in the language.

    Args:
        record: what kind of record.
        language: the language of the explanations; in Vietnamese, texts have no English line, which may be missing.
        given: values that are known already.
    """
    lines = [f"# {word('blank_use', language)}", *_Blank(record, language, given or {}).lines(record)]
    return "\n".join(lines) + "\n"


def blank_entry(record: type[Record], language: Language, id: str = "", given: Given | None = None) -> str:
    """A record of a file that holds many, such as `data/people.yml`, below its id: a mark if it is not given."""
    key = scalar(id) if id else f"{MARKS[language]} ({word('blank_id', language)})"
    return f"{key}:\n" + "".join(f"{STEP}{line}\n" for line in _Blank(record, language, given or {}).lines(record))


def blank_item(record: type[Record], language: Language) -> str:
    """A record of a list inside another record, such as the figures of a meeting."""
    return "\n".join(items(_Blank(record, language, {}).lines(record))) + "\n"


def is_comment_of_blank(line: str) -> bool:
    """True for a line that speaks to who fills a blank record, and has no use in a filled one."""
    return any(
        line.strip().startswith(f"# {word(key, language)}")
        for key in ("blank_use", "blank_more")
        for language in Language
    )


class _Blank:
    """One blank record; what a field means is said where it first occurs."""

    def __init__(self, record: type[Record], language: Language, given: Given) -> None:
        self.language = language
        self.given = given
        self.has_sources = "sources" in record.fields()
        self.explained: set[object] = set()

    def lines(self, record: type[Record], path: str = "", meaning: About | None = None) -> Iterator[str]:
        """The fields of the record that is written at a path; `meaning` is that of the field that holds a text."""
        others = []
        for name, field in fields_of(record).items():
            about = field.about
            here = f"{path}{name}"
            needed = field.required or about.usual or name in _first_alternative(record)
            if needed or self._is_given(here) or self._is_english(record, name):
                # The lines of a text mean what the field means that holds it.
                explained = meaning if name in MARKS and issubclass(record, Text) else self._first(about)
                yield from self._field(field, here, explained)
            else:
                others.append(name)
        if not issubclass(record, Text) and self._is_first((record, *others)) and others:
            yield f"# {word('blank_more', self.language)}: {', '.join(others)}"

    def _field(self, field: Field, path: str, about: About | None) -> Iterator[str]:
        name = field.name
        if path in self.given:
            yield f"{name}: [{self.given[path]}]" if field.is_list else f"{name}: {scalar(self.given[path])}"
        elif self.has_sources and (name == "source" or path == "sources.id"):
            yield f"{name}: {FIRST_SOURCE}"
        elif field.record:
            lines = self.lines(field.record, f"{path}.", about)
            yield f"{name}:"
            yield from items(lines) if field.is_list else (f"{STEP}{line}" for line in lines)
        else:
            mark = self._mark(field, about)
            yield f"{name}: [{item(mark)}]" if field.is_list else f"{name}: {scalar(mark)}"

    def _mark(self, field: Field, about: About | None) -> str:
        language = Language(field.name) if field.name in MARKS else self.language
        if about is None:
            return MARKS[language]
        if field.choice:
            says = field.choice.codes().listed.in_language(language)
        elif isinstance(about.example, (str, int)) and about.example != NOT_STATED:
            says = f"{about[language]}, {word('blank_such_as', language)} {about.example}"
        else:
            says = about[language]
        return f"{MARKS[language]} ({says})"

    def _is_given(self, path: str) -> bool:
        return any(each == path or each.startswith(f"{path}.") for each in self.given)

    def _is_english(self, record: type[Record], name: str) -> bool:
        return self.language is Language.EN and issubclass(record, Text) and name == Language.EN

    def _first(self, about: About) -> About | None:
        return about if self._is_first(id(about)) else None

    def _is_first(self, what: object) -> bool:
        is_first = what not in self.explained
        self.explained.add(what)
        return is_first


def _first_alternative(record: type[Record]) -> set[str]:
    """Where one of several fields must be there, the first of them."""
    alternatives: Any = record.model_config.get("json_schema_extra") or {}
    return {name for each in alternatives.get("anyOf", [])[:1] for name in each["required"]}
