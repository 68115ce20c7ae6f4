"""Rings of words: good and bad ones."""

from tests.rules.cases import Cases
from tests.rules.table import MEETING, Files

GLOSSARY = """\
hop-nhat-tinh:
  term:
    vi: hợp nhất tỉnh
    en: merging (of provinces)
  forms: [nhập tỉnh]
ky-luat:
  term:
    vi: kỷ luật
    en: discipline
"""


def rings(*lines: str) -> Files:
    """These rings, beside a glossary of two terms and a meeting that says *sáp nhập* and *merger*."""
    return {
        MEETING: "results:\n  - id: downsizing\n    text:\n      vi: Việc sáp nhập xã.\n      en: The merger.\n",
        "data/glossary.yml": GLOSSARY,
        "data/thesaurus.yml": "rings:\n" + "".join(f"  - {line}\n" for line in lines),
    }


TABLE = {
    "word-in-two-rings": Cases(
        good=[
            rings("{vi: [sáp nhập, nhập xã], en: [merger]}", "{vi: [gộp tỉnh], terms: [hop-nhat-tinh]}"),
            rings("{vi: [sáp nhập, gộp]}", "{vi: [nhập xã], broader: {vi: [sáp nhập]}}"),
            rings("{vi: [khoa, ngành]}", "{vi: [lớp], terms: [khoa]}"),
            rings("{vi: [gộp], terms: [is no id]}"),
        ],
        bad=[
            rings("{vi: [sáp nhập, ¦sap nhap]}"),
            rings("{vi: [sáp nhập, gộp]}", "{vi: [nhập xã, ¦Sáp  nhập]}"),
            rings("{vi: [lý lịch, ¦lí lịch]}"),
            rings("{vi: [quy hoạch, ¦qui hoạch]}"),
            rings("{vi: [sáp nhập], en: [merger, ¦mergers]}"),
            rings("{vi: [gộp], terms: [ky-luat]}", "{vi: [phạt], terms: [¦ky-luat]}"),
        ],
    ),
    "word-of-a-term": Cases(
        good=[rings("{vi: [sáp nhập], terms: [hop-nhat-tinh]}")],
        bad=[
            rings("{vi: [sáp nhập, ¦hợp nhất tỉnh]}"),
            rings("{vi: [sáp nhập, ¦nhap tinh], terms: [hop-nhat-tinh]}"),
            rings("{vi: [thi hành án, ¦kỉ luật], en: [¦discipline]}"),
            rings("{vi: [sáp nhập], en: [¦merging]}"),
        ],
    ),
    "ring-of-one": Cases(
        good=[
            rings("{vi: [sáp nhập], en: [merger]}"),
            rings("{vi: [gộp], terms: [hop-nhat-tinh]}"),
            rings("{vi: [khiển trách], broader: {terms: [ky-luat]}}"),
        ],
        bad=[
            rings("¦{vi: [sáp nhập]}"),
            rings("¦{terms: [hop-nhat-tinh]}"),
            rings("{vi: [sáp nhập], en: [merger]}", "¦{vi: [gộp], broader: {vi: []}}"),
        ],
    ),
    "word-says-nothing": Cases(
        good=[rings("{vi: [sáp nhập, về đích, tư vấn], en: [merger, a merger]}"), rings("{vi: [sáp nhập, 4 tốt]}")],
        bad=[
            rings("{vi: [sáp nhập, ¦của các]}"),
            rings("{vi: [sáp nhập], en: [¦the, merger]}"),
            rings("{vi: [sáp nhập, gộp], broader: {vi: [¦là]}}"),
            rings("{vi: [sáp nhập, ¦2025, ¦x, ¦…]}"),
        ],
    ),
    "long-word": Cases(
        good=[rings("{vi: [sáp nhập, sắp xếp đơn vị hành chính]}")],
        bad=[
            rings("{vi: [sáp nhập, ¦sắp xếp đơn vị hành chính cấp tỉnh]}"),
            rings("{vi: [sáp nhập], en: [merger, ¦the merger of two or more provinces]}"),
            rings("{vi: [gộp, sáp nhập], broader: {vi: [¦sắp xếp lại đơn vị hành chính cấp xã]}}"),
        ],
    ),
    "broader-in-a-circle": Cases(
        good=[
            rings("{vi: [khiển trách], broader: {terms: [ky-luat]}}", "{vi: [phạt], terms: [ky-luat]}"),
            rings("{vi: [a b], broader: {vi: [c d, e g]}}", "{vi: [c d], broader: {vi: [e g]}}"),
        ],
        bad=[
            rings("{vi: [a b, c d], broader: ¦{vi: [a b]}}"),
            rings("{vi: [a b], broader: ¦{vi: [c d]}}", "{vi: [c d], broader: ¦{vi: [a b]}}"),
            rings("{vi: [phạt], terms: [ky-luat], broader: ¦{vi: [kỉ luật]}}"),
            rings(
                "{vi: [a b], broader: ¦{vi: [c d]}}",
                "{vi: [c d], broader: ¦{vi: [e g]}}",
                "{vi: [e g], broader: ¦{vi: [a b]}}",
            ),
        ],
    ),
    "ring-out-of-reach": Cases(
        good=[
            rings("{vi: [gộp xã, sap nhap], en: [union, mergers]}"),
            rings("{vi: [gộp tỉnh], en: [union], terms: [hop-nhat-tinh]}"),
            rings("{vi: [gộp xã], broader: {vi: [sáp nhập]}}"),
            rings("{vi: [đuổi việc], en: [sacking], broader: {terms: [ky-luat]}}"),
        ],
        bad=[
            rings("{vi: [¦gộp xã, gộp thôn]}"),
            rings("{vi: [sáp nhập, gộp xã], en: [¦downsizing]}"),
            rings("{vi: [sáp nhập, gộp xã], broader: {vi: [¦chia tách]}}"),
        ],
    ),
}
