"""Documents of Party and State: `data/documents/<id>.yml`."""

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.data.codes import Code
from macros.data.spelling import slug
from macros.records.base import (
    NOT_STATED,
    About,
    DocumentId,
    Line,
    NotStated,
    Past,
    Record,
    SourcedText,
    SourceId,
    Text,
    When,
    both,
)
from macros.records.choice import Choice
from macros.records.record_type import Answers, Grouping, RecordType, Searched, Values, name_in, stated
from macros.records.source import Source
from macros.text.language import Language, word
from macros.text.passages import phrase


class DocumentType(Choice, words="type_"):
    """Type of a Party or State document."""

    RESOLUTION = "resolution"
    REGULATION = "regulation"
    CONCLUSION = "conclusion"
    DIRECTIVE = "directive"
    GUIDANCE = "guidance"
    PLAN = "plan"
    SUBMISSION = "submission"
    DECISION = "decision"
    SCHEME = "scheme"
    LETTER = "letter"
    DECREE = "decree"


class Checked(Choice, words="checked_"):
    """What about a document a source other than the one citing it states."""

    NUMBER = "number"
    ISSUER = "issuer"
    DATE = "date"
    TITLE = "title"
    IN_FORCE = "in-force"


_SOURCE = About(
    "mã nguồn nêu điều này, trong `sources:` của tệp",
    "id of the source that states it, in the file’s `sources:`",
    "s1",
    label=("nguồn", "source"),
)


class Says(SourcedText):
    """What a document says, in one line, with the source that states it."""

    source: Annotated[SourceId, _SOURCE]


class Change(Record):
    """What a document replaces or amends: another record, or a document that is not recorded."""

    # In strict mode ajv wants each required property defined in the same schema.
    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"properties": {name: True}, "required": [name]} for name in ("document", "unrecorded")]
        }
    )

    document: Annotated[
        DocumentId | None,
        About("mã văn bản, nếu có bản ghi", "id of the document, where it is recorded", "96-qd-tw"),
    ] = None
    unrecorded: Annotated[
        Text | None,
        About(
            "loại, số và ngày của văn bản không có bản ghi",
            "type, number and date of a document that is not recorded",
            {"vi": "Quy định 47-QĐ/TW (1-11-2011)", "en": "Regulation 47-QĐ/TW (1 November 2011)"},
            label=("văn bản không có bản ghi", "document not recorded"),
        ),
    ] = None
    since: Annotated[
        When | NotStated,
        About(
            "từ ngày nào: ngày văn bản mới có hiệu lực hoặc được ban hành, hoặc `not-stated`",
            "from which day: that on which the new document took effect or was issued, or `not-stated`",
            "2031-08-19",
            label=("từ ngày", "from"),
        ),
    ]
    source: Annotated[SourceId, _SOURCE]

    @model_validator(mode="after")
    def _of_one_document(self) -> "Change":
        if (self.document is None) == (self.unrecorded is None):
            raise PydanticCustomError("one_document", "not exactly one of `document` and `unrecorded`")
        return self


class Ended(Record):
    """That a document no longer holds, though no other replaced it."""

    since: Annotated[
        When | NotStated,
        About(
            "từ ngày nào, hoặc `not-stated`", "from which day, or `not-stated`", "2025-01-24", label=("từ ngày", "from")
        ),
    ]
    source: Annotated[SourceId, _SOURCE]


class InForce(Record):
    """That a source says of a document that it was in force on a day."""

    day: Annotated[Past, About("ngày ấy", "the day", "2025-10-08", label=("ngày", "day"))]
    source: Annotated[SourceId, _SOURCE]


