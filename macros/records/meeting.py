"""Meetings: `data/meetings/<id>.yml`; no record has as many fields, hence the length of this module."""

import re
from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from macros.data.spelling import slug
from macros.records.base import (
    About,
    AsPrinted,
    DocumentId,
    Line,
    NotStated,
    Past,
    PersonId,
    ProvinceId,
    Record,
    SourcedText,
    SourceId,
    Text,
)
from macros.records.choice import Choice
from macros.records.figure import LARGEST, Figure
from macros.records.record_type import Answers, Grouping, RecordType, Searched, Values, name_in, stated, texts_in
from macros.records.source import Source
from macros.records.statement import AppointmentRecord, ConclusionRecord, RemarkRecord, StatementKind, StatementRecord
from macros.records.summary import MOST_OF_MEETING, Sentence

_NOTE = {"vi": "Nguồn không nêu tên các tỉnh.", "en": "The source does not name the provinces."}
_AFTER_DATE = re.compile(r"^[\d-]*(q[1-4]-?)?")
_Count = Annotated[int, Field(ge=1, le=LARGEST)]
_STATEMENTS = "xem bảng ý ghi nhận", "see the table of statements"


class Level(Choice, words="level_"):
    """Whose meeting it was."""

    REGIONAL = "regional"
    PROVINCIAL = "provincial"
    NATIONAL = "national"


class Form(Choice, words="form_"):
    """What kind of meeting it was."""

    BRIEFING = "briefing"
    EMULATION_REVIEW = "emulation-review"
    ANNUAL_REVIEW = "annual-review"
    THEMATIC_REVIEW = "thematic-review"
    QUARTERLY = "quarterly"
    DISSEMINATION = "dissemination"
    LAUNCH = "launch"
    TRAINING = "training"
    CENTRAL_WORKING_SESSION = "central-working-session"
    JOINT_STANDING_COMMITTEES = "joint-standing-committees"
    COMMITTEE_CONFERENCE = "committee-conference"
    CADRE_MEETING = "cadre-meeting"
    WORKING_SESSION = "working-session"
    INSPECTION_SESSION = "inspection-session"


class Completeness(Choice, words="completeness_"):
    """How much of a meeting the sources seen state; the method page says what counts as full."""

    FULL = "full"
    PARTIAL = "partial"


class Attendance(Record):
    """A person at a meeting, in the office held on that day."""

    person: Annotated[
        PersonId,
        About(
            "mã người, trong `data/people.yml`", "id in `data/people.yml`", "nguyen-van-an", label=("người", "person")
        ),
    ]
    role: Annotated[
        Text,
        About(
            "vai trò tại hội nghị", "part in the meeting", {"vi": "chủ trì", "en": "chair"}, label=("vai trò", "part")
        ),
    ]
    office: Annotated[
        Text,
        About(
            "chức vụ vào ngày họp",
            "office held on the day",
            {"vi": "Trưởng Ban Tổ chức Trung ương", "en": "Head of the Central Organisation Commission"},
        ),
    ]
    as_printed: Annotated[
        Line | None,
        AsPrinted(),
        About("tên như nguồn in, khi viết khác", "the name as printed, where it differs", "H'Vi Eban"),
    ] = None
    source: Annotated[SourceId, About("mã nguồn", "id of the source", "s1", label=("nguồn", "source"))]


class Venue(Text):
    """Where a meeting was held, with the province of the region it lies in."""

    province: Annotated[
        ProvinceId | None, About("mã tỉnh", "id of the province", "song-ha", label=("tỉnh", "province"))
    ] = None
    note: Annotated[Text | None, About("ghi chú về nơi họp", "a note on the place", _NOTE)] = None


class Participants(Record):
    """Who took part, in numbers or by province, as far as stated."""

    count: Annotated[
        _Count | None,
        About(
            "số người hoặc đoàn dự",
            "how many took part",
            120,
            label=("số người hoặc đoàn", "number of participants"),
            usual=True,
        ),
    ] = None
    unit: Annotated[
        Text | None,
        About(
            "đơn vị của `count`",
            "unit of `count`",
            {"vi": "đại biểu", "en": "delegates"},
            label=("đơn vị tính", "unit"),
            usual=True,
        ),
    ] = None
    provinces_count: Annotated[
        _Count | None,
        About("số tỉnh dự", "how many provinces took part", 9, label=("số tỉnh dự", "number of provinces")),
    ] = None
    provinces: Annotated[
        list[ProvinceId],
        About(
            "mã các tỉnh dự, nếu nguồn nêu",
            "ids of the provinces, where named",
            ["song-ha"],
            label=("tỉnh, thành phố", "provinces"),
        ),
    ] = []
    note: Annotated[Text | None, About("ghi chú về thành phần dự", "a note on who took part", _NOTE)] = None
    source: Annotated[SourceId | None, About("mã nguồn", "id of the source", "s1", label=("nguồn", "source"))] = None


