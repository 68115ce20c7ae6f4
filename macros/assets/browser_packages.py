"""Scripts of npm's packages as the site ships them: each package as one module of JavaScript.

The packages are in the virtual environment (`macros/commands/browser_packages.py`). Their files are written for Node:
each gives names to the others and asks for them with `require`. Here each becomes a function, and `require` looks it up
by its path; nothing is renamed.
"""

import json
import os
import re
import sys
from functools import partial
from pathlib import Path

from rjsmin import jsmin

from macros.speed.cache import Cache

INSTALLED = Path(sys.prefix) / "browser"
YAML = "assets/javascripts/edit/yaml.js"
_LOCK = "node_modules/.package-lock.json"
_ENTRY = "yaml/dist/index.js"
# What the form asks for, and where in the package that is; what nothing of it needs is left out.
_GIVEN = {
    "yaml/dist/public-api.js": ("parseDocument",),
    "yaml/dist/nodes/identity.js": ("isMap", "isSeq", "isScalar"),
    "yaml/dist/nodes/Scalar.js": ("Scalar",),
    "yaml/dist/nodes/Pair.js": ("Pair",),
}
_REQUIRED = re.compile(r"require\('([^']+)'\)")
_LOADER = (
    "const made={},require=(name)=>{if(!made[name]){made[name]={};files[name]?.(made[name],require)}return made[name]};"
)
# What Node has and browsers lack, as far as the package asks for it.
_OF_NODE = {"process": "{env:{},emitWarning:console.warn}", "buffer": "{}"}


def is_installed() -> bool:
    """Whether the packages are there."""
    return (INSTALLED / "node_modules" / _ENTRY).exists()


def lock() -> bytes:
    """What says which versions are installed; empty where none are."""
    return (INSTALLED / _LOCK).read_bytes() if is_installed() else b""


def files(cache: Cache) -> dict[str, bytes]:
    """The scripts by their addresses on the site; none where the packages are not installed."""
    if not is_installed():
        return {}
    inputs = lock() + Path(__file__).read_bytes()
    return {YAML: cache.get("yaml.js", inputs, partial(_module, INSTALLED / "node_modules"))}


def _module(folder: Path) -> bytes:
    found: dict[str, str] = {}
    for file in _GIVEN:
        if file not in found:
            _collect(folder, file, found)
    licence = (folder / "yaml/LICENSE").read_text("utf-8").strip()
    parts = [f"/*! yaml\n{licence} */\nconst files={{"]
    parts += [f"{json.dumps(name)}(exports,require){{{text}\n}},\n" for name, text in found.items()]
    parts += ["};", _LOADER, *(f"made.{name}={stand_in};" for name, stand_in in _OF_NODE.items())]
    parts += [f"export const {{{','.join(names)}}}=require({json.dumps(file)});\n" for file, names in _GIVEN.items()]
    return "".join(parts).encode()


def _collect(folder: Path, name: str, found: dict[str, str]) -> None:
    """A file and those that it needs, each once."""
    found[name] = ""

    def by_path(match: re.Match[str]) -> str:
        if match[1] in _OF_NODE:
            return match[0]
        needed = os.path.normpath(Path(name).parent / match[1])
        if needed not in found:
            _collect(folder, needed, found)
        return f"require({json.dumps(needed)})"

    text = str(jsmin((folder / name).read_text("utf-8"))).removeprefix("'use strict';")
    found[name] = _REQUIRED.sub(by_path, text)
