"""Records and pages in a sentence, for the results of search engines, feeds and previews of links."""

from collections import Counter

from macros.archive.items import Home, Meeting
from macros.records import Text
from macros.records.summary import in_full
from macros.text.passages import alike
from macros.views.rendering import View

LENGTH = 160  # letters; what search engines show of a description


def home_summary(view: View, home: Home) -> str:
    """What a meeting or a part of a review was and how much of it is recorded."""
    is_meeting = isinstance(home, Meeting)
    counts = Counter(s.kind.value if is_meeting else "statement" for s in view.archive.statements_of(home))
    counts["figure"] = len(view.archive.figures_by("page", home.path))
    counted = ", ".join(view.count(count, thing) for thing, count in counts.items() if count)
    parts = [str(view.home_label(home).striptags())]
    if isinstance(home, Meeting):
        record = home.record
        parts = [view.word(f"form_{record.form}"), view.word(f"level_{record.level}").lower()]
        parts.append(home.date.shown(view.language))
        parts += [view.text(record.place)] if isinstance(record.place, Text) else []
    what = ": ".join(filter(None, (", ".join(parts), counted)))
    return f"{what}; {view.word('with_sources')}."


def meeting_description(view: View, meeting: Meeting) -> str:
    """What a meeting was about: its summary or, where none is written, its figures and its title; as far as it fits."""
    if meeting.record.summary:
        return cut(in_full(meeting.record.summary, view.language))
    return cut(f"{home_summary(view, meeting)} {view.text(meeting.title)}")


def cut(text: str, length: int = LENGTH) -> str:
    """A text on one line that is no longer than `length` letters, cut between words."""
    line = " ".join(text.split())
    if len(line) > length:
        whole_words = line[:length].rpartition(" ")[0] or line[: length - 1]
        line = f"{whole_words.rstrip(' ,;:.–-(“')}…"
    return alike(text, line)
