"""What every record is made of: texts, dates, addresses, ids, and what is said about each field.

A field's description is next to it (`About`); the messages, the JSON Schemas and the contributors' page all come
from these classes. A fact that no source states is written `not-stated`, never left out and never guessed.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from macros.data.writing import inline
from macros.text.date_slips import hint
from macros.text.dates import FORMS, PATTERN, PartialDate
from macros.text.language import Language
from macros.text.passages import english, untranslated

NOT_STATED = "not-stated"
NotStated = Literal["not-stated"]
SOURCES = "sources"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# The JSON Schemas hold this pattern too, and JavaScript refuses an escape that is not needed, such as \\".
ADDRESS = re.compile(r"""https?://[^\s/?#<>"'`\\\[\]]+([/?#][^\s<>"'`\\]*)?""")
# A permanent address within a language: a page, or a statement, figure or heading on it.
PERMANENT = re.compile(rf"(?!en/)({SLUG.pattern}/)+(#{SLUG.pattern})?")
# A field's name is its meaning up to the first mark, without articles.
_END_OF_NAME = re.compile(r"[,;:(]")
_ARTICLE = re.compile(r"^(a|an|the|các) ")
LONGEST_TEXT = 2000
LONGEST_ID = 80
LONGEST_ADDRESS = 200


@dataclass(frozen=True)
class About:
    """What a field means, in both languages, with an example.

    `before` names the field it is written in front of, `label` is what it is called, in Vietnamese
    and English, where that is not how its meaning begins; `also` holds other names that editors give the field.
    `usual` is true for a field that may be missing and mostly is there, so that blank records have it.
    """

    vi: str
    en: str
    example: Any = None
    before: str = ""
    label: tuple[str, str] | None = None
    also: tuple[str, ...] = ()
    usual: bool = False

    def __getitem__(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en

    def name(self, language: Language) -> str:
        """What the field is called, in a few words."""
        if self.label:
            return self.label[0 if language is Language.VI else 1]
        return _ARTICLE.sub("", _END_OF_NAME.split(self[language])[0])

    def written(self, language: Language | None = None) -> str:
        """The example as YAML on one line, without the field's name; empty where a table says more.

        Args:
            language: of a text in both languages, the only one to show.
        """
        example = self.example
        if example in ([], {}):
            return ""
        if isinstance(example, dict) and language in example:
            example = {str(language): example[language]}
        written = inline(example)
        return written.removeprefix("{").removesuffix("}") if language else written

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        schema = handler(core)
        # Draft-07 ignores what is next to a `$ref`, which the ids of a collection become (`derived/schemas.py`).
        schema = {"allOf": [schema]} if schema.keys() & {"$ref", "ids"} else dict(schema)
        names = [self.name(language) for language in Language]
        for_forms = {"x-name": names, "x-means": [self.vi, self.en], "x-usual": self.usual}
        return {**schema, "description": f"{self.vi}\n{self.en}", "examples": [self.example], **for_forms}


def _partial_date(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise PydanticCustomError("not_a_date", "not a date", {"forms": FORMS, "hint": ("", "")})
    try:
        return PartialDate.parse(str(value))
    except ValueError as error:
        raise PydanticCustomError("not_a_date", "not a date", {"forms": FORMS, "hint": hint(str(value))}) from error


def _web_address(value: Any) -> Any:
    if isinstance(value, str) and value != NOT_STATED and not ADDRESS.fullmatch(value):
        raise PydanticCustomError("not_an_address", "not a web address")
    return value


def _archived_address(value: Any) -> Any:
    if value == NOT_STATED:
        raise PydanticCustomError("no_archive", "an archived copy that is not stated")
    return _web_address(value)


def _permanent_address(value: Any) -> Any:
    if isinstance(value, str) and not PERMANENT.fullmatch(value):
        raise PydanticCustomError("not_permanent", "not an address within the site")
    return value


NAMED = "named"  # in the validation context: a set of the ids that are named, each with its collection


@dataclass(frozen=True)
class IdOf:
    """A field that holds the id of another record: one that its collection has in the validation context, if any."""

    collection: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """In the schemas an id is one of those in `ids.json`; which sources there are, each file says itself."""
        return {**handler(core), "x-ids": SOURCES} if self.collection == SOURCES else {"ids": self.collection}

    def _check(self, value: str, info: ValidationInfo) -> str:
        context = info.context or {}
        known, named = context.get(self.collection), context.get(NAMED)
        if named is not None:
            named.add((self.collection, value))
        if known is not None and value not in known:
            raise PydanticCustomError("unknown_id", "unknown id", {"kind": self.collection, "known": known})
        return value


@dataclass(frozen=True)
class CalendarYear:
    """Marks a number that is a year, which is printed without a thousands separator."""


@dataclass(frozen=True)
class InThePast:
    """Marks a date of what has happened when it is written down."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(core), "x-past": True}


@dataclass(frozen=True)
class NotShown:
    """Marks a field that is not for the readers of pages; all others are on the page of their record."""


@dataclass(frozen=True)
class Address:
    """Marks a text that browsers take and no one reads: the rules of spelling would lead it elsewhere.

    `archive` is true for the address of an archived copy of a page, `may_be_not_stated` where `not-stated` may be
    written in its place.
    """

    archive: bool = False
    may_be_not_stated: bool = False


@dataclass(frozen=True)
class AsPrinted:
    """Marks a text kept exactly as a source prints it: its faults are the source's."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(core), "x-printed": True}


_YEAR = {"type": "integer", "minimum": 1000, "maximum": 9999}
_ADDRESS_FORM = {"type": "string", "pattern": f"^{ADDRESS.pattern}$", "maxLength": LONGEST_TEXT, "x-address": True}

Line = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT)]
Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG.pattern}$", max_length=LONGEST_ID)]
When = Annotated[
    PartialDate,
    BeforeValidator(_partial_date),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": f"^({PATTERN})$"}, _YEAR]}),
]
Past = Annotated[When, InThePast()]
WebAddress = Annotated[
    str,
    Address(may_be_not_stated=True),
    BeforeValidator(_web_address),
    StringConstraints(max_length=LONGEST_TEXT),
    WithJsonSchema({"anyOf": [{"const": NOT_STATED}, _ADDRESS_FORM]}),
]
ArchivedAddress = Annotated[
    str,
    Address(archive=True),
    BeforeValidator(_archived_address),
    StringConstraints(max_length=LONGEST_TEXT),
    WithJsonSchema(_ADDRESS_FORM),
]
PermanentAddress = Annotated[
    str,
    Address(),
    BeforeValidator(_permanent_address),
    StringConstraints(max_length=LONGEST_ADDRESS),
    WithJsonSchema(
        {"type": "string", "pattern": f"^{PERMANENT.pattern}$", "maxLength": LONGEST_ADDRESS, "x-address": True}
    ),
]
# A statement or a figure: by its id within the file it is named in, or with the address of its page before that.
ItemId = Annotated[str, StringConstraints(pattern=f"^({SLUG.pattern}/)*{SLUG.pattern}$", max_length=LONGEST_ADDRESS)]
TopicId = Annotated[str, IdOf("topics")]
MeetingId = Annotated[str, IdOf("meetings")]
DocumentId = Annotated[str, IdOf("documents")]
ProvinceId = Annotated[str, IdOf("provinces")]
UnitId = Annotated[str, IdOf("units")]
PersonId = Annotated[str, IdOf("people")]
TermId = Annotated[str, IdOf("glossary")]
SourceId = Annotated[str, IdOf(SOURCES)]


