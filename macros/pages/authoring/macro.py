"""What a macro is: a function of a `View` that makes HTML. Its annotations say which values its arguments take.

    @block
    def sources(view: View, meeting: MeetingId | None = None) -> Markup:

A call is checked at once, so that a mistake is reported at its line; the HTML is made when the page is written.
"""

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Annotated, Any, get_args, get_type_hints

from macros.archive import Archive
from macros.archive.known_ids import record_codes
from macros.data.codes import Code, Codes
from macros.data.spelling import did_you_mean
from macros.pages.authoring.sandbox import PageError
from macros.records import DOCUMENT, MEETING, PERSON, PROVINCE, TERM, TOPIC, RecordType, suggestions
from macros.records.choice import Choice
from macros.views.rendering import View

Function = Callable[..., Any]
BLOCK: dict[str, Function] = {}  # the macros that stand on a line of their own
INLINE: dict[str, Function] = {}  # those within a sentence


def block(function: Function) -> Function:
    """Register a macro that is called on a line of its own."""
    BLOCK[function.__name__] = function
    return function


def inline(function: Function) -> Function:
    """Register a macro that is called within a sentence."""
    INLINE[function.__name__] = function
    return function


@dataclass(frozen=True)
class OneOf:
    """Marks an argument that takes one of the values that an archive has; `codes` gives their meanings."""

    vi: str
    en: str
    values: Callable[[Archive], Collection[str]]
    codes: Callable[[Archive], Codes] | None = None

    def accepted(self, name: str, value: str | None, archive: Archive) -> str | None:
        """The value; raises `PageError` for one that is unknown."""
        known = self.values(archive)
        if value is not None and value not in known:
            codes = self.codes(archive) if self.codes else Codes(Code(each, each, each) for each in known)
            hint = suggestions.offered(value, codes)
            raise PageError(f"Không có {self.vi} “{value}”.{hint.vi}", f"There is no {self.en} “{value}”.{hint.en}")
        return value


@dataclass(frozen=True)
class Year:
    """Marks an argument that takes one of the years that an archive has; left out, `newest` takes the newest."""

    vi: str
    en: str
    years: Callable[[Archive], Iterable[int]]
    newest: bool = False

    def accepted(self, name: str, value: int | None, archive: Archive) -> int | None:
        """The year; raises `PageError` where there is none."""
        years = sorted(set(self.years(archive)))
        if self.newest and not years:
            raise PageError(f"Kho tư liệu chưa có {self.vi} năm nào.", f"The archive has no {self.en}.")
        if value is None:
            return years[-1] if self.newest else None
        if value not in years:
            listed = ", ".join(map(str, years))
            raise PageError(
                f"Không có {self.vi} năm {value}. Cần một trong: {listed}.",
                f"There is no {self.en} of {value}. Expected one of: {listed}.",
            )
        return value


class AtLeastOne:
    """Marks an argument that says how many items to take."""

    def accepted(self, name: str, value: int | None, archive: Archive) -> int | None:
        """The number; raises `PageError` for one below 1."""
        if value is not None and value < 1:
            raise PageError(
                f"`{name}` là số mục cần lấy, từ 1 trở lên, không phải {value}.",
                f"`{name}` says how many to take, 1 or more, not {value}.",
            )
        return value


def ids(type: RecordType[Any]) -> OneOf:
    """Marks an id of a record."""
    return OneOf(*type.noun, lambda archive: archive.records[type], lambda archive: id_codes(archive, type))


def words(vi: str, en: str, *choices: type[Choice]) -> OneOf:
    """Marks one of the words that a field may hold, or any of several fields of one name."""
    return OneOf(
        vi,
        en,
        lambda _: [each for choice in choices for each in choice],
        lambda _: Codes(each for choice in choices for each in choice.codes()),
    )


def id_codes(archive: Archive, type: RecordType[Any]) -> Codes:
    """The ids of the records of a type with what each is called."""
    return record_codes(type, archive.records[type], archive.records.files)


MeetingId = Annotated[str, ids(MEETING)]
DocumentId = Annotated[str, ids(DOCUMENT)]
ProvinceId = Annotated[str, ids(PROVINCE)]
TopicId = Annotated[str, ids(TOPIC)]
PersonId = Annotated[str, ids(PERSON)]
TermId = Annotated[str, ids(TERM)]
ReviewYear = Annotated[int | None, Year("tổng quan", "review", lambda archive: archive.review_years, newest=True)]
Number = Annotated[int | None, AtLeastOne()]


def call(view: View, function: Function, /, *args: Any, **named: Any) -> Callable[[], Any]:
    """What makes the HTML of a call of a macro. Raises `PageError` where it cannot be called so."""
    name = function.__name__
    signature, hints = _signature(function), _hints(function)
    known = list(signature.parameters)[1:]
    for unknown in named.keys() - set(known):
        vi, en = did_you_mean(unknown, known)
        raise PageError(
            f"{name}() không có tham số “{unknown}”; có: {', '.join(known)}.{vi}",
            f"{name}() has no argument “{unknown}”; it has: {', '.join(known)}.{en}",
        )
    try:
        bound = signature.bind(view, *args, **named)
    except TypeError as error:
        expected = ", ".join(_written(signature.parameters[each]) for each in known)
        raise PageError(
            f"{name}() được gọi thiếu hoặc thừa tham số; cần: {expected}.",
            f"{name}() is called with too few or too many arguments; expected: {expected}.",
        ) from error
    bound.apply_defaults()
    for argument in known:
        value, marks = bound.arguments[argument], list(_parts(hints[argument]))
        types = [each for each in marks if isinstance(each, type)]
        if (isinstance(value, bool) and bool not in types) or not isinstance(value, tuple(types)):
            vi, en = _expected(value, types[0])
            raise PageError(f"{name}(): tham số “{argument}” {vi}", f"{name}(): the argument “{argument}” {en}")
        for mark in marks:
            if not isinstance(mark, type):
                bound.arguments[argument] = mark.accepted(argument, value, view.archive)
    return partial(function, *bound.args, **bound.kwargs)


def gives_number(function: Function) -> bool:
    """Whether a macro gives a number, with which a page can go on, rather than HTML."""
    return _hints(function)["return"] is int


_signature = cache(inspect.signature)


@cache
def _hints(function: Function) -> dict[str, Any]:
    return get_type_hints(function, include_extras=True)


def _parts(annotation: Any) -> Iterator[Any]:
    """The types that an annotation allows, and its marks."""
    parts = get_args(annotation)
    for each in parts:
        yield from _parts(each)
    if not parts:
        yield annotation


def _written(parameter: inspect.Parameter) -> str:
    """An argument of a macro as an author writes it."""
    required = parameter.default is parameter.empty
    return parameter.name if required else f"{parameter.name}={parameter.default!r}"


def _expected(value: Any, kind: type) -> tuple[str, str]:
    """What to write in place of a value of another type."""
    if kind is int and isinstance(value, str) and value.isdecimal():
        return f"là một số: hãy viết {value} không có ngoặc kép.", f"is a number: write {value} without quotes."
    if kind is int:
        return f"cần số nguyên, như 2021, không phải {value!r}.", f"takes a whole number such as 2021, not {value!r}."
    if kind is bool:
        return "cần True hoặc False, không có ngoặc kép.", "takes True or False, without quotes."
    text = getattr(value, "__name__", value)
    return f'là chữ: hãy viết "{text}" trong ngoặc kép.', f'is text: write "{text}" in quotes.'
