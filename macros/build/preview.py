"""The preview of `mkdocs serve`: after a wrong edit the last good site goes on, with the mistakes told on every page.

After a right one, pages that no one asks for are not made, so that an edit shows soon however large the archive is.
All this is around MkDocs' builder and its web application; nothing of it is in a built site.
"""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.exceptions import MkDocsException

from macros.data.problems import Problem, Refused
from macros.data.quoting import line_at
from macros.text.language import WORDS_FILE, Language, all_words, word
from macros.views.templating import TEMPLATES, forget_templates, template

_PAUSE = 2.0  # seconds
_log = logging.getLogger("mkdocs")


@dataclass(frozen=True)
class Message:
    """One thing wrong: a problem with the line it points into, or only a text where nothing more is known."""

    text: str = ""
    problem: Problem | None = None
    line: str = ""

    @property
    def before(self) -> str:
        """What is in the line before the place of the problem."""
        return self.line[: self.problem.place.column - 1] if self.problem else ""

    @property
    def after(self) -> str:
        """What is in the line from there on."""
        return self.line[len(self.before) :]


class KeptTemplates(BytecodeCache):
    """The theme's templates as they were compiled for the build before; MkDocs begins each with none."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what was kept of this very text."""
        bucket.code = self._compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._compiled[bucket.key, bucket.checksum] = bucket.code


class Preview:
    """Builds again after each edit and keeps what was wrong with the last one.

    Args:
        builder: builds the site and puts it in the place of the one served; raises where the content has mistakes.
        root: the project's folder, from which problems name their files.
        make: makes what is asked for at a path, where it was put off.
    """

    def __init__(self, builder: Callable[[], None], root: Path, make: Callable[[str], None]) -> None:
        self.builder = builder
        self.root = root
        self.make = make
        self._one_at_a_time = threading.Lock()
        self._built = 0
        self._written = _written()
        self.messages: list[Message] = []
        # Read now: the mistake to tell may be in `words.yml` itself.
        self.heading = {language: word("preview_mistakes", language) for language in Language}

    def rebuild(self) -> None:
        """Build after an edit. Never raises: MkDocs by itself would answer no one until the mistake is fixed."""
        written = _written()
        if written != self._written:
            self._written = written
            all_words.cache_clear()
            forget_templates()
        warnings = _Warnings(logging.WARNING)
        _log.addHandler(warnings)
        try:
            with self._one_at_a_time:
                self.builder()
                self._built += 1
            threading.Timer(_PAUSE, gc.collect).start()  # while who edits looks at the page
            self.messages = []
        except (Exception, SystemExit) as error:
            if not isinstance(error, (MkDocsException, SystemExit)):
                _log.exception(error)
            refused = _refused(error)
            if refused is None:
                self.messages = [Message(text) for text in warnings.texts or [str(error)]]
            else:
                self.messages = [
                    Message("", problem, line_at(problem.place, self.root)) for problem in refused.problems
                ]
            _log.error("Trang web cũ vẫn được phục vụ. / The last good site is still served.")
        finally:
            _log.removeHandler(warnings)

    def around(self, application: WSGIApplication) -> WSGIApplication:
        """The same application, with the mistakes put over its pages."""

        def with_messages(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            answer: dict[str, Any] = {}

            def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
                answer.update(status=status, headers=headers)

            while True:
                built = self._built
                with self._one_at_a_time:
                    self.make(environ["PATH_INFO"])
                body = application(environ, start)
                # What was made may have gone with the site before: then it is made for the new one.
                if built == self._built or not answer["status"].startswith("404"):
                    break
            messages = self.messages
            if messages and ("Content-Type", "text/html") in answer["headers"]:
                page, end, rest = b"".join(body).rpartition(b"</body>")
                html = template(Language.VI, "preview.html").render(messages=messages, heading=self.heading)
                body = [page + html.encode() + end + rest]
                answer["headers"] = [("Content-Type", "text/html"), ("Content-Length", str(len(body[0])))]
            start_response(answer["status"], answer["headers"])
            return body

        return with_messages


class _Warnings(logging.Handler):
    """Keeps what MkDocs itself complains of, such as a link that leads nowhere."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())


def _written() -> dict[Path, int]:
    """When each of the templates and the words were last written: reading them takes longer than reading the data."""
    return {path: path.stat().st_mtime_ns for path in (WORDS_FILE, *TEMPLATES.rglob("*.html")) if path.exists()}


def _refused(error: BaseException | None) -> Refused | None:
    """The refused content behind an error of MkDocs, which wraps it twice."""
    while error is not None and not isinstance(error, Refused):
        error = error.__cause__ or error.__context__
    return error
