"""Web addresses: they lead where they seem to lead, to a server that every reader can reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.archive.data_files import Content
from macros.checks.rule import Found, error, warning
from macros.text.web_addresses import Deceit, Deceiving, deceiving

# What Google, Facebook, Zalo, Microsoft, Mailchimp, Instagram and others add to an address when it is shared.
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|zarsrc|mc_[ce]id|igshid|_gl|_ga|yclid|gidzl)(?==|$)")


@error(
    "Hãy mở trang nguồn rồi chép lại địa chỉ từ trình duyệt, như https://vov.vn/bai-viet.",
    "Open the source’s page and copy the address again from the browser, such as https://vov.vn/bai-viet.",
)
def deceiving_address(content: Content) -> Iterator[Found]:
    """An address shows the public name of the server that it leads to."""
    for entry in content.addresses:
        for found in deceiving(entry.text):
            yield Found(entry.at(found.at), *_said(found))


@warning("Hãy bỏ phần đó.", "Remove that part.")
def tracking_parameter(content: Content) -> Iterator[Found]:
    """An address leads to a page, and does not say by which advertisement or message someone came there."""
    for entry in content.addresses:
        address, hash, anchor = entry.text.partition("#")
        page, _, query = address.partition("?")
        parts = query.split("&") if query else []
        tracking = [part for part in parts if _TRACKING.match(part)]
        if tracking:
            rest = "&".join(part for part in parts if part not in tracking)
            right = f"{page}{'?' if rest else ''}{rest}{hash}{anchor}"
            shown = ", ".join(f"“{part[:40]}”" for part in tracking)
            yield Found(
                entry.at(entry.text.index(tracking[0])),
                f"Địa chỉ có phần theo dõi người đọc: {shown}. Cần {right}.",
                f"The address holds what follows readers about: {shown}. Expected {right}.",
                entry.fix(0, len(entry.text), right),
            )


def _said(found: Deceiving) -> tuple[str, str]:
    part = found.part
    match found.how:
        case Deceit.USER:
            return (
                f"Địa chỉ trông như của “{part}” nhưng dẫn tới “{found.host}”: trước dấu @ không phải tên máy chủ.",
                f"The address looks like one of “{part}” and leads to “{found.host}”: what is before @ is no server.",
            )
        case Deceit.PORT:
            return f"“{part}” không phải số cổng.", f"“{part}” is not the number of a port."
        case Deceit.NO_NAME:
            return f"“{part}” không phải tên miền.", f"“{part}” is not the name of a server."
        case Deceit.NUMBER:
            return (
                f"Máy chủ ghi bằng số “{part}”, cần tên miền.",
                f"The server is given as a number, “{part}”; expected a name.",
            )
        case Deceit.PRIVATE:
            return (
                f"“{part}” chỉ có trong một máy hay một mạng riêng; người đọc không mở được.",
                f"“{part}” exists within one machine or one network only; readers cannot open it.",
            )
        case Deceit.LETTERS:
            return (
                f"Tên miền “{part}” dùng chữ trông giống chữ La-tinh nhưng là chữ khác, nên dẫn tới máy chủ khác.",
                f"The name “{part}” has letters that only look Latin, so it leads to another server.",
            )
