"""Reading and searching without a connection: what `overrides/service-worker.js` needs to know of the built site."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from macros.scripts import shipped
from macros.search.site import FOLDER

FILE = "service-worker.js"
ALL = "all.json"
# Letters of a language's search files. Up to so many they are kept whole, as one file (a million are some 220 KB of
# traffic); of more, only what a reader has searched with is kept.
MOST = 2_000_000


def search_bundles(files: dict[str, str]) -> dict[str, str]:
    """All of a language's search files in one, by its address, where they are not too many; `files` by theirs."""
    folders: dict[str, dict[str, str]] = {}
    for address, text in files.items():
        language, _, rest = address.removeprefix(FOLDER).partition("/")
        version, _, name = rest.partition("/")
        if name:
            folders.setdefault(f"{FOLDER}{language}/{version}/", {})[name] = text
    return {
        f"{folder}{ALL}": json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
        for folder, texts in folders.items()
        if sum(map(len, texts.values())) <= MOST
    }


def write(site: Path, source: Path) -> None:
    """Write the service worker of a finished site; its version changes whenever a file of the site does."""
    bundles = [path.relative_to(site).as_posix() for path in sorted((site / FOLDER).glob(f"*/*/{ALL}"))]
    scripts = sorted((site / "assets/javascripts/search").glob("*.js"))
    build = {
        "version": _version(site),
        "search": {bundle.removeprefix(FOLDER).partition("/")[0]: bundle for bundle in bundles},
        "scripts": [path.relative_to(site).as_posix() for path in scripts],
    }
    (site / FILE).write_text(f"const BUILD={json.dumps(build, separators=(',', ':'))};{shipped(source)}\n", "utf-8")


def _version(site: Path) -> str:
    digest = hashlib.sha256()
    files = sorted(path for path in site.rglob("*") if path.is_file() and path.name != FILE)
    with ThreadPoolExecutor() as threads:  # reading and hashing run beside each other
        for path, own in zip(
            files, threads.map(lambda file: hashlib.sha256(file.read_bytes()).digest(), files), strict=True
        ):
            digest.update(path.relative_to(site).as_posix().encode())
            digest.update(own)
    return digest.hexdigest()[:16]