class DocumentRecord(Record):
    """A Party or State document: `data/documents/<id>.yml`. Number and date together identify it."""

    number: Annotated[
        Line | NotStated,
        About(
            "số hiệu chính thức, hoặc `not-stated`",
            "official number, or `not-stated`",
            "96-QĐ/TW",
            label=("số, ký hiệu", "number"),
        ),
    ]
    type: Annotated[DocumentType, Field(strict=False), About("loại văn bản", "type of document", "regulation")]
    issuer: Annotated[
        Text | NotStated,
        About(
            "cơ quan ban hành, hoặc `not-stated`",
            "issuer, or `not-stated`",
            {"vi": "Bộ Chính trị", "en": "Politburo"},
        ),
    ]
    date: Annotated[
        Past | NotStated, About("ngày ban hành, hoặc `not-stated`", "date of issue, or `not-stated`", "2021-10-25")
    ]
    title: Annotated[
        Text | NotStated,
        About(
            "trích yếu, hoặc `not-stated`",
            "title, or `not-stated`",
            {"vi": "Về việc lấy phiếu tín nhiệm", "en": "On taking confidence votes"},
        ),
    ]
    subject: Annotated[
        Text | None,
        About(
            "nói về việc gì, khi không biết trích yếu",
            "what it is about, where the title is not known",
            {"vi": "đại hội đảng bộ các cấp", "en": "Party congresses at all levels"},
            label=("về việc", "subject"),
        ),
    ] = None
    known_as: Annotated[
        Text | None,
        About(
            "tên quen gọi",
            "the name it goes by",
            {"vi": "Nghị quyết Trung ương 4 khóa XI", "en": "Central Committee Resolution 4, 11th tenure"},
        ),
    ] = None
    says: Annotated[
        Says | None,
        About(
            "văn bản nêu gì, một câu, theo một nguồn; không nguồn nào nêu thì bỏ",
            "what it says, in one line, by a source; left out where no source states it",
            {"vi": "Gồm 19 điều.", "source": "s1"},
            label=("nội dung", "what it says"),
        ),
    ] = None
    replaces: Annotated[
        list[Change],
        About(
            "các văn bản mà nó thay thế",
            "the documents that it replaces",
            [{"document": "12-ct-tw-2030", "since": "2031-08-19", "source": "s1"}],
            label=("thay thế", "replaces"),
        ),
    ] = []
    amends: Annotated[
        list[Change],
        About(
            "các văn bản mà nó sửa đổi, bổ sung",
            "the documents that it amends",
            [{"document": "45-qd-tw", "since": "2030-09-15", "source": "s1"}],
            label=("sửa đổi, bổ sung", "amends"),
        ),
    ] = []
    ended: Annotated[
        Ended | None,
        About(
            "hết hiệu lực mà không có văn bản thay thế",
            "no longer holds, without a document in its place",
            {"since": "2025-01-24", "source": "s1"},
            label=("hết hiệu lực", "ended"),
        ),
    ] = None
    in_force_on: Annotated[
        InForce | None,
        About(
            "có hiệu lực vào một ngày, như một nguồn ghi",
            "in force on a day, as a source says",
            {"day": "2025-10-08", "source": "s1"},
            label=("có hiệu lực vào ngày", "in force on"),
        ),
    ] = None
    in_force: Annotated[When | None, About("ngày có hiệu lực", "in force from", "2025-06-12")] = None
    checked: Annotated[
        list[Annotated[Checked, Field(strict=False)]],
        About(
            "những gì đã đối chiếu với nguồn khác",
            "what another source than the citing one states",
            ["number", "date"],
            label=("được nguồn khác xác nhận", "stated by another source"),
            usual=True,
        ),
    ] = []
    notes: Annotated[
        list[Text],
        About(
            "các ghi chú",
            "notes",
            [{"vi": "Chưa rõ ngày ký.", "en": "The day of signing is not known."}],
            label=("ghi chú", "notes"),
            usual=True,
        ),
    ] = []
    sources: Annotated[
        list[Source],
        Field(min_length=1),
        About("ít nhất một nguồn", "at least one source", [], label=("nguồn", "sources")),
    ]


def document_label(document: DocumentRecord) -> Text:
    """What a document is called in a link: its number, else the name it is known by, else what it is about."""
    if document.number != NOT_STATED:
        return both(document.number, document.number)
    if document.known_as is not None:
        return document.known_as
    known = (document.title, document.subject, document.issuer)
    about = next(each for each in known if isinstance(each, Text))
    vi, en = (phrase(word("unnumbered", language), about=about[language]) for language in Language)
    return both(vi, en)


def document_id(number: str, date: str) -> str:
    """The id of a document: its number, and the year where the number does not hold it."""
    year, written = date[:4], slug(number)
    dated = not year.isdecimal() or year in written.split("-")
    return written if dated else f"{written}-{year}"


def _id_in(values: Values, id: str) -> str:
    number = str(values.get("number", ""))
    return document_id(number, str(values.get("date", ""))) if number[:1].isdigit() else ""


def _code(id: str, values: Values) -> Code:
    """A document is known by its type and number, else by its other names."""
    number, (known_as, known_as_en), title = values.get("number"), name_in(values, "known_as"), name_in(values, "title")
    type = next((each for each in DocumentType.codes() if each.id == values.get("type")), None)
    if not isinstance(number, str) or number in ("", NOT_STATED) or type is None:
        return Code(id, known_as or title[0] or id, known_as_en or title[1] or id, about=" ".join(title))
    names = (f"{type.vi} {number}", f"{type.en} {number}")
    return Code(id, *names, (number, f"{type.vi} số {number}", known_as, known_as_en), " ".join(title))


def _new_id(answers: Answers) -> str:
    return document_id(stated(answers, "number"), answers.get("date", ""))


DOCUMENT = RecordType(
    name="document",
    template="document",
    subject=("title", "subject", "issuer"),
    collection="documents",
    has_card=True,
    noun=("văn bản", "document"),
    must_be_named=True,
    how_to_add=(
        " Nếu là văn bản mới, hãy tạo tệp data/documents/{id}.yml.",
        " A new document needs a file data/documents/{id}.yml.",
    ),
    schema_org="CreativeWork",
    linked={
        "identifier": "number",
        "alternativeHeadline": "title",
        "abstract": "says",
        "creator": "issuer",
        "dateCreated": "date",
        "subjectOf": "sources",
    },
    record=DocumentRecord,
    file="documents/*.yml",
    address="documents/{id}/",
    make_title=document_label,
    date="date",
    id_in=_id_in,
    make_code=_code,
    lists=("statement", "meeting", "appointment_meeting"),
    parts="documents/years/",
    groupings=(Grouping("type", sorted(DocumentType), "documents/types/{}/", ("documents", "type_{}")),),
    per_page=45,
    sample_file=("SO-LOAI-CO-QUAN-NAM.yml", "NUMBER-TYPE-ISSUER-YEAR.yml"),
    asked=("number", "type", "date", "title.vi", "title.en", "sources.url"),
    make_id=_new_id,
    search=Searched(title=("title",), text=("subject", "says")),
)
