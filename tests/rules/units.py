"""Names of the day: good and bad values."""

from __future__ import annotations

from tests.rules.cases import Cases
from tests.rules.table import MEETING, Files

_REGION = """\
provinces:
  hoang-trach:
    short:
      vi: Hoàng Trạch
      en: Hoàng Trạch
  bach-sa:
    short:
      vi: Bạch Sa
      en: Bạch Sa
units:
  bach-sa:
    short:
      vi: Bạch Sa
      en: Bạch Sa
    formed_from: [hoang-trach, bach-sa]
    joined_by: [Viễn Giang]
    operates_from: 2031-07-01
"""


def meeting(date: str, title: str, *, more: str = "") -> Files:
    """A meeting on a day with a Vietnamese title."""
    return {"data/provinces.yml": _REGION, MEETING: f"date: {date}\ntitle:\n  vi: {title}\n{more}"}


def held(date: str, province: str) -> Files:
    """A provincial meeting of Bạch Sa that was held in a province."""
    return meeting(
        date, "A", more=f"level: provincial\nprovinces: [bach-sa]\nplace:\n  vi: B\n  province: {province}\n"
    )


TABLE = {
    "name-of-the-day": Cases(
        good=[
            meeting("2031-06-30", "Hội nghị Tỉnh ủy Hoàng Trạch"),
            meeting("2031-07-01", "Hội nghị Tỉnh ủy Bạch Sa"),
            meeting("2031-07", "Hội nghị Tỉnh ủy Bạch Sa với các xã của Hoàng Trạch"),
            meeting("2031-08", "Hội nghị với cán bộ tỉnh Hoàng Trạch cũ và tỉnh Viễn Giang (cũ)"),
            meeting("2031-08", "A\n  en: Meeting with cadres of the former Hoàng Trạch"),
            meeting("2031", "Hội nghị Tỉnh ủy Hoàng Trạch"),  # the day is not known: it may have been before
        ],
        bad=[
            meeting("2031-07-01", "Hội nghị Tỉnh ủy ¦Hoàng Trạch"),
            meeting("2032", "Hội nghị Tỉnh ủy ¦Viễn Giang"),
            meeting("2031-08", "A\n  en: Conference of ¦Hoàng Trạch"),
            meeting("2031-08", "A", more="organiser:\n  vi: Tỉnh ủy ¦Viễn Giang\nplace:\n  vi: TP ¦Hoàng Trạch\n"),
        ],
    ),
}
