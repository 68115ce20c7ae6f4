"""Texts as HTML: what a line does not break, dates, and the note on pages with Vietnamese that has no English."""

import re
from functools import lru_cache

from babel.dates import get_month_names
from markupsafe import Markup, escape

from macros.text.dates import PartialDate
from macros.text.language import Language, word
from macros.text.passages import CLASS, Passages, is_vietnamese
from macros.views.pieces import TIME, UNBROKEN

# Short, so that none is wider than a phone: “Trung -”, “8 December 2025,”, “35-CT/TW”, “(30-5-2019)”, “202/2025/QH15”.
_DAY = rf"\(?\d{{1,2}} (?:{'|'.join(get_month_names(locale='en_GB').values())})(?: \d{{4}})?(?=\W|$)\S{{0,3}}"
WHOLE = re.compile(rf"(?<!\S)(\S{{1,20}} [-–]|{_DAY}|\(?(?=\S*\d)[\w./]{{1,20}}[-/–][\w./–-]{{1,20}}\)?[,;:.]?)(?!\S)")


class OutdatedText(str):
    """An English text whose Vietnamese is newer: as HTML it ends with a mark."""

    mark: Markup

    def __html__(self) -> str:
        """The text and behind it the mark."""
        return escape(str(self)) + self.mark


def unbroken(text: str) -> Markup:
    """A text as HTML in which no line breaks within a date or a document's number, nor before a dash.

    Browsers break after a hyphen. A span says where they must not; the text itself stays as it is, for anyone who
    copies it or searches it.
    """
    if isinstance(text, OutdatedText):
        return _unbroken(text) + text.mark
    return text.html(_unbroken) if isinstance(text, Passages) else _unbroken(text)


@lru_cache(maxsize=10_000)  # names of topics, provinces and meetings are on page after page
def _unbroken(text: str) -> Markup:
    return Markup(WHOLE.sub(UNBROKEN.format(r"\1"), str(escape(str(text)))))


@lru_cache(maxsize=10_000)
def date_html(date: PartialDate, language: Language) -> Markup:
    """A date as exactly as it is known."""
    shown = date.shown(language)
    return Markup(TIME.format(date.iso, escape(shown))) if date.iso else unbroken(shown)


def drawn(text: str) -> Markup:
    """A text within an SVG drawing, where a passage is no span."""
    return text.html(element="tspan") if isinstance(text, Passages) else escape(text)


def with_untranslated_note(html: str, language: Language) -> Markup:
    """English HTML with a note below its heading, or before all of it, where a passage in it has no English."""
    if language is Language.VI or f'class="{CLASS}"' not in html:
        return Markup(html)
    before, heading, after = html.rpartition("</h1>")
    note = f'<p class="{CLASS}-note">{escape(word("untranslated_note", language))}</p>'
    return Markup(f"{before}{heading}{note}{after}")


def plain_name(name: str, language: Language) -> str:
    """A name as plain text, where nothing can bear its language: in Vietnamese it says so."""
    return word("untranslated_name", language).format(name=name) if is_vietnamese(name) else str(name)
