"""Where MkDocs enters: what happens at each of its events. `build.py` does the work."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# MkDocs runs this file outside the package and forgets path changes afterwards: import everything here.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from pymdownx.snippets import SnippetMissingError

from macros.build import mkdocs_inside
from macros.build.faults import SITE_UNCHANGED, advice
from macros.build.session import session
from macros.build.site_files import language_of
from macros.data.problems import Place, Refused
from macros.data.showing import speak_utf_8
from macros.pages.authoring.page_checks import header_problems, unconvertible
from macros.pages.authoring.pages import framed


def on_startup(command: str, dirty: bool) -> None:
    speak_utf_8()
    session.start(command, dirty=dirty)
    gc.disable()  # a build that runs once frees nothing before its end, and collecting takes a third of the time


@event_priority(100)
def on_pre_build(config: MkDocsConfig) -> None:
    """Before MkDocs reads anything: read the data, or stop with every problem and the published site untouched."""
    with _stops():
        session.begin(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add record pages, assets, exports and feeds to the pages of `docs/`."""
    with _stops():
        session.build.add_files(files)
    if session.preview:
        session.preview.conversions.begin(config, files, session.count_mistakes)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Each language has its own navigation."""
    return session.build.split_navigation(nav)


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Check a page's header before its macros run."""
    authoring = session.build.authoring
    session.reading = page
    page.edit_url = session.build.repository.line(Place(authoring.name(page.file))) or None
    wrong = list(header_problems(authoring.name(page.file), page.file.content_string, page.meta))
    authoring.problems.extend(wrong)
    if wrong:
        page.meta = {}  # mkdocs-macros reads it too
    if session.preview:
        mkdocs_inside.replace_conversion(page, session.preview.conversions.convert)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    session.build.authoring.check(page, html)
    return framed(html, language_of(page.file))


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """All pages are read: if something in them was wrong, stop before anything is written."""
    authoring = session.build.authoring
    with _stops():
        # A page with a mistake is empty so far, and has no anchors.
        if problems := authoring.problems or list(session.warnings.lost_anchors(files, authoring.fill)):
            raise Refused(problems)
    if session.preview:
        env = session.preview.environment(env)
    session.build.take_pages(env, files)
    return env


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    return session.build.context_of(template_name, context)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the pages and publish the site, unless strict mode is about to refuse it."""
    if config.strict and session.warnings.texts:
        print(" / ".join(SITE_UNCHANGED), file=sys.stderr)
        session.abandon()
    else:
        with _stops():
            session.publish()
    config.site_dir = str(session.build.publishing.site)


def on_shutdown() -> None:
    """Let the process end at once: Python would look through all that is left, which the system takes back anyway."""
    gc.freeze()


def on_serve(server: Any, config: MkDocsConfig, builder: Callable[..., None]) -> Any:
    if session.preview:
        session.preview.attach(server, config, builder)
    return server


def on_build_error(error: Exception) -> None:
    """Leave nothing unfinished behind, and say what to do where the system refused to read or write."""
    session.abandon()
    if isinstance(error, OSError | MemoryError):
        raise Abort(advice(error)) from error
    if isinstance(error, (SnippetMissingError, RecursionError)) and session.reading:
        file = session.reading.file
        snippet = str(error) if isinstance(error, SnippetMissingError) else ""
        print(unconvertible(session.build.authoring.name(file), file.content_string, snippet), file=sys.stderr)
        raise Abort(" / ".join(SITE_UNCHANGED)) from error


@contextmanager
def _stops() -> Iterator[None]:
    """Report refused content and end the build."""
    try:
        yield
    except Refused as refused:
        print(refused.report(), file=sys.stderr)
        count = len(refused.problems)
        raise BuildError(
            f"Số lỗi: {count}; trang web cũ được giữ nguyên. / Mistakes: {count}; the published site is unchanged."
        ) from refused
