"""What a summary may say next to what it rests on: good and bad values."""

from macros.archive.summaries import Summed, written
from tests.rules.cases import Cases
from tests.rules.table import MEETING, Files

_MEETING = """title: {{vi: Hội nghị giao ban, en: Briefing}}
date: 2022-06-29
place: {{vi: Bạch Sa, en: Bach Sa}}
chairs:
  - person: quach-duc-thinh
    office: {{vi: Trưởng Ban Tổ chức Trung ương, en: Head of the Central Organisation Commission}}
{summary}results:
  - id: admitted
    text:
      vi: Mộc Linh kết nạp 1.250 đảng viên, có 64,5% là nữ, theo Chỉ thị 12-CT/TW, từ 5-2021.
      en: Moc Linh admitted 1,250 members, 64.5% of them women, under Directive 12-CT/TW, since May 2021.
    provinces: [moc-linh]
    documents: [12-ct-tw-2030]
  - id: studied
    text: {{vi: Các chi bộ học nghị quyết., en: The cells studied the resolution.}}
    by: ha-thi-lan
figures:
  - id: cells
    value: 340
    unit: {{vi: chi bộ, en: cells}}
    what: {{vi: chi bộ bốn tốt, en: four-good cells}}
    as_of: 2022-06
"""
_ADMITTED, _STUDIED = "admitted", "studied"


def _summary(vi: str, en: str, ids: str) -> str:
    return f"summary:\n  - text:\n      vi: {vi}\n      en: {en}\n    rests_on: [{ids}]\n"


def meeting(vi: str, en: str = "It was so.", ids: str = _ADMITTED) -> Files:
    """A meeting with statements, a figure and a summary."""
    return {MEETING: _MEETING.format(summary=_summary(vi, en, ids))}


def topic(vi: str, ids: str = "meetings/2022-06-29/admitted") -> Files:
    """A topic with a sentence that rests on statements of a meeting, of a review."""
    summary = "".join(f"  {line}\n" for line in _summary(vi, "It was so.", ids).splitlines())
    return {
        MEETING: _MEETING.format(summary=""),
        "data/topics.yml": f"members:\n  name: {{vi: Đảng viên, en: Members}}\n{summary}",
        "data/reviews/2031/lessons.yml": "lessons:\n  - id: a\n    statements: [{id: b, text: {vi: Tốt.}}]\n",
    }


def kept(now: str, sentence: str, then: str, **rests_on: str) -> Files:
    """A meeting with a sentence, and what is recorded of it."""
    recorded = written([Summed(then, rests_on)])
    return {
        **meeting(f"¦{now}" if sentence else now, ids=_STUDIED),
        "summaries/meetings/2022-06-29.json": recorded,
    }


def shorter(vi: str, en: str = "It was so.") -> Files:
    """A statement with a shorter wording for its page."""
    text = "{vi: 'Năm 2031, Mộc Linh kết nạp 1.250 đảng viên.', en: 'Moc Linh admitted 1,250.'}"
    statement = f"{{id: a, text: {text}, on_page: {{vi: '{vi}', en: '{en}'}}}}"
    return {"data/reviews/2031/lessons.yml": f"lessons:\n  - id: b\n    statements: [{statement}]\n"}


