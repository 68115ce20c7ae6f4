"""What is said of each kind of mistake that pydantic finds: what was found, what is expected, how to fix it."""

from __future__ import annotations

COLLECTION_NAMES = {
    "topics": ("chủ đề", "topic", "data/topics.yml", "data/topics.yml"),
    "documents": ("văn bản", "document", "data/documents/", "data/documents/"),
    "meetings": ("hội nghị", "meeting", "data/meetings/", "data/meetings/"),
    "provinces": ("tỉnh", "province", "data/provinces.yml", "data/provinces.yml"),
    "units": ("đơn vị cấp tỉnh kế tục", "unit of today", "data/provinces.yml", "data/provinces.yml"),
    "people": ("người", "person", "data/people.yml", "data/people.yml"),
    "glossary": ("thuật ngữ", "term", "data/glossary.yml", "data/glossary.yml"),
    "sources": ("nguồn", "source", "phần `sources:` của tệp", "the file’s `sources:`"),
}
# What editors write for `not-stated`.
NOT_STATED_SAID = ("not-stated", "khong-neu", "khong-ro", "chua-ro", "nguon-khong-neu", "unknown", "n-a")
# A kind of mistake: what was found and what is expected, Vietnamese and English; `{…}` are filled from the error.
MESSAGES: dict[str, tuple[str, str]] = {
    "unknown_id": (
        "Không có {vi_name} nào mang mã {found}. Cần một mã trong {vi_home}.",
        "There is no {en_name} with the id {found}. Expected an id from {en_home}.",
    ),
    "not_stated": (
        "Tìm thấy {found}. Nếu nguồn không nêu, hãy viết `not-stated`.",
        "Found {found}. If no source states it, write `not-stated`.",
    ),
    "extra_forbidden": ("Không có trường nào tên “{field}”.", "There is no field called “{field}”."),
    "string_type": (
        "Tìm thấy {found}, cần chữ. Nếu là chữ hoặc số viết như chữ, hãy đặt trong dấu ngoặc kép.",
        "Found {found}, expected text. If it is text or a number used as text, put it in quotes.",
    ),
    "string_too_short": (
        "Chữ để trống, cần nội dung; không có thì bỏ dòng này nếu trường không bắt buộc.",
        "The text is empty; expected some content. Without any, remove the line of a field that is not required.",
    ),
    "string_too_long": (
        "Chữ dài hơn {max_length} ký tự. Hãy chia thành nhiều phát biểu ngắn.",
        "The text is longer than {max_length} characters. Split it into short statements.",
    ),
    "string_pattern_mismatch": (
        "Mã {found} không hợp lệ. Cần chữ thường không dấu a-z, số và dấu gạch nối, như `ket-nap-2021`.",
        "The id {found} is not valid. Expected lower-case a-z, digits and hyphens, such as `members-2021`.",
    ),
    "enum": (
        "{found} không phải giá trị dùng được. Cần một trong: {expected}.",
        "{found} is not a known value. Expected one of: {expected}.",
    ),
    "literal_error": ("Tìm thấy {found}, cần {expected}.", "Found {found}, expected {expected}."),
    "list_type": (
        "Tìm thấy {found}, cần một danh sách: [a, b] hoặc mỗi mục một dòng bắt đầu bằng dấu gạch.",
        "Found {found}, expected a list: [a, b] or one item a line, each after a dash.",
    ),
    "too_short": ("Danh sách trống, cần ít nhất một mục.", "The list is empty; expected at least one item."),
    "dict_type": ("Tìm thấy {found}, cần các khóa thụt vào ở dưới.", "Found {found}, expected keys indented below."),
    "no_fields": (
        "Tìm thấy {found}, cần các dòng dạng `khóa: giá trị`.",
        "Found {found}, expected lines of the form `key: value`.",
    ),
    "model_type": (
        "Tìm thấy {found}, cần các trường thụt vào ở dưới (ví dụ {fields}).",
        "Found {found}, expected fields indented below (for example {fields}).",
    ),
    "text_without_vi": (
        "Tìm thấy {found} ngay sau dấu hai chấm. Hãy xuống dòng, thụt vào và viết `vi:` trước chữ ấy.",
        "Found {found} right after the colon. Put it on the next line, indented, after `vi:`.",
    ),
    "int_type": (
        "Tìm thấy {found}, cần số nguyên không có dấu ngăn cách, như 20739.",
        "Found {found}, expected a whole number without separators, such as 20739.",
    ),
    "float_type": (
        "Tìm thấy {found}, cần một số, như 20739 hoặc 98.5.",
        "Found {found}, expected a number, such as 20739 or 98.5.",
    ),
    "bool_type": ("Tìm thấy {found}, cần `true` hoặc `false`.", "Found {found}, expected `true` or `false`."),
    "thousands": (
        "Số {found} có ba chữ số sau dấu chấm. Nếu là hàng nghìn, hãy viết liền: {joined}.",
        "The number {found} has three digits after the point. If they are thousands, write it without: {joined}.",
    ),
    "approximate": (
        "Tìm thấy {found}, cần một số. Hãy viết số và mức gần đúng ở các dòng riêng: `{lines}`.",
        "Found {found}, expected a number. Write the number and its approximation on lines of their own: `{lines}`.",
    ),
    "range_backwards": (
        "`value_to: {last}` phải lớn hơn `value: {first}`.",
        "`value_to: {last}` must be larger than `value: {first}`.",
    ),
    "range_with_bound": (
        "Số liệu có `value_to:` là một khoảng, chỉ dùng được `approximation: about`. Hãy bỏ một trong hai dòng.",
        "A figure with `value_to:` is a range, which can only have `approximation: about`. Remove one of the lines.",
    ),
    "less_than_equal": ("Số {found} lớn hơn {le}.", "The number {found} is above {le}."),
    "greater_than_equal": ("Số {found} nhỏ hơn {ge}.", "The number {found} is below {ge}."),
    "not_a_date": (
        "{found} không phải ngày. Cần một trong các dạng: {forms}.",
        "{found} is not a date. Expected one of: {forms}.",
    ),
    "not_an_address": (
        "{found} không phải địa chỉ web. Cần địa chỉ đầy đủ bắt đầu bằng https:// hoặc http://, hoặc `not-stated`.",
        "{found} is not a web address. Expected a full address beginning with https:// or http://, or `not-stated`.",
    ),
    "not_permanent": (
        "{found} không phải địa chỉ của một trang hay một mục trong kho. Cần dạng `meetings/2022-06-29/` hoặc "
        "`meetings/2022-06-29/#careful-and-rigorous`: không có tên miền, không có `en/` ở đầu.",
        "{found} is not the address of a page or an entry of the archive. Expected the form `meetings/2022-06-29/` or "
        "`meetings/2022-06-29/#careful-and-rigorous`: without a domain, without `en/` before it.",
    ),
    "no_archive": (
        "Bản lưu không thể là {found}. Nếu không có bản lưu, hãy bỏ dòng này.",
        "An archived copy cannot be {found}. Where there is none, leave the line out.",
    ),
    "nobody": (
        "Kết luận thiếu người nói. Cần `by: mã-người` hoặc `by_office:` (chức vụ, cơ quan).",
        "The conclusion has no speaker. Expected `by: person-id` or `by_office:` (an office or body).",
    ),
}
