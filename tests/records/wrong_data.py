"""Wrong edits to the data, each with a phrase of the message it must get in either language."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from tests.support.edits import Edit
from tests.support.files import (
    DOCUMENT,
    GLOSSARY,
    LESSONS,
    MEETING,
    PEOPLE,
    PRIORITIES,
    PROVINCES,
    RESULTS,
    UNPLACED,
)


class Wrong(NamedTuple):
    """One wrong edit."""

    what: str
    edit: Edit
    vi: str
    en: str


ELSEWHERE = "data/meetings/2031-01-15-moc-linh.yml"
REPLACING = "data/documents/12-ct-tw-2031.yml"
UNKNOWN_IDS = [
    Wrong(
        "document that is replaced",
        Edit(REPLACING, "document: 12-ct-tw-2030", "document: ¦12-ct-tw-2029"),
        "Không có văn bản nào mang mã “12-ct-tw-2029”",
        "There is no document with the id “12-ct-tw-2029”",
    ),
    Wrong(
        "province",
        Edit(MEETING, "province: thanh-loan", "province: ¦thanh-lon"),
        "Không có tỉnh nào mang mã “thanh-lon”. "
        "Cần một mã trong data/provinces.yml. Có phải bạn muốn viết “thanh-loan”?",
        "There is no province with the id “thanh-lon”. "
        "Expected an id from data/provinces.yml. Did you mean “thanh-loan”?",
    ),
    Wrong(
        "province that is like no other",
        Edit(MEETING, "province: thanh-loan", "province: ¦xyzzy"),
        "“xyzzy”. Cần một mã trong data/provinces.yml.",
        "“xyzzy”. Expected an id from data/provinces.yml.",
    ),
    Wrong(
        "province in a list",
        Edit(RESULTS, "provinces: [moc-linh, hoang-trach]", "provinces: [moc-linh, ¦hoang-trac]"),
        "Có phải bạn muốn viết “hoang-trach”?",
        "Did you mean “hoang-trach”?",
    ),
    Wrong(
        "topic",
        Edit(MEETING, "topics: [methods, members]", "topics: [methods, ¦membres]"),
        "Không có chủ đề nào mang mã “membres”",
        "Did you mean “members”?",
    ),
    Wrong(
        "document",
        Edit(MEETING, "documents: [12-ct-tw-2030, 45-qd-tw]", "documents: [12-ct-tw-2030, ¦45-qd-tv]"),
        "Không có văn bản nào mang mã “45-qd-tv”. Cần một mã trong data/documents/. Có phải bạn muốn viết “45-qd-tw”?",
        "There is no document with the id “45-qd-tv”. Expected an id from data/documents/. Did you mean “45-qd-tw”?",
    ),
    Wrong(
        "person in the chair",
        Edit(MEETING, "person: dang-khai-minh", "person: ¦dang-khai-mimh"),
        "Không có người nào mang mã “dang-khai-mimh”",
        "no person with the id “dang-khai-mimh”. Expected an id from data/people.yml. Did you mean “dang-khai-minh”?",
    ),
    Wrong(
        "person who concludes",
        Edit(MEETING, "by: dang-khai-minh", "by: ¦dang-khai-mimh"),
        "Có phải bạn muốn viết “dang-khai-minh”?",
        "Did you mean “dang-khai-minh”?",
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
        Edit(MEETING, "by: dang-khai-minh", "by: ¦Đặng Khải Minh"),
        "Có phải bạn muốn viết “dang-khai-minh”?",
        "Did you mean “dang-khai-minh”?",
    ),
    Wrong(
        "province by name",
        Edit(MEETING, "province: thanh-loan", "province: ¦Thanh Loan"),
        "Có phải bạn muốn viết “thanh-loan”?",
        "Did you mean “thanh-loan”?",
    ),
    Wrong(
        "source in capitals",
        Edit(MEETING, "source: s2", "source: ¦S2"),
        "Có phải bạn muốn viết “s2”?",
        "Did you mean “s2”?",
    ),
    Wrong(
        "topics without a comma",
        Edit(MEETING, "topics: [cadres, training]", "topics: [¦cadres training]"),
        "Thiếu dấu phẩy: cadres, training.",
        "A comma is missing: cadres, training.",
    ),
    Wrong(
        "unit a province became",
        Edit(PROVINCES, "successor: bach-sa", "successor: ¦bach-sq"),
        "Không có đơn vị cấp tỉnh kế tục nào mang mã “bach-sq”",
        "There is no present unit with the id “bach-sq”",
    ),
    Wrong(
        "glossary term",
        Edit(GLOSSARY, "see: [chi-bo]", "see: [¦chi-bu]"),
        "Không có thuật ngữ nào mang mã “chi-bu”",
        "Did you mean “chi-bo”?",
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
        Edit(MEETING, "    topics: [cadres, training]\n", "", "  - ¦id: planning-young-cadres\n"),
        "Thiếu “topics”. Hãy thêm dòng `topics:`.",
        "“topics” is missing. Add the line `topics:`.",
    ),
    Wrong(
        "every topic of a list",
        Edit(MEETING, "topics: [cadres, training]", "topics: ¦[]"),
        "Danh sách trống, cần ít nhất một mục",
        "The list is empty; expected at least one item",
    ),
    Wrong(
        "the third sentence of a topic’s summary",
        Edit(
            "data/topics.yml",
            "    - text:\n        vi: Năm 2032, luân chuyển được yêu cầu tiếp tục.\n"
            "        en: In 2032 rotation was to go on.\n"
            "      rests_on: [meetings/2032-03-04-national/rotation-goes-on]\n",
            "",
            "    ¦- text:\n        vi: Năm 2031, việc",
        ),
        "Danh sách có ít mục quá; cần ít nhất 3 mục.",
        "The list is too short; expected at least 3 items.",
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
            "    by: dang-khai-minh\n    force: assessment\n",
            "    force: assessment\n",
            "  - ¦id: commended-new-working-methods\n",
        ),
        "Mục này thiếu người nói. Cần `by: mã-người` hoặc `by_office:`",
        "The entry has no speaker. Expected `by: person-id` or `by_office:`",
    ),
    Wrong(
        "date of a document",
        Edit(DOCUMENT, "date: ", "# ", "¦number: "),
        "Thiếu “date”. Nếu nguồn không nêu, hãy viết `date: not-stated`",
        "“date” is missing. If no source states it, write `date: not-stated`",
    ),
    Wrong(
        "force of a remark",
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
        "“en” để trống",
        "“en” is empty",
    ),
    Wrong(
        "text between its quotes",
        Edit(MEETING, "en: Planning of young cadres.\n", 'en: ¦""\n'),
        "“en” để trống",
        "“en” is empty",
    ),
]

BAD_VALUES = [
    Wrong(
        "day that does not exist",
        Edit(MEETING, "date: 2030-06-12", "date: ¦2023-13-45"),
        "“2023-13-45” không phải ngày. Cần một trong các dạng: 2021, 2021-05, 2021-Q2",
        "“2023-13-45” is not a date. Expected one of: 2021, 2021-05, 2021-Q2",
    ),
    Wrong(
        "day in Vietnamese order",
        Edit(MEETING, "date: 2030-06-12", "date: ¦30/11/2023"),
        "Có phải bạn muốn viết 2023-11-30?",
        "Did you mean 2023-11-30?",
    ),
    Wrong(
        "day of a figure",
        Edit(RESULTS, "as_of: 2031\n", "as_of: ¦cuối năm 2023\n"),
        "“cuối năm 2023” không phải ngày",
        "“cuối năm 2023” is not a date",
    ),
    Wrong(
        "day on which a source was published",
        Edit(MEETING, "published: 2030-06-13", "published: ¦2022-02-30"),
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
        Edit(RESULTS, "value: 12480", 'value: ¦"20.739"'),
        "Tìm thấy “20.739”, cần một số, như 20739 hoặc 98.5. Nếu là số, hãy viết 20739.",
        "such as 20739 or 98.5. If it is a number, write 20739.",
    ),
    Wrong(
        "number with separators and zeros at its end",
        Edit(RESULTS, "value: 12480", "value: ¦20.500"),
        "Nếu là hàng nghìn, hãy viết 20500; nếu là số thập phân, 20.5.",
        "If these are thousands, write 20500; if decimals, 20.5.",
    ),
    Wrong(
        "number in quotes",
        Edit(RESULTS, "value: 12480", 'value: ¦"20739"'),
        "Hãy bỏ dấu ngoặc kép: 20739.",
        "Remove the quotes: 20739.",
    ),
    Wrong(
        "number with a decimal comma",
        Edit(RESULTS, "value: 12480", "value: ¦98,5"),
        "Nếu là số, hãy viết 98.5.",
        "If it is a number, write 98.5.",
    ),
    Wrong(
        "number with its unit",
        Edit(RESULTS, "value: 12480", "value: ¦98,5%"),
        'hãy viết 98.5. Đơn vị ghi ở `unit:` ("%").',
        'write 98.5. Write the unit in `unit:` ("%").',
    ),
    Wrong(
        "number with its unit in words",
        Edit(RESULTS, "value: 12480", "value: ¦20.739 đảng viên"),
        "hãy viết 20739. Đơn vị ghi ở `unit:` (đảng viên).",
        "write 20739. Write the unit in `unit:` (đảng viên).",
    ),
    Wrong(
        "year in quotes",
        Edit(PRIORITIES, "year: 2032", 'year: ¦"2032"'),
        "Hãy bỏ dấu ngoặc kép: 2032.",
        "Remove the quotes: 2032.",
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
        Edit(RESULTS, "value: 96", "value: ¦-96"),
        "Số “-96” nhỏ hơn 0",
        "The number “-96” is below 0",
    ),
    Wrong(
        "number of people below one",
        Edit(MEETING, "provinces_count: 3", "provinces_count: ¦-3"),
        "Số “-3” nhỏ hơn 1",
        "The number “-3” is below 1",
    ),
    Wrong(
        "year in words",
        Edit(PRIORITIES, "year: 2032", "year: ¦sang năm"),
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
        "change of no document",
        Edit("data/documents/09-hd-btctw.yml", "  - document: 45-qd-tw\n    since", "  - ¦since"),
        "Cần đúng một trong hai: `document: mã-văn-bản`",
        "Expected one of `document: document-id` and `unrecorded:`",
    ),
    Wrong(
        "expression of one word",
        Edit(ELSEWHERE, "- nhà công vụ cho cán bộ", "- ¦nhà"),
        "từ 2 đến 8 tiếng",
        "an expression of the source of 2 to 8 words",
    ),
    Wrong(
        "sentence in place of an expression",
        Edit(
            "data/meetings/2031-01-15-moc-linh.yml",
            "- nhà công vụ cho cán bộ",
            "- ¦nhà công vụ cho cán bộ luân chuyển được xây",
        ),
        "Đừng chép cả câu",
        "Do not copy a sentence",
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
            ("type", "resolution", "nghị quyết", DOCUMENT),
            ("language", "vi", "tiếng Việt", MEETING),
        ]
    ),
    Wrong(
        "force that several words end with",
        Edit(MEETING, "force: opening", "force: ¦lời"),
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
        "The text contains an invisible character U+0007",
    ),
    Wrong(
        "zero-width space",
        Edit(MEETING, "vi: buổi chiều", "vi: buổi¦\u200b chiều"),
        "Chữ có ký tự ẩn U+200B",
        "The text contains an invisible character U+200B",
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
        Edit(PEOPLE, "dang-khai-minh:\n", "¦bà Pớt:\n  name: Pớt\ndang-khai-minh:\n"),
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
        Edit(UNPLACED, "chairs: not-stated", "chairs: [¦dang-khai-minh]"),
        "Tìm thấy “dang-khai-minh”, cần các trường thụt vào ở dưới (ví dụ `person:`, `role:`, `office:`, `source:`)",
        "Found “dang-khai-minh”, expected fields indented below (for example `person:`, `role:`, `office:`, `source:`)",
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
        "Hãy xuống dòng, thụt vào và viết `vi:` trước chữ ấy",
        "Put it on the next line, indented, after `vi:`",
    ),
    Wrong(
        "one line without a colon",
        Edit("data/published.yml", "since: 2032", "¦since 2032"),
        "cần các dòng dạng `khóa: giá trị`",
        "expected lines of the form `key: value`",
    ),
    Wrong(
        "text in place of a list",
        Edit(MEETING, "topics: [cadres, training]", "topics: ¦cadres"),
        "dấu gạch. Hãy viết [cadres].",
        "a dash. Write [cadres].",
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
            PEOPLE,
            "h-mai-ksor:\n",
            "dang-khai-minh:\n  name: Đặng Khải Minh\nh-mai-ksor:\n",
            "¦dang-khai-minh:\n  name: Đặng Khải Minh\nh-mai",
        ),
        "Khóa “dang-khai-minh” viết hai lần",
        "The key “dang-khai-minh” is written twice",
    ),
    Wrong(
        "two statements with one id",
        Edit(MEETING, "id: management-staffing-quotas", "id: ¦planning-young-cadres"),
        "Mã “planning-young-cadres” đã dùng ở dòng",
        "The id “planning-young-cadres” is already used on line",
    ),
    Wrong(
        "a figure and a statement with one id",
        Edit(RESULTS, "id: cadres-rotated-count", "id: ¦cells-met-monthly"),
        "Mã “cells-met-monthly” đã dùng ở dòng",
        "The id “cells-met-monthly” is already used on line",
    ),
    Wrong(
        "a group and a statement with one id",
        Edit(LESSONS, "- id: secretaries-chosen-with-care", "- id: ¦start-from-the-cell"),
        "Mã “start-from-the-cell” đã dùng ở dòng",
        "The id “start-from-the-cell” is already used on line",
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
        Edit(MEETING, "vi: Hội nghị giao ban công tác tổ chức xây dựng Đảng vùng", "vi: Hội nghị xây dựng ¦Ðảng 9"),
        "“Ð” (U+00D0) chỉ trông giống chữ “Đ” (U+0110). Hãy thay bằng chữ đúng.",
        "“Ð” (U+00D0) only looks like the letter “Đ” (U+0110). Use the correct letter.",
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
        Edit(MEETING, "vi: s1 ghi “Chiều 12/6”", 'vi: s1 ghi ¦"Chiều 12/6"'),
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
        "“TODO” mới chỉ là chữ giữ chỗ",
        "“TODO” is still a placeholder",
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
        "No word of the `vi:` line has an accent",
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
        "The number 1.250 is in the `vi:` line and not in the `en:` line (expected 1,250)",
    ),
    Wrong(
        "number missing in the Vietnamese",
        Edit(MEETING, "en: Management of staffing quotas.", "en: Management of ¦1,250 staffing quotas."),
        "Số 1,250 có ở dòng `en:` mà không có ở dòng `vi:` (cần 1.250)",
        "The number 1,250 is in the `en:` line and not in the `vi:` line (expected 1.250)",
    ),
    Wrong(
        "digits exchanged in a text beside its figure",
        Edit(
            "data/meetings/2031-01-15-moc-linh.yml",
            "results:\n",
            "results:\n  - id: members-again\n    text:\n      vi: Toàn tỉnh có ¦20.793 đảng viên.\n"
            "      en: The province has 20,793 members of the Party.\n    topics: [members]\n    source: s1\n",
        ),
        "20.793 khác số liệu",
        "20.793 differs from the figure",
    ),
    Wrong(
        "day unlike the file’s name",
        Edit(MEETING, "date: 2030-06-12", "date: ¦2030-06-21"),
        "Ngày 2030-06-21 không khớp với tên tệp “2030-06-12.yml”",
        "The date 2030-06-21 does not fit the file’s name “2030-06-12.yml”",
    ),
    Wrong(
        "year with two digits exchanged",
        Edit(RESULTS, "as_of: 2031-11-30", "as_of: ¦3031-11-30"),
        "Năm của “3031-11-30” không hợp lý, cần từ 1930 đến 2099",
        "The year of “3031-11-30” is not plausible; expected 1930 to 2099",
    ),
    Wrong(
        "figure of a day after the meeting",
        Edit(ELSEWHERE, "as_of: 2030-12-31", "as_of: ¦2031-12-31"),
        "Số liệu của 2031-12-31 lại được nêu vào 2031-01-15",
        "The figure is of 2031-12-31 but was stated in 2031-01-15",
    ),
    Wrong(
        "source published before the meeting",
        Edit(MEETING, "published: 2030-06-13", "published: ¦2030-05-30"),
        "Nguồn đăng ngày 2030-05-30, trước hội nghị (2030-06-12)",
        "The source was published on 2030-05-30, before the meeting (2030-06-12)",
    ),
    Wrong(
        "document in force before it was issued",
        Edit("data/documents/71-2031-qh17.yml", "in_force: 2032-01-01", "in_force: ¦2030-06-12"),
        "Ngày 2030-06-12 trước ngày ban hành 2031-12-20 của văn bản",
        "The day 2030-06-12 is before 2031-12-20, the date of the document",
    ),
    Wrong(
        "document that replaces itself",
        Edit(REPLACING, "document: 12-ct-tw-2030", "document: ¦12-ct-tw-2031"),
        "Văn bản thay thế lẫn nhau thành vòng: 12-ct-tw-2031 → 12-ct-tw-2031",
        "The documents replace one another in a circle: 12-ct-tw-2031 → 12-ct-tw-2031",
    ),
    Wrong(
        "document replaced before its date",
        Edit(REPLACING, "since: 2031-08-19", "since: ¦2030-02-02"),
        "đề 2030-02-03, không thể bị thay thế hay sửa đổi từ 2030-02-02",
        "bears the date 2030-02-03 and cannot be replaced or amended on 2030-02-02",
    ),
    Wrong(
        "number of a document without its letter",
        Edit("data/documents/45-qd-tw.yml", "number: 45-QĐ/TW", "number: ¦45-QD/TW"),
        "Số hiệu “45-QD/TW” không đúng dạng chính thức. Cần “45-QĐ/TW”",
        "The number “45-QD/TW” is not in its official form. Expected “45-QĐ/TW”",
    ),
    Wrong(
        "number of another document",
        Edit("data/documents/45-qd-tw.yml", "number: 45-QĐ/TW", "number: ¦54-QĐ/TW"),
        "Số hiệu 54-QĐ/TW không khớp với tên tệp “45-qd-tw.yml”; theo số hiệu là “54-qd-tw-2030.yml”",
        "The number 54-QĐ/TW does not fit the file’s name “45-qd-tw.yml”; by the number it is “54-qd-tw-2030.yml”",
    ),
    Wrong(
        "year unlike the file’s name",
        Edit("data/documents/12-ct-tw-2031.yml", "date: 2031-", "date: ¦2032-"),
        "không thuộc năm 2031 trong tên tệp “12-ct-tw-2031”",
        "is not of the year 2031 in the file’s name “12-ct-tw-2031”",
    ),
    Wrong(
        "number of a document without its zero",
        Edit("data/documents/09-hd-btctw.yml", "number: 09-HD/BTCTW", "number: ¦9 HD/BTCTW"),
        "Cần “09-HD/BTCTW”",
        "Expected “09-HD/BTCTW”",
    ),
    Wrong(
        "number of a document in a text",
        Edit(MEETING, "vi: Vướng trong quản lý biên chế.", "vi: Vướng theo Quy định ¦26 QĐ/TW."),
        "Số hiệu “26 QĐ/TW” không đúng dạng chính thức, cần “26-QĐ/TW”",
        "The number “26 QĐ/TW” is not in its official form, expected “26-QĐ/TW”",
    ),
    Wrong(
        "document named and not linked",
        Edit(MEETING, "vi: Vướng trong quản lý biên chế.", "vi: Vướng theo Quy định ¦45-QĐ/TW."),
        "Ý này nhắc đến 45-QĐ/TW mà `documents:` không có mã 45-qd-tw",
        "The statement names 45-QĐ/TW and `documents:` lacks the id 45-qd-tw",
    ),
    Wrong(
        "date of a document taken away",
        Edit("data/documents/45-qd-tw.yml", "date: 2030-07", "date: ¦not-stated"),
        "Chưa biết ngày của văn bản",
        "The document’s date is not known",
    ),
    Wrong(
        "statement pasted twice",
        Edit(MEETING, "vi: Vướng trong quản lý biên chế.", "vi: ¦Khó quy hoạch đội ngũ cán bộ trẻ."),
        "Nội dung này đã có ở dòng",
        "This text is already on line",
    ),
    Wrong(
        "statement pasted into another meeting",
        Edit(
            "data/meetings/2031-11-19.yml",
            "results:\n",
            "results:\n  - id: quotas\n    text:\n"
            "      vi: ¦Khó quy hoạch đội ngũ cán bộ trẻ.\n      en: Planning.\n    topics: [cadres]\n    source: s1\n",
        ),
        "Nội dung này giống hệt ở data/meetings/2030-06-12.yml",
        "This text is the same as in data/meetings/2030-06-12.yml",
    ),
    Wrong(
        "person entered again under another id",
        Edit(PEOPLE, "name: H’Mai Ksor", "name: ¦Đặng Khải Minh"),
        "Tên “Đặng Khải Minh” đã có mã “dang-khai-minh”",
        "The name “Đặng Khải Minh” already has the id “dang-khai-minh”",
    ),
    Wrong(
        "topic that nothing uses",
        Edit(
            "data/topics.yml",
            "cadres:\n",
            "finance:\n  ¦name:\n    vi: Tài chính\n    en: Finance\n  scope:\n"
            "    vi: Tài chính đảng.\n    en: Party finance.\ncadres:\n",
        ),
        "Không bản ghi nào nêu đến “finance”",
        "No record refers to “finance”",
    ),
]

WRONG = [*UNKNOWN_IDS, *LEFT_OUT, *BAD_VALUES, *BAD_SHAPES, *BROKEN_RULES]
