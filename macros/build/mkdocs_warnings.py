"""What MkDocs itself warns of, as problems like all others: at its line, in both languages, reported with the rest."""

import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from macros.build import mkdocs_inside
from macros.build.mkdocs_inside import Warned
from macros.data.problems import Place, Problem
from macros.text.language import Language

_MESSAGES = {
    "absolute_link": (
        "Liên kết “{written}” bắt đầu bằng dấu `/`. Hãy viết đường dẫn từ trang này, như `../method.md`.",
        "The link “{written}” begins with `/`. Write the way from this page, such as `../method.md`.",
    ),
    "lost_link": (
        "Liên kết “{written}” không dẫn tới tệp nào. Cần đường dẫn từ trang này tới tệp, như `../method.md`.",
        "The link “{written}” leads to no file. Expected the way from this page to one, such as `../method.md`.",
    ),
    "lost_in_nav": (
        "`nav` có “{written}” mà {docs}/ không có tệp này. Hãy sửa tên, hoặc bỏ dòng này.",
        "`nav` has “{written}” and {docs}/ has no such file. Correct its name, or remove the line.",
    ),
    "not_in_nav": (
        "Trang này chưa có trong `nav` của mkdocs.yml. Hãy thêm một dòng dẫn tới `{written}`.",
        "This page is not in `nav` of mkdocs.yml. Add a line that leads to `{written}`.",
    ),
}


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
        """Called once a build: what MkDocs warned of before it is not about this one."""
        self.texts.clear()
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
        warnings = mkdocs_inside.read_warning(record.getMessage())
        for warned in warnings:
            if not self._is_other_language(warned):
                self._report(self._problem(warned))
        return not warnings

    def _problem(self, warned: Warned) -> Problem:
        """The same as a problem."""
        vi, en = (text.format(docs=self._docs.name, written=warned.written) for text in _MESSAGES[warned.message])
        if warned.suggestion:
            vi += f" Có phải bạn muốn viết “{warned.suggestion}”?"
            en += f" Did you mean “{warned.suggestion}”?"
        file = self._docs / warned.page if warned.page else self._docs.parent / "mkdocs.yml"
        return Problem(self._place(file, warned.written), vi, en)

    def _is_other_language(self, warned: Warned) -> bool:
        """Whether the other language has the page: that one of the two is missing is reported once, as that."""
        target = normpath(join(dirname(warned.page), urlsplit(warned.written).path))
        language, _, path = target.partition("/")
        if warned.message == "not_in_nav" or language not in set(Language) or not path.endswith(".md"):
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
