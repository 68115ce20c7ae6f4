"""The files of `data/` that hold no records: addresses that changed, and warnings that were accepted."""

from typing import Annotated

from macros.records.base import About, Line, PermanentAddress, Slug

RedirectsFile = Annotated[
    dict[PermanentAddress, PermanentAddress],
    About(
        "mỗi dòng một địa chỉ: địa chỉ cũ, rồi địa chỉ hiện nay của cùng nội dung",
        "an address a line: the old one, then where the same content stands now",
        {"meetings/2022-06-29/#careful": "meetings/2022-06-29/#careful-and-rigorous"},
    ),
]

AcceptedFile = Annotated[
    dict[PermanentAddress, dict[Slug, Line]],
    About(
        "địa chỉ của bản ghi hay mục, như trên trang; bên dưới: tên cảnh báo và lý do chấp nhận",
        "the address of a record or an entry; below it the name of a warning and the reason to accept it",
        {"documents/03-kh-bct/": {"document-not-identified": "Nguồn không ghi ngày và ký hiệu."}},
    ),
]
