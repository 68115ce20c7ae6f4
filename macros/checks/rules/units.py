"""Names of the day: what the texts of a meeting call a province that had become part of a unit by then."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.archive.data_files import Content
from macros.archive.nodes import Node
from macros.checks.rule import Found, warning
from macros.checks.rules.dates import plausible
from macros.records import MEETING, PROVINCE, UNIT
from macros.text.dates import PartialDate
from macros.text.language import Language

_NAMING = ("title", "organiser", "place")  # the fields of a meeting that say whose it was


@dataclass(frozen=True)
class UnitOfToday:
    """A unit as its file has it.

    Attributes:
        parts: the provinces that it was formed from.
        since: when it began to work.
        name: its short name.
        names: its short name in each language.
        lost: the names of its parts that it did not keep, in each language.
    """

    parts: frozenset[str]
    since: PartialDate | None
    name: Node
    names: frozenset[str]
    lost: frozenset[str]

    def is_at_work(self, meeting: Node) -> bool:
        """Whether it certainly was at work on the day of a meeting."""
        held = plausible(meeting["date"])
        return held is not None and self.since is not None and self.since.end <= held.start


def units_of_today(content: Content) -> list[UnitOfToday]:
    """The units, as far as their file says what they are."""
    provinces = dict(content.records(PROVINCE))
    found = []
    for _, unit in content.records(UNIT):
        parts = frozenset(part.text for part in unit["formed_from"] if part.text in provinces)
        own = _names(unit)
        old = (_names(provinces[part]) for part in parts)
        lost = frozenset(each.text for each in unit["joined_by"] if each.text).union(*old) - own
        found.append(UnitOfToday(parts, plausible(unit["operates_from"]), unit["short"], own, lost))
    return found


@warning(
    "Hãy ghi tên của đơn vị vào ngày họp. Muốn nói đến tỉnh trước đây thì viết thêm “cũ”; nguồn in tên cũ thì "
    "chấp nhận cảnh báo ở `data/accepted.yml`.",
    "Write the name of the unit on the day of the meeting. Where the province of before is meant, write “the former”; "
    "where the source prints the old name, accept the warning in `data/accepted.yml`.",
    across=True,
)
def name_of_the_day(content: Content) -> Iterator[Found]:
    """The title, organiser and place of a meeting call no province by a name that it had lost by then."""
    units = [unit for unit in units_of_today(content) if unit.lost]
    for _, meeting in content.records(MEETING):
        texts = [meeting[field][language] for field in _NAMING for language in Language]
        for unit in filter(lambda unit: unit.is_at_work(meeting), units):
            for text in texts:
                old = re.search(rf"(?<!\bformer )\b({_either(unit.lost)})\b(?! \(?cũ\b)", text.text)
                if old and not re.search(rf"\b({_either(unit.names)})\b", text.text.replace(old[0], "")):
                    yield Found(
                        text.at(old.start()),
                        f"Từ ngày {unit.since}, “{old[0]}” là một phần của “{unit.name[Language.VI].text}”.",
                        f"Since {unit.since}, “{old[0]}” has been part of “{unit.name[Language.EN].text}”.",
                    )


def _names(record: Node) -> frozenset[str]:
    return frozenset(name.text for name in record["short"] if name.text)


def _either(names: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(names)))
