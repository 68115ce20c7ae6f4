"""Runs the Jinja of a page, and finds everything that is wrong in it, each mistake at its line."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from traceback import walk_tb
from types import CodeType
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError

from macros.data.numerals import TOO_LONG, too_long
from macros.data.spelling import did_you_mean
from macros.pages.authoring.sandbox import PageError, Sandbox

_PAGE = "<page>"  # what tracebacks call it
_MOST_MISTAKES = 100
# What can be left out of a page so that the rest of it can be looked at.
_EXPRESSION = re.compile(
    r"\{\{(?:(?!\{\{|\}\}).)*(?:\}\}|(?=\{\{)|\Z)"
    r"|\{%-?\s*(?:include|import|from|extends)\b.*?%\}"
    r"|(?P<comment>\{#)",
    re.DOTALL,
)
# What Jinja reads no further, with what ends it.
_PASSED_OVER = {"{#": "#}", "{%": "endraw"}
_BEGINS = re.compile(r"\{#|\{%-?\s*raw\b")
# Braces that the next ones find open, and a quotation mark that nothing closes on its line: Jinja would read on.
_OPEN = re.compile(
    r"(?P<braces>\{[{%])(?:[^\"'{}%]|\"[^\"\n]*\"|'[^'\n]*'|\{(?![{%])|[}%](?!\}))*+(?:(?P<quote>[\"'])|\{[{%])",
    re.DOTALL,
)
_OTHER_FILES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_NO_FILES = (
    "Trang không lấy tệp khác vào (`include`, `import`, `extends`). Hãy dùng macro, hoặc viết `{% macro %}` ở đây.",
    "A page takes in no other file (`include`, `import`, `extends`). Use a macro, or write a `{% macro %}` here.",
)
_OF_BLOCKS = ("loop", "caller", "varargs", "kwargs", "self")  # what loops and macros have
_SANDBOX = Sandbox()
_DAY = re.compile(r"\d+-\d+-\d+")
_NOT_OFFERED = {"config", "environment", "files", "navigation", "plugin", "git", "extra", "macros", "context"}
# What Jinja says of a mistake, the line below it; and what authors read.
_SAID = (
    (
        r"unexpected char '[“”„‟‘’«»]'.*\n.*?[“„‘«](?P<word>[^“”„‟‘’«»]*)",
        'Ngoặc kép cong. Hãy gõ ngoặc kép thẳng: "{word}".',
        'Curly quotes. Type straight ones: "{word}".',
    ),
    (
        r"end of comment tag\n.*\{#\s*(?P<word>[\w-]+)\s*\}",
        "`{{#` mở một chú thích không đóng. Mã tiêu đề viết là `{{: #{word} }}`.",
        "`{{#` opens a comment that does not close. The id of a heading is written `{{: #{word} }}`.",
    ),
    ("end of comment tag", "Thiếu `#}}` sau `{{#`.", "There is no `#}}` after `{{#`."),
    (
        "end of raw directive|unknown tag 'endraw'",
        "`{{% raw %}}` và `{{% endraw %}}` phải đi thành cặp.",
        "`{{% raw %}}` and `{{% endraw %}}` come in pairs.",
    ),
    (
        r"end of template.*closed is '(?P<word>\w+)'",
        "`{{% {word} %}}` không có `{{% end{word} %}}`.",
        "`{{% {word} %}}` has no `{{% end{word} %}}`.",
    ),
    (
        r"unknown tag 'end(?P<word>\w+)'",
        "`{{% end{word} %}}` không có `{{% {word} %}}`.",
        "`{{% end{word} %}}` has no `{{% {word} %}}`.",
    ),
    (
        r"unknown tag '(?P<word>\w+)'",
        "`{{% {word} %}}` đứng sai chỗ, hoặc Jinja không có lệnh này.",
        "`{{% {word} %}}` is out of place, or Jinja has no such command.",
    ),
    (
        r"token 'end of print statement', got '(?P<word>.+)'",
        "Thiếu `}}}}` sau `{{{{`, hoặc thừa “{word}”.",
        "There is no `}}}}` after `{{{{`, or “{word}” is not needed.",
    ),
    (
        r"token ',', got.*\n.*?[(=,]\s*(?P<word>[^\W\d_][^\"'(),={{}}|]*|\d+-[\d-]+)\s*[,)]",
        'Giá trị chữ phải có ngoặc kép: "{word}".',
        'A value that is text has quotes: "{word}".',
    ),
    (r"unexpected '\}', expected '\)'", "Cú pháp macro sai: thiếu dấu `)`.", "Macro syntax: there is no `)`."),
    (
        r"unexpected '\)'",
        "Thiếu một giá trị trước dấu `)`, hoặc dấu này là thừa.",
        "A value is missing before `)`, or this is not needed.",
    ),
    ("[Ee]xpected an expression|unexpected 'end of", "Thiếu một giá trị ở đây.", "A value is missing here."),
    (
        "function call expression",
        "Giá trị không tên phải đứng trước những tham số có tên.",
        "Values without a name must stand before the arguments that have one.",
    ),
    (r"No (filter|test) named '(?P<word>\w+)'", "Jinja không có bộ lọc “{word}”.", "Jinja has no filter “{word}”."),
    ("(?P<word>.*)", "Cú pháp macro sai: {word}", "Macro syntax: {word}"),
)


def run(page: str, values: dict[str, Any], shown: Callable[[Any], Any]) -> tuple[str, list[PageError]]:
    """The Markdown that a page gives, and every mistake in it; with a mistake the Markdown is empty.

    After a mistake the page runs again without the expression in which it is, to find the mistakes that follow.

    Args:
        page: its Markdown.
        values: what it can name.
        shown: what is printed for the value of an expression.
    """
    mistakes: dict[tuple[int, str], PageError] = {}
    text, before = "", ""
    while page != before and len(mistakes) < _MOST_MISTAKES:
        before = page
        found: list[PageError] = []
        try:
            text = _SANDBOX.run(_compiled(page, frozenset(values)), values, shown)
        except ExceptionGroup as group:
            found = [each for each in group.exceptions if isinstance(each, PageError)]
        except Exception as error:  # anything can be wrong with what an author wrote
            found = [_explained(error, page)]
        for line in dict.fromkeys(mistake.line for mistake in found):
            first, page = _without_expression(page, line)
            mistakes |= {(first, each.vi): PageError(each.vi, each.en, first) for each in found if each.line == line}
    return "" if mistakes else text, list(mistakes.values())


@lru_cache(maxsize=256)
def _compiled(page: str, names: frozenset[str]) -> CodeType:
    """A page as code, kept for the preview; raises what its text already shows to be wrong."""
    for found in _OPEN.finditer(_read_by_jinja(page)):
        line = page.count("\n", 0, found.start()) + 1
        if found["quote"]:
            raise PageError("Ngoặc kép mở mà không đóng.", "A quotation mark opens and none closes.", line)
        if found["braces"]:
            closing = {"{{": "}}", "{%": "%}"}[found["braces"]]
            raise PageError(
                f"Thiếu `{closing}` sau `{found['braces']}`.",
                f"There is no `{closing}` after `{found['braces']}`.",
                line,
            )
    for line, token, written in _SANDBOX.lex(page):
        if token in ("integer", "float") and too_long(written):
            raise PageError(*TOO_LONG, line)
    parsed = _SANDBOX.parse(page)
    if mistakes := [*_refused(parsed), *_wrong_names(parsed, names)]:
        raise ExceptionGroup("mistakes of a page", mistakes)
    return _SANDBOX.code(parsed, _PAGE)


def _read_by_jinja(page: str) -> str:
    """The page with its comments, and what is between `raw` and `endraw`, blanked out; in one pass."""
    pieces, at, unclosed = [], 0, set[str]()
    for begin in _BEGINS.finditer(page):
        end = _PASSED_OVER[begin[0][:2]]
        if begin.start() < at or end in unclosed:
            continue
        until = page.find(end, begin.end())
        if until < 0:
            unclosed.add(end)
            continue
        pieces += [page[at : begin.start()], re.sub(r"[^\n]", " ", page[begin.start() : until + len(end)])]
        at = until + len(end)
    return "".join([*pieces, page[at:]])


def _refused(page: nodes.Template) -> Iterator[PageError]:
    """What can be known to be wrong before a page runs, also in parts of it that do not run."""
    for node in page.find_all(_OTHER_FILES):
        yield PageError(*_NO_FILES, node.lineno)
    for call in page.find_all(nodes.Call):
        for key, times in Counter(each.key for each in call.kwargs).items():
            if times > 1:
                yield PageError(
                    f"Tham số “{key}” viết hai lần.", f"The argument “{key}” is written twice.", call.lineno
                )


def _wrong_names(page: nodes.Template, values: frozenset[str]) -> Iterator[PageError]:
    """Names that stand for nothing; in a call, they are texts without quotes."""
    own = {each.name for each in page.find_all(nodes.Name) if each.ctx != "load"}
    own |= {each.name for each in page.find_all(nodes.Macro)}
    names = {*values, *own, *_SANDBOX.globals, *_OF_BLOCKS}
    unknown = {each.name for each in page.find_all(nodes.Name)} - names
    unquoted: set[str] = set()
    for call in page.find_all(nodes.Call):
        for value in (*call.args, *(each.value for each in call.kwargs)):
            named = {each.name for each in (value, *value.find_all(nodes.Name)) if isinstance(each, nodes.Name)}
            text = _text(value)
            if named <= unknown and (named or (isinstance(value, nodes.Sub) and _DAY.fullmatch(text))):
                unquoted |= named
                yield PageError(
                    f'Giá trị chữ phải có ngoặc kép: "{text}".',
                    f'A value that is text has quotes: "{text}".',
                    call.lineno,
                )
    for name in page.find_all(nodes.Name):
        if name.name in unknown - unquoted:
            yield _unknown(name, names)


def _text(value: nodes.Node) -> str:
    """What an author wrote who left out the quotes: `quang-ngai` is a difference to Jinja, and so is 2022-10-29."""
    match value:
        case nodes.Sub():
            return f"{_text(value.left)}-{_text(value.right)}"
        case nodes.Name():
            return value.name
        case nodes.Const():
            return str(value.value)
    return "…"


def _unknown(name: nodes.Name, names: Iterable[str]) -> PageError:
    if name.name in _NOT_OFFERED:
        return PageError(
            f"Trang không lấy được `{name.name}`: cấu hình, tệp và máy không dành cho trang. Có `site_name`, "
            "`language`, `page` và các giá trị ở `extra` của mkdocs.yml.",
            f"Pages cannot use `{name.name}`: the configuration, files and the machine are out of their reach. There "
            "are `site_name`, `language`, `page` and the values below `extra` in mkdocs.yml.",
            name.lineno,
        )
    vi, en = did_you_mean(name.name, names)
    return PageError(
        f"Không có macro hay biến nào tên “{name.name}”.{vi}",
        f"There is no macro or variable called “{name.name}”.{en}",
        name.lineno,
    )


def _explained(error: Exception, page: str) -> PageError:
    """A mistake that ended the run, with its line."""
    if isinstance(error, PageError) and error.line:
        return error
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == _PAGE]
    line = lines[-1] if lines else 1
    if isinstance(error, PageError):
        return PageError(error.vi, error.en, line)
    if isinstance(error, TemplateSyntaxError):
        said = f"{error.message}\n{page.split(chr(10))[error.lineno - 1]}"
        found, vi, en = next((found, vi, en) for pattern, vi, en in _SAID if (found := re.search(pattern, said)))
        return PageError(vi.format(**found.groupdict()), en.format(**found.groupdict()), error.lineno)
    if isinstance(error, SecurityError):
        return PageError(
            "Trang không dùng được thuộc tính hay hàm này của Python. Hãy dùng bộ lọc của Jinja.",
            "A page cannot use this attribute or function of Python. Use a filter of Jinja.",
            line,
        )
    return PageError(f"Jinja không chạy được: {error}", f"Jinja cannot run this: {error}", line)


def _without_expression(page: str, line: int) -> tuple[int, str]:
    """The line on which an expression begins that touches `line`, and the page without it, as many lines long.

    Where there is none, these are the line and the page themselves.
    """
    last_comment = page.rfind("#}")
    for found in _EXPRESSION.finditer(page):
        if found["comment"] and found.start() < last_comment:
            continue
        first, further = page.count("\n", 0, found.start()) + 1, found[0].count("\n")
        if first <= line <= first + further:
            rest = page[found.end() :]
            if found["comment"] and rest.count("{#") > _MOST_MISTAKES:
                rest = rest.replace("{#", "  ")  # more of the same would be reported one by one, each after a run
            return first, page[: found.start()] + "\n" * further + rest
    return line, page
