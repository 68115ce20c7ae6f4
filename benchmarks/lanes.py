"""The engines side by side: each writes a folder to serve, whose page answers `window.search(text)` with ids."""

from __future__ import annotations

import html
import importlib.util
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from macros.archive import Archive
from macros.assets.scripts import shipped
from macros.search.documents import SearchDocument
from macros.search.files import search_files
from macros.search.index import CAP, Index
from macros.search.index import fields as texts_of
from macros.search.rings import rings
from macros.search.site import abbreviations, fields, names, phrases
from macros.text.folding import fold, normal
from macros.text.language import Language

Lane = Callable[[Archive, Sequence[SearchDocument], Language, Path], float]
ROOT = Path(__file__).resolve().parent.parent
SHOWN = 12
_SCRIPTS = ROOT / "overrides/assets/javascripts/search"
_PAGE = (
    '<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{language}</title>'
    '<script type="module">{script}</script>'
)


def ours(archive: Archive, documents: Sequence[SearchDocument], language: Language, folder: Path) -> float:
    """This site's search as it is shipped, through its worker."""
    script = f"""
        import {{ Client }} from "./search/client.js";
        const client = new Client("./", "{language}");
        const shown = {{ shown: {SHOWN} }};
        window.search = async (text, options = {{}}) =>
            (await client.ask("search", {{ text, options, ...shown }})).hits.map((hit) => hit.id);"""
    return _ours(archive, documents, language, folder, script, CAP)


def brute_force(archive: Archive, documents: Sequence[SearchDocument], language: Language, folder: Path) -> float:
    """The same reading of queries over whole lists, with two hundred candidates put in order on their text."""
    script = f"""
        import {{ open }} from "./search/engine.js";
        const engine = open(new URL("./assets/search/", location).href, "{language}", {{ candidates: 200 }});
        window.search = async (text) =>
            (await (await engine).search(text)).hits.slice(0, {SHOWN}).map((hit) => hit.id);"""
    return _ours(archive, documents, language, folder, script, len(documents))


def _ours(
    archive: Archive, documents: Sequence[SearchDocument], language: Language, folder: Path, script: str, cap: int
) -> float:
    begin = time.perf_counter()
    short = abbreviations(archive, language)
    index = Index(documents, language, short, rings(archive, short), cap)
    files = search_files(
        documents,
        index,
        (),
        phrases=phrases(language),
        names=names(archive, language),
        fields=fields(archive, language),
    )
    for address, content in files.items():
        path = folder / "assets/search" / language / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    seconds = time.perf_counter() - begin
    (folder / "search").mkdir()
    for module in _SCRIPTS.glob("*.js"):
        (folder / "search" / module.name).write_text(shipped(module), "utf-8")
    _write_page(folder, language, script)
    return seconds


def pagefind(archive: Archive, documents: Sequence[SearchDocument], language: Language, folder: Path) -> float:
    """Pagefind as anybody would set it up, a record a statement."""
    return _pagefind(documents, language, folder, lambda text: text, "text")


def pagefind_folded(archive: Archive, documents: Sequence[SearchDocument], language: Language, folder: Path) -> float:
    """Pagefind over the folded texts, asked with folded queries."""
    return _pagefind(documents, language, folder, lambda text: fold(normal(text)), "fold(normal(text))")


def _pagefind(
    documents: Sequence[SearchDocument], language: Language, folder: Path, written: Callable[[str], str], asked: str
) -> float:
    begin = time.perf_counter()
    for number, document in enumerate(documents):
        path = folder / "records" / f"{number // 500}" / f"{number}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        texts = "".join(f"<p>{html.escape(written(text))}</p>" for text, _ in texts_of(document))
        meta = f'<span data-pagefind-meta="id:{html.escape(document.id)}"></span>'
        path.write_text(f'<!doctype html><html lang="{language}"><body data-pagefind-body>{meta}{texts}', "utf-8")
    command = [
        _pagefind_binary(),
        "--site",
        str(folder / "records"),
        "--output-path",
        str(folder / "pagefind"),
        "--quiet",
    ]
    subprocess.run(command, check=True, stdout=sys.stderr)
    seconds = time.perf_counter() - begin
    shutil.rmtree(folder / "records")
    (folder / "folding.js").write_text(shipped(_SCRIPTS / "folding.js"), "utf-8")
    script = f"""
        import {{ fold, normal }} from "./folding.js";
        const opened = import("./pagefind/pagefind.js");
        window.search = async (text) => {{
            const {{ results }} = await (await opened).search({asked});
            return (await Promise.all(results.slice(0, {SHOWN}).map((r) => r.data()))).map((data) => data.meta.id);
        }};"""
    _write_page(folder, language, script)
    return seconds


def _pagefind_binary() -> str:
    spec = importlib.util.find_spec("pagefind_bin")
    if spec is None or spec.origin is None:
        raise SystemExit("Pagefind is not installed: make bench-search installs it")
    programs = [path for path in Path(spec.origin).parent.iterdir() if path.stem == "pagefind"]
    return str(next(path for path in programs if path.suffix in ("", ".exe")))


def material(archive: Archive, documents: Sequence[SearchDocument], language: Language, folder: Path) -> float:
    """The search built into Material for MkDocs, with its worker and its index format."""
    begin = time.perf_counter()
    entries = [
        {"location": f"{number}/", "title": document.title or document.home.label, "text": _joined(document)}
        for number, document in enumerate(documents)
    ]
    boosts = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    config = {"lang": [language.value], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"], "fields": boosts}
    (folder / "search_index.json").write_text(json.dumps({"config": config, "docs": entries}), "utf-8")
    seconds = time.perf_counter() - begin
    spec = importlib.util.find_spec("material")
    assert spec is not None and spec.origin is not None
    scripts = Path(spec.origin).parent / "templates/assets/javascripts"
    shutil.copytree(scripts / "lunr", folder / "lunr")
    (folder / "workers").mkdir()
    shutil.copy(next((scripts / "workers").glob("search.*.min.js")), folder / "workers/search.js")
    ids = json.dumps([document.id for document in documents])
    (folder / "ids.json").write_text(ids, "utf-8")
    script = f"""
        const worker = new Worker("workers/search.js");
        let answer;
        worker.onmessage = ({{ data }}) => answer(data);
        const ask = (message) => new Promise((resolve) => {{ answer = resolve; worker.postMessage(message); }});
        const ready = (async () => {{
            const {{ config, docs }} = await (await fetch("search_index.json")).json();
            await ask({{ type: 0, data: {{ config, docs, options: {{ suggest: false }} }} }});
        }})();
        window.search = async (text) => {{
            await ready;
            window.ids ??= await (await fetch("ids.json")).json(); // not counted: a site's locations would serve
            // Some queries make the worker throw without an answer.
            const silent = new Promise((resolve) => setTimeout(() => resolve({{ data: {{ items: [] }} }}), 1000));
            const {{ data }} = await Promise.race([ask({{ type: 2, data: text }}), silent]);
            return data.items.flat().slice(0, {SHOWN}).map((item) => window.ids[parseInt(item.location)]);
        }};"""
    _write_page(folder, language, script)
    return seconds


def _joined(document: SearchDocument) -> str:
    return " ".join(html.escape(text) for text, _ in texts_of(document))


def _write_page(folder: Path, language: Language, script: str) -> None:
    (folder / "index.html").write_text(_PAGE.format(language=language, script=script), "utf-8")


LANES: dict[str, Lane] = {
    "ours": ours,
    "brute-force": brute_force,
    "pagefind-folded": pagefind_folded,
    "pagefind": pagefind,
    "material": material,
}
