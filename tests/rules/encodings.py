"""Texts in old encodings: good and bad values."""

from __future__ import annotations

from tests.rules.cases import Cases
from tests.rules.table import MEETING, Files, vi

RIGHT = "Hội nghị giao ban công tác tổ chức xây dựng Đảng khu vực thứ hai."
TCVN3 = "Héi nghÞ giao ban c«ng t¸c tæ chøc x©y dùng §¶ng khu vùc thø hai."
VNI = "Hoäi nghò giao ban coâng taùc toå chöùc xaây döïng Ñaûng khu vöïc thöù hai."
AS_WINDOWS = "Há»™i nghá»‹ giao ban cÃ´ng tÃ¡c tá»• chá»©c xÃ¢y dá»±ng Ä‘áº£ng"


def address(url: str) -> Files:
    """A source at this address."""
    return {MEETING: f"sources:\n  - id: s1\n    url: {url}"}


def title(text: str) -> Files:
    """A source's title, kept as printed."""
    return {MEETING: f"sources:\n  - id: s1\n    title: {text}"}


GOOD = [
    "buổi chiều",
    "tháng hai",
    "các báo cáo",
    "có thể",
    "Ban Thường vụ Tỉnh ủy Đắk Lắk",
    "afternoon",
    "The naïve résumé of the café",
    "VNPT® © 2023 – 5 µm × ½",
    "“Đảng”",
    "Réunion de travail sur l’édification du Parti à Đà Nẵng",
    "La réunion a été présidée par Mme Trương Thị Mai",
    "Où est passé le thé vert ?",
    "« Le Parti » édifié à Hué",
    "El presidente señaló las tareas del próximo año",
    "Reunión sobre la construcción del Partido en la región central",
    "Müller für die Partei: größere Übungen",
    "Straße nach Köln",
    "Schůze o budování strany",
    "Narada w sprawie budownictwa partyjnego",
    "党建工作会议",
    "på så sätt",
    "µm",
    "§ 5",
    "ba ½",
]
TABLE = {
    "not-unicode": Cases(
        good=[*map(vi, (f"'{text}'" for text in GOOD)), address("https://vov.vn/Héi-nghÞ-x©y-dùng")],
        bad=[
            vi(f"¦{TCVN3}"),
            vi(f"¦{VNI}"),
            vi(f"¦{AS_WINDOWS}"),
            vi(f'¦"{TCVN3}"'),
            title(f"¦{TCVN3}"),
            vi("¦ng\u00adêi"),
            vi("¦Tr\u00ad¬ng ThÞ Mai"),
            vi("¦Tröông Thò Mai"),
        ],
        fixed=[
            (vi(before), vi(after))
            for before, after in {
                TCVN3: RIGHT,
                VNI: RIGHT,
                AS_WINDOWS: "Hội nghị giao ban công tác tổ chức xây dựng đảng",
                "ng\u00adêi": "người",
                "TØnh ñy Qu¶ng Ng·i": "Tỉnh ủy Quảng Ngãi",
                "Tr\u00ad¬ng ThÞ Mai": "Trương Thị Mai",
                "HéI NGHÞ BAN CHÊP HµNH": "HỘI NGHỊ BAN CHẤP HÀNH",
                "Ban ThÝ ®iÓm": "Ban Thí điểm",
                "ë tØnh vµ huyÖn, cÊp uû häp.": "Ở tỉnh và huyện, cấp uỷ họp.",
                "Ban Bí thö": "Ban Bí thư",
                "Chæ thò veà coâng taùc": "Chỉ thị về công tác",
                "HOÄI NGHÒ TRUNG ÖÔNG": "HỘI NGHỊ TRUNG ƯƠNG",
                "Trang in “20.739 ®¶ng viªn” – n¨m 2023": "Trang in “20.739 đảng viên” – năm 2023",
                "sÃ¡ng 29-6": "sáng 29-6",
                "CÃ¡c tá»‰nh “phÃ­a Báº¯c”": "Các tỉnh “phía Bắc”",
            }.items()
        ],
    ),
}
