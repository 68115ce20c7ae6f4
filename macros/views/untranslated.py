"""How a page says that some of it is Vietnamese because it has no English yet; the passages themselves bear `lang`."""

from __future__ import annotations

from markupsafe import Markup

from macros.text.language import Language, word
from macros.text.passages import CLASS, is_vietnamese
from macros.views.templating import label


def noted(html: str, language: Language) -> Markup:
    """English HTML with a note below its heading, or before all of it, where a passage in it has no English."""
    if language is Language.VI or f'class="{CLASS}"' not in html:
        return Markup(html)
    before, heading, after = html.rpartition("</h1>")
    note = f'<p class="{CLASS}-note">{label("untranslated_note", language)}</p>'
    return Markup(f"{before}{heading}{note}{after}")


def named(name: str, language: Language) -> str:
    """A name as plain text, where nothing can bear its language: in Vietnamese it says so."""
    return word("untranslated_name", language).format(name=name) if is_vietnamese(name) else str(name)
