"""Provinces and the units that they became: both sides say the same."""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive.data_files import Content
from macros.checks.rule import Found, error


@error(
    "Hãy ghi tỉnh vào `formed_from:` của đúng đơn vị ở `successor:`.",
    "Name the province in `formed_from:` of the unit that is its `successor:`.",
)
def province_and_its_unit(content: Content) -> Iterator[Found]:
    """A province is one of those that its successor was formed from, and of no other unit."""
    file = content.file("data/provinces.yml")
    units = {unit.key: [part for part in unit["formed_from"] if part.text] for unit in file["units"]}
    successors = {province.key: province["successor"] for province in file["provinces"]}
    for province, successor in successors.items():
        if successor.text in units and province not in {part.text for part in units[successor.text]}:
            yield Found(
                successor.at(0),
                f"Đơn vị “{successor.text}” không ghi tỉnh “{province}” ở `formed_from:`.",
                f"The unit “{successor.text}” does not name the province “{province}” in `formed_from:`.",
            )
    for unit, parts in units.items():
        for part in parts:
            named = successors[part.text].text if part.text in successors else ""
            # A successor that is no unit is reported as such, and that is enough.
            if named in units and named != unit:
                yield Found(
                    part.at(0),
                    f"Tỉnh “{part.text}” ghi `successor: {named}`, không phải “{unit}”.",
                    f"The province “{part.text}” has `successor: {named}`, not “{unit}”.",
                )
