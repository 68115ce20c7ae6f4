"""Reads a page's HTML into elements, with nothing but the standard library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_NOT_TEXT = frozenset(("script", "style", "template", "svg"))


@dataclass
class Element:
    """An element with what stands in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute; empty where it is not set."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        """The names in its `class` attribute."""
        return self.get("class").split()

    @property
    def text(self) -> str:
        """The text a reader sees, with single spaces."""
        return self.text_without()

    def text_without(self, *tags: str) -> str:
        """The text a reader sees outside these elements."""
        return " ".join("".join(self._texts(_NOT_TEXT | set(tags))).split())

    def all(self, *tags: str, css: str = "", having: str = "") -> list[Element]:
        """The elements inside, in order: of these tags, of this class, with this attribute."""
        return [
            element
            for element in self._elements()
            if (not tags or element.tag in tags)
            and (not css or css in element.classes)
            and (not having or having in element.attributes)
        ]

    def _elements(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._elements()

    def _texts(self, without: frozenset[str]) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in without:
                yield from child._texts(without)


class HtmlReader(HTMLParser):
    """Builds the tree of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def read(html: str) -> Element:
    """The root of a page's tree."""
    reader = HtmlReader()
    reader.feed(html)
    reader.close()
    return reader.root
