"""Reading and searching without a connection: what `overrides/service-worker.js` needs to know of the built site."""

import json
from collections.abc import Mapping
from pathlib import Path

from macros.assets.scripts import shipped
from macros.search.site import FOLDER
from macros.speed.digests import digest

FILE = "service-worker.js"
ALL = "all.json"
# Bytes of a language's search files. Up to this number a browser stores them all, as one file (a million are some
# 200 KB of traffic); of more, only what a reader has searched with.
MOST = 2_000_000


def search_bundles(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """All of a language's search files in one, by its address, where they are not too many; `files` by theirs."""
    folders: dict[str, dict[str, bytes]] = {}
    for address, content in files.items():
        language, _, rest = address.removeprefix(FOLDER).partition("/")
        version, _, name = rest.partition("/")
        if name:
            folders.setdefault(f"{FOLDER}{language}/{version}/", {})[name] = content
    return {
        f"{folder}{ALL}": _json({name: content.decode() for name, content in named.items()})
        for folder, named in folders.items()
        if sum(map(len, named.values())) <= MOST
    }


def _json(texts: Mapping[str, str]) -> bytes:
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()


def contents(site: Path) -> bytes:
    """One digest of all files of a site, their names and what they hold."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return digest(part for path in files for part in (path.relative_to(site).as_posix(), path.read_bytes()))


def write(site: Path, source: Path, version: str) -> None:
    """Write the service worker of a finished site; `version` is another whenever a file of the site is."""
    bundles = [path.relative_to(site).as_posix() for path in sorted((site / FOLDER).glob(f"*/*/{ALL}"))]
    scripts = sorted((site / "assets/javascripts/search").glob("*.js"))
    build = {
        "version": version,
        "search": {bundle.removeprefix(FOLDER).partition("/")[0]: bundle for bundle in bundles},
        "scripts": [path.relative_to(site).as_posix() for path in scripts],
    }
    (site / FILE).write_text(f"const BUILD={json.dumps(build, separators=(',', ':'))};{shipped(source)}\n", "utf-8")
