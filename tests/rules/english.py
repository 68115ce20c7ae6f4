"""English that can be quoted: good and bad values."""

from __future__ import annotations

from tests.rules.cases import Cases
from tests.rules.table import MEETING, Files

_GLOSSARY = """\
can-bo:
  term: {vi: cán bộ, en: cadre}
  english: {use: cadre, never: [officials, functionar*]}
quy-hoach:
  term: {vi: quy hoạch cán bộ, en: succession planning}
  forms: [quy hoạch]
  english: {use: succession planning, never: [planning]}
dai-hoi:
  term: {vi: đại hội toàn quốc, en: National Party Congress}
  english: {use: National Party Congress, never: [National Congress], where: [Đại hội X*]}
giao-ban:
  term: {vi: giao ban, en: briefing}
"""
_REGION = """\
provinces:
  hoang-trach:
    short: {vi: Hoàng Trạch, en: Hoàng Trạch}
  ha-chau:
    short: {vi: Hạ, en: Hạ}
units:
  bach-sa:
    short: {vi: Bạch Sa, en: Bạch Sa}
    joined_by: [Viễn Giang, Long An]
"""


def pair(vi: str, en: str, **files: str) -> Files:
    """A text in both languages, beside a glossary, a region and somebody."""
    return {
        "data/glossary.yml": _GLOSSARY,
        "data/provinces.yml": _REGION,
        "data/people.yml": "tran-van-ha:\n  name: Trần Văn Hà\n",
        MEETING: f"title:\n  vi: {vi}\n  en: {en}\n",
        **files,
    }


def rendering(title: str) -> Files:
    """A source whose title has a rendering."""
    source = f"sources:\n  - id: s1\n    title: Hoang Trach hop\n    title_rendering: {title}\n"
    return pair("A", "B", **{MEETING: source})


TABLE = {
    "one-word-for-a-term": Cases(
        good=[
            pair("Cán bộ trẻ", "Young cadres"),
            pair("Lãnh đạo tỉnh", "Provincial officials"),  # the Vietnamese has another word
            pair("Cán bộ", "The “officials” of the text"),  # as a source prints it
            pair("Quy hoạch cán bộ", "The succession planning of cadres"),
            pair("Kế hoạch", "Planning"),
            pair("Đại hội XV", "The 15th Congress, the 15th National Party Congress"),
            pair("Hội nghị giao ban", "Conference"),
        ],
        bad=[
            pair("Cán bộ trẻ", "Young ¦officials and ¦functionaries"),
            pair("CÁN BỘ", "¦Officials"),
            pair("Công tác quy hoạch", "The ¦planning of cadres"),
            pair("Công tác qui hoạch", "The ¦planning of cadres"),
            pair("Đại hội XV", "The 15th ¦National Congress"),
        ],
    ),
    "name-without-accents-in-english": Cases(
        good=[
            pair("Tỉnh Hoàng Trạch", "Hoàng Trạch Province"),
            pair("TP Hồ Chí Minh và Hà Nội", "Ho Chi Minh City and Hanoi"),
            pair("Long An", "Long An"),  # has no accents
            pair("A", "The newspaper “Hoang Trach”"),  # as a source prints it
            pair("A", "Hà Loan"),  # part of another name
            rendering("A meeting in Hoàng Trạch"),
        ],
        bad=[
            pair("Tỉnh ủy", "Provincial Party Committee of ¦Hoang Trach"),
            pair("A", "¦Hoang Trach, with the former ¦Vien Giang and ¦Ha"),
            pair("A", "¦Tran Van Ha spoke"),
            pair("Thị xã Đồng Cỏ", "¦Dong Co Town"),  # a name that only this text has
            rendering("A meeting in ¦Hoang Trach"),
        ],
        fixed=[(pair("A", "¦Hoang Trach and ¦Vien Giang"), pair("A", "Hoàng Trạch and Viễn Giang"))],
    ),
    "date-in-english": Cases(
        good=[
            pair("Ngày 29-6-2022", "29 June 2022"),
            pair("Số 29/6/2022", "The text has “29/6/2022”"),
            pair("Nghị quyết 202/2025/QH15", "Resolution 202/2025/QH15"),
        ],
        bad=[
            pair("Ngày 29-6-2022", "On ¦29-6-2022"),
            pair("Ngày 29-6-2022", "On ¦29/6/2022, not on ¦June 30, 2022"),
        ],
    ),
    "range-in-english": Cases(
        good=[
            pair("Nhiệm kỳ 2020-2025", "The 2020–2025 term"),
            pair("Kết luận 21-KL/TW", "Conclusion 21-KL/TW, part 3-A, 2022-06-29"),
        ],
        bad=[
            pair("Nhiệm kỳ 2020-2025", "The ¦2020-2025 term"),
            pair("Ngày 14 đến 16-10-2020", "¦14-16 October 2020, with ¦1.5-2 percent"),
        ],
        fixed=[(pair("2020-2025", "¦2020-2025"), pair("2020-2025", "2020–2025"))],
    ),
}
