"""What is recorded of an issue through the years, in order of time, and which of it a record joins to what."""

from typing import Any

from markupsafe import Markup

from macros.archive.issues import MOST_OF_A_KIND, Relation, Step, StepKind, issue
from macros.pages.authoring.macro import TopicId, block
from macros.pages.pictures.drawing import lines
from macros.views.descriptions import cut
from macros.views.rendering import View

_FEWEST_KINDS = 3
_LANE = 28
_TEXT = len(StepKind) * _LANE + 4
_LINE = 16
_LETTERS, _MOST_LINES = 34, 3
_GAP = 12
_BESIDE, _APART = 10, 3  # how far right of a mark its line runs down, and how far from it that of the next mark
_HEAD = 4
_EDGE = 9  # from the middle of a mark to where its lines begin and end
_TITLE, _CELL = 150, 80  # letters of a text in the title of its mark, and in the table


@block
def issue_chain(view: View, topic: TopicId) -> Markup:
    """A row a step, the oldest first, its mark in the lane of its kind; lines are what a record says of two steps.

    Nothing for a topic that has steps of fewer than three kinds.
    """
    found = issue(view.archive, topic)
    if len(found.kinds) < _FEWEST_KINDS:
        return Markup("")
    rows: list[dict[str, Any]] = []
    top = _HEAD
    for number, step in enumerate(found.steps, 1):
        text = view.text(step.text)
        drawn = lines(cut(text, _LETTERS * _MOST_LINES - 8), _LETTERS)[:_MOST_LINES]
        height = (1 + len(drawn)) * _LINE + _GAP
        x = list(StepKind).index(step.kind) * _LANE + _LANE // 2
        row = {"step": step, "number": number, "top": top, "height": height, "x": x, "y": top + _LINE - 4}
        texts = {"lines": drawn, "text": cut(text, _TITLE), "short": cut(text, _CELL)}
        rows.append({**row, **texts, "is_cut": " ".join(drawn) != text, "related": []})
        top += height
    lanes: dict[StepKind, list[Step]] = {}
    by_step = {row["step"]: row for row in rows}
    links = []
    for relation, one, other in sorted(found.links, key=lambda link: by_step[link.first]["number"]):
        first, second = by_step[one], by_step[other]
        first["related"].append((f"to_{relation}", second["number"]))
        second["related"].append((f"from_{relation}", first["number"]))
        # Each mark has its own line next to its lane, from which those to other marks branch off.
        beside = lanes.setdefault(one.kind, [])
        beside += [] if one in beside else [one]
        across = first["x"] + _BESIDE + _APART * beside.index(one)
        end = second["x"] + (-_EDGE if second["x"] > across else _EDGE)
        path = f"M{first['x'] + _EDGE - 1} {first['y']}H{across}V{second['y']}H{end}"
        links.append((relation, path))
    return view.render(
        "pictures/issue_chain.html",
        topic=topic,
        kinds=[kind for kind in StepKind if kind in found.kinds],
        most=MOST_OF_A_KIND,
        relations=[relation for relation in Relation if relation in {link.relation for link in found.links}],
        rows=rows,
        links=links,
        left=_TEXT,
        lane=_LANE,
        line=_LINE,
        foot=top,
        height=top + 2 * 24,
    )
