"""The permanent addresses of the records: what was cited once must be found there always."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.content import Content

_PAGES_OF_ENTRIES = {"topics": "data/topics.yml", "people": "data/people.yml"}


def addresses(content: Content) -> Iterator[str]:
    """Every page of a record, and every statement, figure, heading, term and unit on a page, within a language.

    Written as the site has them: `meetings/2022-06-29/`, `meetings/2022-06-29/#careful-and-rigorous`.
    """
    for folder in ("meetings", "documents"):
        yield from (f"{folder}/{id}/" for id, _ in content.folder(folder))
    for name, file in _PAGES_OF_ENTRIES.items():
        yield from (f"{name}/{entry.key}/" for entry in content.file(file))
    region = content.file("data/provinces.yml")
    yield from (f"provinces/{province.key}/" for province in region["provinces"])
    yield from (f"provinces/#unit-{unit.key}" for unit in region["units"])
    yield from (f"glossary/#{term.key}" for term in content.file("data/glossary.yml"))
    for name in content.raw:
        path = page_of(name)
        if path and name.startswith("data/reviews/"):
            yield path
            groups = [group for part in content.file(name) if part.is_list for group in part]
            yield from (f"{path}#{group['id'].text}" for group in groups if group["title"].value)
    for entry in (*content.statements, *content.figures):
        yield f"{page_of(entry.file)}#{entry['id'].text}"


def page_of(file: str) -> str:
    """The page that shows the statements and figures of a file; empty where there is none."""
    path = PurePosixPath(file).relative_to("data").with_suffix("")
    if path.parts[0] == "meetings" or (path.parts[0] == "reviews" and path.name != "review"):
        return f"{path}/"
    return ""
