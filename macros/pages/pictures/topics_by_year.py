"""How many statements there are on each topic in each year: a field a number, the darker the larger."""

from collections import Counter

from markupsafe import Markup

from macros.pages.authoring.macro import block
from macros.pages.pictures.drawing import WIDTH, lines, shade
from macros.views.rendering import View

_MOST_COLUMNS = 9
_HEAD = 20
_LETTERS = 48
_LINE = 16
_FIELD = 24
_GAP = 12


@block
def topics_by_year(view: View) -> Markup:
    """A row a topic, a column a year; the oldest years share a column where there are many."""
    archive = view.archive
    counts = {id: Counter(s.date.year for s in archive.statements_by("topics", id)) for id in archive.topics}
    years = sorted(set().union(*counts.values()))
    if not years:
        return Markup("")
    width = round(WIDTH / min(len(years), _MOST_COLUMNS), 2)
    latest = years[-_MOST_COLUMNS:]
    columns = [
        {"year": year, "before": number == 0 and latest != years, "x": round(number * width, 2)}
        for number, year in enumerate(latest)
    ]
    # The first column has all years before it, too.
    sums = {
        id: [sum(n for each, n in by_year.items() if max(each, latest[0]) == year) for year in latest]
        for id, by_year in counts.items()
    }
    largest = max(max(row) for row in sums.values())
    rows = []
    top = _HEAD
    for id, topic in archive.topics.items():
        name = lines(topic.name[view.language], _LETTERS)
        fields_top = top + len(name) * _LINE + 4
        fields = [(column, count, shade(count, largest)) for column, count in zip(columns, sums[id], strict=True)]
        rows.append(
            {"topic": id, "top": top, "name": name, "fields_top": fields_top, "fields": fields, "total": sum(sums[id])}
        )
        top = fields_top + _FIELD + _GAP
    return view.render(
        "pictures/topics_by_year.html",
        columns=columns,
        rows=rows,
        first=years[0],
        width=width,
        line=_LINE,
        field_height=_FIELD,
        height=top + _HEAD - _GAP + 4,
    )
