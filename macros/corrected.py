"""What pages show of the log of corrections: all of it, and on each page what was corrected of its own facts."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import partial

from markupsafe import Markup, escape

from macros.address_names import address_link
from macros.corrections import Correction
from macros.rendering import View


def whole_log(view: View) -> Markup:
    """Every correction, the newest first."""
    return view.render("corrections.html", **_helpers(view))


def last_corrected(view: View, path: str) -> Markup:
    """When the facts of a page were last corrected, and what; nothing before the archive is published."""
    return view.render("last_corrected.html", path=path, **_helpers(view))


def differences(view: View, correction: Correction) -> Markup:
    """What one correction changed."""
    return view.render("differences.html", c=correction, **_helpers(view))


def _helpers(view: View) -> dict[str, object]:
    return {"link": partial(address_link, view), "marked": marked}


def marked(before: str, after: str) -> tuple[Markup, Markup]:
    """The words before and after; what went and what came is marked where both have words."""
    old, new = before.split(), after.split()
    went, came = [], []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        mark = bool(old and new) and tag != "equal"
        went.append(_piece("del" if mark else "", old[a:b]))
        came.append(_piece("ins" if mark else "", new[c:d]))
    return Markup(" ").join(filter(None, went)), Markup(" ").join(filter(None, came))


def _piece(element: str, words: list[str]) -> Markup:
    text = escape(" ".join(words))
    return Markup(f"<{element}>{{}}</{element}>").format(text) if element and text else text
