"""The packages of this code and which of them imports which, read off the code itself, for its maintainers."""

import re
import tomllib
from collections import Counter
from pathlib import Path

from markupsafe import Markup

from macros.pages.authoring.macro import block
from macros.pages.pictures.drawing import WIDTH, shade
from macros.views.rendering import View

CODE = Path(__file__).parents[2]
# The layers of the code, the highest first: what import-linter checks.
CONTRACTS = CODE.parent / "pyproject.toml"
_IMPORT = re.compile(r"^ *(?:from|import) macros\.(\w+)", re.MULTILINE)
_LABEL = 92
_HEAD = 74
_ROW = 22
_GAP = 5


def layers() -> list[list[str]]:
    """The packages by layers, the highest first; those of a layer do not import each other."""
    contracts = tomllib.loads(CONTRACTS.read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    written = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [layer.split(" | ") for layer in written]


@block
def packages_picture(view: View) -> Markup:
    """A row a package, in the order of the layers; its fields are the packages that it imports, in the same order."""
    names = [name for layer in layers() for name in layer]
    files = {name: list((CODE / name).rglob("*.py")) for name in names}
    counts = {
        name: Counter(found for file in files[name] for found in _IMPORT.findall(file.read_text("utf-8")))
        for name in names
    }
    largest = max(counts[name][other] for name in names for other in names if other != name)
    rows = []
    top = _HEAD
    for layer in layers():
        for name in layer:
            others = [0 if other == name else counts[name][other] for other in names]
            imports = [(count, shade(count, largest)) for count in others]
            used = [other for other, count in zip(names, others, strict=True) if count]
            rows.append({"name": name, "top": top, "modules": len(files[name]), "imports": imports, "used": used})
            top += _ROW
        top += _GAP
    width = round((WIDTH - _LABEL) / len(names), 2)
    return view.render(
        "pictures/packages_picture.html",
        rows=rows,
        columns=[(name, round(_LABEL + number * width, 2)) for number, name in enumerate(names)],
        width=width,
        head=_HEAD,
        row_height=_ROW,
        height=top,
    )
