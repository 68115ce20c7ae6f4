"""What MkDocs itself warns of, as problems like all others: at its line, in both languages, reported with the rest."""

from __future__ import annotations

import logging
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from macros.build import mkdocs_inside
from macros.build.mkdocs_inside import BrokenLink
from macros.data.problems import Place, Problem
from macros.text.language import Language


class MkDocsWarnings(logging.Handler):
    """Takes the warnings that it understands out of MkDocs' log and hands each on as a problem.

    `texts` are those that it does not understand; they stay in the log, where strict mode counts them.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []
        self._docs = Path()
        self._report: Callable[[Problem], None] = lambda problem: None
        logging.getLogger("mkdocs").addHandler(self)

    def begin(self, docs: Path, report: Callable[[Problem], None]) -> None:
        """Called once a build."""
        self._docs, self._report = docs, report
        for name in mkdocs_inside.LOGGERS:
            logging.getLogger(name).addFilter(self._not_understood)

    def end(self) -> None:
        """Called when a build has ended, however it did."""
        for name in mkdocs_inside.LOGGERS:
            logging.getLogger(name).removeFilter(self._not_understood)

    def emit(self, record: logging.LogRecord) -> None:
        """Remember a warning that is no problem."""
        self.texts.append(record.getMessage())

    def _not_understood(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        link, lost = mkdocs_inside.broken_link(message), mkdocs_inside.lost_in_nav(message)
        omitted = mkdocs_inside.not_in_nav(message)
        if link and not self._is_other_language(posixpath.join(posixpath.dirname(link.page), urlsplit(link.link).path)):
            self._report(self._broken_link(link))
        if lost and not self._is_other_language(lost):
            vi = f"`nav` có “{lost}” mà {self._docs.name}/ không có tệp này. Hãy sửa tên, hoặc bỏ dòng này."
            en = f"`nav` has “{lost}” and {self._docs.name}/ has no such file. Correct its name, or remove the line."
            self._report(Problem(self._place(self._docs.parent / "mkdocs.yml", lost), vi, en))
        for file in omitted:
            vi = f"Trang này chưa có trong `nav` của mkdocs.yml. Hãy thêm một dòng dẫn tới `{file}`."
            en = f"This page is not in `nav` of mkdocs.yml. Add a line that leads to `{file}`."
            self._report(Problem(Place(f"{self._docs.name}/{file}"), vi, en))
        return not (link or lost or omitted)

    def _broken_link(self, broken: BrokenLink) -> Problem:
        place, link = self._place(self._docs / broken.page, broken.link), broken.link
        if broken.kind == "an absolute":
            vi = f"Liên kết “{link}” bắt đầu bằng dấu `/`. Hãy viết đường dẫn từ trang này, như `../method.md`."
            en = f"The link “{link}” begins with `/`. Write the way from this page, such as `../method.md`."
            return Problem(place, vi, en)
        vi = f"Liên kết “{link}” không dẫn tới tệp nào. Cần đường dẫn từ trang này tới tệp, như `../method.md`."
        en = f"The link “{link}” leads to no file. Expected the way from this page to one, such as `../method.md`."
        if broken.suggestion:
            vi += f" Có phải bạn muốn viết “{broken.suggestion}”?"
            en += f" Did you mean “{broken.suggestion}”?"
        return Problem(place, vi, en)

    def _is_other_language(self, file: str) -> bool:
        """Whether the other language has the page: that one of the two is missing is reported once, as that."""
        language, _, path = posixpath.normpath(file).partition("/")
        if language not in set(Language) or not path.endswith(".md"):
            return False
        return (self._docs / Language(language).other / path).is_file()

    def lost_anchors(self, files: Files, fill: Callable[[Page, str], str]) -> Iterator[Problem]:
        """Links to a heading or an entry that is not on its page; `fill` puts what macros show into a page."""
        for source, target, anchors in list(mkdocs_inside.links_to_anchors(files)):
            page = target.page
            if page is None or page.present_anchor_ids is None:
                continue  # the page of a record
            for anchor, link in anchors.items():
                # Macros make anchors too, and what they show is made last: it is asked for where nothing else helps.
                if anchor not in page.present_anchor_ids and f'id="{anchor}"' not in fill(page, str(page.content)):
                    name = f"{self._docs.name}/{target.src_uri}"
                    yield Problem(
                        self._place(self._docs / source.file.src_uri, link),
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
