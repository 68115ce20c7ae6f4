"""Letters, spaces and quotation marks: good and bad values."""

from __future__ import annotations

import unicodedata

from tests.rules.cases import Cases
from tests.rules.table import MEETING, Files, vi

NFD = unicodedata.normalize("NFD", "chiều")


def address(url: str) -> Files:
    """A source at this address, with a copy."""
    return {MEETING: f"sources:\n  - id: s1\n    url: {url}\n    archived: {url}"}


def printed(text: str) -> Files:
    """A source's title, kept as printed."""
    return {MEETING: f"sources:\n  - id: s1\n    title: {text}"}


TABLE = {
    "separate-accents": Cases(
        good=[vi("buổi chiều"), vi("Ủy ban, uỷ ban"), vi("café")],
        bad=[vi(f"buổi chi¦{NFD[3:]}"), printed(f"buổi chi¦{NFD[3:]}")],
        fixed=[(vi(f"buổi {NFD} nay"), vi("buổi chiều nay"))],
    ),
    "invisible-character": Cases(
        good=[vi("buổi chiều"), vi("buổi\tchiều"), vi("|\n    buổi chiều\n")],
        bad=[
            address("https://vov¦\u200b.vn/"),
            address("https://vov.vn/b¦\u3164ai"),
            vi("buổi¦\u200b chiều"),
            vi("buổi¦\u00ad chiều"),
            vi("buổi ¦\ufeffchiều"),
            vi('¦"buổi\\u0007 chiều"'),
        ],
        fixed=[
            (vi("buổi\u200b chiều"), vi("buổi chiều")),
            *(
                (address(f"https://vov.vn/b{hidden}ai"), address("https://vov.vn/bai"))
                for hidden in "\u200b\u3164\u00ad"
            ),
        ],
    ),
    "markup": Cases(
        good=[
            vi("5 < 6 & 7 > 3"),
            vi("5 * 6 * 7"),
            vi("AT&T; H&M"),
            vi("“<p>”"),
            printed("<b>Tin</b>"),
            vi("nữa […] (tr. 5)"),
        ],
        bad=[
            vi("¦<p>Khó quy hoạch</p>"),
            vi("Khó¦<br/>quy hoạch"),
            vi("Khó¦&nbsp;quy hoạch"),
            vi("Khó¦&#160;quy hoạch"),
            vi("Khó ¦**quy** hoạch"),
            vi("Khó ¦__quy__ hoạch"),
            vi("Khó ¦[quy](https://a.vn/) hoạch"),
            vi('¦<a href="x">Khó</a>'),
        ],
    ),
    "line-break": Cases(
        good=[vi("buổi chiều"), vi("một\n    câu dài"), vi(">-\n    buổi chiều")],
        bad=[
            vi("¦|\n    buổi chiều\n"),
            vi("¦>\n    buổi chiều\n"),
            vi("¦|-\n    buổi\n    chiều\n"),
            vi('¦"a\\nb"'),
        ],
    ),
    "tab": Cases(
        good=[vi("buổi chiều")],
        bad=[vi("buổi¦\tchiều"), vi("buổi¦ \t chiều"), vi('¦"buổi\\tchiều"')],
        fixed=[(vi("buổi\tchiều"), vi("buổi chiều"))],
    ),
    "outer-space": Cases(
        good=[vi("buổi chiều"), vi('"buổi chiều"'), vi("|\n    buổi chiều\n")],
        bad=[vi('"¦ buổi chiều"'), vi('"buổi chiều¦ "')],
        fixed=[(vi('" buổi chiều "'), vi('"buổi chiều"')), (vi("' buổi chiều'"), vi("'buổi chiều'"))],
    ),
    "look-alike-letter": Cases(
        good=[vi("Đảng bộ Đắk Lắk"), vi("Nguồn in là “Ðác Lắc”"), printed("Ðảng bộ Ðác Lắc"), vi("µ và Ω")],
        bad=[
            vi("năm ¦٢¦٠¦٣¦١"),
            vi("năm ¦２031"),
            vi("¦Ａ"),
            vi("¦Ðảng bộ"),
            vi("Tỉnh ¦Ɖắk Lắk"),
            vi("ban ¦ðầu"),
            vi("c¦ông tác".replace("o", "о").replace("ô", "о")),
        ],
        fixed=[
            (vi("Ðảng bộ ðịa phương Ɖắk Lắk"), vi("Đảng bộ địa phương Đắk Lắk")),
            (vi("Năm ２０３１, ٤٥ đảng bộ"), vi("Năm 2031, 45 đảng bộ")),
        ],
    ),
    "double-space": Cases(
        good=[vi("một dấu cách"), vi('"đầu và cuối là việc của quy tắc khác  "')],
        bad=[vi("hai¦  dấu cách"), vi('"ba¦   dấu¦  cách"')],
        fixed=[(vi("hai  dấu   cách"), vi("hai dấu cách"))],
    ),
    "no-break-space": Cases(
        good=[vi("một dấu cách")],
        bad=[vi("một¦\u00a0dấu¦\u202fcách")],
        fixed=[(vi("một\u00a0dấu cách"), vi("một dấu cách"))],
    ),
    "space-before-mark": Cases(
        good=[vi("một, hai; ba."), vi("còn nữa …"), vi("“một” , “hai”"), printed("Hội nghị , kết quả"), vi("số .5")],
        bad=[vi("một¦ , hai"), vi("một¦  ; hai¦ ."), vi("(một¦ )")],
        fixed=[(vi("một , hai ."), vi("một, hai."))],
    ),
    "straight-quote": Cases(
        good=[vi("gọi là “kế hoạch”"), vi("H’Vi Êban"), vi('"bọc cả giá trị"'), printed("Bài “a” và 'b'")],
        bad=[vi('gọi là ¦"kế hoạch"'), vi("H¦'Vi Êban"), vi("'gọi là ¦\"kế hoạch\"'"), vi('¦"gọi là \\"kế hoạch\\""')],
        fixed=[
            (vi('gọi là "kế hoạch" và "đề án"'), vi("gọi là “kế hoạch” và “đề án”")),
            (vi("H'Vi Êban"), vi("H’Vi Êban")),
        ],
    ),
    "three-points": Cases(
        good=[vi("còn nữa…"), vi("một. Hai."), printed("còn nữa...")],
        bad=[vi("còn nữa¦..."), vi("còn¦.... nữa")],
        fixed=[(vi("còn nữa..."), vi("còn nữa…"))],
    ),
}
