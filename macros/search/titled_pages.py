"""The pages that search finds by their title and description: those of `docs/`, and the parts of yearly reviews."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros import records as model
from macros.archive import Archive
from macros.text.language import Language
from macros.views import review_names

_TEXTS = ("title", "description")


@dataclass(frozen=True, slots=True)
class TitledPage:
    """A page found by its title: its address within a language, its title and its description."""

    path: str
    title: model.Text
    description: model.Text


def titled_pages(docs: Path, archive: Archive) -> list[TitledPage]:
    """All of them."""
    parts = archive.review_parts
    reviews = [TitledPage(part.path, review_names.title(part), review_names.description(part)) for part in parts]
    return [*reviews, *_by_hand(docs)]


def _by_hand(docs: Path) -> list[TitledPage]:
    """Those with the navigation next to them: no one searches for the first page, search itself or *offline*."""
    found = []
    for file in sorted((docs / "vi").rglob("*.md")):
        name = file.relative_to(docs / "vi")
        vi, en = (_front_matter(docs / language / name) for language in Language)
        if "hide" not in vi and set(_TEXTS) <= vi.keys() & en.keys():
            path = name.with_suffix("").as_posix().removesuffix("index").rstrip("/") + "/"
            found.append(TitledPage(path, *(model.both(str(vi[text]), str(en[text])) for text in _TEXTS)))
    return found


def _front_matter(file: Path) -> dict[str, Any]:
    """What is between two lines of dashes at the top of a page; empty where there is no page, or nothing such."""
    text = file.read_text("utf-8-sig") if file.is_file() else ""
    before, *between = text.split("---\n", 2)
    try:
        found = yaml.safe_load(between[0]) if not before and between else {}
    except yaml.YAMLError:
        found = {}
    return found if isinstance(found, dict) else {}
