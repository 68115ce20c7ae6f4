"""Values of a figure of a new meeting."""

from __future__ import annotations

from tests.edits.edit import Case, error, fine, new, warning

_SLIPS = {
    **dict.fromkeys(
        ("1,234", '¦"1 234"', "1 234"),
        "Nếu là số, hãy viết 1234.",
    ),
    **dict.fromkeys(("1234,5", "1.234,5", "1,234.5"), "Nếu là số, hãy viết 1234.5."),
    **dict.fromkeys(("1.234.567", "1,234,567"), "Nếu là số, hãy viết 1234567."),
    **dict.fromkeys(("1.5 triệu", "1,5 triệu"), "Nếu là số, hãy viết 1500000."),
    **dict.fromkeys(("12,5%", "12.5%"), 'hãy viết 12.5. Đơn vị ghi ở `unit:` ("%").'),
    '"1234"': "Hãy bỏ dấu ngoặc kép: 1234.",
    "20,739": "Nếu là số, hãy viết 20739.",
    "12 345": "Nếu là số, hãy viết 12345.",
    "1234 đảng viên": "hãy viết 1234. Đơn vị ghi ở `unit:` (đảng viên).",
    "95 phần trăm": "hãy viết 95. Đơn vị ghi ở `unit:` (phần trăm).",
    "một nghìn": "cần một số, như 20739",
    "1e3": "cần một số, như 20739",
    "1/3": "cần một số, như 20739",
}
_APPROXIMATIONS = {
    "hơn 1.234": ("`value: 1234`", "`approximation: more-than`"),
    "1234+": ("`value: 1234`", "`approximation: more-than`"),
    "khoảng 1200": ("`value: 1200`", "`approximation: about`"),
    "~1234": ("`value: 1234`", "`approximation: about`"),
    "gần 1.200": ("`value: 1200`", "`approximation: nearly`"),
    "hơn 1,5 triệu": ("`value: 1500000`", "`approximation: more-than`"),
    "75-80": ("`value: 75`", "`value_to: 80`"),
    "3-5": ("`value: 3`", "`value_to: 5`"),
    "75–80%": ("`value: 75`", "`value_to: 80`", "Đơn vị ghi ở `unit:` (%)"),
}
_GUESSED = {
    "0x10": "một số ở dạng khác",
    "010": "Nếu là số, hãy viết 10.",
    "1_234": "Nếu là số, hãy viết 1234.",
    ".inf": "một số",
}


def _value(written: str, rule: str, *said: str, also: str = "") -> Case:
    return error(written, new(("value: 1234", f"value: ¦{written.replace('¦', '')}")), rule, *said, also=also)


def _share(value: str) -> tuple[tuple[str, str], ...]:
    unit = "    unit:\n      vi: đảng viên\n      en: Party members"
    return ("value: 1234", f"value: {value}"), (unit, "    unit:\n      vi: '%'\n      en: '%'")


CASES = [
    *(_value(written, "float-type", said) for written, said in _SLIPS.items()),
    *(_value(written, "approximate", *said) for written, said in _APPROXIMATIONS.items()),
    *(_value(written, "data", said) for written, said in _GUESSED.items()),
    _value("1\u00a0234", "float-type", "Nếu là số, hãy viết 1234.", also="no-break-space"),
    _value("１２３４", "float-type", "Nếu là số, hãy viết 1234.", also=" ".join(["look-alike-letter"] * 3)),
    _value('""', "empty", "“value” để trống. Hãy điền giá trị."),
    _value("1.234", "thousands", "Nếu là hàng nghìn, hãy viết liền: 1234."),
    _value("20.739", "thousands", "Nếu là hàng nghìn, hãy viết liền: 20739."),
    _value("-5", "greater-than-equal", "Số “-5” nhỏ hơn 0."),
    fine("1234.5", new(("value: 1234", "value: 1234.5"))),
    fine("98 %", new(*_share("98"))),
    warning("1234 %", new(*_share("¦1234")), "more-than-all", "1234 % nhiều hơn toàn bộ (100 %)"),
    warning("250 %", new(*_share("¦250")), "more-than-all", "nếu là so với chỉ tiêu", "data/accepted.yml"),
    error(
        "figure with only a value",
        new(
            (
                "    unit:\n      vi: đảng viên\n      en: Party members\n    what:\n      vi: kết nạp năm 2031\n"
                "      en: admitted in 2031\n    as_of: 2031\n    topics: [members]\n    source: s1\nresults",
                "results",
            ),
            ("- id: admitted-2031\n    value", "- ¦value"),
        ),
        "missing",
        "Thiếu 5 trường",
        *("- `id:`", "- `unit:`", "- `what:`", "- `as_of:`", "- `source:`"),
    ),
]
