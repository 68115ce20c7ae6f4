"""The site's typeface, Be Vietnam Pro, cut and packed for the browser from the package `fontpkg-be-vietnam-pro`.

Two weights, and of each two files, distinguished by `unicode-range`: what Vietnamese and English are written with, and
the other letters of the font, which a browser fetches only for a page that shows one. (Vietnamese letters are not split
off: they are built from the Latin ones and come to 3 KB a weight, every English page has some, and a third and fourth
file on the way to the first view cost more than those bytes.)
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from macros.data.problems import Place, Problem, Refused
from macros.speed.cache import Cache

FAMILY = "Be Vietnam Pro"
PACKAGE = "fontpkg_be_vietnam_pro"

_VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư₫\u0300\u0301\u0303\u0309\u0323"
_PUNCTUATION = "\u00a0§©«°±·»×–—‘’“”•…‰‹›−≤≥"
TEXT = frozenset((*range(0x20, 0x7F), *map(ord, _VIETNAMESE + _PUNCTUATION), *range(0x1EA0, 0x1EFA)))


@dataclass(frozen=True)
class Weight:
    """One weight of the typeface and the CSS weights it stands for."""

    style: str
    css: str


REGULAR = Weight("Regular", "100 500")
BOLD = Weight("SemiBold", "600 900")

# Fonts that show a page until ours has come, and how much wider ours runs, measured over all text of data/: scaled by
# that, lines break nearly where they will break, and nothing jumps. Keyed by the names the systems know them by.
_STAND_INS = (
    (REGULAR, ("Arial", "Liberation Sans", "Arimo"), 1.0895),
    (REGULAR, ("Roboto",), 1.0997),
    (REGULAR, ("DejaVu Sans",), 0.9621),
    (BOLD, ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "Arimo Bold"), 1.0382),
    (BOLD, ("Roboto Bold", "Roboto-Bold"), 1.1073),
    (BOLD, ("DejaVu Sans Bold", "DejaVuSans-Bold"), 0.8745),
)
_ASCENT, _DESCENT = 1.0, 0.265  # of the typeface, in ems


def source(weight: Weight) -> Path:
    """The font as its makers give it; raises `Refused` where the package is not installed."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise Refused(
            [
                Problem(
                    Place("requirements/site.in"),
                    f"Thiếu phông chữ {FAMILY}: gói fontpkg-be-vietnam-pro chưa được cài đặt. "
                    "Hãy chạy `make site`, hoặc cài các gói trong requirements/site.txt.",
                    f"The font {FAMILY} is missing: the package fontpkg-be-vietnam-pro is not installed. "
                    "Run `make site`, or install what requirements/site.txt lists.",
                )
            ]
        )
    return Path(spec.origin).parent / "files" / f"BeVietnamPro-{weight.style}.ttf"


def files(cache: Cache) -> dict[str, bytes]:
    """The font files by their addresses on the site; raises `Refused` where the fonts are not installed."""
    made = {}
    for weight in (REGULAR, BOLD):
        for part in ("text", "other"):
            address = _address(weight, part)
            made[address] = cache.get(Path(address).name, _inputs(), partial(_packed, weight, part))
    return made


def preloaded() -> list[str]:
    """The addresses of what the first view of any page needs."""
    return [_address(weight, "text") for weight in (REGULAR, BOLD)]


def stylesheet(cache: Cache) -> str:
    """The `@font-face` rules, for a stylesheet in `assets/stylesheets/`."""
    return cache.get("fonts.css", _inputs(), lambda: "".join((*_faces(), *_stand_ins())).encode()).decode()


def _address(weight: Weight, part: str) -> str:
    return f"assets/fonts/be-vietnam-pro-{weight.style.lower()}{'' if part == 'text' else '-other'}.woff2"


def _inputs() -> bytes:
    """All that the results depend on: the fonts, this file, and the libraries that cut and pack."""
    made_with = f"{version('fonttools')} {version('brotli')}".encode()
    sources = [source(weight).read_bytes() for weight in (REGULAR, BOLD)]
    return b"".join([*sources, Path(__file__).read_bytes(), made_with])


def _faces() -> Iterator[str]:
    for weight in (REGULAR, BOLD):
        for part in ("text", "other"):
            yield (
                f'@font-face{{font-family:"{FAMILY}";font-weight:{weight.css};font-display:swap;'
                f'src:url("../fonts/{Path(_address(weight, part)).name}") format("woff2");'
                f"unicode-range:{_ranges(_letters(weight, part))}}}\n"
            )


def _stand_ins() -> Iterator[str]:
    for weight, names, wider in _STAND_INS:
        local = ",".join(f'local("{name}")' for name in names)
        yield (
            f'@font-face{{font-family:"{stand_in(names)}";font-weight:{weight.css};src:{local};'
            f"size-adjust:{wider:.2%};ascent-override:{_ASCENT / wider:.2%};descent-override:{_DESCENT / wider:.2%};"
            "line-gap-override:0%}\n"
        )


def stand_in(names: tuple[str, ...]) -> str:
    """What the stylesheet calls a font scaled to ours."""
    return f"{FAMILY} as {names[0].removesuffix(' Bold')}"


def _letters(weight: Weight, part: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # here and below: a second to import, needed only where nothing is cached

    with TTFont(source(weight), lazy=True) as font:
        known = frozenset(letter for letter in font.getBestCmap() if letter >= 0x20)
    return known & TEXT if part == "text" else known - TEXT


def _packed(weight: Weight, part: str) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(hinting=False, layout_features=["kern"], recalc_timestamp=False)
    with TTFont(source(weight), recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=_letters(weight, part))
        cutter.subset(font)
        font.flavor = "woff2"
        packed = io.BytesIO()
        font.save(packed)
    return packed.getvalue()


def _ranges(letters: Iterable[int]) -> str:
    """Code points as CSS writes them: U+20-7E,U+A0."""
    runs: list[list[int]] = []
    for letter in sorted(letters):
        if runs and letter == runs[-1][-1] + 1:
            runs[-1].append(letter)
        else:
            runs.append([letter])
    return ",".join(f"U+{run[0]:X}" if len(run) == 1 else f"U+{run[0]:X}-{run[-1]:X}" for run in runs)
