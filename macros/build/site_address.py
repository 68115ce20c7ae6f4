"""The address where the site is published, `site_url`: it is in every feed, citation and canonical link."""

from urllib.parse import urlsplit

from macros.text.web_addresses import Deceit, deceiving

_WITHIN_REACH = {Deceit.NUMBER, Deceit.PRIVATE}  # of this machine or one network: right for a trial and an intranet
_NOT_PUBLIC = (
    "Địa chỉ trang (SITE_URL) là “{address}”, chỉ mở được trên máy hay mạng này; nguồn cấp tin và trích dẫn sẽ mang "
    "địa chỉ ấy. Khi xuất bản, hãy đặt SITE_URL=https://…/",
    "The site's address (SITE_URL) is “{address}”, which opens on this machine or network only; feeds and citations "
    "will carry it. To publish, set SITE_URL=https://…/",
)
_IMPOSSIBLE = (
    "Địa chỉ trang (SITE_URL) “{address}” không dùng được: cần https:// hoặc http://, tên máy chủ đúng, không có tên "
    "người dùng, “?” hay “#”, như https://vi-du.vn/kho/.",
    "The site's address (SITE_URL) “{address}” cannot be used: it needs https:// or http://, the right name of a "
    "server, and no user name, “?” or “#”, as https://example.org/kho/.",
)


def why_impossible(address: str) -> tuple[str, str] | None:
    """Why an address cannot be the site's, in Vietnamese and English; None for one that can, and for none."""
    parts = urlsplit(address)
    wrong = {each.how for each in deceiving(address)} - _WITHIN_REACH
    if address and (
        parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment or wrong
    ):
        return _IMPOSSIBLE[0].format(address=address), _IMPOSSIBLE[1].format(address=address)
    return None


def warning(address: str) -> str:
    """What is to be said of an address that only this machine or network opens; empty for a public one."""
    if address and not any(deceiving(address)):
        return ""
    return "\n".join(text.format(address=address) for text in _NOT_PUBLIC)
