"""Tables that authors write in Markdown scroll in a frame of their own, which the keyboard reaches too."""

from __future__ import annotations

from macros.text.language import Language, word


def framed(html: str, language: Language) -> str:
    """The content of a page with a frame around each table that has none; the templates' own tables bear a class."""
    frame = f'<div class="table-wrap" tabindex="0" role="group" aria-label="{word("table", language)}">'
    parts = html.split("<table>")
    rest = [part.replace("</table>", "</table></div>", 1) for part in parts[1:]]
    return f'{frame}<table class="written">'.join([parts[0], *rest])