class MeetingRecord(Record):
    """One meeting: `data/meetings/<id>.yml`."""

    title: Annotated[
        Text,
        About(
            "tên hội nghị như nguồn in, và cách gọi tiếng Anh của kho tư liệu",
            "name of the meeting as printed, and our English rendering",
            {
                "vi": "Hội nghị giao ban công tác tổ chức xây dựng Đảng",
                "en": "Briefing on Party-building organisation work",
            },
            label=("tên", "title"),
        ),
    ]
    level: Annotated[
        Level,
        Field(strict=False),
        About(
            "cấp khu vực, tỉnh hay toàn quốc",
            "regional, provincial or national level",
            "regional",
            label=("cấp", "level"),
        ),
    ]
    form: Annotated[Form, Field(strict=False), About("hình thức", "form", "briefing")]
    date: Annotated[
        Past,
        About(
            "ngày, chính xác như đã biết; tên tệp bắt đầu bằng ngày này",
            "the date; the file’s name begins with it",
            "2022-06-29",
        ),
    ]
    date_basis: Annotated[
        Text,
        About(
            "căn cứ xác định ngày",
            "how the date is known",
            {"vi": "s1 in đủ ngày.", "en": "s1 prints the full date."},
        ),
    ]
    time_of_day: Annotated[
        SourcedText | None, About("buổi trong ngày", "time of day", {"vi": "buổi chiều", "en": "afternoon"})
    ] = None
    organiser: Annotated[
        SourcedText | NotStated,
        About(
            "cơ quan tổ chức, hoặc `not-stated`",
            "organiser, or `not-stated`",
            {"vi": "Ban Tổ chức Trung ương", "en": "Central Organisation Commission"},
        ),
    ]
    organiser_note: Annotated[Text | None, About("ghi chú về cơ quan tổ chức", "a note on the organiser", _NOTE)] = None
    place: Annotated[
        Venue | NotStated,
        About(
            "nơi tổ chức, hoặc `not-stated`",
            "place, or `not-stated`",
            {"vi": "TP Sông Hạ", "en": "Sông Hạ City", "province": "song-ha"},
        ),
    ]
    place_note: Annotated[Text | None, About("ghi chú về nơi tổ chức", "a note on the place", _NOTE)] = None
    provinces: Annotated[
        list[ProvinceId],
        About(
            "mã các tỉnh mà hội nghị nói đến",
            "ids of the provinces that the meeting is about",
            ["song-ha"],
            label=("tỉnh, thành phố", "provinces"),
            usual=True,
        ),
    ] = []
    period: Annotated[
        SourcedText | NotStated,
        About(
            "kỳ công tác được xem xét, hoặc `not-stated`",
            "period under review, or `not-stated`",
            {"vi": "6 tháng đầu năm 2022", "en": "first six months of 2022"},
        ),
    ]
    chairs: Annotated[
        list[Attendance] | NotStated,
        About(
            "người chủ trì, hoặc `not-stated`; xem bảng người dự",
            "chairs, or `not-stated`; see the table",
            "not-stated",
        ),
    ]
    chairs_note: Annotated[Text | None, About("ghi chú về người chủ trì", "a note on the chairs", _NOTE)] = None
    attendees: Annotated[
        list[Attendance],
        About("người khác được nêu tên; xem bảng người dự", "others named; see the table", [], usual=True),
    ] = []
    participants: Annotated[
        Participants | NotStated,
        About(
            "thành phần dự, hoặc `not-stated`",
            "who took part, or `not-stated`",
            {"provinces_count": 9},
            label=("thành phần", "participants"),
        ),
    ]
    completeness: Annotated[
        Completeness,
        Field(strict=False),
        About(
            "nguồn đã xem nêu đủ hay chỉ một phần",
            "whether the sources seen state all or a part",
            "partial",
            label=("mức đầy đủ", "completeness"),
        ),
    ]
    completeness_note: Annotated[
        Text | None, About("giải thích mức đầy đủ", "an explanation of the completeness", _NOTE)
    ] = None
    summary: Annotated[
        list[Sentence],
        Field(max_length=MOST_OF_MEETING),
        About(
            f"tóm lược của kho tư liệu, từ một đến {MOST_OF_MEETING} câu; xem bảng tóm lược",
            f"the archive’s own summary, one to {MOST_OF_MEETING} sentences; see the table of summaries",
            [],
            label=("tóm lược của kho tư liệu", "our summary"),
        ),
    ] = []
    figures: Annotated[
        list[Figure], About("số liệu; xem bảng số liệu", "figures; see their table", [], usual=True)
    ] = []
    results: Annotated[
        list[StatementRecord],
        StatementKind.RESULT,
        About(f"kết quả; {_STATEMENTS[0]}", f"results; {_STATEMENTS[1]}", [], usual=True),
    ] = []
    difficulties: Annotated[
        list[StatementRecord],
        StatementKind.DIFFICULTY,
        About(f"khó khăn; {_STATEMENTS[0]}", f"difficulties; {_STATEMENTS[1]}", [], usual=True),
    ] = []
    proposals: Annotated[
        list[StatementRecord],
        StatementKind.PROPOSAL,
        About(f"kiến nghị; {_STATEMENTS[0]}", f"proposals; {_STATEMENTS[1]}", [], label=("kiến nghị", "proposals")),
    ] = []
    programme: Annotated[
        list[StatementRecord],
        StatementKind.PROGRAMME,
        About(
            f"chương trình, nội dung được giới thiệu, dự thảo; {_STATEMENTS[0]}",
            f"what the meeting was to deal with, what was presented, drafts; {_STATEMENTS[1]}",
            [],
            label=("chương trình", "programme"),
        ),
    ] = []
    appointments: Annotated[
        list[AppointmentRecord],
        StatementKind.APPOINTMENT,
        About(
            f"bổ nhiệm, bầu, điều động nhân sự; {_STATEMENTS[0]}",
            f"appointments; {_STATEMENTS[1]}",
            [],
            label=("bổ nhiệm, điều động", "appointments"),
        ),
    ] = []
    conclusions: Annotated[
        list[ConclusionRecord],
        StatementKind.CONCLUSION,
        About(f"kết luận; {_STATEMENTS[0]}", f"conclusions; {_STATEMENTS[1]}", [], usual=True),
    ] = []
    conclusions_note: Annotated[Text | None, About("ghi chú về kết luận", "a note on the conclusions", _NOTE)] = None
    remarks: Annotated[
        list[RemarkRecord],
        StatementKind.REMARK,
        About(
            f"ý kiến tại hội nghị không giao việc cho ai; {_STATEMENTS[0]}",
            f"remarks, which tell no one what to do; {_STATEMENTS[1]}",
            [],
            label=("ý kiến tại hội nghị", "remarks"),
        ),
    ] = []
    tasks: Annotated[
        list[StatementRecord],
        StatementKind.TASK,
        About(
            f"nhiệm vụ mà nguồn không ghi là lời của ai; {_STATEMENTS[0]}",
            f"tasks that the source puts in nobody’s mouth; {_STATEMENTS[1]}",
            [],
            label=("nhiệm vụ", "tasks"),
            usual=True,
        ),
    ] = []
    documents: Annotated[
        list[DocumentId],
        About(
            "mã các văn bản mà nguồn dẫn",
            "ids of the documents cited",
            ["35-ct-tw-2019"],
            label=("văn bản được dẫn", "documents cited"),
        ),
    ] = []
    documents_note: Annotated[Text | None, About("ghi chú về văn bản", "a note on the documents", _NOTE)] = None
    sources: Annotated[
        list[Source],
        Field(min_length=1),
        About("ít nhất một nguồn; xem bảng nguồn", "at least one source", [], label=("nguồn", "sources")),
    ]

    @property
    def attendances(self) -> list[Attendance]:
        """Everyone named: chairs first, then the others."""
        chairs = [each for each in self.chairs if isinstance(each, Attendance)]
        return [*chairs, *self.attendees]


