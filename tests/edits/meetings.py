"""New meetings as a whole, and records of which several fields are missing."""

from __future__ import annotations

from tests.edits.edit import GOOD, MEETING, Case, error, fine, new, warning, written

# Pasted from an article, sentence by sentence, with a colon in a title.
NAIVE = """\
title:
  vi: Hội nghị tổng kết công tác tổ chức xây dựng Đảng năm 2031 tỉnh Bạch Sa
  en: Conference reviewing Party-building organisation work in 2031, Bạch Sa Province
level: tỉnh
form: tổng kết năm
date: 20/5/2032
date_basis:
  vi: Báo ghi "Sáng 20-5".
  en: The paper prints "Sáng 20-5".
organiser: Ban Tổ chức Tỉnh ủy Bạch Sa
place: TP Bạch Sa
provinces: [Bạch Sa]
period: năm 2031
chairs:
  - Nguyễn Văn Thử, Trưởng Ban Tổ chức Tỉnh ủy
participants: 120 đại biểu
completeness: partial
results:
  - id: 1
    text:
      vi: Năm 2031, toàn tỉnh kết nạp 1.234 đảng viên mới, đạt 102,5% chỉ tiêu.
      en:
    topics: [đảng viên]
    source: s1
sources:
  - id: s1
    publisher: Báo Bạch Sa (bachsa.example.org)
    title: Tổng kết công tác tổ chức xây dựng Đảng: Nhiều kết quả nổi bật
    language: tiếng Việt
    url: bachsa.example.org/bai-thu
    published: 20/5/2032 15:50
    seen: full
    cut_at:
    supports:
      vi: Toàn bộ.
      en:
"""
_COLON = "xây dựng Đảng: Nhiều"
_QUOTED = NAIVE.replace("title: Tổng kết", 'title: "Tổng kết').replace("nổi bật\n", 'nổi bật"\n')
_ALL = (
    *("- `level:`", "- `form:`", "- `date:`", "- `date_basis:`", "- `organiser:`", "- `place:`", "- `period:`"),
    *("- `chairs:`", "- `participants:`", "- `completeness:`", "- `sources:`", "  - `publisher:`", "  - `url:`"),
    *("Thiếu 11 trường", "provincial (Cấp tỉnh)"),
)
_WITHOUT_ENGLISH = "".join(line for line in GOOD.splitlines(keepends=True) if not line.strip().startswith("en:"))

CASES: list[Case] = [
    fine("a correct meeting with a new person", new()),
    error(
        "an article pasted, round 1",
        written(MEETING, NAIVE.replace(_COLON, _COLON.replace(":", "¦:")), person=False),
        "data",
        "dấu hai chấm trong chữ",
    ),
    error(
        "an article pasted, round 2",
        written(MEETING, _QUOTED.replace("level: tỉnh", "level: ¦tỉnh"), person=False),
        "enum",
        "Có phải bạn muốn viết “provincial”?",
        also="enum not-a-date text-without-vi text-without-vi unknown-id text-without-vi model-type model-type "
        "string-type empty-value unknown-id enum not-an-address not-a-date enum empty-value empty-value straight-quote "
        "straight-quote range-in-english",
        fix="provincial",
    ),
    error(
        "all codes in words",
        new(
            ("level: provincial", "level: ¦cấp tỉnh"),
            ("form: annual-review", "form: tổng kết năm"),
            ("force: direction", "force: hướng dẫn"),
            ("seen: whole", "seen: toàn văn"),
        ),
        "enum",
        "“provincial”?",
        also="enum enum enum",
        fix="provincial",
    ),
    warning(
        "only Vietnamese", written(MEETING, _WITHOUT_ENGLISH.replace("vi: Hội", "vi: ¦Hội")), "not-translated", "12"
    ),
    error(
        "the person forgotten",
        new(("person: nguyen-van-thu", "person: ¦nguyen-van-thu"), person=False),
        "unknown-id",
        "hãy thêm vào data/people.yml hai dòng `nguyen-van-thu:`",
        "Dùng ở 2 chỗ",
    ),
    error(
        "copied from another day",
        new(("date: 2032-05-20", "date: ¦2031-05-20"), ("as_of: 2031", "as_of: 2030")),
        "meeting-day",
        "Ngày 2031-05-20 không khớp với tên tệp “2032-05-20-bach-sa.yml”",
    ),
    error(
        "only a title",
        written(MEETING, "title:\n  vi: Hội nghị\n", person=False),
        "missing",
        *_ALL,
        also="not-translated",
    ),
    error(
        "a document with only a title",
        written("data/documents/12-kh-tu.yml", "title:\n  vi: Về công tác cán bộ\n  en: On cadres\n", person=False),
        "missing",
        "Thiếu 5 trường",
        *("- `number:`", "- `type:`", "- `issuer:`", "- `date:`", "- `sources:`", "  - `publisher:`"),
        also="unreachable",
    ),
    error(
        "a statement with only its text",
        new(
            ("  - id: village-cells-first", "  - ¦id: village-cells-first"),
            ("    by: nguyen-van-thu\n    force: direction\n    topics: [grassroots]\n    source: s1\n", ""),
        ),
        "no-speaker",
        "`by: mã-người` hoặc `by_office:`",
        "Thiếu 3 trường",
        *("- `force:`", "- `topics:`", "- `source:`", "direction (chỉ đạo)"),
        also="missing",
    ),
    error(
        "a source with only its address",
        written(MEETING, GOOD[: GOOD.index("sources:\n")] + "sources:\n  - ¦url: https://bachsa.example.org/bai-thu\n"),
        "missing",
        "Thiếu 6 trường",
        *("- `id:`", "- `publisher:`", "- `title:`", "- `language:`", "- `published:`", "- `seen:`"),
    ),
    error(
        "a chair with only the name",
        new((GOOD[GOOD.index("  - person:") : GOOD.index("participants:")], "  - ¦person: nguyen-van-thu\n")),
        "missing",
        "Thiếu 3 trường",
        *("- `role:`", "- `office:`", "- `source:`"),
    ),
]
