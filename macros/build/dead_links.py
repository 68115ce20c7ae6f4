"""Every address that the site names is written: pages, anchors on them, files. Else nothing is published.

What is written is looked through by the process that writes it, while it is at hand; each notes what it found in one
file, and when all is written the notes are compared. Addresses are from the site's root.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from macros.data.problems import Place, Problem

_TAG = re.compile(rb"<[a-zA-Z][^>]*>")
# Every attribute with its value: one that is passed over might hold the text of another.
_ATTRIBUTE = re.compile(rb"""\s([a-zA-Z][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
# As our templates write them.
_ID, _LINK = re.compile(rb' id="([^"]*)"'), re.compile(rb' href="([^"]*)"')
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_PAGE, _NAMED = "page", "named"
_WRITTEN_OTHERWISE = re.compile(r"[?&%\s]|index\.html")
_SHOWN = 3  # anchors of a page that are reported one by one


@dataclass(frozen=True, order=True)
class Dead:
    """A page or file that is named and not written, or anchors that a page lacks; `named_by` is one that names them."""

    address: str
    named_by: str
    anchors: tuple[str, ...] = ()


class Links:
    """The addresses that one build names, and the anchors that its pages have.

    Args:
        notes: the file that the processes share.
        site_url: where the site is published.
    """

    def __init__(self, notes: Path, site_url: str) -> None:
        self.notes = notes
        self._base = f"{site_url.rstrip('/')}/"
        self._mount = urlsplit(self._base).path
        self._in_head = re.compile(rb'"' + re.escape(self._base.encode()) + rb'([^"#]*)')
        self._in_text = re.compile(re.escape(self._base) + r"""([^"'<>\s,;&\\]*)""")
        self._noted: set[str] = set()
        self._heads: set[bytes] = set()
        # By depth and first folder: the links that lead up to it, which mean the same on all pages.
        self._seen: dict[tuple[int, str], set[bytes]] = {}
        self._lines: list[str] = []

    def page(self, address: str, html: bytes, *, by_hand: bool = False) -> None:
        """Look through a page; what was written by hand may hold HTML in any form, and examples of it."""
        depth, first = address.count("/"), address.partition("/")[0]
        if by_hand or (depth, first) not in self._seen:
            ids, links = _everything(html)
        else:  # what is around the content is the same on all these pages
            content = html.find(b"<main"), html.rfind(b"</main>")
            ids, links = set(_ID.findall(html, *content)), set(_LINK.findall(html, *content))
        self._lines.append(f"{_PAGE}\t{address}\t{b' '.join(sorted(ids)).decode()}")
        seen = self._seen.setdefault((depth, first), set())
        new = links - seen - {b"#" + id for id in ids}
        up = b"../" * max(depth - 1, 1)
        seen.update(link for link in new if link.startswith(up))
        # In its linked data what follows a # names a thing and no place on the page.
        heads = {*self._in_head.findall(html, 0, html.find(b"<body"))} - self._heads
        self._heads |= heads
        named = {_plain(found.decode()) for found in heads}
        for path, mark, anchor in (link.decode().partition("#") for link in new):
            target = self._target(path, address) if path else address
            if target is not None:
                named.add(f"{target}{mark}{_plain(anchor)}")
        self._note(address, named)

    def site(self, folder: Path) -> None:
        """Look through what others have written: the page for missing addresses, pages that lead on, the site map."""
        for file in sorted(folder.rglob("*")):
            address = file.relative_to(folder).as_posix()
            if file.suffix == ".html":
                self.page(address.removesuffix("index.html"), file.read_bytes())
            elif file.suffix in (".xml", ".txt"):
                self.text(address, file.read_text("utf-8"))
        self.write()

    def text(self, source: str, text: str) -> None:
        """Look through a text for addresses that begin with that of the site."""
        # A full stop or a bracket behind an address is no part of it.
        self._note(source, {_plain(found.rstrip(".)}")) for found in set(self._in_text.findall(text))})

    def addresses(self, source: str, named: Iterable[str]) -> None:
        """Note addresses that a file names in a form of its own."""
        self._note(source, named)

    def write(self) -> None:
        """Add what was found since the last time to the notes."""
        with self.notes.open("ab", buffering=0) as notes:  # in one piece, for other processes write too
            notes.write("".join(f"{line}\n" for line in self._lines).encode())
        self._lines.clear()

    def dead(self, site: Path, promised: Iterable[str] = ()) -> list[Dead]:
        """What is named and neither in the folder `site` nor promised to be there soon."""
        ids = dict.fromkeys(promised, "")
        named: dict[str, dict[str, str]] = {}
        with self.notes.open(encoding="utf-8") as notes:
            for kind, source, note in (line.removesuffix("\n").split("\t") for line in notes):
                if kind == _PAGE:
                    ids[source] = note
                else:
                    address, _, anchor = note.partition("#")
                    named.setdefault(address, {}).setdefault(anchor, source)
        found: list[Dead] = []
        for address, anchors in named.items():
            if address in ids:
                lost = sorted(anchors.keys() - {"", *ids[address].split(" ")})
                found += [Dead(address, anchors[lost[0]], tuple(lost))] if lost else []
            elif not (address and (site / address).is_file()):
                found.append(Dead(address, min(anchors.values())))
        return sorted(found)

    def _note(self, source: str, targets: Iterable[str]) -> None:
        new = {*targets} - self._noted
        self._noted |= new
        self._lines += [f"{_NAMED}\t{source}\t{target}" for target in sorted(new)]

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
