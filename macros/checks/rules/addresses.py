"""Addresses: of the web, which lead where they seem to lead; of the site, which are taken, or have moved."""

import re
from collections.abc import Iterator

from macros.archive.addresses import addresses
from macros.archive.data_files import Content
from macros.archive.redirects import PAGES_BY_HAND, PAGES_WITH_ENTRIES, page
from macros.checks.rule import Found, error, found_in, warning
from macros.data.problems import Bilingual
from macros.data.spelling import did_you_mean
from macros.records import TYPES
from macros.text.web_addresses import Deceit, deceiving

# What Google, Facebook, Zalo, Microsoft, Mailchimp, Instagram and others add to an address when it is shared.
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|zarsrc|mc_[ce]id|igshid|_gl|_ga|yclid|gidzl)(?==|$)")
_DECEITS = {
    Deceit.USER: Bilingual(
        "Địa chỉ trông như của “{part}” nhưng dẫn tới “{host}”: trước dấu @ không phải tên máy chủ.",
        "The address looks like one of “{part}” but leads to “{host}”: what is before the @ is not a server.",
    ),
    Deceit.PORT: Bilingual("“{part}” không phải số cổng.", "“{part}” is not a port number."),
    Deceit.NO_NAME: Bilingual("“{part}” không phải tên miền.", "“{part}” is not a domain name."),
    Deceit.NUMBER: Bilingual(
        "Máy chủ ghi bằng số “{part}”, cần tên miền.",
        "The server is given as a number, “{part}”; expected a domain name.",
    ),
    Deceit.PRIVATE: Bilingual(
        "“{part}” chỉ có trong một máy hay một mạng riêng; người đọc không mở được.",
        "“{part}” exists within one machine or one network only; readers cannot open it.",
    ),
    Deceit.LETTERS: Bilingual(
        "Tên miền “{part}” dùng chữ trông giống chữ La-tinh nhưng là chữ khác, nên dẫn tới máy chủ khác.",
        "The name “{part}” has letters that only look Latin, so it leads to another server.",
    ),
}
_REDIRECTS = "data/redirects.yml"


@error(
    "Hãy mở trang nguồn rồi chép lại địa chỉ từ trình duyệt, như https://vov.vn/bai-viet.",
    "Open the source’s page and copy the address again from the browser, such as https://vov.vn/bai-viet.",
)
def deceiving_address(content: Content) -> Iterator[Found]:
    """An address shows the public name of the server that it leads to."""
    for entry in content.addresses:
        for found in deceiving(entry.text):
            yield Found(entry.at(found.at), *_DECEITS[found.how].format(part=found.part, host=found.host))


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
                f"The address contains parts that track readers: {shown}. Expected {right}.",
                entry.fix(0, len(entry.text), right),
            )


@error("Hãy đặt mã khác.", "Choose another.")
def id_of_a_list(content: Content) -> Iterator[Found]:
    """No record has the address of a list: lists divide below their own page, as `documents/years/2023/` does."""
    for type in TYPES:
        lists = [type.parts, *(grouping.address for grouping in type.groupings)]
        taken = {address.split("/")[1] for address in lists if address.startswith(f"{type.collection}/")}
        for id, record in content.records(type) if taken else ():
            if id in taken:
                yield Found(
                    record.place,
                    f"Mã “{id}” là địa chỉ của một danh sách ({type.collection}/{id}/).",
                    f"The id “{id}” is the address of a list ({type.collection}/{id}/).",
                )


@error(
    "Hãy ghi địa chỉ hiện có của nội dung đó, viết như trên trang.",
    "Write its present address, as it is on the site.",
    across=True,
)
def redirect_to_nowhere(content: Content) -> Iterator[Found]:
    """Every new address exists."""
    file = content.file(_REDIRECTS)
    if not file.value or not content.complete:
        return  # a file that cannot be read may hold the address
    known = {*addresses(content), *PAGES_BY_HAND}
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
    file = content.file(_REDIRECTS)
    known = {*addresses(content), *PAGES_BY_HAND} if file.value else ()
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
    """The page of an old address is there, or leads elsewhere itself: something must be at the address."""
    file = content.file(_REDIRECTS)
    if not file.value or not content.complete:
        return
    known = {*PAGES_WITH_ENTRIES, *map(page, addresses(content)), *(entry.key for entry in file)}
    for entry in file:
        if "#" in entry.key and page(entry.key) not in known:
            yield Found(
                file.places.find_key(entry.path),
                f"Trang “{page(entry.key)}” không còn và chưa được chuyển hướng.",
                f"The page “{page(entry.key)}” no longer exists and is not redirected.",
            )


@error(
    "Hãy ghi thẳng địa chỉ cuối cùng.",
    "Write the final address directly.",
)
def redirect_in_steps(content: Content) -> Iterator[Found]:
    """A new address is not itself an old one: no chains, no circles."""
    file = content.file(_REDIRECTS)
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
                f"Địa chỉ “{entry.key}” được chuyển hướng thành vòng lặp.",
                f"The address “{entry.key}” is redirected in a loop.",
            )
        else:
            yield found_in(
                entry,
                f"Địa chỉ “{entry.text}” cũng đã chuyển, nay ở “{last}”.",
                f"The address “{entry.text}” has moved too; it is “{last}” now.",
                last,
            )
