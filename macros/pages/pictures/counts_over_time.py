"""Numbers that were counted over a span, such as admissions: each against its dates, and which can be compared."""

from datetime import date
from itertools import combinations

from markupsafe import Markup

from macros.archive.items import Figure
from macros.pages.authoring.macro import TopicId, block
from macros.pages.pictures.drawing import WIDTH
from macros.views.rendering import View

_MOST = 10
_HEAD = 22
_ROW = 58
_EDGE = 12
_OPEN = 26  # how far the line of a span without a known beginning reaches
_LEAST = 5  # the shortest bar
_MOST_YEARS = 8  # that are written on the axis
_SAME = 5  # days by which spans of one length may differ: of half a year, of a month


@block
def counts_over_time(view: View, topic: TopicId) -> Markup:
    """A row a number of the topic that was counted over a span, the oldest first: the bar is the span, not the number.

    Nothing where the topic has fewer than two.
    """
    found = [each for each in view.archive.figures_by("topics", topic) if each.record.counted_from]
    figures = sorted(found, key=lambda each: (each.record.as_of.end, each.id))[-_MOST:]
    if len(figures) < 2:
        return Markup("")
    first = min(_begins(figure).year for figure in figures)
    last = max(figure.record.as_of.end.year for figure in figures)
    first_day, last_day = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()

    def x(day: date) -> float:
        return round(_EDGE + (WIDTH - 2 * _EDGE) * (day.toordinal() - first_day) / (last_day - first_day), 1)

    rows = []
    for number, figure in enumerate(figures):
        end = x(figure.record.as_of.end)
        begin = x(_begins(figure)) if figure.record.span else max(end - _OPEN, 0)
        row = {"figure": figure, "top": _HEAD + number * _ROW, "begin": min(begin, end - _LEAST), "end": end}
        others = [other for other in figures if other is not figure and comparable(figure, other)]
        rows.append({**row, "open": figure.record.span is None, "others": others})
    step = -(-(last - first + 1) // _MOST_YEARS)
    return view.render(
        "pictures/counts_over_time.html",
        topic=topic,
        rows=rows,
        years=[(year, x(date(year, 1, 1))) for year in range(first, last + 1, step)],
        places=len({_area(figure) for figure in figures}),
        spans=len({(figure.record.span, figure.record.as_of) for figure in figures}),
        compared=any(comparable(*pair) for pair in combinations(figures, 2)),
        head=_HEAD,
        height=_HEAD + len(rows) * _ROW,
    )


def comparable(one: Figure, other: Figure) -> bool:
    """Whether two numbers can be compared: of one unit, over spans of one length, of one area or over the same days."""
    first, second = one.record.span, other.record.span
    if first is None or second is None or one.record.unit.vi != other.record.unit.vi:
        return False
    lengths = [(end - begin).days for begin, end in (first, second)]
    return abs(lengths[0] - lengths[1]) <= _SAME and (_area(one) == _area(other) or first == second)


def _begins(figure: Figure) -> date:
    return figure.record.span[0] if figure.record.span else figure.record.as_of.start


def _area(figure: Figure) -> tuple[object, ...]:
    return tuple(figure.places) or (figure.level,)
