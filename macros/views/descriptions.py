"""Records and pages in a sentence, for the results of search engines, feeds and previews of links."""

from __future__ import annotations

from collections import Counter

from macros import records as model
from macros.archive.items import Home, Meeting
from macros.text.passages import alike
from macros.views.rendering import View

LENGTH = 160  # letters; what search engines show of a description


def home_summary(view: View, home: Home) -> str:
    """What a meeting or a part of a review was and how much of it is recorded."""
    kinds = Counter(
        s.kind.value if isinstance(home, Meeting) else "statement" for s in view.archive.statements_of(home)
    )
    figures = len(view.archive.figures_by("page", home.path))
    counts = [*kinds.items(), ("figure", figures)] if figures else kinds.items()
    counted = ", ".join(view.counted(count, thing) for thing, count in counts)
    what = f"{_what(view, home)}: {counted}" if counted else _what(view, home)
    return f"{what}; {view.word('with_sources')}."


def meeting_description(view: View, meeting: Meeting) -> str:
    """A meeting's summary, and as much of its title as there is room for."""
    return cut(f"{home_summary(view, meeting)} {view.text(meeting.title)}")


def cut(text: str, length: int = LENGTH) -> str:
    """A text on one line that is no longer than `length` letters, cut between words."""
    line = " ".join(text.split())
    if len(line) > length:
        whole_words = line[:length].rpartition(" ")[0] or line[: length - 1]
        line = f"{whole_words.rstrip(' ,;:.–-(“')}…"
    return alike(text, line)


def _what(view: View, home: Home) -> str:
    if not isinstance(home, Meeting):
        return str(view.home_label(home).striptags())
    level = view.word(f"level_{home.record.level}").lower()
    form = view.word(f"form_{home.record.form}")
    place = home.record.place
    where = [view.text(place)] if isinstance(place, model.Text) else []
    return ", ".join([form, level, home.date.shown(view.language), *where])
