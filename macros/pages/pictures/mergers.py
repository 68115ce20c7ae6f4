"""Which provinces of the region form which unit today, and how many members each unit's Party organisation has."""

from markupsafe import Markup

from macros.pages.authoring.macro import block
from macros.pages.pictures.drawing import WIDTH, length
from macros.views.rendering import View

_ROW = 24  # so that a finger finds a name
_UNIT = 56  # the least height of a unit: its name, its members, its bar
_GAP = 12
_BRACKET = (116, 132)  # where it begins, right of the provinces, and where it ends, left of the unit
_BAR = WIDTH - _BRACKET[1] - 10


@block
def mergers(view: View) -> Markup:
    """A row a unit: the provinces that it was formed from, a bracket, its name and its members at its congress.

    The bars begin at nothing and have one scale. Nothing where the archive has no units.
    """
    units = view.archive.units
    largest = max((unit.congress.members.value for unit in units.values() if unit.congress), default=0)
    rows = []
    top = 0
    for id, unit in units.items():
        names = [*((each, "") for each in unit.formed_from), *(("", name) for name in unit.joined_by)]
        height = max(_UNIT, _ROW * len(names))
        first = top + (height - _ROW * len(names)) // 2 + 16
        rows.append(
            {
                "id": id,
                "parts": [(province, name, first + _ROW * number) for number, (province, name) in enumerate(names)],
                "top": top,
                "height": height,
                "bar": length(unit.congress.members.value, largest, _BAR) if unit.congress else 0,
            }
        )
        top += height + _GAP
    if not rows:
        return Markup("")
    return view.render("pictures/mergers.html", rows=rows, bracket=_BRACKET, height=top - _GAP)
