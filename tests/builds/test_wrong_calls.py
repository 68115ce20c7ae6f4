"""Every slip in a macro call is told at its place, with what is expected, in both languages; all of a page at once."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from macros.archive import Archive
from macros.data.problems import Problem
from macros.pages.authoring.page_macros import BLOCK, INLINE
from macros.pages.authoring.pages import Authoring
from macros.views.repository import Repository
from tests.support.edits import MARK

SETTINGS = {"booklet": "2031"}
HEADER = "---\ntitle: Một trang\n---\n"
NOTHING_ELSE = ("Trang chỉ gọi macro", "A page calls macros and reaches nothing else")


class File(NamedTuple):
    """As much of MkDocs' file as macros look at."""

    src_uri: str
    content_string: str


class Page(NamedTuple):
    """As much of MkDocs' page as macros look at."""

    file: File
    url: str = "x/"


def checked(archive: Archive, text: str) -> list[Problem]:
    """What is wrong on a page that holds a text below its header."""
    authoring = Authoring(archive, Repository(), Path("docs"), SETTINGS)
    ran = authoring.check(Page(File("vi/x.md", f"{HEADER}{text}")), text)
    assert ran is not bool(authoring.problems)
    return authoring.problems


# What is written, with a mark where the message must point, and the message in both languages.
WRONG = [
    ("{{ person(¦dang-khai-minh) }}", 'phải có ngoặc kép: "dang-khai-minh"', 'has quotes: "dang-khai-minh"'),
    ("{{ meeting(¦2030-06-12) }}", 'phải có ngoặc kép: "2030-06-12"', 'has quotes: "2030-06-12"'),
    ("{{ meeting(¦2030-10-12) }}", 'phải có ngoặc kép: "2030-10-12"', 'has quotes: "2030-10-12"'),
    ("{{ meetings(level=¦khu vực) }}", 'phải có ngoặc kép: "khu vực"', 'has quotes: "khu vực"'),
    ("{{ count(¦meetings) }}", 'phải có ngoặc kép: "meetings"', 'has quotes: "meetings"'),
    ("{{ count(¦“meetings”) }}", 'Hãy gõ ngoặc kép thẳng: "meetings"', 'Type straight ones: "meetings"'),
    ("{{ count(¦‘meetings’) }}", 'Hãy gõ ngoặc kép thẳng: "meetings"', 'Type straight ones: "meetings"'),
    ('{{ count(¦"meetings) }}', "Cần chữ trong ngoặc kép", "Expected text in quotes"),
    (f"{{{{ achievements(¦{'9' * 5000}) }}}}", "Số có hơn 15 chữ số", "more than 15 digits"),
    (f"{{{{ achievements(¦{'9' * 400}.5) }}}}", "Số có hơn 15 chữ số", "more than 15 digits"),
    ('{{ count(¦"a" + 1) }}', 'Không dùng được “"a" + 1”', "cannot be used"),
    ("{{ ¦lessons }}", "thiếu (): hãy viết `lessons()`", "lacks its (): write `lessons()`"),
    ("{{ ¦lesons }}", "Có phải bạn muốn viết “lessons”?", "Did you mean “lessons”?"),
    ("{{ ¦lesons(2031) }}", "Có phải bạn muốn viết “lessons”?", "Did you mean “lessons”?"),
    ("{{ meetings¦.latest }}", *NOTHING_ELSE),
    ("{{ lessons¦[0] }}", *NOTHING_ELSE),
    ("{{ ¦1/0 }}", *NOTHING_ELSE),
    ('{{ ¦"a" + 1 }}', *NOTHING_ELSE),
    ("{{ ¦}}", *NOTHING_ELSE),
    ('{{ count("meetings") ¦| uper }}', "Sau lệnh gọi còn “| uper”", "“| uper” stands after the call"),
    ('{{ count("meetings")¦) }}', "Sau lệnh gọi còn “)”", "“)” stands after the call"),
    ("{{ lessons(¦2031 }}", "thiếu dấu `)`", "there is no `)`"),
    ("¦{{ lessons(2031)", "thiếu `}}` sau `{{`", "no `}}` after `{{`"),
    ('¦{{ lessons(2031)\n\n{{ count("meetings") }}', "thiếu `}}` sau `{{`", "no `}}` after `{{`"),
    ("## Tiêu đề ¦{#ma}", "Mã tiêu đề viết là `{: #ma }`", "The id of a heading is written `{: #ma }`"),
    ("¦{# ghi chú", "thiếu `#}` sau `{#`", "no `#}` after `{#`"),
    ("¦{% raw %} x", "phải đi thành cặp", "come in pairs"),
    ("¦{% for x in y %}{% raw %}{% endraw %}", *NOTHING_ELSE),
    ('¦{% include "index.md" %}', *NOTHING_ELSE),
    ("¦{% if nothing %}{% raw %}{% endraw %}", *NOTHING_ELSE),
    ("¦{% if booklet %}", "không có `{% endif %}`", "has no `{% endif %}`"),
    ("¦{% endif %}", "không có `{% if %}`", "has no `{% if %}`"),
    ("{{ statements(year=2031, ¦year=2032) }}", "“year” viết hai lần", "“year” is written twice"),
    ("{{ lessons(year=2031, ¦2031) }}", "phải đứng trước", "must stand before"),
    ("{{ statements(year=¦) }}", "Thiếu một giá trị", "A value is missing"),
    ('{{ ¦statements(tpic="congress") }}', "không có tham số “tpic”", "no argument “tpic”"),
    ("{{ ¦meeting() }}", "thiếu hoặc thừa tham số", "too few or too many"),
    ('{{ ¦figures(year="2031") }}', "viết 2031 không có ngoặc kép", "write 2031 without quotes"),
    ('{{ ¦lessons("2031") }}', "viết 2031 không có ngoặc kép", "write 2031 without quotes"),
    ('{{ ¦meetings(year="2031") }}', "viết 2031 không có ngoặc kép", "write 2031 without quotes"),
    ('{{ ¦statements(year="2031") }}', "viết 2031 không có ngoặc kép", "write 2031 without quotes"),
    ('{{ ¦meetings(latest="3") }}', "viết 3 không có ngoặc kép", "write 3 without quotes"),
    ("{{ ¦meetings(latest=2.5) }}", "cần số nguyên, như 2021, không phải 2.5", "takes a whole number"),
    ("{{ ¦meetings(latest=True) }}", "cần số nguyên", "takes a whole number"),
    ('{{ ¦lessons("năm nay") }}', "cần số nguyên", "takes a whole number"),
    ('{{ ¦statements(example="true") }}', "cần True hoặc False", "takes True or False"),
    ("{{ ¦statements(example=1) }}", "cần True hoặc False", "takes True or False"),
    ("{{ ¦meeting(2030) }}", 'hãy viết "2030" trong ngoặc kép', 'write "2030" in quotes'),
    ("{{ ¦meetings(latest=0) }}", "từ 1 trở lên, không phải 0", "1 or more, not 0"),
    ("{{ ¦meetings(latest=-3) }}", "từ 1 trở lên, không phải -3", "1 or more, not -3"),
    ("{{ ¦statements(limit=-1) }}", "từ 1 trở lên, không phải -1", "1 or more, not -1"),
    (
        "{{ ¦meetings(year=2020) }}",
        "Không có hội nghị năm 2020. Cần một trong: ",
        "There is no meeting of 2020. Expected",
    ),
    ("{{ ¦statements(year=2020) }}", "Không có phát biểu năm 2020", "There is no statement of 2020"),
    ("{{ ¦lessons(1999) }}", "Không có tổng quan năm 1999. Cần một trong: 2031", "There is no review of 1999"),
    (
        '{{ ¦meetings(level="khu vực") }}',
        "Không có cấp “khu vực”. Cần một trong: regional (Cấp khu vực), provincial (Cấp tỉnh), national (Toàn quốc). "
        "Có phải bạn muốn viết “regional”?",
        "There is no level “khu vực”. Expected one of: regional, provincial, national. Did you mean “regional”?",
    ),
    ('{{ ¦statements(kind="kết luận") }}', "Có phải bạn muốn viết “conclusion”?", "Expected one of: result, "),
    ('{{ ¦statements(force="chỉ đạo") }}', "Có phải bạn muốn viết “direction”?", "Did you mean “direction”?"),
    ('{{ ¦statements(kind="bài") }}', "result (Kết quả), difficulty (Khó khăn)", "Expected one of: result, "),
    ('{{ ¦meetings(level="regionl") }}', "Có phải bạn muốn viết “regional”?", "Did you mean “regional”?"),
]


