"""The same records as pages of other builders: Material with macros, Zensical, Hugo.

Each peer has the pages that this site has, one for one, in both languages: of a meeting its facts, figures, statements,
documents and sources, made from the data as is usual with that builder. What belongs on the pages of people, documents
and lists is worked out before the clock starts, which spares the peers half the work. None has similar statements,
exports, feeds or this site's search (Material and Zensical make an index of their own).

Hugo comes twice: its pages hold what ours hold, word for word and within the same frame (`hugo_site.py`), and they hold
the bare records as those of Material and Zensical do, without any frame.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

from benchmarks import hugo_site, peer_pages
from benchmarks.peer_pages import Pages
from macros.checks.loading import read_archive

Meetings = dict[str, dict[str, Any]]
LANGUAGES = ("vi", "en")
HUGO_COMMAND = ["hugo", "build", "--quiet", "--destination", "site", "--cleanDestinationDir"]
_LAYOUTS = Path(__file__).with_name("hugo") / "bare"
_SECTIONS = ("results", "difficulties", "conclusions", "tasks")
_CONFIG = {
    "site_name": "Archive",
    "site_url": "https://archive.example.org/",
    "strict": True,
    "theme": {"name": "material", "font": False, "features": ["navigation.tabs", "navigation.sections"]},
    "validation": {"omitted_files": "ignore"},
}
_MACROS = """
import json, pathlib, yaml
from benchmarks import peer_pages
from benchmarks.peers import markdown

def define_env(env):
    files = sorted(pathlib.Path("data/meetings").glob("*.yml"))
    meetings = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in files}
    pages = json.loads(pathlib.Path("pages.json").read_text("utf-8"))
    env.macro(lambda id, language: markdown(meetings[id], language), "meeting_page")
    env.macro(lambda path, language: peer_pages.markdown(pages[path][language]), "other_page")
