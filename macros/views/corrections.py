"""What pages show of the log of corrections: all of it, and on each page what was corrected of its own facts."""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup, escape

from macros.archive.corrections import Correction
from macros.archive.facts import part_name
from macros.records import Difference
from macros.text.passages import is_vietnamese, passage
from macros.text.wording import difference
from macros.views.addresses import address_link
from macros.views.rendering import View


def whole_log(view: View) -> Markup:
    """Every correction, the newest first."""
    return _render(view, "corrections.html")


def last_corrected(view: View, path: str) -> Markup:
    """When the facts of a page were last corrected, and what; nothing before the archive is published."""
    own = view.archive.corrections.of(path)
    if own:
        return _render(view, "last_corrected.html", own=own)
    return view.with_prefixes(_never_corrected(view.on_any_page()))


@lru_cache(maxsize=2)  # most pages say so
def _never_corrected(view: View) -> Markup:
    return _render(view, "last_corrected.html", own=())


def differences(view: View, correction: Correction) -> Markup:
    """What one correction changed."""
    return _render(view, "correction_parts.html", c=correction)


def _render(view: View, template: str, **values: Any) -> Markup:
    def part(difference: Difference) -> str:
        return part_name(view.archive, difference.to or difference.address, difference.part or "")[view.language]

    return view.render(template, link=partial(address_link, view), marked=marked, part=part, **values)


def marked(before: str, after: str) -> tuple[Markup, Markup]:
    """The words before and after; what went and what came is marked where both have words in one language."""
    if not before or not after or is_vietnamese(before) != is_vietnamese(after):
        return escape(before), escape(after)
    pieces = list(difference(before, after))
    sides = _side(pieces, "gone", "del"), _side(pieces, "new", "ins")
    return (passage(sides[0]), passage(sides[1])) if is_vietnamese(before) else sides


def _side(pieces: Sequence[tuple[str, str]], own: str, element: str) -> Markup:
    """What stayed, and what only this side has, in an element."""
    mark = Markup(f"<{element}>{{}}</{element}>")
    return Markup(" ").join(
        mark.format(text) if kind == own else text for kind, text in pieces if kind in ("same", own)
    )
