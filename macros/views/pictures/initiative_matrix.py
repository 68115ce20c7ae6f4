"""Which province a year's review names in which of its local examples."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros import records as model
from macros.archive.items import ReviewPart, Statement
from macros.views.pictures.drawing import WIDTH
from macros.views.rendering import View

_NAMES = 108
_TOTALS = 28
_HEAD = 24
_ROW = 26
_MOST_COLUMNS = 12


@dataclass(frozen=True)
class Column:
    """A local example: its number in the table, the middle of its column, whether a new area of work begins."""

    number: int
    example: Statement
    middle: float
    begins_area: bool


@dataclass(frozen=True)
class Row:
    """A province: the top of its row, and the columns whose examples name it."""

    province: str
    top: int
    named: list[Column]


def draw(view: View, part: ReviewPart) -> Markup:
    """Provinces as rows, the local examples of the review as columns."""
    examples = [statement for statement in view.archive.statements_of(part) if statement.example]
    shown = examples[:_MOST_COLUMNS]
    width = (WIDTH - _NAMES - _TOTALS) / max(len(shown), 1)
    columns = []
    area: model.Group | None = None
    for number, example in enumerate(shown):
        columns.append(
            Column(number + 1, example, round(_NAMES + (number + 0.5) * width, 1), example.group is not area)
        )
        area = example.group
    rows = [
        Row(id, _HEAD + number * _ROW, [column for column in columns if id in column.example.provinces])
        for number, id in enumerate(view.archive.provinces)
    ]
    return view.render(
        "pictures/initiative_matrix.html",
        year=part.year,
        columns=columns,
        width=round(width, 1),
        rows=rows,
        left=_NAMES,
        row_height=_ROW,
        foot=_HEAD + len(rows) * _ROW,
        height=_HEAD + (len(rows) + 1) * _ROW,
        all_examples=len(examples),
        part=part,
    )
