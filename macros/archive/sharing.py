"""Equal values stored once: offices, publishers, topics and the like are in most records."""

from collections.abc import Callable
from typing import Any

from macros.records import Record
from macros.text.dates import PartialDate

_TEXTS = frozenset((str, type(None)))


class Shared:
    """Replaces each value by an equal one that was seen before, to save memory; records never change."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def __call__(self, value: Any) -> Any:
        """The value, or the equal one that was given before."""
        kind = value.__class__
        if kind is str or kind is PartialDate:
            return self._known.setdefault(value, value)
        if kind is list:
            return self._once(kind, list(map(self, value)), list)
        if isinstance(value, Record):
            return self._once(kind, list(map(self, value.values())), kind.without_validation)
        return value

    def _once(self, kind: type, parts: list[Any], make: Callable[[list[Any]], Any]) -> Any:
        """The value made before of the same texts; what has more than texts in it seldom occurs twice."""
        if not _TEXTS.issuperset(map(type, parts)):
            return make(parts)
        key = (kind, *parts)
        if key not in self._known:
            self._known[key] = make(parts)
        return self._known[key]