_SAID = "Các chi bộ học nghị quyết."
TABLE = {
    "summary-says-more": Cases(
        good=[
            meeting("Một tỉnh kết nạp 1.250 đảng viên.", "A province admitted 1,250 members."),
            meeting("Ở Mộc Linh, 64,5% là nữ.", "In Moc Linh 64.5% were women."),
            meeting(
                "Kết quả theo Chỉ thị 12-CT/TW, từ tháng 5-2021.", "Results since May 2021 under Directive 12-CT/TW."
            ),
            meeting("Từ năm 2021 thì khá hơn.", "It has been better since 2021."),
            # What the meeting says of itself: its day, its place, who spoke.
            meeting("Ngày 29-6-2022, tại Bạch Sa, hội nghị bàn.", "The meeting of 29 June 2022 was in Bach Sa."),
            meeting("Ông Quách Đức Thịnh, Trưởng Ban Tổ chức Trung ương, chủ trì."),
            meeting("Bà Hà Thị Lan nói về các chi bộ.", ids=_STUDIED),
            meeting("Có 340 chi bộ như vậy.", "There were 340 such cells.", ids="cells"),
            meeting("Đại biểu Đảng bộ tỉnh, Bộ Chính trị.", "The Politburo and Party committees."),
        ],
        bad=[
            meeting("Các chi bộ đều tốt.", ids="¦no-such-statement"),
            meeting("Các chi bộ đều tốt.", ids="¦meetings/2022-06-30/admitted"),
            meeting("Một tỉnh kết nạp ¦1.520 đảng viên."),
            meeting("Một tỉnh kết nạp 1.250 đảng viên.", "A province admitted ¦1.250 members."),
            meeting("Các chi bộ học nghị quyết.", "It was for ¦1,250 members.", ids=_STUDIED),
            meeting("Kết quả theo Chỉ thị ¦13-CT/TW."),
            meeting("Kết quả từ tháng ¦6-2021.", "Results since ¦June 2021."),
            meeting("Hội nghị ngày ¦30-6-2022.", "It was on ¦30 June 2022."),
            meeting("Từ năm ¦2020 thì khá hơn."),
            meeting("Ông ¦Nguyễn ¦An chủ trì."),
            meeting("Ở ¦Thanh ¦Loan thì khác.", "It was so in ¦Thanh ¦Loan."),
            meeting("Ông Quách Đức Thịnh và bà ¦Hà Thị ¦Lan."),  # who said something else
        ],
    ),
    "topic-summary-says-more": Cases(
        good=[
            topic("Mộc Linh kết nạp 1.250 đảng viên."),
            topic("Hội nghị ngày 29-6-2022 bàn ở Bạch Sa."),
            topic("Năm 2031 thì tốt.", ids="reviews/2031/lessons/b"),
        ],
        bad=[
            topic("Các tỉnh đều tốt.", ids="¦admitted"),
            topic("Các tỉnh đều tốt.", ids="¦meetings/2022-06-29/no-such-statement"),
            topic("Các tỉnh đều tốt.", ids="¦reviews/2031/lessons/a"),  # a heading says nothing itself
            topic("Mộc Linh kết nạp ¦1.520 đảng viên."),
            topic("Ở ¦Thanh ¦Loan kết nạp 1.250 đảng viên."),
        ],
    ),
    "page-wording-says-more": Cases(
        good=[shorter("Kết nạp 1.250 đảng viên."), shorter("Mộc Linh kết nạp nhiều.", "Many in 2031.")],
        bad=[
            shorter("Kết nạp ¦1.520 đảng viên."),
            shorter("Ở ¦Thanh ¦Loan kết nạp."),
            shorter("Khá.", "By ¦1,520 more."),
        ],
    ),
    "sentences-of-a-summary": Cases(
        good=[meeting("Có 64,5% là nữ, theo Chỉ thị 12-CT/TW.", "They rose to 64.5%, as said.")],
        bad=[meeting("Một câu¦. Hai câu.", "One sentence¦. And another.")],
    ),
    "outdated-summary": Cases(
        good=[
            meeting("Không có gì được ghi."),
            kept("Các chi bộ đã học.", "", "Các chi bộ đã học.", studied=_SAID),
            kept("Các chi bộ đã học.", "", "Các chi bộ đã học.", studied="Các chi bộ học nghị quyết"),
            kept("Nay các chi bộ đã học.", "", "Các chi bộ đã học.", studied="Các chi bộ học chỉ thị."),
            kept("Các chi bộ đã học.", "", "Các chi bộ đã học.", another="Các chi bộ học chỉ thị."),
        ],
        bad=[kept("Các chi bộ đã học.", "¦", "Các chi bộ đã học.", studied="Các chi bộ học chỉ thị.")],
    ),
}
