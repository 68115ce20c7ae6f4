"""The pages of `docs/` that search finds, each by its title and description in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros import model
from macros.text.language import Language


@dataclass(frozen=True, slots=True)
class PageByHand:
    """A page written by hand: its address within a language, its title and its description."""

    path: str
    title: model.Text
    description: model.Text


def pages_by_hand(docs: Path) -> list[PageByHand]:
    """Those with the navigation beside them: nobody searches for the first page, search itself or *offline*."""
    found = []
    for file in sorted((docs / "vi").rglob("*.md")):
        name = file.relative_to(docs / "vi")
        vi, en = (_front_matter(docs / language / name) for language in Language)
        if vi and en and "hide" not in vi:
            path = name.with_suffix("").as_posix().removesuffix("index").rstrip("/") + "/"
            texts = (model.both(str(vi[field]), str(en[field])) for field in ("title", "description"))
            found.append(PageByHand(path, *texts))
    return found


def _front_matter(file: Path) -> dict[str, Any]:
    """What stands between the two lines of dashes above a page; empty where the page is not there yet."""
    if not file.is_file():
        return {}
    found: dict[str, Any] = yaml.safe_load(file.read_text("utf-8").split("---\n", 2)[1])
    return found
