"""What is known of a type of record: the one description from which everything that loops over the types follows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from macros.data.codes import Code
from macros.data.spelling import slug
from macros.records.base import NOT_STATED, SLUG, About, Record, Text, both
from macros.text.dates import PartialDate

R = TypeVar("R", bound=Record)
Values = Mapping[str, Any]
Answers = Mapping[str, str]  # what fields of a new record hold, by their paths: `title.vi`, `date`, `sources.url`


class Grouping(NamedTuple):
    """Lists of the records of a type by the codes of a field.

    Attributes:
        field: the field.
        codes: its codes, in the order in which their lists are shown.
        address: the address of a list, with `{}` for the code.
        title: the words of its title, with `{}` for the code.
    """

    field: str
    codes: Sequence[str]
    address: str
    title: tuple[str, ...]


class Searched(NamedTuple):
    """What search reads of a record besides its date and the names of the records that it names: fields by weight.

    Attributes:
        title: what is shown as a title; it weighs the most.
        text: what is shown below it.
        context: what is not shown and weighs the least.
    """

    title: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    context: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class RecordType(Generic[R]):
    """A type of record.

    Attributes:
        name: its name in templates and in words: `meeting`.
        collection: the first part of its addresses, and what `IdOf` and exports call all its records: `meetings`.
        record: the class of its records.
        file: its files below `data/`: `meetings/*.yml` where each record has a file and the star is the id,
            `topics.yml` where one file holds them all by id; empty for what is only inside other records.
        key: where one file holds records of several types, the key below which these are.
        address: the permanent address within a language, with `{id}`, for an entry of a page also with `{page}`;
            empty for what has none.
        cited: whether an address that was given out must lead somewhere for ever.
        title: the field with its title.
        make_title: the title of a record, where no field holds it.
        date: the field with its date; empty for what has none.
        label: the field with the name by which editors know its id; the title where empty.
        other_names: the fields with other names.
        description: the field that tells what it is about.
        subject: fields of which the first that is stated says what it is about, for its page's description, behind its
            title; where neither these nor `description` are, the words `<name>_description` do.
        template: the template of its page.
        is_sourced: whether sources state its facts, which its page says when they were corrected.
        schema_org: what it is to schema.org.
        linked: the properties of schema.org that its fields are, besides the title of its page, in their order.
        noun: what messages call one of them, Vietnamese and English.
        how_to_add: what to do where an id is that no record has, with `{id}` and, as it was written, `{name}`.
        id_in: the id that a record should have by its values, which may be faulty, and by its present id; empty where
            they do not say enough.
        must_be_named: whether another record must name each of them, so that readers find it.
        make_code: its id with those names, where no field holds them: by the id and the values, which may be faulty.
        lists: what the page of each record lists: names of types of which records refer to it.
        parts: the address below which the pages of the list of all records are; empty for a type without such a list.
        groupings: the lists of its records by the codes of a field.
        per_page: records on one page of a list; with more, a page would pass 60 KB of HTML or 12 KB compressed.
        has_card: whether each record has a picture of its own for links to it that are shared.
        is_announced: whether the site's feed announces a new one, by its date.
        search: what search reads of its records; None for a type that is not searched.
        found_as: the id of a record in search results, with `{id}`, where another type may have the same ids.
        asked: the paths of fields that are asked for when a record is created, such as `title.vi`; empty for what can
            only be added to other records.
        make_id: the id of a new record by the answers, where it is not the first of them; raises `LookupError` with
            the path of a field that it cannot do without.
        id_asked: the id itself, where it is asked for: what it means.
        id_form: what the id must look like.
        follows: the values of a new file that follow from its id.
        sample_file: what the file of a record is called before its id is known, in Vietnamese and in English.
    """

    name: str
    collection: str
    record: type[R]
    file: str = ""
    key: str = ""
    address: str = ""
    cited: bool = True
    title: str = ""
    make_title: Callable[[R], Text] | None = None
    date: str = ""
    label: str = ""
    other_names: tuple[str, ...] = ()
    description: str = ""
    subject: tuple[str, ...] = ()
    template: str = "record"
    is_sourced: bool = True
    schema_org: str = "Thing"
    linked: Mapping[str, str] = field(default_factory=dict)
    noun: tuple[str, str] = ("bản ghi", "record")
    how_to_add: tuple[str, str] = ("", "")
    id_in: Callable[[Values, str], str] | None = None
    must_be_named: bool = False
    make_code: Callable[[str, Values], Code] | None = None
    lists: tuple[str, ...] = ()
    parts: str = ""
    groupings: tuple[Grouping, ...] = ()
    per_page: int = 50
    has_card: bool = False
    is_announced: bool = False
    search: Searched | None = None
    found_as: str = "{id}"
    asked: tuple[str, ...] = ()
    make_id: Callable[[Answers], str] | None = None
    id_asked: About | None = None
    id_form: str = SLUG.pattern
    follows: Callable[[str], Answers] = lambda id: {}
    sample_file: tuple[str, str] = ("MA-MOI.yml", "NEW-ID.yml")

    @property
    def has_own_file(self) -> bool:
        """True where each record is a file, of which the name is the id."""
        return self.file.endswith("/*.yml")

    @property
    def has_page(self) -> bool:
        """True where each record has a page of its own."""
        return self.address.endswith("/")

    @property
    def home(self) -> tuple[str, str]:
        """Where records of the type are written, for messages."""
        if not self.file:
            return f"phần `{self.collection}:` của tệp", f"the file’s `{self.collection}:`"
        return (f"data/{self.file.removesuffix('*.yml')}",) * 2

    def new_id(self, answers: Answers) -> str:
        """The id of a new record, in whatever form; raises `LookupError` with the path of an answer that it lacks."""
        return self.make_id(answers) if self.make_id else slug(stated(answers, self.asked[0]))

    def path(self, id: str, page: str = "") -> str:
        """The permanent address of a record; `page` is that of the page on which an entry is."""
        return self.address.format(id=id, page=page)

    def title_of(self, record: R) -> Text:
        """What a record is called."""
        if self.make_title:
            return self.make_title(record)
        title = getattr(record, self.title)
        return title if isinstance(title, Text) else both(title, title)

    def name_of(self, record: R) -> Text:
        """What a record is called where others refer to it: its short name, if it has one."""
        name: Text = getattr(record, self.label) if self.label else self.title_of(record)
        return name

    def date_of(self, record: R) -> PartialDate | None:
        """The date of a record; None where it has none, or no source states it."""
        date = getattr(record, self.date) if self.date else None
        return date if isinstance(date, PartialDate) else None

    def id_by_content(self, values: Any, id: str = "") -> str:
        """The id that a record should have by what it says, faulty or not; empty where it does not say enough.

        Args:
            values: the record as it is in its file.
            id: its present id, which may tell more.
        """
        return self.id_in(values, id) if self.id_in and isinstance(values, dict) else ""

    def code(self, id: str, values: Values) -> Code:
        """An id with what it is called, by the values of its record as they are in a file, faulty or not."""
        if self.make_code:
            return self.make_code(id, values)
        names = [name for field in self.other_names for name in texts_in(values, field)]
        about = " ".join(texts_in(values, self.description))
        return Code(id, *name_in(values, self.label or self.title, id), tuple(names), about)


def stated(answers: Answers, path: str) -> str:
    """The answer for a field; raises `LookupError` with its path where it is not stated."""
    answer = answers.get(path, NOT_STATED)
    if answer == NOT_STATED:
        raise LookupError(path)
    return answer


def name_in(values: Values, field: str, otherwise: str = "") -> tuple[str, str]:
    """A text of a field in both languages; where it is not translated, the Vietnamese for both."""
    value = values.get(field)
    if not isinstance(value, dict):
        value = {"vi": value}
    vi, en = (
        each if isinstance(each, str) and each != NOT_STATED else "" for each in (value.get("vi"), value.get("en"))
    )
    vi = vi or otherwise
    return vi, en or vi


def texts_in(values: Values, field: str) -> tuple[str, ...]:
    """The texts of a field that holds one, in one language or both, or a list of them."""
    value = values.get(field)
    texts = value if isinstance(value, list) else name_in(values, field)
    return tuple(dict.fromkeys(each for each in texts if each and isinstance(each, str)))
