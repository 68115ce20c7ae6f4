"""Words of a source next to what a statement or a figure says: good and bad values."""

from tests.rules.cases import Cases
from tests.rules.table import MEETING, Files


def statement(text: str, wording: str) -> Files:
    """A meeting with a statement and words of its source."""
    lines = f"results:\n  - id: a\n    text:\n      vi: {text}\n    evidence:\n      wording:\n        - {wording}\n"
    return {MEETING: lines}


def wordings(*each: str) -> Files:
    """A meeting with a statement and several expressions of its source."""
    lines = "".join(f"        - {wording}\n" for wording in each)
    return {MEETING: f"results:\n  - id: a\n    text:\n      vi: Kết nạp.\n    evidence:\n      wording:\n{lines}"}


def figure(value: int, wording: str) -> Files:
    """A meeting with a figure and words of its source."""
    lines = f"figures:\n  - id: a\n    value: {value}\n    evidence:\n      wording:\n        - {wording}\n"
    return {MEETING: lines}


TABLE = {
    "wording-not-kept": Cases(
        good=[
            statement("Kết nạp một số đảng viên.", "một số đảng viên"),
            statement("Học tập Quy định 96-QĐ/TW.", "Quy định 96-QĐ/TW"),
            statement("Hoàn thành 12 đề án.", "12 đề án"),
            statement("Các nơi tham mưu tốt.", "tham mưu tốt"),
            figure(20739, "kết nạp 20.739 đảng viên"),
        ],
        bad=[
            statement("Hoàn thành các đề án.", "¦một số đề án"),
            statement("Hoàn thành đề án.", "¦cơ bản hoàn thành"),
            statement("Kiện toàn chức danh.", "¦tham mưu kiện toàn"),
            statement("Bố trí người địa phương.", "¦không bố trí"),
            statement("Học tập Quy định 96-QĐ/TW.", "¦Quy định 69-QĐ/TW"),
            figure(20739, "¦kết nạp 20.793 đảng viên"),
        ],
    ),
    "wording-runs-on": Cases(
        good=[
            wordings("sinh hoạt chi bộ"),
            wordings("sinh hoạt chi bộ", "quy chế làm việc"),
            wordings("tổ chức đảng", "đảng viên trẻ"),  # one word is chance
            wordings("xây dựng chi bộ", "chi đoàn, chi bộ"),
        ],
        bad=[
            wordings("nâng cao chất lượng sinh hoạt", "¦chất lượng sinh hoạt chi bộ"),
            wordings("chất lượng sinh hoạt chi bộ", "¦nâng cao chất lượng sinh hoạt"),
            wordings("nâng cao chất lượng sinh hoạt", "¦cao chất lượng"),
            wordings("sinh hoạt chi bộ", "¦Sinh hoạt chi bộ"),
            wordings("sinh hoạt, chi bộ", "¦sinh hoạt chi bộ tốt"),
        ],
    ),
    "wording-ends-a-sentence": Cases(
        good=[wordings("kết nạp 20.739 đảng viên"), wordings("sinh hoạt chi bộ, quy chế"), wordings("96-QĐ/TW.v1 ấy")],
        bad=[
            wordings("sinh hoạt chi bộ¦. Các tỉnh"),
            wordings("sinh hoạt chi bộ tốt¦."),
            wordings("Huế, Đà Nẵng¦…"),
            wordings("“chi bộ bốn tốt¦!” và"),
        ],
    ),
}