# Which fields were written is never asked, and a set for each record would take more room than the record.
_FIELDS_SET: set[str] = set()


class Record(BaseModel):
    """Base of everything written in `data/`: unknown keys are refused, types are exact, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)

    @classmethod
    def without_validation(cls, values: Iterable[Any]) -> Self:
        """Builds a record from one valid value a field; it takes half the memory of one that pydantic validated."""
        return cls.model_construct(_FIELDS_SET, **dict(zip(cls.model_fields, values, strict=True)))  # type: ignore[return-value]

    def values(self) -> list[Any]:
        """The value of each field."""
        return [getattr(self, name) for name in type(self).model_fields]

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).without_validation, (self.values(),)

    @classmethod
    def fields(cls) -> dict[str, FieldInfo]:
        """The fields in the order in which they are written."""
        names = list(cls.model_fields)
        for name, field in cls.model_fields.items():
            before = next((each.before for each in field.metadata if isinstance(each, About)), "")
            if before:
                names.remove(name)
                names.insert(names.index(before), name)
        return {name: cls.model_fields[name] for name in names}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        schema = handler(core)
        resolved = handler.resolve_ref_schema(schema)
        properties = resolved["properties"]
        resolved["properties"] = {name: properties[name] for name in cls.fields()}
        return schema


class Text(Record):
    """A text in Vietnamese, the original, and in English once it is translated."""

    vi: Annotated[Line, About("tiếng Việt, là bản gốc", "Vietnamese, the original", "buổi chiều")]
    en: Annotated[
        Line | None,
        About(
            "tiếng Anh, dịch từ dòng `vi`; chưa dịch thì bỏ cả dòng này",
            "English, translated from the `vi` line; without a translation leave the line out",
            "afternoon",
        ),
    ] = None

    def __getitem__(self, language: Language) -> str:
        """The text in a language; without English the Vietnamese, marked as such (`text/passages.py`)."""
        if language is Language.VI:
            return self.vi
        return untranslated(self.vi) if self.en is None else english(self.en)


def both(vi: str, en: str) -> Text:
    """A text that the site itself puts together, as it does for most of its pages."""
    return Text.without_validation((vi, en))


def in_both(say: Callable[[Language], str]) -> Text:
    """A text that the site puts together, by what it says in each language."""
    return both(say(Language.VI), say(Language.EN))


class SourcedText(Text):
    """A text with the source that states it, where the record has more than one source."""

    source: Annotated[
        SourceId | None,
        About("mã nguồn nêu điều này", "id of the source that states it", "s1", label=("nguồn", "source")),
    ] = None
