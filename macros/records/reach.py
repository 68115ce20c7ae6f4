"""How far the archive reaches, as editors know it: `data/reach.yml`. What can be counted is counted, not written."""

from typing import Annotated

from macros.records.base import About, Past, Record, Text


class Reach(Record):
    """`data/reach.yml`: when sources were last looked for, and what is known to be missing."""

    researched: Annotated[
        Past,
        About("ngày gần nhất tìm nguồn cho kho tư liệu", "the day on which sources were last looked for", "2026-11-26"),
    ]
    missing: Annotated[
        list[Text],
        About(
            "những gì biết là còn thiếu, mỗi điều một mục",
            "what is known to be missing, an entry each",
            [{"vi": "Chưa tìm thấy hội nghị giao ban năm 2031.", "en": "No briefing of 2031 was found."}],
        ),
    ] = []
