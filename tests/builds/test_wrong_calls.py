"""Each slip in a macro call is reported at its place, in both languages, all of a page together."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from macros.archive import Archive
from macros.data.problems import Problem
from macros.pages.authoring.library import MACROS
from macros.pages.authoring.pages import Authoring
from macros.views.repository import Repository

SETTINGS = {"booklet": "2031"}
HEADER = "---\ntitle: Một trang\n---\n"


class File(NamedTuple):
    """As much of MkDocs' file as macros look at."""

    src_uri: str
    content_string: str


class Page(NamedTuple):
    """As much of MkDocs' page as macros look at."""

    file: File
    url: str = "x/"
    meta: dict[str, Any] = {"title": "Một trang"}  # noqa: RUF012


def checked(archive: Archive, text: str) -> list[Problem]:
    """What is wrong on a page that holds a text below its header."""
    authoring = Authoring(archive, Repository(), Path("docs"), SETTINGS)
    assert authoring.render(Page(File("vi/x.md", f"{HEADER}{text}")), text) == ""
    return authoring.problems


# What is written, with a mark where the message must point, and the message in both languages.
WRONG = [
    ("{{ person(dang-khai-minh) }}", 'phải có ngoặc kép: "dang-khai-minh"', 'has quotes: "dang-khai-minh"'),
    ("{{ meeting(2030-06-12) }}", 'phải có ngoặc kép: "2030-06-12"', 'has quotes: "2030-06-12"'),
    ("{{ meeting(2030-10-12) }}", 'phải có ngoặc kép: "2030-10-12"', 'has quotes: "2030-10-12"'),
    ("{{ meetings(level=khu vực) }}", 'phải có ngoặc kép: "khu vực"', 'has quotes: "khu vực"'),
    ("{{ count(meetings) }}", 'hãy viết "meetings" trong ngoặc kép', 'write "meetings" in quotes'),
    ("{{ count(“meetings”) }}", 'Hãy gõ ngoặc kép thẳng: "meetings"', 'Type straight ones: "meetings"'),
    ("{{ count(‘meetings’) }}", 'Hãy gõ ngoặc kép thẳng: "meetings"', 'Type straight ones: "meetings"'),
    ('{{ count("meetings) }}', "Ngoặc kép mở mà không đóng", "opens and none closes"),
    (f"{{{{ achievements({'9' * 5000}) }}}}", "Số có hơn 15 chữ số", "more than 15 digits"),
    (f"{{{{ achievements({'9' * 400}.5) }}}}", "Số có hơn 15 chữ số", "more than 15 digits"),
    ('{{ count("a" + 1) }}', "Jinja không chạy được: can only concatenate str", "Jinja cannot run this: can only"),
    ("{{ lessons }}", "thiếu (): hãy viết `lessons()`", "lacks its (): write `lessons()`"),
    ("{{ lesons }}", "Có phải bạn muốn viết “lessons”?", "Did you mean “lessons”?"),
    ("{{ lesons(2031) }}", "Có phải bạn muốn viết “lessons”?", "Did you mean “lessons”?"),
    ("{{ meetings.latest }}", "'function object' has no attribute 'latest'", "has no attribute 'latest'"),
    ("{{ lessons[0] }}", "function object has no element 0", "has no element 0"),
    ("{{ 1/0 }}", "Jinja không chạy được: division by zero", "Jinja cannot run this: division by zero"),
    ('{{ "a" + 1 }}', "can only concatenate str", "can only concatenate str"),
    ("{{ }}", "Thiếu một giá trị ở đây", "A value is missing here"),
    ('{{ count("meetings") | uper }}', "Jinja không có bộ lọc “uper”", "Jinja has no filter “uper”"),
    ('{{ count("meetings")) }}', "hoặc dấu này là thừa", "or this is not needed"),
    ("{{ lessons(2031 }}", "thiếu dấu `)`", "there is no `)`"),
    ("{{ lessons(2031)", "Thiếu `}}` sau `{{`", "no `}}` after `{{`"),
    ('{{ lessons(2031)\n\n{{ count("meetings") }}', "Thiếu `}}` sau `{{`", "no `}}` after `{{`"),
    ("## Tiêu đề {#ma}", "Mã tiêu đề viết là `{: #ma }`", "The id of a heading is written `{: #ma }`"),
    ("{# ghi chú", "Thiếu `#}` sau `{#`", "no `#}` after `{#`"),
    ("{% raw %} x", "phải đi thành cặp", "come in pairs"),
    (
        "{% for x in y %}{% raw %}{% endraw %}",
        "`{% for %}` không có `{% endfor %}`",
        "`{% for %}` has no `{% endfor %}`",
    ),
    ('{{ lessons["__globals__"] }}', "thuộc tính hay hàm này của Python", "this attribute or function of Python"),
    ('{{ lessons|attr("__globals__") }}', "thuộc tính hay hàm này của Python", "this attribute or function of Python"),
    ('{{ "{0.__globals__}".format(lessons) }}', "hàm này của Python", "this attribute or function of Python"),
    ("{{ ().__class__.__mro__ }}", "thuộc tính hay hàm này của Python", "this attribute or function of Python"),
    ("{{ config.site_dir }}", "Trang không lấy được `config`", "Pages cannot use `config`"),
    ("{{ environment }}", "Trang không lấy được `environment`", "Pages cannot use `environment`"),
    ("{{ files }}", "Trang không lấy được `files`", "Pages cannot use `files`"),
    ('{% include "index.md" %}', "Trang không lấy tệp khác vào", "A page takes in no other file"),
    ('{% import "index.md" as x %}', "Trang không lấy tệp khác vào", "A page takes in no other file"),
    (
        "{% if nothing %}{% endif %}",
        "Không có macro hay biến nào tên “nothing”",
        "There is no macro or variable called",
    ),
    ("{% if booklet %}", "không có `{% endif %}`", "has no `{% endif %}`"),
    ("{% endif %}", "không có `{% if %}`", "has no `{% if %}`"),
    ("{{ statements(year=2031, year=2032) }}", "“year” viết hai lần", "“year” is written twice"),
    ("{{ lessons(year=2031, 2031) }}", "phải đứng trước", "must stand before"),
    ("{{ statements(year=) }}", "Thiếu một giá trị", "A value is missing"),
    ('{{ statements(tpic="congress") }}', "không có tham số “tpic”", "no argument “tpic”"),
    ("{{ meeting() }}", "thiếu hoặc thừa tham số", "too few or too many"),
    ('{{ figures(year="2031") }}', "viết 2031 không có ngoặc kép", "write 2031 without quotes"),
    ('{{ lessons("2031") }}', "viết 2031 không có ngoặc kép", "write 2031 without quotes"),
    ('{{ meetings(year="2031") }}', "viết 2031 không có ngoặc kép", "write 2031 without quotes"),
    ('{{ statements(year="2031") }}', "viết 2031 không có ngoặc kép", "write 2031 without quotes"),
    ('{{ meetings(latest="3") }}', "viết 3 không có ngoặc kép", "write 3 without quotes"),
    ("{{ meetings(latest=2.5) }}", "cần số nguyên, như 2021, không phải 2.5", "takes a whole number"),
    ("{{ meetings(latest=True) }}", "cần số nguyên", "takes a whole number"),
    ('{{ lessons("năm nay") }}', "cần số nguyên", "takes a whole number"),
    ('{{ statements(example="true") }}', "cần True hoặc False", "takes True or False"),
    ("{{ statements(example=1) }}", "cần True hoặc False", "takes True or False"),
    ("{{ meeting(2030) }}", 'hãy viết "2030" trong ngoặc kép', 'write "2030" in quotes'),
    ("{{ meetings(latest=0) }}", "từ 1 trở lên, không phải 0", "1 or more, not 0"),
    ("{{ meetings(latest=-3) }}", "từ 1 trở lên, không phải -3", "1 or more, not -3"),
    ("{{ statements(limit=-1) }}", "từ 1 trở lên, không phải -1", "1 or more, not -1"),
    (
        "{{ meetings(year=2020) }}",
        "Không có hội nghị năm 2020. Cần một trong: ",
        "There is no meeting of 2020. Expected",
    ),
    ("{{ statements(year=2020) }}", "Không có ý ghi nhận năm 2020", "There is no statement of 2020"),
    ("{{ lessons(1999) }}", "Không có tổng quan năm 1999. Cần một trong: 2031", "There is no review of 1999"),
    (
        '{{ meetings(level="khu vực") }}',
        "Không có cấp “khu vực”. Cần một trong: regional (Cấp khu vực), provincial (Cấp tỉnh), national (Toàn quốc). "
        "Có phải bạn muốn viết “regional”?",
        "There is no level “khu vực”. Expected one of: regional, provincial, national. Did you mean “regional”?",
    ),
    ('{{ statements(kind="kết luận") }}', "Có phải bạn muốn viết “conclusion”?", "Expected one of: result, "),
    ('{{ statements(force="chỉ đạo") }}', "Có phải bạn muốn viết “direction”?", "Did you mean “direction”?"),
    ('{{ statements(kind="bài") }}', "result (Kết quả), difficulty (Khó khăn)", "Expected one of: result, "),
    ('{{ meetings(level="regionl") }}', "Có phải bạn muốn viết “regional”?", "Did you mean “regional”?"),
]


