"""Terms and abbreviations: `data/glossary.yml`."""

from typing import Annotated

from macros.records.base import About, Line, Record, TermId, Text
from macros.records.record_type import RecordType, Searched


class Term(Record):
    """A term or an abbreviation, in `data/glossary.yml`."""

    abbreviation: Annotated[Line | None, About("chữ viết tắt", "abbreviation", "TCCSĐ")] = None
    term: Annotated[
        Text,
        About("thuật ngữ", "term", {"vi": "tổ chức cơ sở đảng", "en": "grassroots Party organisation"}),
    ]
    meaning: Annotated[
        Text,
        About(
            "nghĩa, viết ngắn",
            "meaning, in short",
            {"vi": "Tổ chức đảng ở cơ sở.", "en": "A Party organisation at the grassroots."},
        ),
    ]
    forms: Annotated[list[Line], About("cách viết khác", "other forms", ["TCCS Đảng"])] = []
    see: Annotated[
        list[TermId],
        About("mã thuật ngữ liên quan", "ids of related terms", ["chi-bo"], label=("xem thêm", "see also")),
    ] = []


TERM = RecordType(
    name="term",
    collection="glossary",
    noun=("thuật ngữ", "term"),
    must_be_named=True,
    schema_org="DefinedTerm",
    linked={"name": "term", "termCode": "abbreviation"},
    record=Term,
    file="glossary.yml",
    address="glossary/#{id}",
    title="term",
    other_names=("abbreviation", "forms"),
    asked=("term.vi", "term.en", "abbreviation"),
    search=Searched(title=("abbreviation", "term"), text=("meaning",), context=("forms",)),
)
