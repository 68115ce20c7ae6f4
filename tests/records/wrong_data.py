"""Wrong edits to the data, each with a phrase of the message it must get in either language."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from tests.support.edits import Edit

MEETING = "data/meetings/2022-06-29.yml"
UNPLACED = "data/meetings/2023-06-23.yml"
LESSONS = "data/reviews/2023/lessons.yml"
RESULTS = "data/reviews/2023/achievements.yml"
PRIORITIES = "data/reviews/2023/priorities.yml"
REVIEW = "data/reviews/2023/review.yml"
DOCUMENT = "data/documents/01-kl-tw.yml"
PROVINCES = "data/provinces.yml"
PEOPLE = "data/people.yml"
GLOSSARY = "data/glossary.yml"


class Wrong(NamedTuple):
    """One wrong edit."""

    what: str
    edit: Edit
    vi: str
    en: str


UNKNOWN_IDS = [
    Wrong(
        "province",
        Edit(MEETING, "province: quang-ngai", "province: ¦quang-ngay"),
        "Không có tỉnh nào mang mã “quang-ngay”. "
        "Cần một mã trong data/provinces.yml. Có phải bạn muốn viết “quang-ngai”?",
        "There is no province with the id “quang-ngay”. "
        "Expected an id from data/provinces.yml. Did you mean “quang-ngai”?",
    ),
    Wrong(
        "province that is like no other",
        Edit(MEETING, "province: quang-ngai", "province: ¦xyzzy"),
        "“xyzzy”. Cần một mã trong data/provinces.yml.",
        "“xyzzy”. Expected an id from data/provinces.yml.",
    ),
    Wrong(
        "province in a list",
        Edit(RESULTS, "provinces: [da-nang, quang-nam,", "provinces: [da-nang, ¦quang-nm,"),
        "Có phải bạn muốn viết “quang-nam”?",
        "Did you mean “quang-nam”?",
    ),
    Wrong(
        "topic",
        Edit(MEETING, "topics: [methods, rectification]", "topics: [methods, ¦rectificaton]"),
        "Không có chủ đề nào mang mã “rectificaton”",
        "Did you mean “rectification”?",
    ),
    Wrong(
        "document",
        Edit(MEETING, "documents_note:", "documents: [¦01-kl-tv]\ndocuments_note:"),
        "Không có văn bản nào mang mã “01-kl-tv”. Cần một mã trong data/documents/. Có phải bạn muốn viết “01-kl-tw”?",
        "There is no document with the id “01-kl-tv”. Expected an id from data/documents/. Did you mean “01-kl-tw”?",
    ),
    Wrong(
        "person in the chair",
        Edit(MEETING, "person: truong-thi-mai", "person: ¦truong-thi-may"),
        "Không có người nào mang mã “truong-thi-may”",
        "no person with the id “truong-thi-may”. Expected an id from data/people.yml. Did you mean “truong-thi-mai”?",
    ),
    Wrong(
        "person who concludes",
        Edit(MEETING, "by: truong-thi-mai", "by: ¦truong-thi-may"),
        "Có phải bạn muốn viết “truong-thi-mai”?",
        "Did you mean “truong-thi-mai”?",
    ),
    Wrong(
        "source that the file does not list",
        Edit(MEETING, "source: s2", "source: ¦s3"),
        "Không có nguồn nào mang mã “s3”. Cần một mã trong phần `sources:` của tệp",
        "There is no source with the id “s3”. Expected an id from the file’s `sources:`",
    ),
    Wrong(
        "source that the review does not list",
        Edit(LESSONS, "source: article", "source: ¦artikle"),
        "Không có nguồn nào mang mã “artikle”",
        "Did you mean “article”?",
    ),
    Wrong(
        "person by name",
        Edit(MEETING, "by: truong-thi-mai", "by: ¦Trương Thị Mai"),
        "Có phải bạn muốn viết “truong-thi-mai”?",
        "Did you mean “truong-thi-mai”?",
    ),
    Wrong(
        "province by name",
        Edit(MEETING, "province: quang-ngai", "province: ¦Quảng Ngãi"),
        "Có phải bạn muốn viết “quang-ngai”?",
        "Did you mean “quang-ngai”?",
    ),
    Wrong(
        "source in capitals",
        Edit(MEETING, "source: s2", "source: ¦S2"),
        "Có phải bạn muốn viết “s2”?",
        "Did you mean “s2”?",
    ),
    Wrong(
        "topics without a comma",
        Edit(MEETING, "topics: [successors, cadres]", "topics: [¦successors cadres]"),
        "Thiếu dấu phẩy: successors, cadres.",
        "A comma is missing: successors, cadres.",
    ),
    Wrong(
        "unit a province became",
        Edit(PROVINCES, "successor: quang-tri", "successor: ¦quang-try"),
        "Không có đơn vị cấp tỉnh kế tục nào mang mã “quang-try”",
        "There is no unit of today with the id “quang-try”",
    ),
    Wrong(
        "glossary term",
        Edit(GLOSSARY, "see: [chi-bo-co-so,", "see: [¦chi-bo-co-xo,"),
        "Không có thuật ngữ nào mang mã “chi-bo-co-xo”",
        "Did you mean “chi-bo-co-so”?",
    ),
]

LEFT_OUT = [
    Wrong(
        "Vietnamese",
        Edit(PEOPLE, "    vi: Nguồn in tên không dấu", "    # Nguồn in tên không dấu", "  ¦note:\n    # Nguồn in tên"),
        "Thiếu “vi”",
        "“vi” is missing",
    ),
    Wrong(
        "topics",
        Edit(MEETING, "    topics: [successors, cadres]\n", "", "  - ¦id: planning-young-cadres\n"),
        "Thiếu “topics”. Hãy thêm dòng `topics:`.",
        "“topics” is missing. Add the line `topics:`.",
    ),
    Wrong(
        "every topic of a list",
        Edit(MEETING, "topics: [successors, cadres]", "topics: ¦[]"),
        "Danh sách trống, cần ít nhất một mục",
        "The list is empty; expected at least one item",
    ),
    Wrong(
        "place, without saying that it is not stated",
        Edit(UNPLACED, "place: not-stated\n", "", "¦title:\n"),
        "Thiếu “place”. Nếu nguồn không nêu, hãy viết `place: not-stated`",
        "“place” is missing. If no source states it, write `place: not-stated`",
    ),
    Wrong(
        "who concluded",
        Edit(
            MEETING,
            "    by: truong-thi-mai\n    force: assessment\n",
            "    force: assessment\n",
            "  - ¦id: commended-new-working-methods\n",
        ),
        "Kết luận thiếu người nói. Cần `by: mã-người` hoặc `by_office:`",
        "The conclusion has no speaker. Expected `by: person-id` or `by_office:`",
    ),
    Wrong(
        "date of a document",
        Edit(DOCUMENT, "date: ", "# ", "¦number: "),
        "Thiếu “date”. Nếu nguồn không nêu, hãy viết `date: not-stated`",
        "“date” is missing. If no source states it, write `date: not-stated`",
    ),
    Wrong(
        "force of a conclusion",
        Edit(MEETING, "    force: assessment\n", "", "  - ¦id: commended-new-working-methods\n"),
        "Thiếu “force”",
        "“force” is missing",
    ),
    Wrong(
        "source of a statement",
        Edit(LESSONS, "        source: article\n", "", "      - ¦id: "),
        "Thiếu “source”. Hãy thêm dòng `source:`.",
        "“source” is missing. Add the line `source:`.",
    ),
    Wrong(
        "text after its key",
        Edit(MEETING, "      en: Planning of young cadres.\n", "      en:¦\n"),
        "Sau dấu hai chấm không có gì",
        "Nothing follows the colon",
    ),
    Wrong(
        "text between its quotes",
        Edit(MEETING, "en: Planning of young cadres.\n", 'en: ¦""\n'),
        "Chữ để trống, cần nội dung",
        "The text is empty; expected some content",
    ),
]

BAD_VALUES = [
    Wrong(
        "day that does not exist",
        Edit(MEETING, "date: 2022-06-29", "date: ¦2023-13-45"),
        "“2023-13-45” không phải ngày. Cần một trong các dạng: 2021, 2021-05, 2021-Q2",
        "“2023-13-45” is not a date. Expected one of: 2021, 2021-05, 2021-Q2",
    ),
    Wrong(
        "day in Vietnamese order",
        Edit(MEETING, "date: 2022-06-29", "date: ¦30/11/2023"),
        "Có phải bạn muốn viết 2023-11-30?",
        "Did you mean 2023-11-30?",
    ),
    Wrong(
        "day of a figure",
        Edit(RESULTS, "as_of: 2023\n", "as_of: ¦cuối năm 2023\n"),
        "“cuối năm 2023” không phải ngày",
        "“cuối năm 2023” is not a date",
    ),
    Wrong(
        "day on which a source was published",
        Edit(MEETING, "published: 2022-06-30", "published: ¦2022-02-30"),
        "Tháng 2 năm 2022 không có ngày 30.",
        "February 2022 has no day 30.",
    ),
    Wrong(
        "unquoted no",
        Edit(MEETING, "en: afternoon", "en: ¦no"),
        'Nếu là chữ, hãy viết "no"',
        'If it is text, write "no"',
    ),
    Wrong(
        "number as text",
        Edit(MEETING, "en: afternoon", "en: ¦5"),
        "Tìm thấy “5”, cần chữ",
        "Found “5”, expected text",
    ),
    Wrong(
        "number with separators",
        Edit(RESULTS, "value: 20739", 'value: ¦"20.739"'),
        "Tìm thấy “20.739”, cần một số, như 20739 hoặc 98.5. Nếu là số, hãy viết 20739.",
        "such as 20739 or 98.5. If it is a number, write 20739.",
    ),
    Wrong(
        "number with separators and zeros at its end",
        Edit(RESULTS, "value: 20739", "value: ¦20.500"),
        "Nếu là hàng nghìn, hãy viết 20500; nếu là số thập phân, 20.5.",
        "If these are thousands, write 20500; if decimals, 20.5.",
    ),
    Wrong(
        "number in quotes",
        Edit(RESULTS, "value: 20739", 'value: ¦"20739"'),
        "Hãy bỏ dấu ngoặc kép: 20739.",
        "Remove the quotes: 20739.",
    ),
    Wrong(
        "number with a decimal comma",
        Edit(RESULTS, "value: 20739", "value: ¦98,5"),
        "Nếu là số, hãy viết 98.5.",
        "If it is a number, write 98.5.",
    ),
    Wrong(
        "number with its unit",
        Edit(RESULTS, "value: 20739", "value: ¦98,5%"),
        'hãy viết 98.5. Đơn vị ghi ở `unit:` ("%").',
        'write 98.5. The unit goes into `unit:` ("%").',
    ),
    Wrong(
        "number with its unit in words",
        Edit(RESULTS, "value: 20739", "value: ¦20.739 đảng viên"),
        "hãy viết 20739. Đơn vị ghi ở `unit:` (đảng viên).",
        "write 20739. The unit goes into `unit:` (đảng viên).",
    ),
    Wrong(
        "year in quotes",
        Edit(PRIORITIES, "year: 2024", 'year: ¦"2024"'),
        "Hãy bỏ dấu ngoặc kép: 2024.",
        "Remove the quotes: 2024.",
    ),
    Wrong(
        "true in quotes",
        Edit(RESULTS, "list_open: true", 'list_open: ¦"true"'),
        "cần `true` hoặc `false`. Hãy bỏ dấu ngoặc kép.",
        "expected `true` or `false`. Remove the quotes.",
    ),
    Wrong(
        "not stated, in words",
        Edit(UNPLACED, "place: not-stated", "place: ¦không nêu"),
        "Tìm thấy “không nêu”. Nếu nguồn không nêu, hãy viết `not-stated`.",
        "Found “không nêu”. If no source states it, write `not-stated`.",
    ),
    Wrong(
        "not stated, with a capital",
        Edit(UNPLACED, "place: not-stated", "place: ¦Not-stated"),
        "hãy viết `not-stated`.",
        "write `not-stated`.",
    ),
    Wrong(
        "number below zero",
        Edit(RESULTS, "value: 757", "value: ¦-757"),
        "Số “-757” nhỏ hơn 0",
        "The number “-757” is below 0",
    ),
    Wrong(
        "number of people below one",
        Edit(MEETING, "provinces_count: 9", "provinces_count: ¦-9"),
        "Số “-9” nhỏ hơn 1",
        "The number “-9” is below 1",
    ),
    Wrong(
        "year in words",
        Edit(PRIORITIES, "year: 2024", "year: ¦sang năm"),
        "Tìm thấy “sang năm”, cần số nguyên",
        "Found “sang năm”, expected a whole number",
    ),
    Wrong(
        "yes in place of true",
        Edit(RESULTS, "list_open: true", "list_open: ¦yes"),
        "“yes” không có dấu ngoặc kép",
        "“yes” without quotes",
    ),
    Wrong(
        "text in place of true",
        Edit(RESULTS, "list_open: true", "list_open: ¦mở"),
        "Tìm thấy “mở”, cần `true` hoặc `false`",
        "Found “mở”, expected `true` or `false`",
    ),
    Wrong(
        "force",
        Edit(MEETING, "force: direction", "force: ¦directon"),
        "“directon” không phải giá trị dùng được",
        "Did you mean “direction”?",
    ),
    *(
        Wrong(
            f"{field} in Vietnamese",
            Edit(file, f"{field}: {word}", f"{field}: ¦{written}"),
            f"Có phải bạn muốn viết “{word}”?",
            f"Did you mean “{word}”?",
        )
        for field, word, written, file in [
            ("form", "briefing", "giao ban", MEETING),
            ("level", "regional", "Cấp khu vực", MEETING),
            ("force", "direction", "chỉ đạo", MEETING),
            ("completeness", "full", "đủ phần chính", MEETING),
            ("type", "conclusion", "kết luận", DOCUMENT),
            ("language", "vi", "tiếng Việt", MEETING),
        ]
    ),
    Wrong(
        "force that several words end with",
        Edit(MEETING, "force: direction", "force: ¦lời"),
        "“lời” không phải giá trị dùng được",
        "“lời” is not a known value",
    ),
    Wrong(
        "level in capitals",
        Edit(MEETING, "level: regional", "level: ¦REGIONAL"),
        "Có phải bạn muốn viết “regional”?",
        "Did you mean “regional”?",
    ),
    Wrong(
        "level",
        Edit(MEETING, "level: regional", "level: ¦regionl"),
        "“regionl” không phải giá trị dùng được. Cần một trong: regional (Cấp khu vực), provincial (Cấp tỉnh)",
        "“regionl” is not a known value. Expected one of: regional, provincial, national",
    ),
    Wrong(
        "script in place of a web address",
        Edit(UNPLACED, "url: not-stated", "url: ¦javascript:alert(1)"),
        "“javascript:alert(1)” không phải địa chỉ web",
        "“javascript:alert(1)” is not a web address",
    ),
    Wrong(
        "web address without https",
        Edit(UNPLACED, "url: not-stated", "url: ¦xaydungdang.org.vn/bai"),
        "không phải địa chỉ web. Cần địa chỉ đầy đủ bắt đầu bằng https://",
        "is not a web address. Expected a full address beginning with https://",
    ),
    Wrong(
        "archived copy that does not exist",
        Edit(UNPLACED, "url: not-stated", "url: not-stated\n    archived: ¦not-stated"),
        "Nếu không có bản lưu, hãy bỏ dòng này",
        "Where there is none, leave the line out",
    ),
    Wrong(
        "archived copy without https",
        Edit(UNPLACED, "url: not-stated", "url: not-stated\n    archived: ¦web.archive.org/x"),
        "không phải địa chỉ web",
        "is not a web address",
    ),
    Wrong(
        "day last seen in another order",
        Edit(UNPLACED, "url: not-stated", "url: not-stated\n    last_seen: ¦20-11-2025"),
        "Có phải bạn muốn viết 2025-11-20?",
        "Did you mean 2025-11-20?",
    ),
    Wrong(
        "separate accents",
        Edit(MEETING, "vi: buổi chiều", f"vi: bu¦{unicodedata.normalize('NFD', 'buổi chiều')[2:]}"),
        "Chữ dùng dấu rời (Unicode NFD)",
        "The text uses separate accents (Unicode NFD)",
    ),
    Wrong(
        "space at the end",
        Edit(MEETING, "vi: buổi chiều", 'vi: "buổi chiều¦ "'),
        "Có dấu cách thừa ở đầu hoặc cuối chữ",
        "There are spaces at the beginning or end of the text",
    ),
    Wrong(
        "text over several lines",
        Edit(MEETING, "vi: buổi chiều", "vi: ¦|\n    buổi chiều"),
        "Hãy bỏ dấu | hoặc > và viết cả câu trên một dòng",
        "Remove the | or > and write all of it on one line",
    ),
    Wrong(
        "control character",
        Edit(MEETING, "vi: buổi chiều", 'vi: ¦"buổi\\u0007 chiều"'),
        "Chữ có ký tự ẩn U+0007",
        "The text holds an invisible character U+0007",
    ),
    Wrong(
        "zero-width space",
        Edit(MEETING, "vi: buổi chiều", "vi: buổi¦\u200b chiều"),
        "Chữ có ký tự ẩn U+200B",
        "The text holds an invisible character U+200B",
    ),
    Wrong(
        "very long text",
        Edit(MEETING, "vi: buổi chiều", f"vi: ¦{'chiều ' * 400}muộn"),
        "Chữ dài hơn 2000 ký tự",
        "The text is longer than 2000 characters",
    ),
    Wrong(
        "statement id with capitals",
        Edit(MEETING, "id: planning-young-cadres", "id: ¦Quy-Hoạch"),
        "Mã “Quy-Hoạch” không hợp lệ. Cần chữ thường không dấu a-z",
        "The id “Quy-Hoạch” is not valid. Expected lower-case a-z",
    ),
    Wrong(
        "person’s id with accents and a space",
        Edit(PEOPLE, "a-pot:\n", "¦bà Pớt:\n  name: Pớt\na-pot:\n"),
        "Mã “bà Pớt” không hợp lệ",
        "The id “bà Pớt” is not valid",
    ),
]

BAD_SHAPES = [
    Wrong(
        "misspelled field",
        Edit(MEETING, "documents_note:\n", "¦document_note:\n"),
        "Không có trường nào tên “document_note”",
        "There is no field called “document_note”",
    ),
    Wrong(
        "misspelled field that is needed",
        Edit(MEETING, "organiser:\n", "¦organizer:\n"),
        "Không có trường nào tên “organizer”. Có phải bạn muốn viết “organiser”?",
        "There is no field called “organizer”. Did you mean “organiser”?",
    ),
    Wrong(
        "field in capitals",
        Edit(MEETING, "vi: buổi chiều", "¦VI: buổi chiều"),
        "Có phải bạn muốn viết “vi”?",
        "Did you mean “vi”?",
    ),
    Wrong(
        "ids in place of who was in the chair",
        Edit(UNPLACED, "chairs: not-stated", "chairs: [¦truong-thi-mai]"),
        "Tìm thấy “truong-thi-mai”, cần các trường thụt vào ở dưới (ví dụ `person:`)",
        "Found “truong-thi-mai”, expected fields indented below (for example `person:`)",
    ),
    Wrong(
        "extra field in a text",
        Edit(MEETING, "en: afternoon\n", "en: afternoon\n  ¦fr: après-midi\n"),
        "Không có trường nào tên “fr”",
        "There is no field called “fr”",
    ),
    Wrong(
        "list in place of a text",
        Edit(MEETING, "en: afternoon", "en: ¦[afternoon]"),
        "Tìm thấy một danh sách, cần chữ",
        "expected text",
    ),
    Wrong(
        "text in place of both languages",
        Edit(MEETING, "text:\n      vi: Khó quy hoạch", "text: ¦Khó quy hoạch\n    note:\n      vi: Khó quy hoạch"),
        "cần các trường thụt vào ở dưới (ví dụ `vi:`, `en:`)",
        "expected fields indented below (for example `vi:`, `en:`)",
    ),
    Wrong(
        "one line without a colon",
        Edit("data/published.yml", "since: 2026", "¦since 2026"),
        "cần các dòng dạng `khóa: giá trị`",
        "expected lines of the form `key: value`",
    ),
    Wrong(
        "text in place of a list",
        Edit(MEETING, "topics: [successors, cadres]", "topics: ¦successors"),
        "dấu gạch. Hãy viết [successors].",
        "a dash. Write [successors].",
    ),
    Wrong(
        "key written twice",
        Edit(MEETING, "level: regional\n", "level: regional\n¦level: national\n"),
        "Khóa “level” viết hai lần; lần đầu ở dòng 4",
        "The key “level” is written twice; first on line 4",
    ),
    Wrong(
        "two people with one id",
        Edit(
            PEOPLE, "bui-thi-quynh-van:\n", "a-pot:\n  name: A Pớt\nbui-thi-quynh-van:\n", "¦a-pot:\n  name: A Pớt\nbui"
        ),
        "Khóa “a-pot” viết hai lần",
        "The key “a-pot” is written twice",
    ),
    Wrong(
        "two statements with one id",
        Edit(MEETING, "id: management-staffing-quotas", "id: ¦planning-young-cadres"),
        "Mã “planning-young-cadres” đã dùng ở dòng",
        "The id “planning-young-cadres” is already used on line",
    ),
    Wrong(
        "a figure and a statement with one id",
        Edit(RESULTS, "id: personnel-cases-2023", "id: ¦study-from-year-start"),
        "Mã “study-from-year-start” đã dùng ở dòng",
        "The id “study-from-year-start” is already used on line",
    ),
    Wrong(
        "a group and a statement with one id",
        Edit(LESSONS, "- id: central-documents-followed", "- id: ¦close-to-higher-documents"),
        "Mã “close-to-higher-documents” đã dùng ở dòng",
        "The id “close-to-higher-documents” is already used on line",
    ),
    Wrong(
        "two sources with one id",
        Edit(DOCUMENT, "  - id: s2\n", "  - id: ¦s1\n"),
        "Mã “s1” đã dùng ở dòng",
        "The id “s1” is already used on line",
    ),
]

BROKEN_RULES = [
    Wrong(
        "eth in place of the Vietnamese letter",
        Edit(MEETING, "vi: Hội nghị giao ban công tác tổ chức xây dựng Đảng 9", "vi: Hội nghị xây dựng ¦Ðảng 9"),
        "“Ð” (U+00D0) chỉ trông giống chữ “Đ” (U+0110). Hãy thay bằng chữ đúng.",
        "“Ð” (U+00D0) only looks like the letter “Đ” (U+0110). Put the right letter.",
    ),
    Wrong(
        "Cyrillic letter",
        Edit(MEETING, "en: afternoon", "en: afterno¦оn"),
        "“о” (U+043E) chỉ trông giống chữ “o”",
        "“о” (U+043E) only looks like the letter “o”",
    ),
    Wrong(
        "two spaces",
        Edit(MEETING, "vi: buổi chiều", "vi: buổi¦  chiều"),
        "Có 2 dấu cách liền nhau. Hãy để một dấu cách.",
        "There are 2 spaces in a row. Leave one space.",
    ),
    Wrong(
        "space copied from a web page",
        Edit(MEETING, "vi: buổi chiều", "vi: buổi¦\u00a0chiều"),
        "Dấu cách đặc biệt (U+00A0)",
        "A special space (U+00A0)",
    ),
    Wrong(
        "space before a comma",
        Edit(MEETING, "vi: Khó quy hoạch đội ngũ cán bộ trẻ.", "vi: Khó quy hoạch đội ngũ cán bộ trẻ¦ , cán bộ nữ."),
        "Có dấu cách trước dấu “,”",
        "There is a space before “,”",
    ),
    Wrong(
        "straight quotes",
        Edit(MEETING, "vi: s1 ghi “Chiều 29/6”", 'vi: s1 ghi ¦"Chiều 29/6"'),
        'Dấu " thẳng trong chữ, cần dấu cong',
        'A straight " in the text, expected a curly one',
    ),
    Wrong(
        "three points",
        Edit(MEETING, "vi: Vướng trong quản lý biên chế.", "vi: Vướng trong quản lý biên chế¦..."),
        "“...” là 3 dấu chấm, cần “…”",
        "“...” is 3 points, expected “…”",
    ),
    Wrong(
        "placeholder left in",
        Edit(MEETING, "en: Planning of young cadres.", "en: ¦TODO"),
        "“TODO” chưa phải nội dung",
        "“TODO” is no content yet",
    ),
    Wrong(
        "Vietnamese in place of the English",
        Edit(MEETING, "en: Planning of young cadres.", "en: ¦Khó quy hoạch đội ngũ cán bộ trẻ."),
        "Dòng `en:` giống hệt dòng `vi:`. Hãy dịch",
        "The `en:` line equals the `vi:` line. Translate",
    ),
    Wrong(
        "English half translated",
        Edit(MEETING, "en: Planning of young cadres.", "en: ¦Planning đội ngũ cán bộ trẻ."),
        "Dòng `en:` còn tiếng Việt: “đội ngũ cán bộ”",
        "The `en:` line is still Vietnamese: “đội ngũ cán bộ”",
    ),
    Wrong(
        "English in place of the Vietnamese",
        Edit(MEETING, "vi: Khó quy hoạch đội ngũ cán bộ trẻ.", "vi: ¦Planning of young cadres is hard."),
        "Dòng `vi:` không có chữ nào mang dấu",
        "No word of the `vi:` line bears an accent",
    ),
    Wrong(
        "Vietnamese typed without accents",
        Edit(MEETING, "vi: Khó quy hoạch đội ngũ cán bộ trẻ.", "vi: ¦Kho quy hoach doi ngu can bo tre."),
        "Hãy gõ lại có dấu",
        "Type it again with its accents",
    ),
    Wrong(
        "number missing in the English",
        Edit(MEETING, "vi: Vướng trong quản lý biên chế.", "vi: Vướng trong quản lý ¦1.250 biên chế."),
        "Số 1.250 có ở dòng `vi:` mà không có ở dòng `en:` (cần 1,250)",
        "The number 1.250 stands in the `vi:` line and not in the `en:` line (expected 1,250)",
    ),
    Wrong(
        "number missing in the Vietnamese",
        Edit(MEETING, "en: Management of staffing quotas.", "en: Management of ¦1,250 staffing quotas."),
        "Số 1,250 có ở dòng `en:` mà không có ở dòng `vi:` (cần 1.250)",
        "The number 1,250 stands in the `en:` line and not in the `vi:` line (expected 1.250)",
    ),
    Wrong(
        "digits exchanged in a text beside its figure",
        Edit(
            "data/meetings/2025-06-gia-lai.yml",
            "results:\n",
            "results:\n  - id: members-again\n    text:\n      vi: Toàn tỉnh có ¦61.291 đảng viên.\n"
            "      en: The province has 61,291 members of the Party.\n    topics: [members]\n    source: s1\n",
        ),
        "61.291 khác số liệu",
        "61.291 differs from the figure",
    ),
    Wrong(
        "day unlike the file’s name",
        Edit(MEETING, "date: 2022-06-29", "date: ¦2022-06-26"),
        "Ngày 2022-06-26 không khớp với tên tệp “2022-06-29”",
        "The date 2022-06-26 does not fit the file’s name “2022-06-29”",
    ),
    Wrong(
        "year with two digits exchanged",
        Edit(RESULTS, "as_of: 2023-11-30", "as_of: ¦3022-11-30"),
        "Năm của “3022-11-30” không hợp lý, cần từ 1930 đến 2099",
        "The year of “3022-11-30” cannot be, expected 1930 to 2099",
    ),
    Wrong(
        "figure of a day after the meeting",
        Edit("data/meetings/2025-06-19-quang-nam.yml", "as_of: 2025-06-19", "as_of: ¦2026-06-19"),
        "Số liệu của 2026-06-19 lại được nêu vào 2025-06-19",
        "The figure is of 2026-06-19 but was stated in 2025-06-19",
    ),
    Wrong(
        "source published before the meeting",
        Edit(MEETING, "published: 2022-06-30", "published: ¦2021-06-30"),
        "Nguồn đăng ngày 2021-06-30, trước hội nghị (2022-06-29)",
        "The source was published on 2021-06-30, before the meeting (2022-06-29)",
    ),
    Wrong(
        "document in force before it was issued",
        Edit("data/documents/202-2025-qh15.yml", "in_force: 2025-06-12", "in_force: ¦2024-06-12"),
        "Văn bản có hiệu lực 2024-06-12, trước ngày ban hành 2025-06-12",
        "The document is in force from 2024-06-12, before its date 2025-06-12",
    ),
    Wrong(
        "number of a document without its letter",
        Edit("data/documents/96-qd-tw.yml", "number: 96-QĐ/TW", "number: ¦96-QD/TW"),
        "Số hiệu “96-QD/TW” không đúng dạng chính thức. Cần “96-QĐ/TW”",
        "The number “96-QD/TW” is not in its official form. Expected “96-QĐ/TW”",
    ),
    Wrong(
        "number of another document",
        Edit("data/documents/96-qd-tw.yml", "number: 96-QĐ/TW", "number: ¦69-QĐ/TW"),
        "Số hiệu 69-QĐ/TW không khớp với tên tệp “96-qd-tw.yml”; theo số hiệu là “69-qd-tw-2023.yml”",
        "The number 69-QĐ/TW does not fit the file’s name “96-qd-tw.yml”; by the number it is “69-qd-tw-2023.yml”",
    ),
    Wrong(
        "year unlike the file’s name",
        Edit("data/documents/35-ct-tw-2024.yml", "date: 2024-", "date: ¦2023-"),
        "không thuộc năm 2024 trong tên tệp “35-ct-tw-2024”",
        "is not of the year 2024 in the file’s name “35-ct-tw-2024”",
    ),
    Wrong(
        "number of a document without its zero",
        Edit("data/documents/nq-tw4-khoa-xii.yml", "number: 04-NQ/TW", "number: ¦4 NQ/TW"),
        "Cần “04-NQ/TW”",
        "Expected “04-NQ/TW”",
    ),
    Wrong(
        "number of a document in a text",
        Edit(MEETING, "vi: Vướng trong quản lý biên chế.", "vi: Vướng theo Quy định ¦26 QĐ/TW."),
        "Số hiệu “26 QĐ/TW” không đúng dạng chính thức, cần “26-QĐ/TW”",
        "The number “26 QĐ/TW” is not in its official form, expected “26-QĐ/TW”",
    ),
    Wrong(
        "document named and not linked",
        Edit(MEETING, "vi: Vướng trong quản lý biên chế.", "vi: Vướng theo Quy định ¦37-QĐ/TW."),
        "Phát biểu nhắc đến 37-QĐ/TW mà `documents:` không có mã 37-qd-tw",
        "The statement names 37-QĐ/TW and `documents:` lacks the id 37-qd-tw",
    ),
    Wrong(
        "date of a document taken away",
        Edit("data/documents/96-qd-tw.yml", "date: 2023-02-02", "date: ¦not-stated"),
        "Chưa biết ngày của văn bản",
        "The document’s date is not known",
    ),
    Wrong(
        "statement pasted twice",
        Edit(MEETING, "vi: Vướng trong quản lý biên chế.", "vi: ¦Khó quy hoạch đội ngũ cán bộ trẻ."),
        "Nội dung này đã có ở dòng",
        "This text already stands on line",
    ),
    Wrong(
        "statement pasted into another meeting",
        Edit(
            "data/meetings/2023-12-08.yml",
            "results:\n",
            "results:\n  - id: quotas\n    text:\n"
            "      vi: ¦Khó quy hoạch đội ngũ cán bộ trẻ.\n      en: Planning.\n    topics: [cadres]\n    source: s1\n",
        ),
        "Nội dung này giống hệt ở data/meetings/2022-06-29.yml",
        "This text is the same as in data/meetings/2022-06-29.yml",
    ),
    Wrong(
        "person entered again under another id",
        Edit(PEOPLE, "name: Bùi Thị Quỳnh Vân", "name: ¦A Pớt"),
        "Tên “A Pớt” đã có mã “a-pot”",
        "The name “A Pớt” already has the id “a-pot”",
    ),
    Wrong(
        "topic that nothing uses",
        Edit(
            "data/topics.yml",
            "apparatus:\n",
            "finance:\n  ¦name:\n    vi: Tài chính\n    en: Finance\n  scope:\n"
            "    vi: Tài chính đảng.\n    en: Party finance.\napparatus:\n",
        ),
        "Không bản ghi nào nêu đến “finance”",
        "No record names “finance”",
    ),
]

WRONG = [*UNKNOWN_IDS, *LEFT_OUT, *BAD_VALUES, *BAD_SHAPES, *BROKEN_RULES]