@pytest.mark.parametrize(("text", "vi", "en"), WRONG, ids=[text for text, _, _ in WRONG])
def test_a_wrong_call_is_told_at_its_place(archive: Archive, text: str, vi: str, en: str) -> None:
    before, after = f"Một dòng.\nThêm {text} ở giữa.\n".split(MARK)
    [told] = checked(archive, before + after)
    line = HEADER.count("\n") + before.count("\n") + 1
    assert str(told.place) == f"docs/vi/x.md:{line}:{len(before) - before.rfind(chr(10))}"
    assert vi in told.vi
    assert en in told.en


def test_all_mistakes_of_a_page_are_told_at_once(archive: Archive) -> None:
    text = "\n\n".join(f"Thêm {text.replace(MARK, '')} ở giữa." for text, _, _ in WRONG if "{%" not in text)
    assert len(checked(archive, text)) == len([text for text, _, _ in WRONG if "{%" not in text])


@pytest.mark.parametrize(
    "text",
    [
        "{{ count(\"meetings\") }} và {{count('meetings')}}",
        '{{ lessons(year=2031, style="list") }}',
        "{{ statements(\n    year=2031,\n    example=False,\n    limit=2,\n    topic=None\n) }}",
        '{% raw %}{{ count(“meetings”) }}{% endraw %} {# {{ lesons }} #} {: #ma } {"a": {"b": 1}}',
        "{% if booklet %}{{ booklet }}{{ lessons(2031) }}{% else %}{{ lessons(2031) }}{% endif %}",
    ],
)
def test_what_is_read_is_what_jinja_runs(archive: Archive, text: str) -> None:
    authoring = Authoring(archive, Repository(), Path("docs"), SETTINGS)
    assert authoring.check(Page(File("vi/x.md", text)), text)
    assert "{#" not in authoring.environment.from_string(text).render()


def test_no_macro_has_a_name_that_calls_of_pages_cannot_have() -> None:
    assert [name for name in (*BLOCK, *INLINE) if name in SETTINGS] == []