def meeting_id(date: str, level: str, provinces: Sequence[str]) -> str:
    """The id of a meeting: its date, or the first day of several, then whose it was."""
    places = {"provincial": provinces, "national": ["national"]}.get(level, ())
    return slug(" ".join([date.split("/")[0], *places]))


def _new_id(answers: Answers) -> str:
    date, level = stated(answers, "date"), stated(answers, "level")
    return meeting_id(date, level, [stated(answers, "provinces")] if level == Level.PROVINCIAL else [])


def _id_in(values: Values, id: str) -> str:
    """The id by the date and whose meeting it was: its provinces, its place, or what follows the date in its id now."""
    date, level, place = str(values.get("date", "")), str(values.get("level", "")), values.get("place")
    if not date[:1].isdigit():
        return ""
    of_place = name_in(place, "province")[:1] if isinstance(place, dict) else ()
    owners = next(filter(any, (texts_in(values, "provinces"), of_place, [_AFTER_DATE.sub("", id)])), ())
    return meeting_id(date, level, owners) if owners or level != "provincial" else ""


MEETING = RecordType(
    name="meeting",
    template="meeting",
    collection="meetings",
    has_card=True,
    noun=("hội nghị", "meeting"),
    schema_org="Event",
    linked={
        "startDate": "date",
        "location": "place",
        "organizer": "organiser",
        "attendee": "attendances",
        "about": "topics",
        "description": "summary",
        "subjectOf": "sources",
    },
    record=MeetingRecord,
    file="meetings/*.yml",
    address="meetings/{id}/",
    title="title",
    date="date",
    parts="meetings/years/",
    per_page=40,
    groupings=(Grouping("level", tuple(Level), "meetings/levels/{}/", ("meetings", "level_{}")),),
    is_announced=True,
    sample_file=("NAM-THANG-NGAY-MA-TINH.yml", "YEAR-MONTH-DAY-PROVINCE.yml"),
    asked=("date", "level", "form", "provinces", "title.vi", "title.en", "sources.url"),
    make_id=_new_id,
    id_in=_id_in,
    search=Searched(title=("title",), text=("form", "place", "date"), context=("organiser", "period", "summary")),
)
