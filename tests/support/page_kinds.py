"""One page of every kind the site has, by its address within a language."""

from __future__ import annotations

LESSON = "close-to-higher-documents"
MEETING = "meetings/2022-06-29/"
PAGES = (
    "",
    "reviews/2023/achievements/",
    "reviews/2023/lessons/",
    "reviews/2023/priorities/",
    "statements/",
    "kinds/lesson/",
    "kinds/result/",
    "kinds/result/2023/",
    "kinds/result/2023/2/",
    "years/2023/",
    "meetings/",
    "meetings/levels/regional/",
    MEETING,
    "meetings/2023-06-23/",
    "topics/",
    "topics/training/",
    "topics/congress/",
    "topics/congress/2025/",
    "provinces/",
    "provinces/quang-ngai/",
    "documents/",
    "documents/types/regulation/",
    "documents/01-kl-tw/",
    "people/",
    "people/truong-thi-mai/",
    "figures/",
    "figures/2025/",
    "glossary/",
    "method/",
    "method/sources/",
    "method/doubts/",
    "method/doubts/2025/",
    "corrections/",
    "downloads/",
    "contribute/",
    "contribute/macros/",
    "contribute/search/",
    "search/",
    "offline/",
)
MISSING = "no/such/page/"
