"""One page of every kind that the small archive's site has, by its address within a language."""

from __future__ import annotations

LESSON = "start-from-the-cell"
MEETING = "meetings/2030-06-12/"
STATEMENT = "careful-planning"  # a conclusion of that meeting
PAGES = (
    "",
    "reviews/",
    "reviews/2031/achievements/",
    "reviews/2031/lessons/",
    "reviews/2031/priorities/",
    "statements/",
    "kinds/lesson/",
    "kinds/result/",
    "years/2031/",
    "meetings/",
    "meetings/levels/regional/",
    MEETING,
    "meetings/2031-06-18/",
    "topics/",
    "topics/training/",
    "provinces/",
    "provinces/moc-linh/",
    "units/",
    "units/bach-sa/",
    "documents/",
    "documents/types/regulation/",
    "documents/45-qd-tw/",
    "people/",
    "people/vu-ha-ngan/",
    "figures/",
    "glossary/",
    "method/",
    "method/sources/",
    "method/doubts/",
    "corrections/",
    "downloads/",
    "contribute/",
    "edit/",
    "contribute/fields/",
    "contribute/translations/",
    "search/",
    "offline/",
)
MISSING = "no/such/page/"
