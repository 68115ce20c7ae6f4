"""What is said of each mistake that pydantic finds: what was found, what is expected, how to fix it."""

from macros.data.problems import Bilingual

# What editors write for `not-stated`.
NOT_STATED_WRITTEN = ("not-stated", "khong-neu", "khong-ro", "chua-ro", "nguon-khong-neu", "unknown", "n-a")
NOT_VALID = Bilingual("Giá trị không hợp lệ: {message}.", "Not valid: {message}.")
# Fields that are missing from a record.
LACKING_ONE = Bilingual(
    "Thiếu “{name}”. {write}. Ý nghĩa: {meaning}{possible}.",
    "“{name}” is missing. {write}. Meaning: {meaning}{possible}.",
)
LACKING_SEVERAL = Bilingual("Thiếu {count} trường. Hãy thêm các dòng:", "{count} fields are missing. Add the lines:")
LACKING_LINE = Bilingual("\n{indent}- `{name}:` {meaning}{possible}", "\n{indent}- `{name}:` {meaning}{possible}")
WRITE_IT = Bilingual("Hãy thêm dòng `{name}:`", "Add the line `{name}:`")
WRITE_NOT_STATED = Bilingual(
    "Nếu nguồn không nêu, hãy viết `{name}: not-stated`", "If no source states it, write `{name}: not-stated`"
)
ONE_OF = Bilingual("; một trong: {codes}", "; one of: {codes}")
EXAMPLE = Bilingual("; ví dụ `{example}`", "; for example `{example}`")
AND_MORE = Bilingual(
    "Tệp còn {count} lỗi nữa từ chỗ này trở đi. Hãy sửa các lỗi đã nêu rồi kiểm tra lại.",
    "The file has {count} more mistakes from here on. Correct those that are reported and check again.",
)
# What follows a message, where more is known.
ON_NEXT_LINE = Bilingual(" Hãy viết xuống dòng dưới: `{line}`.", " Write it on the line below: `{line}`.")
NO_QUOTES = Bilingual(" Hãy bỏ dấu ngoặc kép.", " Remove the quotes.")
# By the type of pydantic's error, or a type of our own: what was found and what is expected.
MESSAGES = {
    "unknown_id": Bilingual(
        "Không có {noun} nào mang mã {found}. Cần một mã trong {home}.",
        "There is no {noun} with the id {found}. Expected an id from {home}.",
    ),
    "not_stated": Bilingual(
        "Tìm thấy {found}. Nếu nguồn không nêu, hãy viết `not-stated`.",
        "Found {found}. If no source states it, write `not-stated`.",
    ),
    "empty": Bilingual("“{name}” để trống. Hãy điền giá trị.", "“{name}” is empty. Write the value."),
    "empty_not_stated": Bilingual(
        "“{name}” để trống. Hãy điền giá trị; nếu nguồn không nêu, hãy viết `{name}: not-stated`.",
        "“{name}” is empty. Write the value; if no source states it, write `{name}: not-stated`.",
    ),
    "extra_forbidden": Bilingual("Không có trường nào tên “{field}”.", "There is no field called “{field}”."),
    "string_type": Bilingual(
        "Tìm thấy {found}, cần chữ. Nếu là chữ hoặc số viết như chữ, hãy đặt trong dấu ngoặc kép.",
        "Found {found}, expected text. If it is text or a number used as text, put it in quotes.",
    ),
    "string_too_short": Bilingual(
        "Chữ để trống, cần nội dung; không có thì bỏ dòng này nếu trường không bắt buộc.",
        "The text is empty; expected some content. If there is none, remove the line, unless the field is required.",
    ),
    "string_too_long": Bilingual(
        "Chữ dài hơn {max_length} ký tự. Hãy chia thành nhiều ý ngắn.",
        "The text is longer than {max_length} characters. Split it into short statements.",
    ),
    "string_pattern_mismatch": Bilingual(
        "Mã {found} không hợp lệ. Cần chữ thường không dấu a-z, số và dấu gạch nối, như `ket-nap-2021`.",
        "The id {found} is not valid. Expected lower-case a-z, digits and hyphens, such as `members-2021`.",
    ),
    "enum": Bilingual(
        "{found} không phải giá trị dùng được. Cần một trong: {expected}.",
        "{found} is not a known value. Expected one of: {expected}.",
    ),
    "literal_error": Bilingual("Tìm thấy {found}, cần {expected}.", "Found {found}, expected {expected}."),
    "list_type": Bilingual(
        "Tìm thấy {found}, cần một danh sách: [a, b] hoặc mỗi mục một dòng bắt đầu bằng dấu gạch.",
        "Found {found}, expected a list: [a, b] or one item a line, each after a dash.",
    ),
    "too_short": Bilingual("Danh sách trống, cần ít nhất một mục.", "The list is empty; expected at least one item."),
    "dict_type": Bilingual(
        "Tìm thấy {found}, cần các khóa thụt vào ở dưới.", "Found {found}, expected keys indented below."
    ),
    "no_fields": Bilingual(
        "Tìm thấy {found}, cần các dòng dạng `khóa: giá trị`.",
        "Found {found}, expected lines of the form `key: value`.",
    ),
    "model_type": Bilingual(
        "Tìm thấy {found}, cần các trường thụt vào ở dưới (ví dụ {fields}).",
        "Found {found}, expected fields indented below (for example {fields}).",
    ),
    "text_without_vi": Bilingual(
        "Tìm thấy {found} ngay sau dấu hai chấm. Hãy xuống dòng, thụt vào và viết `vi:` trước chữ ấy.",
        "Found {found} right after the colon. Put it on the next line, indented, after `vi:`.",
    ),
    "int_type": Bilingual(
        "Tìm thấy {found}, cần số nguyên không có dấu ngăn cách, như 20739.",
        "Found {found}, expected a whole number without separators, such as 20739.",
    ),
    "float_type": Bilingual(
        "Tìm thấy {found}, cần một số, như 20739 hoặc 98.5.",
        "Found {found}, expected a number, such as 20739 or 98.5.",
    ),
    "bool_type": Bilingual("Tìm thấy {found}, cần `true` hoặc `false`.", "Found {found}, expected `true` or `false`."),
    "thousands": Bilingual(
        "Số {found} có ba chữ số sau dấu chấm. Nếu là hàng nghìn, hãy viết liền: {joined}.",
        "The number {found} has three digits after the point. If they are thousands, write it without: {joined}.",
    ),
    "approximate": Bilingual(
        "Tìm thấy {found}, cần một số. Hãy viết số và mức gần đúng ở các dòng riêng: `{lines}`.",
        "Found {found}, expected a number. Write the number and its approximation on lines of their own: `{lines}`.",
    ),
    "range_backwards": Bilingual(
        "`value_to: {last}` phải lớn hơn `value: {first}`.",
        "`value_to: {last}` must be larger than `value: {first}`.",
    ),
    "counted_backwards": Bilingual(
        "`counted_from` phải trước khi kỳ kết thúc, tức `as_of: {end}`.",
        "`counted_from` must be before the span ends, which is `as_of: {end}`.",
    ),
    "range_with_bound": Bilingual(
        "Số liệu có `value_to:` là một khoảng, chỉ dùng được `approximation: about`. Hãy bỏ một trong hai dòng.",
        "A figure with `value_to:` is a range, which can only have `approximation: about`. Remove one of the lines.",
    ),
    "less_than_equal": Bilingual("Số {found} lớn hơn {le}.", "The number {found} is above {le}."),
    "greater_than_equal": Bilingual("Số {found} nhỏ hơn {ge}.", "The number {found} is below {ge}."),
    "not_a_date": Bilingual(
        "{found} không phải ngày. Cần một trong các dạng: {forms}.",
        "{found} is not a date. Expected one of: {forms}.",
    ),
    "not_an_address": Bilingual(
        "{found} không phải địa chỉ web. Cần địa chỉ đầy đủ bắt đầu bằng https:// hoặc http://, hoặc `not-stated`.",
        "{found} is not a web address. Expected a full address beginning with https:// or http://, or `not-stated`.",
    ),
    "not_permanent": Bilingual(
        "{found} không phải địa chỉ của một trang hay một mục trong kho. Cần dạng `meetings/2022-06-29/` hoặc "
        "`meetings/2022-06-29/#careful-and-rigorous`: không có tên miền, không có `en/` ở đầu.",
        "{found} is not the address of a page or an entry of the archive. Expected the form `meetings/2022-06-29/` or "
        "`meetings/2022-06-29/#careful-and-rigorous`: without a domain, without `en/` before it.",
    ),
    "no_archive": Bilingual(
        "Bản lưu không thể là {found}. Nếu không có bản lưu, hãy bỏ dòng này.",
        "An archived copy cannot be {found}. Where there is none, leave the line out.",
    ),
    "too_few": Bilingual(
        "Danh sách có ít mục quá; cần ít nhất {min_length} mục.",
        "The list is too short; expected at least {min_length} items.",
    ),
    "too_long": Bilingual(
        "Danh sách có nhiều mục quá; cần nhiều nhất {max_length} mục.",
        "The list is too long; expected at most {max_length} items.",
    ),
    "not_an_expression": Bilingual(
        "Chỉ ghi cụm từ của nguồn, từ {fewest} đến {most} tiếng: {found} không đúng như vậy. Đừng chép cả câu.",
        "Expected an expression of the source of {fewest} to {most} words, not {found}. Do not copy a sentence.",
    ),
    "no_evidence": Bilingual(
        "`evidence:` không ghi gì. Cần `paragraph:`, `part:` hoặc `wording:`.",
        "`evidence:` says nothing. Expected `paragraph:`, `part:` or `wording:`.",
    ),
    "one_outcome": Bilingual(
        "Cần đúng một trong hai: `to: mã-đủ`, hoặc `fact:` cùng `date:` và `sources:`.",
        "Expected one of `to: whole-id` and `fact:`, which has `date:` and `sources:`.",
    ),
    "one_document": Bilingual(
        "Cần đúng một trong hai: `document: mã-văn-bản`, hoặc `unrecorded:` cho văn bản không có bản ghi.",
        "Expected one of `document: document-id` and `unrecorded:`, for a document that is not recorded.",
    ),
    "no_author": Bilingual(
        "Người viết cần một trong hai: `person: mã-người` hoặc `name:` (họ tên).",
        "An author has one of the two: `person: person-id` or `name:` (the name).",
    ),
    "no_term_source": Bilingual(
        "Nguồn của thuật ngữ cần một trong hai: `document: mã-văn-bản` hoặc `url:` (kèm `publisher:`, `title:`).",
        "The source of a term has one of the two: `document: document-id` or `url:` (with `publisher:`, `title:`).",
    ),
    "no_speaker": Bilingual(
        "Mục này thiếu người nói. Cần `by: mã-người` hoặc `by_office:` (chức vụ, cơ quan).",
        "The entry has no speaker. Expected `by: person-id` or `by_office:` (an office or body).",
    ),
}
