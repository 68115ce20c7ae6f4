"""What hand-written pages and pictures may hold: nothing that runs, leads a reader away by itself or asks elsewhere.

Whatever is not known to be passive is refused, so that nothing depends on how a browser reads what is odd. The HTML is
looked at as Markdown has made it, where attribute lists and entities are what they will be.
"""

import html
import re
from collections.abc import Iterator
from xml.parsers import expat

from macros.data.problems import Bilingual, Place, Problem

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
_TAGS = {
    *("a", "abbr", "article", "aside", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd"),
    *("del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span"),
    *("strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul"),
    *("var"),
}
_ATTRIBUTES = {
    *(
        "align",
        "alt",
        "class",
        "colspan",
        "datetime",
        "dir",
        "headers",
        "height",
        "hidden",
        "href",
        "id",
        "lang",
        "name",
    ),
    *("open", "role", "rowspan", "scope", "src", "start", "tabindex", "title", "width"),
}
_NAMED = re.compile("(?:aria|data)-[a-z-]+")
_SCHEMES = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_DROPPED = re.compile("^[\x00-\x20]+|[\t\n\r]")  # what browsers leave out of an address
_ATTRIBUTE = re.compile(r"""([^ \t\n\r\f"'<>/=]+)(?:=("[^"]*"|'[^']*'|[^ \t\n\r\f"'=<>`]+))?""")
# A comment, or a tag whose attributes are in one of the plain forms, which all programs read alike.
_PIECE = re.compile(
    rf"<(?:!--[^<>]*?--|(?P<end>/)?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>(?:[ \t\n\r\f]+{_ATTRIBUTE.pattern})*+)"
    r"[ \t\n\r\f]*/?)>"
)
_LONGEST_SHOWN = 40
_ACTIVE = Bilingual(
    "“{what}” không dùng được trong trang: trang chỉ có chữ, bảng, ảnh và liên kết. Hãy bỏ, hoặc dùng Markdown.",
    "“{what}” cannot be used in a page, which has text, tables, pictures and links only. Remove it, or use Markdown.",
)
_NO_SLOT = Bilingual(
    "`data-slot` do macro đặt, không viết tay. Hãy gọi macro.",
    "`data-slot` is set by macros, not by hand. Call a macro.",
)
_SVG_TAGS = {
    *("svg", "g", "defs", "title", "desc", "style", "path", "rect", "circle", "ellipse", "line", "polyline"),
    *("polygon", "text", "tspan", "textPath", "marker", "symbol", "use", "linearGradient", "radialGradient"),
    *("stop", "clipPath", "mask", "pattern", "switch"),
}
_IN_SVG = re.compile(r"@import|(?:url\(|\\)(?!#)|(?:java|vb)script:|data:", re.IGNORECASE)
_ACTIVE_PICTURE = Bilingual(
    "Ảnh có “{what}”. Ảnh chỉ có hình và chữ: không mã, không hoạt hình, không lấy gì từ nơi khác. Hãy bỏ.",
    "The picture has “{what}”. A picture has shapes and text only: no script, no animation, nothing from elsewhere. "
    "Remove it.",
)
_NO_PICTURE = Bilingual("Ảnh SVG này bị hỏng: {why}.", "This SVG picture is broken: {why}.")


def page_problems(name: str, written: str, made: str, slots: int) -> Iterator[Problem]:
    """What in the HTML of a page is not passive, each at its place in the page.

    Args:
        name: the page's file.
        written: what is in it.
        made: the HTML that Markdown made of it.
        slots: how many things macros show on it.
    """
    for what, sought in dict.fromkeys(_active(made, slots)):
        at = next((at for each in (sought, sought.lower()) if (at := written.lower().find(each.lower())) >= 0), 0)
        place = Place(name, written.count("\n", 0, at) + 1, at - written.rfind("\n", 0, at))
        yield Problem(place, *(_ACTIVE.format(what=what[:_LONGEST_SHOWN]) if what else _NO_SLOT))


def _active(made: str, slots: int) -> Iterator[tuple[str, str]]:
    """What is not passive, as it is shown, and what to look for in the page; the first is empty for a wrong slot."""
    at = -1
    while (at := made.find("<", at + 1)) >= 0:
        piece = _PIECE.match(made, at)
        if piece is None or (piece["tag"] and piece["tag"].lower() not in _TAGS):
            if not made.startswith("</", at):  # what ends was reported where it begins
                tag = re.match(r"<\w*", made[at:])
                yield made[at : at + _LONGEST_SHOWN].split("\n")[0], tag[0] if tag else "<"
            continue
        for attribute in _ATTRIBUTE.finditer(piece["attributes"] or ""):
            key, value = attribute[1].lower(), html.unescape((attribute[2] or "").strip("\"'"))
            if key == "data-slot":
                if not re.fullmatch("[0-9]{1,6}", value) or int(value) >= slots:
                    yield "", "data-slot"
            elif key not in _ATTRIBUTES and not _NAMED.fullmatch(key):
                yield attribute[0], attribute[1]
            elif (key == "href" and _leads_astray(value)) or (key == "src" and _ELSEWHERE.match(_plain(value))):
                yield value, (attribute[2] or "").strip("\"'")[:_LONGEST_SHOWN]


def _plain(address: str) -> str:
    """An address as browsers read it."""
    return _DROPPED.sub("", address)


def _leads_astray(address: str) -> bool:
    scheme = _SCHEME.match(_plain(address))
    return scheme is not None and scheme[1].lower() not in _SCHEMES


def picture_problems(name: str, raw: bytes) -> Iterator[Problem]:
    """What in an SVG picture is not passive, each at its place; that it is broken, where it is."""
    found: list[Problem] = []
    parser = expat.ParserCreate()

    def refuse(what: str) -> None:
        place = Place(name, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        found.append(Problem(place, *_ACTIVE_PICTURE.format(what=what[:_LONGEST_SHOWN])))

    def begins(tag: str, attributes: dict[str, str]) -> None:
        if tag not in _SVG_TAGS:
            refuse(f"<{tag}>")
        for key, value in attributes.items():
            is_link = key in ("href", "xlink:href")
            if key.lower().startswith("on") or (is_link and not value.startswith("#")) or _IN_SVG.search(value):
                refuse(f"{key}={value}")

    def says(text: str) -> None:
        if wrong := _IN_SVG.search(text):
            refuse(wrong[0])

    parser.buffer_text = True
    parser.StartElementHandler = begins
    parser.CharacterDataHandler = says
    parser.StartDoctypeDeclHandler = lambda *_: refuse("<!DOCTYPE>")
    parser.ProcessingInstructionHandler = lambda target, _: refuse(f"<?{target}?>")
    parser.EntityDeclHandler = lambda entity, *_: refuse(f"<!ENTITY {entity}>")
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        found.append(Problem(Place(name, error.lineno, error.offset + 1), *_NO_PICTURE.format(why=error)))
    yield from found
