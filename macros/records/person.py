"""People: `data/people.yml`."""

from typing import Annotated

from macros.records.base import About, Line, Record, Text
from macros.records.record_type import RecordType, Searched


class Person(Record):
    """A person named in the records, in `data/people.yml`. Offices are in the meetings that attest them."""

    name: Annotated[Line, About("họ và tên", "name", "Nguyễn Văn An")]
    note: Annotated[
        Text | None,
        About(
            "ghi chú, như cách viết tên",
            "a note, such as on the spelling",
            {"vi": "Nguồn in tên không dấu.", "en": "The source prints the name without diacritics."},
        ),
    ] = None


PERSON = RecordType(
    name="person",
    template="person",
    collection="people",
    has_card=True,
    noun=("người", "person"),
    must_be_named=True,
    how_to_add=(
        " Nếu là người mới, hãy thêm vào data/people.yml hai dòng `{id}:` và dưới đó `  name: {name}`, "
        "rồi viết {id} ở đây.",
        " A new person goes into data/people.yml as two lines, `{id}:` and below it `  name: {name}`; "
        "then write {id} here.",
    ),
    schema_org="Person",
    record=Person,
    file="people.yml",
    address="people/{id}/",
    title="name",
    lists=("statement", "appearance", "appointment"),
    parts="people/letters/",
    per_page=120,
    asked=("name",),
    search=Searched(title=("name",)),
)
