"""Turns what pydantic finds wrong with a record into messages that an editor understands."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.data.codes import Codes
from macros.data.numerals import UNIT_ASIDE, advice
from macros.data.problems import Bilingual, Fix, Place, Problem
from macros.data.spelling import slug
from macros.data.strict_yaml import Places
from macros.data.writing import STEP, lines_of
from macros.records import TYPES, RecordType, suggestions
from macros.records.messages import (
    AND_MORE,
    EXAMPLE,
    LACKING_LINE,
    LACKING_ONE,
    LACKING_SEVERAL,
    MESSAGES,
    NO_QUOTES,
    NOT_STATED_WRITTEN,
    NOT_VALID,
    ON_NEXT_LINE,
    ONE_OF,
    WRITE_IT,
    WRITE_NOT_STATED,
)
from macros.records.shape import Shape
from macros.records.suggestions import Hint
from macros.records.walk import Field, Loc, fields_of
from macros.text.date_slips import day_of_midnight

# What is said of a record as a whole. It is where the record begins, which is where its first field begins, too.
OF_RECORDS = ("missing", "missing-fact", "no-speaker")
_TEXT = ["vi"]  # the field with which a text begins
_TYPES: dict[str, RecordType[Any]] = {each.collection: each for each in TYPES}
_LONGEST_SHOWN = 60  # letters of a value in a message
_MOST = 200  # mistakes that are explained of a file: each is compared with all fields and codes
_SHOWN = {
    NoneType: Bilingual("giá trị trống", "nothing"),
    list: Bilingual("một danh sách", "a list"),
    dict: Bilingual("các trường", "fields"),
}
# Of what is empty these say less than that it is empty.
_OF_NOTHING = ("missing", "model_type", "text_without_vi", "dict_type", "list_type", "float_type", "int_type")
# A value of one of several forms has an error for each: the lowest is reported. Others have 0.
_RANKS = {
    "not_stated": -10,
    "model_type": 10,
    "text_without_vi": 10,
    "dict_type": 10,
    "float_type": 15,
    "int_type": 20,
    "literal_error": 30,
}


@dataclass(frozen=True)
class _Error:
    """One error of pydantic.

    Attributes:
        type: what is wrong: pydantic's type of error, or one of our own where more can be said.
        loc: where, in the steps of pydantic, which also names the alternative that it tried.
        path: where, in the steps that are in the file.
        value: what is there.
        context: what pydantic or the model knows besides.
        message: what pydantic says.
    """

    type: str
    loc: Loc
    path: Loc
    value: Any
    context: dict[str, Any]
    message: str

    @property
    def is_of_key(self) -> bool:
        """True where a key is wrong and not its value."""
        return self.type == "extra_forbidden" or self.loc[-1:] == ("[key]",)


class _Explanation:
    """Every mistake in one file.

    Args:
        details: the errors of pydantic.
        places: the places of the file.
        shape: what may be written where in the file.
    """

    def __init__(self, details: Iterable[ErrorDetails], places: Places, shape: Shape) -> None:
        self.places = places
        self.shape = shape
        self.errors = [self._error(each) for each in details]
        self.lacking: dict[Loc, list[str]] = {}
        for error in self.errors:
            if error.type == "missing":
                self.lacking.setdefault(error.path, []).append(str(error.loc[-1]))
        self.hints = {error.path: self._hint_of_field(error.path) for error in self.errors if _is_unknown(error)}
        # A field that is missing and another in its place that means it: a slip in the name, which alone is reported.
        self.written = {(*path[:-1], each) for path, hint in self.hints.items() for each in hint.meant}

    def problems(self) -> Iterator[Problem]:
        """Each mistake once; all fields that one record lacks are in one message."""
        yield from self._of_values()
        for path, names in self.lacking.items():
            fields = self.shape.wanted(path, [name for name in names if (*path, name) not in self.written])
            if fields:
                rule = "missing-fact" if len(fields) == 1 and fields[0].may_be_not_stated else "missing"
                yield Problem(self._of_record(path), *self._missing(fields), rule)
        yield from self._without_speaker()

    def rest(self, details: Sequence[ErrorDetails]) -> Iterator[Problem]:
        """What is said of further mistakes, at the first of them."""
        if details:
            place = self.places.find_key(self._known_path(details[0]["loc"]))
            yield Problem(place, *AND_MORE.format(count=len(details)), "and-more")

    def _error(self, details: ErrorDetails) -> _Error:
        loc, value = details["loc"], details.get("input")
        path = self._known_path(loc)
        type = _refined(details["type"], loc, value, self.shape.needed(path))
        if path and value in ("", [], {}) and type in _OF_NOTHING:
            field = next(iter(self.shape.wanted(path[:-1], [str(path[-1])])), None)
            type = "empty_not_stated" if field and field.may_be_not_stated else "empty"
        return _Error(type, loc, path, value, details.get("ctx", {}), details["msg"])

    def _known_path(self, loc: Loc) -> Loc:
        """The steps that are in the file."""
        here = self.places
        path: list[str | int] = []
        for step in loc:
            if step in here.parts:
                path.append(step)
                here = here.parts[step]
        return tuple(path)

    def _hint_of_field(self, path: Loc) -> Hint:
        around = path[:-1]
        present = [str(key) for key in self.places.part(around).keys]
        return suggestions.field(str(path[-1]), self.shape.fields(around), self.lacking.get(around, ()), present)

    def _of_values(self) -> Iterator[Problem]:
        """What is wrong with a value or with the name of a field."""
        # A value of one of several forms fails once for each: with fields it is a record, and what that lacks is said.
        errors = [error for error in self.errors if error.path not in self.lacking or error.is_of_key]
        around = {error.path[:length] for error in self.errors for length in range(len(error.path))}
        found: dict[tuple[Loc, bool], list[tuple[int, Problem]]] = {}
        for error in errors:
            if error.type == "literal_error" and error.path in around:
                continue  # the value took the other form, and what is wrong lies inside it
            depth = sum(isinstance(part, str) and part not in error.path for part in error.loc)
            rank = _RANKS.get(error.type, 0) + depth
            found.setdefault((error.path, error.is_of_key), []).append((rank, self._problem(error)))
        for problems in found.values():
            yield min(problems)[1]

    def _without_speaker(self) -> Iterator[Problem]:
        """Records that lack all fields of which they need one: pydantic looks only where nothing else is wrong."""
        said = {error.path for error in self.errors if error.type == "no_speaker"}
        paths = (error.path[:-1] if _is_unknown(error) else error.path for error in self.errors)
        records = {path[:length] for path in paths for length in range(len(path) + 1)} - said
        for path in sorted(records, key=self.places.find):
            names = self.shape.one_of(path)
            keys = self.places.part(path).keys
            if names and not any(name in keys or (*path, name) in self.written for name in names):
                yield Problem(self._of_record(path), *MESSAGES["no_speaker"], "no-speaker")

    def _of_record(self, path: Loc) -> Place:
        return self.places.find_key(path) if path and isinstance(path[-1], str) else self.places.find(path)

    def _problem(self, error: _Error) -> Problem:
        place = self.places.find_key(error.path) if error.is_of_key else self.places.find(error.path)
        if error.type not in MESSAGES:
            return Problem(place, *NOT_VALID.format(message=error.message), "not-valid")
        codes = self.shape.codes(error.loc) or Codes()
        expected = str(error.context.get("expected", ""))  # as pydantic writes it: 'a', 'b' or 'c'
        literals = Bilingual(expected.replace("' or '", "' hoặc '"), expected)
        type = _TYPES.get(error.context.get("kind", ""))
        message = MESSAGES[error.type].format(
            **{
                **error.context,
                "noun": Bilingual(*type.noun) if type else "",
                "home": Bilingual(*type.home) if type else "",
                "field": error.loc[-1] if error.loc else "",
                "name": error.path[-1] if error.path else "",
                "fields": ", ".join(f"`{name}:`" for name in self.shape.needed(error.path)) or "…",
                "found": _shown(error.value),
                "expected": codes.listed if error.type == "enum" else literals,
            }
        )
        hint = self._hint(error, codes)
        return Problem(place, *message.then(hint.text), error.type.replace("_", "-"), fix=self._fix(error, hint, place))

    def _hint(self, error: _Error, codes: Codes) -> Hint:
        """What was meant, where that can be known from what was written; else which codes there are."""
        value = error.value
        match error.type:
            case "extra_forbidden":
                return self.hints[error.path]
            case "unknown_id":
                return suggestions.reference(str(value), codes, _TYPES[error.context["kind"]])
            case "enum":
                return suggestions.choice(str(value), codes)
            case "too_short" if codes.are_few and len(codes):
                return Hint(suggestions.all_of(codes))
            case "text_without_vi":
                return Hint(ON_NEXT_LINE.format(line=next(lines_of("vi", value))))
            case "not_a_date":
                return Hint(Bilingual(*error.context["hint"]), day_of_midnight(str(value)))
            case "list_type":
                hint = suggestions.list_of(value, codes) if isinstance(value, str) else Hint()
                return hint if hint.right else Hint(suggestions.items(self.shape.needed((*error.path, 0))))
            case "int_type" | "float_type":
                return Hint(advice(str(value), whole=error.type == "int_type"))
            case "approximate" if error.context["unit"]:
                return Hint(UNIT_ASIDE.format(unit=error.context["unit"]))
            case "bool_type":
                return Hint(NO_QUOTES) if value in ("true", "false") else suggestions.choice(str(value), codes)
        return Hint()

    def _fix(self, error: _Error, hint: Hint, place: Place) -> Fix | None:
        """What was meant in place of what was written, where that is sure and is on one line without escapes."""
        if not hint.right:
            return None
        if error.type == "extra_forbidden":
            return Fix(place, len(str(error.loc[-1])), hint.right)
        written = self.places.part(error.path)
        in_quotes = written.characters != written.at
        if not isinstance(error.value, str) or not written.characters:
            return None
        if in_quotes and error.type in ("list_type", "bool_type"):
            return None
        return Fix(written.characters, len(error.value), hint.right)

    def _missing(self, fields: list[Field]) -> Bilingual:
        """The message for one field or more that are missing from one record."""
        if len(fields) > 1:
            return self._lines(LACKING_SEVERAL.format(count=len(fields)), fields)
        field = fields[0]
        write = (WRITE_NOT_STATED if field.may_be_not_stated else WRITE_IT).format(name=field.name)
        return self._lines(self._about(field, LACKING_ONE, write=write), _required_within(field))

    def _lines(self, message: Bilingual, fields: Iterable[Field], indent: str = "") -> Bilingual:
        """The message, and below it a line for each field and for what each must have inside."""
        for field in fields:
            message = message.then(self._about(field, LACKING_LINE, indent=indent))
            message = self._lines(message, _required_within(field), indent + STEP)
        return message

    def _about(self, field: Field, message: Bilingual, **values: object) -> Bilingual:
        """A message about a field: its name, what it means and what may be in it."""
        meaning = Bilingual(field.about.vi, field.about.en)
        return message.format(name=field.name, meaning=meaning, possible=self._possible(field), **values)

    def _possible(self, field: Field) -> Bilingual:
        """Which codes the field may hold, or an example."""
        codes = field.codes(self.shape.known) or Codes()
        if codes and codes.are_few:
            return ONE_OF.format(codes=codes.listed)
        example = field.about.written()
        return EXAMPLE.format(example=example) if example else Bilingual()


def explain(error: ValidationError, places: Places, shape: Shape) -> list[Problem]:
    """Every mistake that pydantic found, each once; all fields that one record lacks are in one message.

    Args:
        error: what pydantic raised.
        places: the places of the file.
        shape: what may be written where in the file.
    """
    details = error.errors(include_url=False)
    explanation = _Explanation(details[:_MOST], places, shape)
    return [*explanation.problems(), *explanation.rest(details[_MOST:])]


def _refined(type: str, loc: Loc, value: Any, needed: list[str]) -> str:
    """What is wrong, in a type of its own where more can be said than pydantic knows."""
    is_text = isinstance(value, str)
    if type == "literal_error" and is_text and slug(value) in NOT_STATED_WRITTEN:
        return "not_stated"
    if type in ("dict_type", "model_type") and not loc:
        return "no_fields"
    if type == "model_type" and is_text and needed == _TEXT:
        return "text_without_vi"
    return f"string_{type}" if type in ("too_short", "too_long") and is_text else type


def _is_unknown(error: _Error) -> bool:
    return error.type == "extra_forbidden"


def _shown(value: Any) -> Bilingual:
    text = str(value)
    shown = f"“{text[:_LONGEST_SHOWN]}{'…' if len(text) > _LONGEST_SHOWN else ''}”"
    return _SHOWN.get(type(value), Bilingual(shown, shown))


def _required_within(field: Field) -> Collection[Field]:
    """The fields that each record in a field must have, where the field has no example of its own."""
    inner = fields_of(field.record) if field.record and not field.about.example else {}
    return [each for each in inner.values() if each.required]
