"""The preview of `mkdocs serve`: after a wrong edit the last good site goes on, with the mistakes shown on every page.

After a right one, pages that no one asks for are not made, so that an edit shows soon however large the archive is.
All this is around MkDocs' builder and its web application; nothing of it is in a built site.
"""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from macros.build import settings
from macros.build.build import Build
from macros.build.conversions import Conversions
from macros.build.mkdocs_inside import adapt_server
from macros.build.mkdocs_warnings import MkDocsWarnings
from macros.data.problems import Problem, Refused
from macros.data.quoting import line_at
from macros.data.showing import shown
from macros.text.language import WORDS_FILE, Language, all_words, word
from macros.views.templating import TEMPLATES, forget_templates, template

_PAUSE = 2.0  # seconds
_log = logging.getLogger("mkdocs")


class Message(NamedTuple):
    """One mistake: a problem with its line, divided at the place, or only a text where no more is known."""

    text: str = ""
    problem: Problem | None = None
    line: tuple[str, str] = ("", "")

    @classmethod
    def of(cls, problem: Problem, root: Path) -> Message:
        """A problem of a file of the project in `root`."""
        line, column = line_at(problem.place, root), problem.place.column - 1
        return cls("", problem, (shown(line[:column]), shown(line[column:])))


class Preview:
    """Builds again after each edit and keeps what was wrong with the last one.

    `published` is the build that is shown; the one under way may be refused.
    """

    def __init__(self, warnings: MkDocsWarnings) -> None:
        self.conversions = Conversions()
        self.published: Build | None = None
        self.messages: list[Message] = []
        self._warnings = warnings
        self._environment: Environment | None = None
        self._one_at_a_time = threading.Lock()
        self._build: Callable[[], None] = lambda: None
        self._root = Path()
        self._mount = "/"
        self._mtimes = _mtimes()
        # Read now: the mistake to report may be in `words.yml` itself.
        self._heading = {language: word("preview_mistakes", language) for language in Language}

    def environment(self, made: Environment) -> Environment:
        """That of the first build, whose templates are compiled, in place of one that was made for another build."""
        if self._environment is None:
            self._environment = made
            made.auto_reload = True
        return self._environment

    def attach(self, server: Any, config: MkDocsConfig, build: Callable[[], None]) -> None:
        """Go on serving the last good site while the content has mistakes, and show them in the browser."""
        self._build, self._root = build, settings.root(config)
        self._mount = urlsplit(config.site_url or "/").path
        adapt_server(server, config, self._rebuild, self._with_messages)

    def _rebuild(self) -> None:
        """Build after an edit. Never raises: MkDocs by itself would answer no one until the mistake is fixed."""
        mtimes = _mtimes()
        if mtimes != self._mtimes:
            self._mtimes = mtimes
            all_words.cache_clear()
            forget_templates()
        self._warnings.texts.clear()
        try:
            with self._one_at_a_time:
                self._build()
            threading.Timer(_PAUSE, gc.collect).start()  # while the editor looks at the page
            self.messages = []
        except (Exception, SystemExit) as error:
            if not isinstance(error, (MkDocsException, SystemExit)):
                _log.exception(error)
            if refused := _refused(error):
                self.messages = [Message.of(each, self._root) for each in refused.problems]
            else:
                self.messages = [Message(text) for text in self._warnings.texts or [str(error)]]
            _log.error("Trang web cũ vẫn được phục vụ. / The last good site is still served.")

    def _with_messages(self, application: WSGIApplication) -> WSGIApplication:
        """The same application, with the mistakes put over its pages."""

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            head: dict[str, Any] = {}

            def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
                head.update(status=status, headers=headers)

            while True:
                published = self.published
                with self._one_at_a_time:
                    self._make(environ["PATH_INFO"].removeprefix(self._mount))
                body = application(environ, start)
                # What was made may have gone with the site before: then it is made for the new one.
                if published is self.published or not head["status"].startswith("404"):
                    break
            messages = self.messages
            if messages and ("Content-Type", "text/html") in head["headers"]:
                page, end, rest = b"".join(body).rpartition(b"</body>")
                html = template(Language.VI, "preview.html").render(messages=messages, heading=self._heading)
                body = [page + html.encode() + end + rest]
                head["headers"] = [("Content-Type", "text/html"), ("Content-Length", str(len(body[0])))]
            start_response(head["status"], head["headers"])
            return body

        return answer

    def _make(self, address: str) -> None:
        assert self.published is not None
        self.published.make(f"{address}index.html" if address.endswith("/") or not address else address)


def _mtimes() -> dict[Path, int]:
    """When each of the templates and the words were last written: reading them takes longer than reading the data."""
    return {path: path.stat().st_mtime_ns for path in (WORDS_FILE, *TEMPLATES.rglob("*.html")) if path.exists()}


def _refused(error: BaseException | None) -> Refused | None:
    """The refused content behind an error of MkDocs, which wraps it twice."""
    while error is not None and not isinstance(error, Refused):
        error = error.__cause__ or error.__context__
    return error
