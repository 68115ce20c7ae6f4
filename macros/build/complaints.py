"""What MkDocs itself complains of, as problems like all others: at its line, in both languages, told with the rest."""

from __future__ import annotations

import logging
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.structure.files import Files

from macros.data.problems import Place, Problem
from macros.text.language import Language

_LOGGERS = ("mkdocs.structure.pages", "mkdocs.structure.nav")
_LINK = re.compile(
    r"Doc file '(?P<page>[^']+)' contains (?P<kind>a|an absolute|an unrecognized relative) link '(?P<link>.+?)', .*?"
    r"(?: Did you mean '(?P<meant>[^']+)'\?)?",
    re.DOTALL,
)
_NOT_IN_NAV = 'The following pages exist in the docs directory, but are not included in the "nav" configuration:'
_LOST_IN_NAV = re.compile(r"A reference to '([^']+)' is included in the 'nav' configuration, which is not found .*")


class Complaints(logging.Filter):
    """Takes MkDocs' complaints out of its log and hands each on as a problem.

    What it does not know is left in the log, where strict mode counts it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._docs = Path()
        self._tell: Callable[[Problem], None] = lambda problem: None

    def begin(self, docs: Path, tell: Callable[[Problem], None]) -> None:
        """Called once a build."""
        self._docs, self._tell = docs, tell
        for name in _LOGGERS:
            logging.getLogger(name).addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """False for what has become a problem."""
        said = record.getMessage() if record.levelno >= logging.WARNING else ""
        known = _LINK.fullmatch(said) or _LOST_IN_NAV.fullmatch(said) or said.startswith(_NOT_IN_NAV)
        for problem in self._problems(said) if known else ():
            self._tell(problem)
        return not known

    def _problems(self, said: str) -> Iterator[Problem]:
        if link := _LINK.fullmatch(said):
            target = posixpath.join(posixpath.dirname(link["page"]), urlsplit(link["link"]).path)
            if not self._in_other_language(posixpath.normpath(target)):
                yield self._broken_link(**link.groupdict())
        elif lost := _LOST_IN_NAV.fullmatch(said):
            if self._in_other_language(lost[1]):
                return
            yield Problem(
                self._place(self._docs.parent / "mkdocs.yml", lost[1]),
                f"`nav` có “{lost[1]}” mà {self._docs.name}/ không có tệp này. Hãy sửa tên, hoặc bỏ dòng này.",
                f"`nav` has “{lost[1]}” and {self._docs.name}/ has no such file. Correct its name, or remove the line.",
            )
        elif said.startswith(_NOT_IN_NAV):
            for line in said.splitlines()[1:]:
                file = line.removeprefix("  - ")
                yield Problem(
                    Place(f"{self._docs.name}/{file}"),
                    f"Trang này chưa có trong `nav` của mkdocs.yml. Hãy thêm một dòng dẫn tới `{file}`.",
                    f"This page is not in `nav` of mkdocs.yml. Add a line that leads to `{file}`.",
                )

    def _broken_link(self, page: str, kind: str, link: str, meant: str | None) -> Problem:
        place = self._place(self._docs / page, link)
        if kind == "an absolute":
            return Problem(
                place,
                f"Liên kết “{link}” bắt đầu bằng dấu `/`. Hãy viết đường dẫn từ trang này, như `../method.md`.",
                f"The link “{link}” begins with `/`. Write the way from this page, such as `../method.md`.",
            )
        vi, en = (f" Có phải bạn muốn viết “{meant}”?", f" Did you mean “{meant}”?") if meant else ("", "")
        return Problem(
            place,
            f"Liên kết “{link}” không dẫn tới tệp nào. Cần đường dẫn từ trang này tới tệp, như `../method.md`.{vi}",
            f"The link “{link}” leads to no file. Expected the way from this page to one, such as `../method.md`.{en}",
        )

    def _in_other_language(self, file: str) -> bool:
        """True where the other language has the page: that one of the two is missing is reported once, as that."""
        language, _, path = file.partition("/")
        return (
            path.endswith(".md")
            and language in set(Language)
            and (self._docs / Language(language).other / path).is_file()
        )

    def lost_anchors(self, files: Files, fill: Callable[[Any, str], str]) -> Iterator[Problem]:
        """Links to a heading or an entry that is not on its page; `fill` puts what macros show into a page."""
        pages = [file.page for file in files.documentation_pages() if file.page]
        found = [(page.file.src_uri, *links) for page in pages for links in (page.links_to_anchors or {}).items()]
        for source, target, anchors in found:
            page = target.page
            if page is None or page.present_anchor_ids is None:
                continue  # the page of a record
            for anchor, link in anchors.items():
                # Macros make anchors too, and what they show is made last: it is asked for where nothing else helps.
                if anchor not in page.present_anchor_ids and f'id="{anchor}"' not in fill(page, str(page.content)):
                    name = f"{self._docs.name}/{target.src_uri}"
                    yield Problem(
                        self._place(self._docs / source, link),
                        f"Liên kết “{link}”: trang {name} không có mục nào mang mã “{anchor}”.",
                        f"The link “{link}”: nothing on the page {name} has the id “{anchor}”.",
                    )

    def _place(self, path: Path, written: str) -> Place:
        """Where a link is in a file: its first, if it is there more than once."""
        name = path.relative_to(self._docs.parent).as_posix()
        text = path.read_text("utf-8-sig")
        match = re.search(rf"(?<=[(\"'<\s]){re.escape(written)}(?=[)\"'>\s]|$)", text)
        if not match:
            return Place(name)
        return Place(name, text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start()))
