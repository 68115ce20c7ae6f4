"""Pictures that are shown next to a link where it is shared: the title of the page, what it holds, the archive's name.

One for each hand-written page and each record of a type that has cards; another record's page shows the one of the list
it belongs to. Drawn with the site's own font, without network, the same to the byte each time; only what says something
new is drawn again.
"""

import io
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from macros.archive import Archive
from macros.assets import fonts
from macros.speed.cache import Cache
from macros.speed.digests import digest
from macros.text.language import Language, word

WIDTH, HEIGHT = 1200, 630
ICON = "assets/images/emblem-180.png"
_EDGE = 80
_PAPER, _INK, _RED, _WHITE = (253, 252, 249), (33, 28, 24), (148, 25, 28), (255, 255, 255)
_SHADES = 8  # between two colours, for smooth edges; two ramps of them make 16 colours, half a byte each
# The drawing of overrides/assets/images/emblem.svg, in its units of 32 to a side.
_PAGES = (((5, 7.5), (15.2, 10), (15.2, 25), (5, 22.5)), ((27, 7.5), (16.8, 10), (16.8, 25), (27, 22.5)))
_LINES = (
    *(((7, top), (13.2, top + 1.52), (13.2, top + 3.12), (7, top + 1.6)) for top in (11.3, 15.2, 19.1)),
    *(((25, top), (18.8, top + 1.52), (18.8, top + 3.12), (25, top + 1.6)) for top in (11.3, 15.2)),
)


def address(path: str, language: Language) -> str:
    """The address of the card of a hand-written page; `path` is the page's address within its language."""
    return f"assets/cards/{language}/{path.strip('/').replace('/', '-') or 'home'}.png"


class Cards:
    """The cards of one site, written into the folder `site`."""

    def __init__(self, site: Path, archive: Archive, cache: Cache) -> None:
        self.site = site
        self.archive = archive
        self.cache = cache

    def write(self, path: str, language: Language, title: str, words: str = "") -> None:
        """Write the card of a page, by its address within its language; `words` are what the page holds, in short."""
        if not path:
            title = word("card_home", language).format(region=self.archive.region.short[language])
        name = self.archive.site_name(language)
        inputs = "\n".join((name, title, words)).encode() + _made_with()
        _put(
            self.site / address(path, language), self.cache.get("card.png", inputs, partial(_card, title, words, name))
        )

    def write_icon(self) -> None:
        """Write the icon for home screens."""
        _put(self.site / ICON, self.cache.get("icon.png", _made_with(), _icon))


@cache
def _made_with() -> bytes:
    """What all cards depend on besides their words."""
    faces = [fonts.source(weight).read_bytes() for weight in (fonts.REGULAR, fonts.BOLD)]
    return digest([*faces, Path(__file__).read_bytes(), version("pillow").encode()])


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _card(title: str, words: str, name: str) -> bytes:
    """Grey levels are indexes into a palette: from paper to ink, then from red to white."""
    grey = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(grey)
    lines, font = _fitting(title)
    small = _font(fonts.REGULAR, 34)
    said = _cut(_broken(words, small), 3) if words else []
    step = round(font.size * 1.4)
    height = step * len(lines) + (24 + 50 * len(said) if said else 0)
    top = 60 + (420 - height) // 2
    for number, line in enumerate(lines):
        draw.text((_EDGE, top + number * step), line, fill=0, font=font)
    top += step * len(lines) + 24
    for number, line in enumerate(said):
        draw.text((_EDGE, top + number * 50), line, fill=60, font=small)
    draw.text((_EDGE + 90, HEIGHT - 107), name, fill=0, font=_font(fonts.REGULAR, 32))
    picture = grey.point([value * (_SHADES - 1) // 255 for value in range(256)]).convert("P")
    picture.putpalette([*_ramp(_INK, _PAPER), *_ramp(_RED, _WHITE)])
    picture.paste(_SHADES, (0, 0, WIDTH, 20))
    emblem = _emblem(64).point([_SHADES + value * (_SHADES - 1) // 255 for value in range(256)])
    picture.paste(emblem, (_EDGE, HEIGHT - 120))
    return _png(picture)


def _icon() -> bytes:
    icon = _emblem(180).point([value * (_SHADES - 1) // 255 for value in range(256)]).convert("P")
    icon.putpalette(_ramp(_RED, _WHITE))
    return _png(icon)


def _emblem(side: int) -> Image.Image:
    """The emblem, black for its red: drawn large and made small, for smooth edges."""
    scale = side * 4 / 32
    large = Image.new("L", (side * 4, side * 4), 0)
    draw = ImageDraw.Draw(large)
    for shapes, fill in ((_PAGES, 255), (_LINES, 0)):
        for shape in shapes:
            draw.polygon([(x * scale, y * scale) for x, y in shape], fill=fill)
    return large.resize((side, side), Image.Resampling.BOX)


def _fitting(title: str) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """The title in at most four lines, as large as they allow."""
    for size in (76, 66, 56, 48):
        font = _font(fonts.BOLD, size)
        lines = _broken(title, font)
        if len(lines) <= (3 if size > 56 else 4):
            return lines, font
    return _cut(lines, 4), font


def _cut(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]}…"]


def _broken(title: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for part in title.split():
        longer = f"{lines[-1]} {part}".strip()
        if lines[-1] and font.getlength(longer) > WIDTH - 2 * _EDGE:
            lines.append(part)
        else:
            lines[-1] = longer
    return lines


def _font(weight: fonts.Weight, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(fonts.source(weight)), size, layout_engine=ImageFont.Layout.BASIC)


def _ramp(first: tuple[int, int, int], last: tuple[int, int, int]) -> list[int]:
    steps = range(_SHADES)
    return [round(a + (b - a) * step / (_SHADES - 1)) for step in steps for a, b in zip(first, last, strict=True)]


def _png(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG", bits=4)
    return written.getvalue()