"""


def markdown(meeting: dict[str, Any], language: str) -> str:
    """A meeting as Markdown."""

    def said(text: Any) -> str:
        return str(text[language]) if isinstance(text, dict) else str(text)

    lines = [f"# {said(meeting['title'])}", "", "| | |", "|---|---|"]
    for name in ("date", "level", "form", "date_basis", "organiser", "place", "period", "completeness"):
        lines.append(f"| {name} | {said(meeting[name])} |")
    chairs = [] if isinstance(meeting["chairs"], str) else meeting["chairs"]
    lines += [f"| {said(each['role'])} | {each['person']}, {said(each['office'])} |" for each in chairs]
    lines += ["", "## Figures", "", "| value | unit | what | as of |", "|--:|---|---|---|"]
    for each in meeting.get("figures", []):
        lines.append(f"| {each['value']} | {said(each['unit'])} | {said(each['what'])} | {each['as_of']} |")
    for section in _SECTIONS:
        lines += ["", f"## {section}", ""]
        for each in meeting.get(section, []):
            tags = ", ".join([*each["topics"], *each.get("documents", [])])
            foot = f"{each.get('by', '')} · {tags} · {each['source']}"
            lines += [f"### {each['id']}", "", said(each["text"]), "", foot, ""]
    lines += ["", "## Sources", ""]
    lines += [f"1. {each['publisher']}: {each['title']} <{each['url']}>" for each in meeting["sources"]]
    return "\n".join(lines) + "\n"


def material_in_navigation(tree: Path, meetings: Meetings, others: Pages) -> list[str]:
    """Material and macros as their documentation shows them: every meeting in the navigation."""
    return _material(tree, meetings, others, _all_in_navigation(meetings))


def material(tree: Path, meetings: Meetings, others: Pages) -> list[str]:
    """Material and macros with the meetings out of the navigation."""
    return _material(tree, meetings, others, [{language: f"{language}/index.md"} for language in LANGUAGES])


def zensical(tree: Path, meetings: Meetings, others: Pages) -> list[str]:
    """Zensical with the meetings out of the navigation, from Markdown that is already written out."""
    _meeting_pages(tree, meetings, lambda id, language: markdown(meetings[id], language))
    _other_pages(tree, others, "docs", lambda path, language: peer_pages.markdown(others[path][language]))
    _write(tree / "mkdocs.yml", yaml.dump(_CONFIG | {"nav": [{each: f"{each}/index.md"} for each in LANGUAGES]}))
    return ["zensical", "build", "--clean"]


def hugo(tree: Path, meetings: Meetings, others: Pages) -> list[str]:
    """Hugo, its pages with what ours hold."""
    hugo_site.write(tree, read_archive(tree / "data"))
    return _hugo(tree, hugo_site.BASE)


def bare_hugo(tree: Path, meetings: Meetings, others: Pages) -> list[str]:
    """Hugo, with the meetings as data, what other pages hold as their parameters, and nothing around them."""
    shutil.copytree(_LAYOUTS, tree / "layouts")
    for id, meeting in meetings.items():
        for language in LANGUAGES:
            front = json.dumps({"title": meeting["title"][language], "id": id, "type": "meeting"}, ensure_ascii=False)
            _write(tree / f"content/{language}/meetings/{id}.md", front + "\n")
    _other_pages(
        tree,
        others,
        "content",
        lambda path, language: json.dumps({"type": "record"} | others[path][language], ensure_ascii=False) + "\n",
    )
    return _hugo(tree, "https://archive.example.org/")


def _hugo(tree: Path, base: str) -> list[str]:
    settings = {
        "baseURL": base,
        "title": "Archive",
        "defaultContentLanguage": "vi",
        "disableKinds": ["taxonomy", "term", "RSS"],
        "languages": {each: {"contentDir": f"content/{each}", "weight": n} for n, each in enumerate(LANGUAGES, 1)},
    }
    _write(tree / "hugo.json", json.dumps(settings))
    return HUGO_COMMAND


PEERS: dict[str, Callable[[Path, Meetings, Pages], list[str]]] = {
    "material in navigation": material_in_navigation,
    "material": material,
    "zensical": zensical,
    "hugo": hugo,
    "hugo, bare pages": bare_hugo,
}


def _material(tree: Path, meetings: Meetings, others: Pages, navigation: Iterable[Any]) -> list[str]:
    _meeting_pages(tree, meetings, lambda id, language: f'{{{{ meeting_page("{id}", "{language}") }}}}\n')
    _other_pages(tree, others, "docs", lambda path, language: f'{{{{ other_page("{path}", "{language}") }}}}\n')
    _write(tree / "pages.json", json.dumps(others))
    _write(tree / "main.py", _MACROS)
    macros = {"macros": {"module_name": "main", "on_error_fail": True}}
    settings = {"nav": list(navigation), "plugins": ["search", macros], "markdown_extensions": ["tables", "attr_list"]}
    _write(tree / "mkdocs.yml", yaml.dump(_CONFIG | settings, sort_keys=False))
    return ["mkdocs", "build", "--quiet"]


def _all_in_navigation(meetings: Meetings) -> list[Any]:
    navigation: list[Any] = []
    for language in LANGUAGES:
        years: dict[str, list[str]] = {}
        for id in meetings:
            years.setdefault(id[:4], []).append(f"{language}/meetings/{id}.md")
        sections = [{year: pages} for year, pages in years.items()]
        navigation.append({language: [f"{language}/index.md", {"Meetings": sections}]})
    return navigation


def _other_pages(tree: Path, others: Pages, folder: str, page: Callable[[str, str], str]) -> None:
    for path in others:
        for language in LANGUAGES:
            _write(tree / f"{folder}/{language}/{path.rstrip('/')}.md", page(path, language))


def _meeting_pages(tree: Path, meetings: Meetings, page: Callable[[str, str], str]) -> None:
    for language in LANGUAGES:
        links = [f"* [{m['title'][language]}](meetings/{id}.md)" for id, m in meetings.items()]
        # Zensical refuses a page of so many words in its search.
        front = "---\nsearch:\n  exclude: true\n---\n"
        _write(tree / f"docs/{language}/index.md", f"{front}# Meetings\n\n" + "\n".join(links) + "\n")
        for id in meetings:
            _write(tree / f"docs/{language}/meetings/{id}.md", page(id, language))
    _write(tree / "docs/index.md", "# Archive\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
