"""Redirects: old addresses that are old, new ones that exist, one step from one to the other."""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive.addresses import addresses
from macros.archive.data_files import Content
from macros.archive.redirects import PAGES_BY_HAND, page
from macros.checks.rule import Found, error
from macros.data.spelling import did_you_mean

_FILE = "data/redirects.yml"


@error(
    "Hãy ghi địa chỉ hiện có của nội dung đó, viết như trên trang.",
    "Write the address where it is now, as the site has it.",
    across=True,
)
def redirect_to_nowhere(content: Content) -> Iterator[Found]:
    """Every new address exists."""
    file = content.file(_FILE)
    if not file.value or not content.complete:
        return  # a file that cannot be read may hold the address
    known = _known(content)
    old = {entry.key for entry in file}
    for entry in file:
        if entry.text and entry.text not in known | old:
            vi, en = did_you_mean(entry.text, known)
            yield Found(
                entry.place,
                f"Không có trang hay mục nào ở địa chỉ “{entry.text}”.{vi}",
                f"There is nothing at the address “{entry.text}”.{en}",
            )


@error(
    "Hãy bỏ dòng này, hoặc đổi mã của mục đang mang địa chỉ đó.",
    "Remove the line, or give the entry that has this address another id.",
    across=True,
)
def redirect_from_what_exists(content: Content) -> Iterator[Found]:
    """No old address is the address of something."""
    file = content.file(_FILE)
    known = _known(content) if file.value else set()
    for entry in file:
        if entry.key in known:
            yield Found(
                file.places.find_key(entry.path),
                f"Địa chỉ “{entry.key}” vẫn đang dùng, không thể chuyển đi nơi khác.",
                f"The address “{entry.key}” is in use; it cannot lead elsewhere.",
            )


@error(
    "Hãy thêm một dòng cho chính trang cũ.",
    "Add a line for the old page itself.",
    across=True,
)
def redirect_without_page(content: Content) -> Iterator[Found]:
    """The page of an old address is there, or leads elsewhere itself: something must stand at the address."""
    file = content.file(_FILE)
    if not file.value or not content.complete:
        return
    known = {page(address) for address in addresses(content)} | {entry.key for entry in file}
    for entry in file:
        if "#" in entry.key and page(entry.key) not in known:
            yield Found(
                file.places.find_key(entry.path),
                f"Trang “{page(entry.key)}” không còn và cũng chưa được chuyển đi đâu.",
                f"The page “{page(entry.key)}” is gone and leads nowhere.",
            )


@error(
    "Hãy ghi thẳng địa chỉ cuối cùng.",
    "Write the last address directly.",
)
def redirect_in_steps(content: Content) -> Iterator[Found]:
    """A new address is not itself an old one: no chains, no circles."""
    file = content.file(_FILE)
    redirects = {entry.key: entry.text for entry in file}
    for entry in file:
        if entry.text not in redirects:
            continue
        seen, last = {entry.key}, entry.text
        while last in redirects and last not in seen:
            seen.add(last)
            last = redirects[last]
        if last in seen:
            yield Found(
                entry.place,
                f"Địa chỉ “{entry.key}” được chuyển đi rồi lại trở về chính vòng ấy.",
                f"The address “{entry.key}” leads round in a circle.",
            )
        else:
            yield Found(
                entry.place,
                f"Địa chỉ “{entry.text}” cũng đã chuyển, nay ở “{last}”.",
                f"The address “{entry.text}” has moved too; it is “{last}” now.",
                entry.fix(0, len(entry.text), last),
            )


def _known(content: Content) -> set[str]:
    return {*addresses(content), *PAGES_BY_HAND}
