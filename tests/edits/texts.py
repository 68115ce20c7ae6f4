"""Texts, codes and ids of a new meeting, and how they are laid out."""

from __future__ import annotations

import unicodedata

from tests.edits.edit import GOOD, Case, Edit, error, existing, fine, new, warning

VI = "Năm 2031, toàn tỉnh vượt chỉ tiêu kết nạp đảng viên."
EN = "en: In 2031 the province exceeded its target for admitting Party members."
RESULT = "  - id: admission-target-exceeded"
TOPICS = "topics: [members]\n    source: s1\nconclusions"


def text(written: str) -> Edit:
    """The new meeting with this in place of the Vietnamese of its result."""
    return new((f"vi: {VI}", f"vi: {written}"))


def topics(written: str) -> Edit:
    """The new meeting with this in place of the topics of its result."""
    return new((TOPICS, TOPICS.replace("[members]", written)))


LETTERS = [
    warning("no-break space", text(VI.replace("toàn tỉnh", "toàn¦\u00a0tỉnh")), "no-break-space", "U+00A0", fix=" "),
    warning(
        "several spaces and a special one in a number",
        new((f"vi: {VI}", "vi: Kết nạp¦   1\u00a0234 đảng viên."), (EN, "en: It admitted 1 234 members.")),
        "double-space",
        "Có 3 dấu cách liền nhau",
        fix=" ",
        also="no-break-space",
    ),
    error("zero-width space", text(VI.replace("toàn", "toàn¦\u200b")), "invisible-character", "U+200B", fix=""),
    error("soft hyphen", text(VI.replace("chỉ", "chỉ¦\u00ad")), "invisible-character", "U+00AD", fix=""),
    error("tab", text(VI.replace("toàn tỉnh", "toàn¦\ttỉnh")), "tab", "dấu tab", fix=" "),
    error("separate accents", text("N¦" + unicodedata.normalize("NFD", VI)[1:]), "separate-accents", "NFC", fix=VI),
    error("Icelandic letter", text(VI.replace("đảng", "¦ðảng")), "look-alike-letter", "trông giống chữ “đ”", fix="đ"),
    error(
        "Cyrillic letter",
        text(VI.replace("kết nạp", "kết n¦ạp".replace("n¦ạp", "nạp")).replace("chỉ", "¦сhỉ")),
        "look-alike-letter",
        "“с” (U+0441)",
        fix="c",
    ),
    warning("double space", text(VI.replace("toàn tỉnh", "toàn¦  tỉnh")), "double-space", "2 dấu cách", fix=" "),
    warning("HTML", text(f"¦<p>{VI}</p>"), "markup", "“<p>”", "chỉ để chữ"),
    warning("bold Markdown", text(VI.replace("vượt", "¦**vượt**")), "markup", "“**vượt**”"),
    error(
        "TCVN3",
        text("¦N¨m 2031, toµn tØnh v\u00adît chØ tiªu kÕt n¹p ®¶ng viªn."),
        "not-unicode",
        "TCVN3",
        fix="Năm 2031, toàn tỉnh vượt chỉ tiêu kết nạp đảng viên.",
    ),
    error(
        "VNI",
        text("¦Naêm 2031, toaøn tænh vöôït chæ tieâu keát naïp ñaûng vieân."),
        "not-unicode",
        "VNI",
        fix="Năm 2031, toàn tỉnh vượt chỉ tiêu kết nạp đảng viên.",
    ),
    error(
        "UTF-8 read as Windows-1252",
        text("¦" + VI.encode().decode("cp1252", "replace")),
        "not-unicode",
        "Chữ bị vỡ",
    ),
    warning(
        "Telex keys", text("¦Nawm 2031, toanf tinhr vuwowtj chir tieeu."), "vietnamese-without-accents", "gõ lại có dấu"
    ),
    warning(
        "statement of 1,400 letters",
        text("¦" + " ".join([VI.replace("2031", "nay")] * 28)),
        "long-statement",
        "quá 600",
        "chia thành nhiều mục",
    ),
    *(
        fine(what, text(written))
        for what, written in {
            "curly quotes": VI.replace("toàn tỉnh", "“toàn tỉnh”"),
            "curly single quotes": VI.replace("toàn tỉnh", "‘toàn tỉnh’"),
            "angle quotes": VI.replace("toàn tỉnh", "«toàn tỉnh»"),
            "dash for a comma": VI.replace(",", " –"),
            "address in a text": f"{VI} Xem https://bao.example.org",
            "e-mail and mention": VI.replace("toàn tỉnh", "toàn tỉnh (lienhe@bachsa.example.org, @bachsa)"),
            "no full stop": VI[:-1],
            "old placement of tones": VI.replace("toàn", "tòan"),
            "a word misspelled": VI.replace("kết nạp", "kêt nạp"),
            "capitals": VI.upper(),
            "footnote mark": f"{VI} [1]",
            "bullet in a text": f"• {VI}",
            "curly quote not closed": VI.replace("toàn", "“toàn"),
        }.items()
    ),
]
YAML = [
    error("straight quote begins", text('¦"Năm 2031" toàn tỉnh vượt chỉ tiêu.'), "data", 'Câu bắt đầu bằng "', "“…”"),
    error("dash of Word for an item", new((RESULT, "  ¦– id: admission-target-exceeded")), "data", "cần dấu gạch nối"),
    error("bullet for an item", new((RESULT, "  ¦• id: admission-target-exceeded")), "data", "Đầu mục là “•”"),
    error("colon in a text", text("Năm 2031¦: toàn tỉnh vượt chỉ tiêu."), "data", "dấu hai chấm", 'ngoặc kép "…"'),
    error("hash in a text", text(VI.replace("toàn", "¦#toàn")), "data", "Từ dấu # trở đi bị bỏ qua"),
    *(
        error(f"begins with {mark}", text(f"¦{mark}{VI}"), "data", f"Câu bắt đầu bằng {mark[0]}", "ngoặc kép")
        for mark in ("- ", "*", "[Trích] ")
    ),
    warning(
        "begins with a share",
        text("¦12,5% đảng viên vượt chỉ tiêu."),
        "number-only-in-one-language",
        "Số 12,5 có ở dòng `vi:`",
    ),
    error("no", text("¦no"), "data", "đúng/sai", 'hãy viết "no"'),
    error("null", text("¦null"), "data", "hiểu là trống"),
    error("tilde", text("¦~"), "data", "hiểu là trống"),
    error(
        "text without vi and en",
        new((f"text:\n      vi: {VI}\n      {EN}", f"text: ¦{VI}")),
        "text-without-vi",
        "Hãy xuống dòng, thụt vào và viết `vi:` trước chữ ấy",
    ),
    error(
        "chairs in words",
        new(
            (GOOD[GOOD.index("chairs:") : GOOD.index("participants:")], "chairs: ¦Trần Văn A chủ trì\n"),
            ("by: nguyen-van-thu", "by: quach-duc-thinh"),
            person=False,
        ),
        "list-type",
        "cần một danh sách",
        "Mỗi mục có `person:`, `role:`, `office:`, `source:`.",
    ),
    error(
        "one space too many", new((f"{RESULT}\n    text", f"{RESULT}\n     ¦text")), "data", "Đầu dòng có 5 dấu cách"
    ),
    error("item at the margin", new((f"{RESULT}\n    text", f"{RESULT[2:]}\n    ¦text")), "data", "thụt vào thừa 2"),
    error(
        "language too far left",
        new((f"      vi: {VI}\n      en", f"    vi: {VI}\n      ¦en")),
        "data",
        "“en:” thụt vào thừa 2",
    ),
    error("field too far left", new((f"    {TOPICS}", f"   ¦{TOPICS}")), "data", "Đầu dòng có 3 dấu cách"),
    error("tabs before a field", new((f"      vi: {VI}", f"¦\t\t\tvi: {VI}")), "data", "dấu tab (U+0009)"),
    error(
        "text broken by Enter",
        text("Năm 2031, toàn tỉnh vượt\n¦chỉ tiêu kết nạp đảng viên."),
        "data",
        "phần sau của câu ở trên, hãy viết liền một dòng",
    ),
    fine("text broken and indented", text("Năm 2031, toàn tỉnh vượt\n        chỉ tiêu kết nạp đảng viên.")),
    error(
        "block of text", text("¦|\n        Năm 2031, toàn tỉnh\n        vượt chỉ tiêu."), "line-break", "trên một dòng"
    ),
    fine("folded text", text(">-\n        Năm 2031, toàn tỉnh\n        vượt chỉ tiêu.")),
    error("key twice", text(f"{VI}\n      ¦vi: {VI}"), "data", "viết hai lần; lần đầu ở dòng 52"),
    error(
        "conflict of two edits",
        new((f"      vi: {VI}", f"¦<<<<<<< patch-1\n      vi: {VI}\n=======\n      vi: Vượt chỉ tiêu.\n>>>>>>> main")),
        "data",
        "hai bản sửa chưa gộp xong",
    ),
    error("two documents", new(("conclusions:\n", "---\n¦conclusions:\n")), "data", "dòng `---` thứ hai"),
    error("anchor", new(("[grassroots]", "¦&t [grassroots]")), "data", "neo hay bí danh"),
    error("tag", new(("level: provincial", "level: ¦!!python/name:os.system ''")), "data", "Không dùng thẻ YAML"),
]
LANGUAGES = [
    warning("no English", new((f"vi: {VI}\n      {EN}", f"vi: ¦{VI}")), "not-translated", "Không phải làm gì"),
    error("English left empty", new((EN, "en:¦")), "empty-value", "“en” để trống", "hãy bỏ dòng"),
    error("English to come", new((EN, "en: ¦chưa dịch")), "placeholder-for-english", "hãy bỏ cả dòng `en:`"),
    warning("English in Vietnamese", new((EN, f"en: ¦{VI}")), "same-in-both", "Dòng `en:` giống hệt dòng `vi:`"),
    fine("English without the year", new((EN, "en: The province exceeded its target."))),
]
CODES = [
    error("topic in words", topics("[¦kết nạp đảng viên]"), "unknown-id", "viết “members”?", "members (Phát triển"),
    error("topic misspelled", topics("[¦member]"), "unknown-id", "Có phải bạn muốn viết “members”?"),
    error("topic by its name", topics("[¦Tổ chức cơ sở đảng]"), "unknown-id", "“grassroots”?", fix="grassroots"),
    error("topic without brackets", topics("¦grassroots"), "list-type", "Hãy viết [grassroots].", fix="[grassroots]"),
    error("topics without a comma", topics("[¦grassroots members]"), "unknown-id", "Thiếu dấu phẩy"),
    error("no topics", topics("¦[]"), "too-short", "cần ít nhất một mục", "Các mã: cadres (Công tác cán bộ)"),
    error(
        "force in words", new(("force: direction", "force: ¦chỉ đạo")), "enum", "direction (chỉ đạo)", fix="direction"
    ),
    error("field in Vietnamese", new(("    by: ng", "    ¦người nói: ng")), "extra-forbidden", "viết “by”?", fix="by"),
    error(
        "person by name",
        new(("by: nguyen-van-thu", "by: ¦Nguyễn Văn Thử")),
        "unknown-id",
        "Có phải bạn muốn viết “nguyen-van-thu”?",
        fix="nguyen-van-thu",
    ),
    error(
        "person who is new, by name",
        new(("by: nguyen-van-thu", "by: ¦Trần Thị Mới")),
        "unknown-id",
        "hai dòng `tran-thi-moi:`",
        "`  name: Trần Thị Mới`",
    ),
    error(
        "conclusion without a speaker",
        new(("  - id: village-cells-first", "  - ¦id: village-cells-first"), ("    by: nguyen-van-thu\n", "")),
        "no-speaker",
        "`by: mã-người` hoặc `by_office:`",
    ),
    error(
        "id with accents", new(("id: village-cells-first", "id: ¦chi-bộ-thôn")), "string-pattern-mismatch", "không dấu"
    ),
    error(
        "id with spaces", new(("id: village-cells-first", "id: ¦Village cells")), "string-pattern-mismatch", "gạch nối"
    ),
    error("id twice", new(("id: village-cells-first", "id: ¦admission-target-exceeded")), "data", "đã dùng ở dòng 50"),
    error("id forgotten", new(("- id: village-cells-first\n    text", "- ¦text")), "missing", "Thiếu “id”"),
    error(
        "source that is not there",
        new(("source: s1\nsources", "source: ¦s2\nsources")),
        "unknown-id",
        "“s2”",
        "Các mã: s1",
    ),
    error(
        "sources forgotten", new((GOOD[GOOD.index("sources:\n  - id") :], "")), "missing", "Thiếu “sources”", "`url:`"
    ),
    error(
        "the same statement twice",
        new(
            (
                "conclusions:\n",
                f"  - id: again\n    text:\n      vi: ¦{VI}\n    topics: [members]\n    source: s1\nconclusions:\n",
            )
        ),
        "text-twice-in-a-file",
        "Nội dung này đã có ở dòng 50 (“admission-target-exceeded”)",
        also="not-translated",
    ),
    warning(
        "address with tracking",
        new(("/bai-thu", "/bai-thu?¦utm_source=zalo&id=3&fbclid=x")),
        "tracking-parameter",
        "“utm_source=zalo”, “fbclid=x”",
        fix="https://bachsa.example.org/bai-thu?id=3",
    ),
    error("address without https", new(("url: https://", "url: ¦")), "not-an-address", "bắt đầu bằng https://"),
    warning(
        "place in another province",
        new(("province: bach-sa", "province: ¦moc-linh")),
        "place-in-another-province",
        "Nơi họp ở “moc-linh” mà tên tệp ghi “bach-sa”",
    ),
    warning(
        "known person without accents",
        new(("vi: chủ trì\n", "vi: chủ trì cùng ¦Quach Duc Thinh\n")),
        "known-name-without-accents",
        "tên không dấu của “Quách Đức Thịnh”",
        fix="Quách Đức Thịnh",
    ),
    warning(
        "name without accents",
        existing("data/people.yml", ("name: Quách Đức Thịnh", "name: ¦Quach Duc Thinh")),
        "name-without-accents",
        "Tên “Quach Duc Thinh” không có dấu",
    ),
]
CASES: list[Case] = [*LETTERS, *YAML, *LANGUAGES, *CODES]
