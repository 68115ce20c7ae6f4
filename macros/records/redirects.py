"""Addresses that changed: `data/redirects.yml`."""

from __future__ import annotations

from typing import Annotated

from macros.records.base import About, PermanentAddress

RedirectsFile = Annotated[
    dict[PermanentAddress, PermanentAddress],
    About(
        "mỗi dòng một địa chỉ: địa chỉ cũ, rồi địa chỉ hiện nay của cùng nội dung",
        "an address a line: the old one, then where the same content stands now",
        {"meetings/2022-06-29/#careful": "meetings/2022-06-29/#careful-and-rigorous"},
    ),
]
