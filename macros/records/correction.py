"""The log of corrections: `data/corrections/*.yml`, written by `make record`, and the day from which it is kept."""

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.records.base import LONGEST_ADDRESS, About, Line, PermanentAddress, Record, Text, When
from macros.records.choice import Choice
from macros.records.record_type import RecordType

LONGEST_WORDING = 20_000  # characters: a list of everyone present is one text here
_WORDING = {"vi": "Ngày 29-6-2022", "en": "29 June 2022"}
_STEP = "[a-z0-9]+([_-][a-z0-9]+)*"
LogLine = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_WORDING)]


class Happened(Choice, words="corrected_"):
    """What happened to a published fact."""

    CHANGED = "changed"
    REMOVED = "removed"
    MOVED = "moved"


class Wording(Text):
    """Words as the site showed them."""

    vi: Annotated[LogLine, About("trên trang tiếng Việt", "on the Vietnamese page", "Ngày 29-6-2022")]
    en: Annotated[
        LogLine | None,
        About(
            "trên trang tiếng Anh; bỏ nếu trang ấy hiện tiếng Việt",
            "on the English page; none where it showed the Vietnamese",
            "29 June 2022",
        ),
    ] = None


class Reason(Text):
    """Why something was corrected, in the words of anyone who did it."""

    vi: Annotated[Line, About("lý do", "the reason", "Nguồn ghi ngày 29-6.")]
    en: Annotated[Line | None, About("lý do bằng tiếng Anh", "the reason in English", "The source says 29 June.")] = (
        None
    )


Commit = Annotated[
    Annotated[str, StringConstraints(pattern="^[0-9a-f]{40}$")],
    About("bản của kho mã đã sửa", "the revision that made it", "0123456789abcdef0123456789abcdef01234567"),
]


class PageReason(Record):
    """Why the facts of one page were corrected, in an entry on many."""

    page: Annotated[PermanentAddress, About("địa chỉ của trang", "address of the page", "meetings/2022-06-29/")]
    reason: Annotated[Reason, About("lý do", "why", {"vi": "Nguồn ghi ngày 29-6."}, label=("lý do", "reason"))]


class Difference(Record):
    """One published fact that reads otherwise now."""

    what: Annotated[Happened, Field(strict=False), About("sự việc", "what happened", "changed")]
    address: Annotated[PermanentAddress, About("địa chỉ cố định", "permanent address", "meetings/2022-06-29/")]
    part: Annotated[
        Annotated[str, StringConstraints(pattern=f"^{_STEP}([.]{_STEP})*$", max_length=LONGEST_ADDRESS)] | None,
        About(
            "phần được sửa: các trường và mã dẫn đến nó, cách nhau bằng dấu chấm; bỏ nếu là chính lời ấy",
            "the part that was changed: the fields and ids that lead to it, with points between; none for its wording",
            "sources.s1.url",
        ),
    ] = None
    to: Annotated[PermanentAddress | None, About("địa chỉ mới", "new address", "meetings/2022-06-30/")] = None
    before: Annotated[Wording | None, About("lời cũ; bỏ nếu trước không có", "the old words, if any", _WORDING)] = None
    after: Annotated[Wording | None, About("lời mới; bỏ nếu nay không còn", "the new words, if any", _WORDING)] = None


class CorrectionRecord(Record):
    """What one change of the data corrected, or all changes of a day that corrected much."""

    date: Annotated[When, About("ngày sửa", "day of the correction", "2027-01-15")]
    commit: Commit
    reason: Annotated[Reason, About("lý do", "why", {"vi": "Nguồn ghi ngày 29-6."}, label=("lý do", "reason"))]
    reasons: Annotated[
        list[PageReason],
        About("lý do của từng trang, khi sửa nhiều trang một lúc", "why, page by page, where it corrected many", []),
    ] = []
    changes: Annotated[list[Difference], Field(min_length=1), About("những gì đã sửa", "what was corrected", [])]


class PublishedFile(Record):
    """`data/published.yml`: from when on a change of the data is a correction."""

    since: Annotated[
        When,
        About(
            "ngày công bố kho tư liệu; từ đó mỗi lần sửa dữ kiện đã đăng là một đính chính",
            "the day of publication; from then on a change of a published fact is a correction",
            "2026-11-26",
        ),
    ]


CORRECTION = RecordType(
    name="correction",
    collection="corrections",
    record=CorrectionRecord,
    file="corrections/*.yml",
    address="corrections/#{id}",
    cited=False,
    title="reason",
    date="date",
)