@pytest.mark.parametrize(("text", "vi", "en"), WRONG, ids=[text for text, _, _ in WRONG])
def test_a_wrong_call_is_reported_at_its_place(archive: Archive, text: str, vi: str, en: str) -> None:
    [reported] = checked(archive, f"Một dòng.\nThêm {text} ở giữa.\n")
    assert str(reported.place) == f"docs/vi/x.md:{HEADER.count(chr(10)) + 2}:1"
    assert vi in reported.vi
    assert en in reported.en


def test_all_mistakes_of_a_page_are_reported_at_once(archive: Archive) -> None:
    text = "\n\n".join(f"Thêm {text} ở giữa." for text, _, _ in WRONG if "{%" not in text)
    assert len(checked(archive, text)) == len([text for text, _, _ in WRONG if "{%" not in text])


GOOD = [
    "{{ count(\"meetings\") }} và {{count('meetings')}}",
    '{{ lessons(year=2031, style="list") }}',
    "{{ statements(\n    year=2031,\n    example=False,\n    limit=2,\n    topic=None\n) }}",
    '{% raw %}{{ count(“meetings”) }}{% endraw %} {# {{ lesons }} #} {: #ma } {"a": {"b": 1}}',
    "{% if booklet %}{{ booklet }}{{ lessons(2031) }}{% else %}{{ lessons(2031) }}{% endif %}",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_right_page_runs(archive: Archive, text: str) -> None:
    authoring = Authoring(archive, Repository(), Path("docs"), SETTINGS)
    assert "{#" not in authoring.render(Page(File("vi/x.md", text)), text)
    assert authoring.problems == []


# What users of mkdocs-macros write, and what Markdown gets.
JINJA = [
    ("{{ 2031 - 1 }}, {{ 'a' ~ 1 }}, {{ [1, 2] + [3] }}", "2030, a1, [1, 2, 3]"),
    ("{% for year in range(2029, 2032) %}{{ loop.index }}: {{ year }}; {% endfor %}", "1: 2029; 2: 2030; 3: 2031; "),
    ("{% for key, value in {'a': 1, 'b': 2}.items() if value > 1 %}{{ key }}{% else %}-{% endfor %}", "b"),
    ("{% if 'x' in 'xyz' and not 1 > 2 %}yes{% elif true %}no{% endif %}", "yes"),
    ("{% set names = ['b', 'a'] %}{{ names | sort | join(', ') | upper }}", "A, B"),
    ("{% set text %}**Một**{% endset %}{{ text }}", "**Một**"),
    ("{% set all = namespace(n=0) %}{% for i in [1, 2] %}{% set all.n = all.n + i %}{% endfor %}{{ all.n }}", "3"),
    ("{% macro row(year, name='x') %}{{ year }} {{ name }}.{% endmacro %}{{ row(2031) }}{{ row(1, name='y') }}", None),
    ("{% macro box() %}<{{ caller() }}>{% endmacro %}{% call box() %}in{% endcall %}", "<in>"),
    ("{% filter title %}một hai{% endfilter %}{{ '%s–%s' | format(2029, 2031) }}", "Một Hai2029–2031"),
    ("{{ 'Một hai' | replace('hai', 'ba') | truncate(20) | length }}", "6"),
    (
        "{{ page.title }} {{ page.meta.title }} {{ page.url }} {{ language }} {{ booklet }}",
        "Một trang Một trang x/ vi 2031",
    ),
    ("{{ site_name }}", "Kho tư liệu"),
    ("{% if count('meetings') > 10 %}{{ count('meetings') * 2 }}{% endif %}", "28"),
    ("{{ meeting('2030-06-12') | striptags }}", "Hội nghị giao ban"),
    ("{% with a = 1 %}{{ a is odd }}{% endwith %}{{ none | default('-', true) }}", "True-"),
    ("{% for group in [{'n': 1}, {'n': 2}] | selectattr('n', 'equalto', 2) | list %}{{ group.n }}{% endfor %}", "2"),
]


@pytest.mark.parametrize(("text", "wanted"), JINJA, ids=[text for text, _ in JINJA])
def test_jinja_works_as_its_users_know_it(archive: Archive, text: str, wanted: str | None) -> None:
    authoring = Authoring(archive, Repository(), Path("docs"), SETTINGS)
    shown = authoring.render(Page(File("vi/x.md", text)), text)
    assert authoring.problems == []
    assert (wanted or "2031 x.1 y.") in shown


def test_calls_in_a_loop_leave_a_slot_each(archive: Archive) -> None:
    authoring = Authoring(archive, Repository(), Path("docs"), SETTINGS)
    text = "{% for id in ['cadres', 'documents', 'cadres'] %}{{ topic(id) }} {% endfor %}"
    page = Page(File("en/x.md", text), "en/x/")
    shown = authoring.render(page, text)
    assert shown.count("<span data-slot=") == 3
    assert authoring.fill(page, shown).count(">Personnel work<") == 2


def test_a_mistake_in_a_loop_is_at_its_line(archive: Archive) -> None:
    text = "\n{% for id in ['cadres', 'cadrs'] %}\n{{ topic(id) }}\n{% endfor %}\n\n{{ 1 / 0 }}"
    assert [problem.place.line for problem in checked(archive, text)] == [6, 9]


def test_no_macro_has_a_name_that_calls_of_pages_cannot_have() -> None:
    assert [name for name in MACROS if name in SETTINGS] == []
