"""Whether a call gives a macro the values it takes, by the macro's own signature."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import NoneType
from typing import Any, get_args, get_type_hints

from macros.data.spelling import did_you_mean
from macros.pages.authoring.calls import Call, Value
from macros.pages.authoring.page_macros import WrongCall


def check(call: Call, function: Callable[..., Any]) -> None:
    """Raises `WrongCall` where the macro cannot be called so."""
    signature = inspect.signature(function)
    known = [name for name in signature.parameters if name != "view"]
    for unknown in call.named.keys() - set(known):
        vi, en = did_you_mean(unknown, known)
        raise WrongCall(
            f"{call.name}() không có tham số “{unknown}”; có: {', '.join(known)}.{vi}",
            f"{call.name}() has no argument “{unknown}”; it has: {', '.join(known)}.{en}",
        )
    try:
        bound = signature.bind(None, *call.positional, **call.named)
    except TypeError as error:
        expected = _written(signature)
        raise WrongCall(
            f"{call.name}() được gọi thiếu hoặc thừa tham số; cần: {expected}.",
            f"{call.name}() is called with too few or too many arguments; expected: {expected}.",
        ) from error
    hints = get_type_hints(function)
    for name in known:
        taken = get_args(hints[name]) or (hints[name],)
        if name in bound.arguments and type(bound.arguments[name]) not in taken:
            vi, en = _expected(bound.arguments[name], next(kind for kind in taken if kind is not NoneType))
            raise WrongCall(f"{call.name}(): tham số “{name}” {vi}", f"{call.name}(): the argument “{name}” {en}")


def _expected(value: Value, kind: type) -> tuple[str, str]:
    """What to write in place of a value of another kind."""
    if kind is int and isinstance(value, str) and value.isdecimal():
        return f"là một số: hãy viết {value} không có ngoặc kép.", f"is a number: write {value} without quotes."
    if kind is int:
        return (
            f"cần số nguyên, như 2021, không phải {value!r}.",
            f"takes a whole number such as 2021, not {value!r}.",
        )
    if kind is bool:
        return "cần True hoặc False, không có ngoặc kép.", "takes True or False, without quotes."
    return f'là chữ: hãy viết "{value}" trong ngoặc kép.', f'is text: write "{value}" in quotes.'


def _written(signature: inspect.Signature) -> str:
    """The arguments of a macro as an author writes them."""
    return ", ".join(
        parameter.name if parameter.default is parameter.empty else f"{parameter.name}={parameter.default!r}"
        for parameter in signature.parameters.values()
        if parameter.name != "view"
    )
