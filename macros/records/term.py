"""Terms and abbreviations: `data/glossary.yml`."""

from typing import Annotated

from pydantic import ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from macros.records.base import (
    About,
    AsPrinted,
    DocumentId,
    Line,
    NotShown,
    NotStated,
    Record,
    TermId,
    Text,
    WebAddress,
)
from macros.records.record_type import RecordType, Searched


class English(Record):
    """The one English word for a term in all texts, so that a reader who quotes two of them quotes one thing."""

    use: Annotated[Line, About("từ tiếng Anh dùng ở mọi chỗ", "English word used everywhere", "cadre")]
    never: Annotated[
        list[Line],
        About(
            "từ tiếng Anh không dùng cho thuật ngữ này; dấu * ở cuối thay cho mọi phần đuôi",
            "English words never used for this term; a * at the end stands for any ending",
            ["officials", "functionar*"],
        ),
    ] = []
    where: Annotated[
        list[Line],
        About(
            "chữ tiếng Việt khác cũng theo từ tiếng Anh này, ngoài tên và cách viết khác của thuật ngữ",
            "other Vietnamese words to which this holds, besides the term and its other forms",
            ["Đại hội X*"],
            label=("chữ tiếng Việt khác", "other Vietnamese words"),
        ),
    ] = []


class TermSource(Record):
    """Where the meaning of a term is from: a document that is recorded, or a published text."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"properties": {name: True}, "required": [name]} for name in ("document", "url")]}
    )

    document: Annotated[
        DocumentId | None,
        About("mã văn bản, khi có trong data/documents/", "id of the document, where recorded", "377-qd-tw-2025"),
    ] = None
    publisher: Annotated[
        Line | None,
        About("báo, tạp chí, trang tin", "newspaper, journal or site", "VOV", label=("nơi đăng", "publisher")),
    ] = None
    title: Annotated[
        Line | NotStated | None,
        AsPrinted(),
        About(
            "nhan đề như nguồn in, hoặc `not-stated`",
            "title as printed, or `not-stated`",
            "Thế nào là luân chuyển?",
            label=("nhan đề", "title"),
        ),
    ] = None
    url: Annotated[
        WebAddress | None,
        About("địa chỉ đầy đủ", "full address", "https://dia-chi.vn/bai-viet", label=("địa chỉ", "address")),
    ] = None

    @model_validator(mode="after")
    def _named_once(self) -> "TermSource":
        if (self.document is None) == (self.url is None):
            raise PydanticCustomError("no_term_source", "a source with neither `document` nor `url`, or with both")
        return self


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
    source: Annotated[
        TermSource | None,
        About(
            "nguồn của lời giải nghĩa; không ghi nghĩa là lời của kho tư liệu",
            "source of the meaning; without it, the meaning is in the archive’s own words",
            {"document": "377-qd-tw-2025"},
            label=("nguồn", "source"),
        ),
    ] = None
    english: Annotated[
        English | None,
        NotShown(),
        About(
            "từ tiếng Anh thống nhất; nơi dùng từ khác thì máy nhắc",
            "the one English word; the check warns where another is used",
            {"use": "grassroots Party organisation", "never": ["base organisation"]},
            label=("tiếng Anh thống nhất", "the one English word"),
        ),
    ] = None
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
