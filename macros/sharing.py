"""Equal values kept once: offices, publishers, topics and the like stand in most records again and again."""

from __future__ import annotations

from typing import Any

from macros.dates import PartialDate
from macros.model import Record


class Shared:
    """Gives for each value an equal one that takes little room; records and what is in them never change."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def __call__(self, value: Any) -> Any:
        """The value, or the equal one that was given before."""
        if value.__class__ is str or isinstance(value, PartialDate):
            return self._known.setdefault(value, value)
        if isinstance(value, list):
            items = [self(item) for item in value]
            return self._once((list, *items), items)
        if isinstance(value, Record):
            values = [self(each) for each in value.values()]
            return self._once((type(value), *values), type(value).lean(values))
        return value

    def _once(self, key: tuple[Any, ...], made: Any) -> Any:
        """What was made before of the same texts; what holds more than texts is seldom met again."""
        texts = all(part is None or part.__class__ is str for part in key[1:])
        return self._known.setdefault(key, made) if texts else made
