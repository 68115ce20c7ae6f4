"""What pages show of the log of corrections: all of it, and on each page what was corrected of its own facts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

from markupsafe import Markup, escape

from macros import records as model
from macros.archive.corrections import Correction
from macros.archive.readable import part_name
from macros.text.passages import is_vietnamese, passage
from macros.text.wording import difference
from macros.views.address_names import address_link
from macros.views.rendering import View


def whole_log(view: View) -> Markup:
    """Every correction, the newest first."""
    return view.render("corrections.html", **_helpers(view))


def last_corrected(view: View, path: str) -> Markup:
    """When the facts of a page were last corrected, and what; nothing before the archive is published."""
    own = view.archive.corrections.of(path)
    return _last_corrected(view, own) if own else view.settled(_never_corrected(view.anywhere()))


def _last_corrected(view: View, own: Sequence[Correction]) -> Markup:
    return view.render("last_corrected.html", own=own, **_helpers(view))


@lru_cache(maxsize=2)  # most pages say so
def _never_corrected(anywhere: View) -> Markup:
    return _last_corrected(anywhere, ())


def differences(view: View, correction: Correction) -> Markup:
    """What one correction changed."""
    return view.render("differences.html", c=correction, **_helpers(view))


def _helpers(view: View) -> dict[str, object]:
    def part(difference: model.Difference) -> str:
        return part_name(view.archive, difference.to or difference.address, difference.part or "")[view.language]

    return {"link": partial(address_link, view), "marked": marked, "part": part}


def marked(before: str, after: str) -> tuple[Markup, Markup]:
    """The words before and after; what went and what came is marked where both have words in one language."""
    if not before or not after or is_vietnamese(before) != is_vietnamese(after):
        return escape(before), escape(after)
    pieces = list(difference(before, after))
    sides = _side(pieces, "gone", "del"), _side(pieces, "new", "ins")
    return (passage(sides[0]), passage(sides[1])) if is_vietnamese(before) else sides


def _side(pieces: list[tuple[str, str]], own: str, element: str) -> Markup:
    """What stayed, and what only this side has, in an element."""
    mark = Markup(f"<{element}>{{}}</{element}>")
    return Markup(" ").join(
        mark.format(text) if kind == own else text for kind, text in pieces if kind in ("same", own)
    )
