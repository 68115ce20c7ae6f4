"""What the files of records are called: the name is the record's id and its permanent address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from macros.data.spelling import slug
from macros.records.document import document_id
from macros.records.meeting import meeting_id

# What programs add to the name of a file that is there already, or of a copy.
_COPIED = re.compile(r"^(copy of|bản sao( của)?) | ?\(\d+\)$| - (copy|sao chép)$", re.IGNORECASE)
_AFTER_DATE = re.compile(r"^[\d-]*(q[1-4]-?)?")
_ENDING = re.compile(r"\s*\.(ya?ml|txt)\s*$", re.IGNORECASE)


def tidied(name: str) -> str:
    """The name of a file as it should be written: `2031-12-09-hue.yml` for `2031-12-09-Huế (1).YAML`."""
    stem = name.strip()
    for pattern in (_ENDING, _ENDING, _COPIED, _COPIED):
        stem = pattern.sub("", stem)
    return f"{slug(stem)}.yml"


def id_by_content(folder: str, record: Any, name: str = "") -> str:
    """The id that a record in a folder should have by what it says; empty where it does not say enough.

    Of a provincial meeting that names no province, its place or what follows the date in its `name` now tells whose it
    is.
    """
    fields = record if isinstance(record, Mapping) else {}
    date = str(fields.get("date", ""))
    if folder == "meetings" and date[:1].isdigit():
        provinces, place = fields.get("provinces"), fields.get("place")
        owners = [each for each in provinces if isinstance(each, str)] if isinstance(provinces, list) else []
        if not owners and isinstance(place, Mapping) and isinstance(place.get("province"), str):
            owners = [place["province"]]
        level = str(fields.get("level", ""))
        others = owners or list(filter(None, [_AFTER_DATE.sub("", name)]))
        return meeting_id(date, level, others) if others or level != "provincial" else ""
    number = str(fields.get("number", ""))
    return document_id(number, date) if folder == "documents" and number[:1].isdigit() else ""
