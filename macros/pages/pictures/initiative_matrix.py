"""Which province a year's review names in which of its local examples."""

from markupsafe import Markup

from macros.pages.authoring.macro import ReviewYear, block
from macros.pages.pictures.drawing import WIDTH
from macros.records import ACHIEVEMENTS
from macros.views.rendering import View

_NAMES = 108
_TOTALS = 28
_HEAD = 24
_ROW = 26
_MOST_COLUMNS = 12


@block
def initiative_matrix(view: View, year: ReviewYear = None) -> Markup:
    """Provinces as rows, the local examples of the review as columns; by default of the newest review."""
    part = view.archive.part(year or 0, ACHIEVEMENTS)
    assert part is not None
    examples = [statement for statement in view.archive.statements_of(part) if statement.example]
    shown = examples[:_MOST_COLUMNS]
    width = (WIDTH - _NAMES - _TOTALS) / max(len(shown), 1)
    columns = [
        {
            "number": number + 1,
            "example": example,
            "middle": round(_NAMES + (number + 0.5) * width, 1),
            "begins_area": number == 0 or example.group is not shown[number - 1].group,
        }
        for number, example in enumerate(shown)
    ]
    rows = [
        {
            "province": id,
            "top": _HEAD + number * _ROW,
            "named": [column for column, example in zip(columns, shown, strict=True) if id in example.provinces],
        }
        for number, id in enumerate(view.archive.provinces)
    ]
    return view.render(
        "pictures/initiative_matrix.html",
        year=year,
        part=part,
        columns=columns,
        width=round(width, 1),
        rows=rows,
        left=_NAMES,
        row_height=_ROW,
        foot=_HEAD + len(rows) * _ROW,
        height=_HEAD + (len(rows) + 1) * _ROW,
        all_examples=len(examples),
    )
