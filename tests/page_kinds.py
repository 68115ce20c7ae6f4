"""One page of every kind the site has, by its address within a language."""

from __future__ import annotations

LESSON = "close-to-higher-documents"
MEETING = "meetings/2022-06-29/"
PAGES = (
    "",
    "reviews/2023/achievements/",
    "reviews/2023/lessons/",
    "reviews/2023/priorities/",
    "meetings/",
    MEETING,
    "meetings/2023-06-23/",
    "topics/",
    "topics/congress/",
    "provinces/",
    "provinces/quang-ngai/",
    "documents/",
    "documents/01-kl-tw/",
    "people/",
    "people/truong-thi-mai/",
    "figures/",
    "glossary/",
    "method/",
    "corrections/",
    "downloads/",
    "contribute/",
    "contribute/macros/",
    "contribute/search/",
    "search/",
    "offline/",
)
MISSING = "no/such/page/"
