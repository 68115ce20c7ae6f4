"""Blank records for editors to fill: the one source of what `make new` writes and of what the buttons *Add* open.

What is to be written has a mark, with what the field means in brackets: `date: CẦN ĐIỀN (ngày, …)`. Nothing else in a
blank record needs to be replaced, and the check refuses every mark (rule *unfilled*), so that none is published.
"""

from collections.abc import Hashable, Iterator

from macros.data.writing import STEP, item, items, scalar
from macros.records.base import NOT_STATED, SOURCES, About, Record, Text
from macros.records.record_type import Answers
from macros.records.shape import one_of
from macros.records.walk import Field, fields_of
from macros.text.language import Language, word

# What is where an editor has to write.
MARKS = {Language.VI: "CẦN ĐIỀN", Language.EN: "TO FILL IN"}
_FIRST_SOURCE = "s1"
_COMMENTS = ("blank_use", "blank_more")


def blank(record: type[Record], language: Language, given: Answers | None = None) -> str:
    """The file of a record as YAML: every field that is required or usual, explained in the language.

    Args:
        record: its class.
        language: the language of the explanations; in Vietnamese, texts have no English line, which may be missing.
        given: values that are known already.
    """
    lines = _Blank(language, given or {}, has_sources=True).lines(record)
    return "".join(f"{line}\n" for line in (f"# {word('blank_use', language)}", *lines))


def blank_entry(record: type[Record], language: Language, id: str = "", given: Answers | None = None) -> str:
    """An entry of a file with many records, such as `data/people.yml`, below its id: a mark where it is not given."""
    key = scalar(id) if id else f"{MARKS[language]} ({word('blank_id', language)})"
    lines = _Blank(language, given or {}, has_sources=SOURCES in fields_of(record)).lines(record)
    return f"{key}:\n" + "".join(f"{STEP}{line}\n" for line in lines)


def blank_item(record: type[Record], language: Language) -> str:
    """A record of a list inside another record, such as the figures of a meeting."""
    return "".join(f"{line}\n" for line in items(_Blank(language, {}, has_sources=False).lines(record)))


def is_comment_of_blank(line: str) -> bool:
    """True for a line that speaks to who fills a blank record, and has no use in a filled one."""
    begins = tuple(f"# {word(key, language)}" for key in _COMMENTS for language in Language)
    return line.strip().startswith(begins)


class _Blank:
    """One blank record; what a field means is explained where it first occurs.

    Args:
        language: the language of the explanations.
        given: values that are known already.
        has_sources: whether it has sources of its own, of which the first is named where a source is asked for.
    """

    def __init__(self, language: Language, given: Answers, *, has_sources: bool) -> None:
        self.language = language
        self.given = given
        self.has_sources = has_sources
        self.explained: set[Hashable] = set()

    def lines(self, record: type[Record], path: str = "", meaning: About | None = None) -> Iterator[str]:
        """The fields of the record that is written at a path; `meaning` is that of the field that holds a text."""
        is_text = issubclass(record, Text)
        others = []
        for name, field in fields_of(record).items():
            about = field.about
            here = f"{path}{name}"
            is_given = any(f"{each}.".startswith(f"{here}.") for each in self.given)
            is_english = is_text and name == self.language == Language.EN
            if is_given or is_english or field.required or about.usual or name in one_of(record)[:1]:
                if not (is_text and name in MARKS):  # the lines of a text mean what the field means that holds it
                    meaning = about if self._is_first(id(about)) else None
                yield from self._field(field, here, meaning)
            else:
                others.append(name)
        if others and not is_text and self._is_first((record, *others)):
            yield f"# {word('blank_more', self.language)}: {', '.join(others)}"

    def _field(self, field: Field, path: str, meaning: About | None) -> Iterator[str]:
        if path in self.given:
            value = self.given[path] if field.is_list else scalar(self.given[path])
        elif self.has_sources and (field.name == "source" or path == "sources.id"):
            value = _FIRST_SOURCE
        elif field.record:
            lines = self.lines(field.record, f"{path}.", meaning)
            yield f"{field.name}:"
            yield from items(lines) if field.is_list else (f"{STEP}{line}" for line in lines)
            return
        else:
            mark = self._mark(field, meaning)
            value = item(mark) if field.is_list else scalar(mark)
        yield f"{field.name}: [{value}]" if field.is_list else f"{field.name}: {value}"

    def _mark(self, field: Field, meaning: About | None) -> str:
        language = Language(field.name) if field.name in MARKS else self.language
        if meaning is None:
            return MARKS[language]
        says = meaning[language]
        if field.choice:
            says = field.choice.codes().listed.in_language(language)
        elif isinstance(meaning.example, (str, int)) and meaning.example != NOT_STATED:
            says = f"{says}, {word('blank_such_as', language)} {meaning.example}"
        return f"{MARKS[language]} ({says})"

    def _is_first(self, what: Hashable) -> bool:
        is_first = what not in self.explained
        self.explained.add(what)
        return is_first
