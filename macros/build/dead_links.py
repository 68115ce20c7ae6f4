"""Every address that the site names is written: pages, anchors on them, files. Else nothing is published.

The finished site is looked through by all processes before it is published. Addresses are from the site's root.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from macros.data.problems import Place, Problem
from macros.search.files import hits
from macros.search.site import FOLDER
from macros.speed.workers import map_in_processes
from macros.text.language import Language

_TAG = re.compile(rb"<[a-zA-Z][^>]*>")
# Every attribute with its value: one that is passed over might hold the text of another.
_ATTRIBUTE = re.compile(rb"""\s([a-zA-Z][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
# As our templates write them.
_ID, _LINK = re.compile(rb' id="([^"]*)"'), re.compile(rb' href="([^"]*)"')
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_TEXTS = {".csv", ".json", ".md", ".txt", ".xml"}
_WRITTEN_OTHERWISE = re.compile(r"[?&%\s]|index\.html")
_TOP = "top"  # where every page begins, by the HTML standard
_SHOWN = 3  # anchors of a page that are reported one by one


@dataclass(frozen=True, order=True)
class Dead:
    """A page or file that is named and not written, or anchors that a page lacks; `named_by` is one that names them."""

    address: str
    named_by: str
    anchors: tuple[str, ...] = ()


class Links:
    """The addresses that files of a site name, and the anchors that its pages have."""

    def __init__(self, site_url: str) -> None:
        self._base = f"{site_url.rstrip('/')}/"
        self._mount = urlsplit(self._base).path
        self._in_head = re.compile(rb'"' + re.escape(self._base.encode()) + rb'([^"#]*)')
        self._in_text = re.compile(re.escape(self._base.encode()) + rb"""([^"'`<>\s,;&)\\]*)""")
        self.ids: dict[str, str] = {}  # of each page, by its address
        self.named: dict[str, str] = {}  # addresses, each with one that names it
        self._heads: set[bytes] = set()
        # By depth and first folder: the links that lead up to it, which mean the same on all pages.
        self._seen: dict[tuple[int, str], set[bytes]] = {}

    def file(self, address: str, path: Path, *, by_hand: bool) -> None:
        """Look through a file of the site, if it is one that names addresses."""
        if path.suffix == ".html":
            self.page(address.removesuffix("index.html"), path.read_bytes(), by_hand=by_hand)
        elif address.startswith(FOLDER):
            prefix = Language(address.removeprefix(FOLDER)[:2]).prefix
            self._name(f"{prefix}search/", (f"{prefix}{hit}" for hit in hits({address: path.read_bytes()})))
        elif path.suffix in _TEXTS:
            with path.open("rb") as lines:
                for line in lines:
                    self.text(address, line)

    def page(self, address: str, html: bytes, *, by_hand: bool = False) -> None:
        """Look through a page; what was written by hand may hold HTML in any form, and examples of it."""
        depth, first = address.count("/"), address.partition("/")[0]
        if by_hand or (depth, first) not in self._seen:
            ids, links = _everything(html)
        else:  # what is around the content is the same on all these pages
            content = html.find(b"<main"), html.rfind(b"</main>")
            ids, links = set(_ID.findall(html, *content)), set(_LINK.findall(html, *content))
        self.ids[address] = b" ".join(ids).decode()
        seen = self._seen.setdefault((depth, first), set())
        new = links - seen - {b"#" + id for id in ids}
        up = b"../" * max(depth - 1, 1)
        seen.update(link for link in new if link.startswith(up))
        # In its linked data what follows a # names a thing and no place on the page.
        heads = {*self._in_head.findall(html, 0, html.find(b"<body"))} - self._heads
        self._heads |= heads
        self._name(address, (_plain(found.decode()) for found in heads))
        for path, mark, anchor in (link.decode().partition("#") for link in new):
            target = self._target(path, address) if path else address
            if target is not None:
                self._name(address, [f"{target}{mark}{_plain(anchor)}"])

    def text(self, source: str, text: bytes) -> None:
        """Look through a text for addresses that begin with that of the site."""
        # A full stop or a bracket behind an address is no part of it.
        self._name(source, (_plain(found.decode().rstrip(".)}")) for found in self._in_text.findall(text)))

    def add(self, ids: dict[str, str], named: dict[str, str]) -> None:
        """Add what another process found in other files; an address is reported at a page before another file."""
        self.ids |= ids
        for target, source in named.items():
            self.named[target] = min(self.named.get(target, source), source, key=_pages_first)

    def dead(self, site: Path, promised: Collection[str] = ()) -> list[Dead]:
        """What is named and neither in the folder `site` nor promised to be there soon."""
        named: dict[str, dict[str, str]] = {}
        for target, source in self.named.items():
            address, _, anchor = target.partition("#")
            named.setdefault(address, {})[anchor] = source
        found: list[Dead] = []
        for address, anchors in named.items():
            if address in self.ids:
                lost = sorted(anchors.keys() - {"", _TOP, *self.ids[address].split(" ")})
                found += [Dead(address, anchors[lost[0]], tuple(lost))] if lost else []
            elif address not in promised and not (address and (site / address).is_file()):
                found.append(Dead(address, min(anchors.values())))
        return sorted(found)

    def _name(self, source: str, targets: Iterable[str]) -> None:
        for target in targets:
            self.named.setdefault(target, source)

    def _target(self, path: str, page: str) -> str | None:
        """Where a link on a page leads, without its anchor; None where it leads out to another site."""
        path = _plain(path)
        if path.startswith(self._base):
            return path.removeprefix(self._base)
        if _SCHEME.match(path):
            return None
        whole = path.removeprefix(self._mount) if path.startswith("/") else join(dirname(page), path)
        slash = "/" if whole.endswith(("/", "/.", "/..")) or whole in (".", "..") else ""
        normal = normpath(whole)
        return "" if normal == "." else f"{normal}{slash}"


def links_of(site: Path, site_url: str, by_hand: Collection[str]) -> Links:
    """What all files of a finished site name; `by_hand` are the hand-written pages, by their files below it.

    Raises:
        ChildProcessError: a process that looked through some of them was killed.
    """
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())

    def look_through(addresses: Sequence[str]) -> tuple[int, dict[str, str], dict[str, str]]:
        own = Links(site_url)
        for address in addresses:
            own.file(address, site / address, by_hand=address in by_hand)
        return len(addresses), own.ids, own.named

    links = Links(site_url)
    missing = len(files)
    for count, ids, named in map_in_processes(look_through, files):
        missing -= count
        links.add(ids, named)
    if missing:
        raise ChildProcessError("a worker process was killed")
    return links


def problem_of(dead: Dead, place: Place) -> Problem:
    """What is said of an address that is not written; `place` is the file that names it."""
    by, target = f"/{dead.named_by}", f"/{dead.address}"
    if not dead.anchors:
        return Problem(
            place,
            f"{by} dẫn tới {target}, mà trang web không có trang hay tệp này. Hãy sửa liên kết, hoặc thêm trang vào "
            "docs/.",
            f"{by} leads to {target}, and the site has no such page or file. Correct the link, or add the page to "
            "docs/.",
        )
    named = ", ".join(f"#{anchor}" for anchor in dead.anchors[:_SHOWN])
    more = len(dead.anchors) - _SHOWN
    vi, en = (f" (và {more} mã khác)", f" (and {more} more)") if more > 0 else ("", "")
    return Problem(
        place,
        f"{by} dẫn tới {named}{vi} của trang {target}, mà trang đó không có mục nào mang mã này. Hãy sửa liên kết, "
        "hoặc đặt mã ở trang đó.",
        f"{by} leads to {named}{en} of the page {target}, and nothing there has this id. Correct the link, or give "
        "that page the id.",
    )


def _pages_first(source: str) -> tuple[bool, str]:
    return PurePosixPath(source).suffix in _TEXTS, source


def _everything(html: bytes) -> tuple[set[bytes], set[bytes]]:
    """The ids of a page, and what it leads to or shows."""
    ids: set[bytes] = set()
    links: set[bytes] = set()
    for name, *values in _ATTRIBUTE.findall(b"".join(_TAG.findall(html))):
        if name.lower() in (b"id", b"href", b"src"):
            (ids if name.lower() == b"id" else links).add(b"".join(values))
    return ids, links


def _plain(target: str) -> str:
    """An address, or a part of it, as files and anchors are named."""
    if not _WRITTEN_OTHERWISE.search(target):
        return target
    path, mark, anchor = target.partition("#")
    path = path.partition("?")[0].removesuffix("index.html")
    return "".join(unquote(unescape(f"{path}{mark}{anchor}")).split())
