"""Warnings that an editor has looked into and accepts: `data/accepted.yml`."""

from __future__ import annotations

from typing import Annotated

from macros.records.base import About, Line, PermanentAddress, Slug

AcceptedFile = Annotated[
    dict[PermanentAddress, dict[Slug, Line]],
    About(
        "địa chỉ của bản ghi hay mục, như trên trang; bên dưới: tên cảnh báo và lý do chấp nhận",
        "the address of a record or an entry; below it the name of a warning and the reason to accept it",
        {"documents/03-kh-bct/": {"document-not-identified": "Nguồn không ghi ngày và ký hiệu."}},
    ),
]
