"""The documents that most statements name, as bars."""

from markupsafe import Markup

from macros.pages.authoring.macro import block
from macros.pages.pictures.drawing import WIDTH, length
from macros.views.descriptions import cut
from macros.views.rendering import View

_MOST = 12
_ROW = 40
_ROOM = WIDTH - 48
_LETTERS = 48


@block
def documents_picture(view: View) -> Markup:
    """The documents named most, the first of them first; of those named equally often all are shown, or none."""
    archive = view.archive
    counts = {id: len(archive.statements_by("documents", id)) for id in archive.documents}
    named = sorted((id for id, count in counts.items() if count), key=lambda id: (-counts[id], id))
    if not named:
        return Markup("")
    shown = named[:_MOST]
    if len(named) > _MOST and counts[named[0]] > counts[named[_MOST]]:
        shown = [id for id in shown if counts[id] > counts[named[_MOST]]]
    bars = [
        {
            "document": id,
            "name": cut(archive.document_title(id)[view.language], _LETTERS),
            "top": row * _ROW,
            "length": length(counts[id], counts[named[0]], _ROOM),
            "count": counts[id],
        }
        for row, id in enumerate(shown)
    ]
    least = counts[shown[-1]]
    cut_off = sum(count >= least for count in counts.values()) > len(bars)
    return view.render("pictures/documents_picture.html", bars=bars, height=len(bars) * _ROW, least=least, cut=cut_off)
