"""Jinja as pages of `docs/` have it: no files, no configuration, no Python behind it, and a limit on their work.

Whatever takes time or memory is charged before or where it arises: a turn of a loop, a call, an operator or a filter
costs as many units as the characters and items that it handles, and a page may spend `BUDGET` of them. So no page can
keep a build busy for more than a second or two.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from math import prod
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.filters import do_format
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from jinja2.visitor import NodeTransformer

from macros.data.numerals import MOST_DIGITS, TOO_LONG

BUDGET = 1_000_000
MOST_OUTPUT = 1_000_000  # characters
_CALL = 20  # units that a call takes, whatever it does
_HIGHEST_POWER = 64
# Methods of Python's own types that give nothing larger than what they take; for the rest there are filters.
_METHODS = {
    *("capitalize", "lower", "upper", "title", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "split"),
    *("startswith", "endswith", "find", "count", "index", "isdigit", "get", "keys", "values", "items"),
}
# Filters that can give more than the sum of what they take: their numbers and texts multiply.
_MULTIPLYING = {"batch", "center", "indent", "join", "replace", "round", "slice", "tojson", "wordwrap"}
_RANDOM = {"random"}  # a build gives the same bytes each time
_WIDE = re.compile(r"\d{4}|\*")  # in a format such as `%05d`: a width of a thousand or more, or one that is an argument


class PageError(Exception):
    """The message in both languages, and the line of the page's Markdown; 0 where Jinja knows it."""

    def __init__(self, vi: str, en: str, line: int = 0) -> None:
        self.vi, self.en, self.line = vi, en, line
        super().__init__(en)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of pages, which run one after another, each with a budget of its own."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, finalize=self._printed, optimized=False)
        self._left = BUDGET
        self._shown: Callable[[Any], Any] = str
        own = {"range": self.globals["range"], "dict": dict, "cycler": Cycler, "joiner": Joiner}
        self.globals = {**own, "namespace": _Namespace}
        self.filters = {name: self._charged(name, each) for name, each in self.filters.items() if name not in _RANDOM}
        self.filters["format"] = self._format
        self.tests = {name: self._charged(name, each) for name, each in self.tests.items()}

    def code(self, page: nodes.Template, name: str) -> CodeType:
        """A page that was parsed, compiled with charges in it; errors give `name` as their file."""
        self._left = BUDGET
        charged = _Charging().visit(page)
        charged.set_environment(self)
        code: CodeType = self.compile(charged, filename=name)
        return code

    def run(self, code: CodeType, values: dict[str, Any], shown: Callable[[Any], Any]) -> str:
        """The Markdown that a page gives. Raises whatever is wrong with it; `PageError` where it asks for too much.

        Args:
            code: the page.
            values: what it can name, besides what Jinja offers.
            shown: what is printed for the value of an expression.
        """
        self._left, self._shown = BUDGET, shown
        pieces, length = [], 0
        for piece in Template.from_code(self, code, self.globals).generate(values):
            pieces.append(piece)
            length += len(piece)
            if length > MOST_OUTPUT:
                raise PageError(
                    "Sau khi chạy macro, trang dài hơn 1 MB. Hãy bớt vòng lặp, hoặc chia thành nhiều trang.",
                    "After its macros ran, the page is larger than 1 MB. Use smaller loops, or divide it into pages.",
                )
        return "".join(pieces)

    def _printed(self, value: Any) -> Any:
        return self._shown(self.charged(value))

    def spend(self, units: int) -> None:
        """Charge work to the page; raises `PageError` where it has none left."""
        self._left -= units
        if self._left < 0:
            raise PageError(
                "Trang đòi quá nhiều việc: vòng lặp quá dài, hoặc chữ quá lớn. Hãy bớt đi.",
                "The page asks for too much work: a loop is too long, or a text too large. Make it smaller.",
            )

    def charged(self, value: Any) -> Any:
        """A value whose size has been charged; raises `PageError` for a number with too many digits."""
        self.spend(_size(value))
        if isinstance(value, int) and abs(value) >= 10**MOST_DIGITS:
            raise PageError(*TOO_LONG)
        return value

    def turns(self, items: Iterable[Any], units: int) -> Iterator[Any]:
        """The items of a loop, each charged."""
        for item in items:
            self.spend(units)
            yield item

    def call(self, context: Context, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a function gives that a page calls."""
        self.spend(_CALL + sum(map(_size, (*args, *kwargs.values()))))
        return self.charged(super().call(context, function, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What an operator gives that can make much of little."""
        if operator == "%" and isinstance(left, str):
            raise PageError("Hãy dùng bộ lọc `format` thay cho `%`.", "Use the filter `format` in place of `%`.")
        if operator == "**" and isinstance(right, int) and abs(right) > _HIGHEST_POWER:
            raise PageError(f"Số mũ cao nhất là {_HIGHEST_POWER}.", f"The highest power is {_HIGHEST_POWER}.")
        if operator == "*" and not (isinstance(left, (int, float)) and isinstance(right, (int, float))):
            self.spend(_factor(left) * _factor(right))
        return self.charged(super().call_binop(context, operator, left, right))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a page may use an attribute: of Python's own types, a few methods."""
        if callable(value) and isinstance(obj, (str, int, float, list, tuple, dict)):
            return attr in _METHODS
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Leave `"…".format` to `is_safe_attribute` like every other method."""

    def _charged(self, name: str, function: Any) -> Callable[..., Any]:
        """A filter or a test that charges what it takes and gives."""

        @wraps(function)
        def charged(*args: Any, **kwargs: Any) -> Any:
            first, *others = [*args, *kwargs.values()]
            if name in _MULTIPLYING:
                self.spend(_size(first) * prod(map(_factor, others)))
            else:
                self.spend(sum(map(_size, (first, *others))))
            return self.charged(function(*args, **kwargs))

        return charged

    def _format(self, text: str, *args: Any, **kwargs: Any) -> str:
        if _WIDE.search(text):
            raise PageError("`format` chỉ nhận độ rộng dưới 1000.", "`format` takes widths below 1000 only.")
        self.spend(1000 * _size(text))
        return str(self.charged(do_format(text, *args, **kwargs)))


class _Namespace(Namespace):
    """Jinja's namespace, which prints no values: namespaces within each other would print without end."""

    def __repr__(self) -> str:
        return "<namespace>"


class _Charging(NodeTransformer):
    """Puts charges where Jinja calls nothing of its environment: loops, comparisons, joined texts, lists, parts."""

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        """The node as it is to be compiled, and all within it."""
        super().generic_visit(node, *args, **kwargs)
        match node:
            case nodes.For():
                printed = sum(len(text.data) for text in node.find_all(nodes.TemplateData))
                node.iter = _call("turns", node.iter, nodes.Const(1 + printed))
            case nodes.Compare():
                node.expr = _call("charged", node.expr)
                for operand in node.ops:
                    operand.expr = _call("charged", operand.expr)
            case nodes.Concat() | nodes.Getitem() | nodes.List() | nodes.Tuple() | nodes.Dict():
                return node if getattr(node, "ctx", "load") == "store" else _call("charged", node)
        return node


def _call(method: str, *args: nodes.Node) -> nodes.Call:
    """A call of a method of the environment, at the line of its first argument."""
    return nodes.Call(nodes.EnvironmentAttribute(method), [*args], [], None, None, lineno=args[0].lineno)


def _size(value: Any) -> int:
    """How many characters and items there are in a value."""
    if isinstance(value, str):
        return 1 + len(value)
    if isinstance(value, dict):
        return 1 + sum(map(_size, value.keys())) + sum(map(_size, value.values()))
    if isinstance(value, (list, tuple)):
        return 1 + sum(map(_size, value))
    return len(value) if isinstance(value, range) else 1


def _factor(value: Any) -> int:
    """By how much a value multiplies what it is joined to."""
    return max(1, abs(value)) if isinstance(value, int) else _size(value)
