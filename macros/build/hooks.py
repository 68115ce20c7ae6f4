"""MkDocs' hooks: one build, two languages, record pages, exports. All about MkDocs, nothing about facts."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

# MkDocs runs this file outside the package and forgets path changes afterwards: import everything here.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from pymdownx.snippets import SnippetMissingError
from watchdog.observers.polling import PollingObserver

from macros.archive.latest import last_days
from macros.archive.related import related
from macros.assets import fonts
from macros.assets.policy import PAGE_POLICY, headers_file
from macros.build import service_worker, settings, shipping
from macros.build.build import Build, abandon, begin, current
from macros.build.complaints import Complaints
from macros.build.converted import Converted
from macros.build.faults import KEPT, advice
from macros.build.named import Named, missing
from macros.build.navigation import Menu
from macros.build.page_keys import PageKeys
from macros.build.preview import KeptTemplates, Preview
from macros.build.promised import PromisedFile
from macros.build.publishing import Publishing
from macros.build.stamping import PUT_OFF, RecordFile, Stamper, ThemePage
from macros.build.theme import list_visible_files
from macros.build.writing import Writing
from macros.checks.loading import read_archive
from macros.data import output_folder
from macros.data.plain_files import shown, why_refused
from macros.data.problems import Place, Problem, Refused
from macros.derived import exports, feeds, social_cards
from macros.derived.booklets import addresses as booklet_addresses
from macros.derived.sitemap import sitemap
from macros.pages.authoring.manuscripts import header, unlike, unreadable
from macros.pages.authoring.pages import Authoring
from macros.pages.authoring.tables import framed
from macros.pages.list_pages import list_pages
from macros.pages.page_head import UNLISTED, page_head
from macros.pages.record_pages import RecordPage, record_pages
from macros.speed.build_inputs import Ingredients
from macros.speed.digests import digest
from macros.speed.memory import give_back
from macros.speed.page_cache import KeptPages
from macros.speed.receipt import Receipt
from macros.speed.workers import in_parallel
from macros.text.language import Language, all_words, word
from macros.text.passages import is_vietnamese
from macros.views import review_names
from macros.views.descriptions import cut
from macros.views.lists.catalogue import lists
from macros.views.moved import moved_pages
from macros.views.page_facts import Crumb, PageFacts
from macros.views.rendering import View
from macros.views.repository import Repository

_ONE_FORM = (
    "Trang của bản ghi chỉ có địa chỉ kết thúc bằng “/”. Hãy bỏ `use_directory_urls: false`, `--no-directory-urls`.",
    "Pages of records have addresses that end with “/” only. Leave out `use_directory_urls: false`, "
    "`--no-directory-urls`.",
)
_LOOK, _SETTLE = 0.15, 0.05  # seconds between two looks at what is edited, and until a change counts as done
_serving = False
_templates = KeptTemplates()
_converted = Converted()
_complaints = Complaints()
_published: Build | None = None  # what `mkdocs serve` shows; the one under way may be refused


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether it is a preview: MkDocs puts an inline script into its pages, to reload them."""
    global _serving
    _serving = command == "serve"
    gc.disable()  # nothing is garbage before the end, and looking for it takes a third of the time


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Before anything else: read the data, or stop with every problem told and the published site untouched."""
    if not config.use_directory_urls:
        raise _stop(Refused([Problem(Place("mkdocs.yml"), *_ONE_FORM)]))
    if links := _links(config):
        raise _stop(Refused(links))
    site = Path(config.site_dir)
    if why := output_folder.why_refused(site, settings.sources(config)):
        raise _stop(Refused([Problem(Place(shown(str(site))), *why, "site-dir")]))
    publishing = Publishing(site)
    ingredients = None if _serving else settings.ingredients(config)
    publishing.tidy()  # also where there is nothing else to do
    if ingredients and Receipt(settings.cache(config).folder, publishing.site).holds(ingredients.key):
        print("Không có gì thay đổi; trang web giữ nguyên. / Nothing has changed; the site stays as it is.")
        raise SystemExit(0)
    extra = config.extra
    try:
        all_words()
        repository = Repository.configured(
            config.repo_url or "", extra["branch"], extra["forge"], extra["contact"], config.site_url or "/"
        )
        archive = read_archive(settings.root(config) / "data")
    except Refused as refused:
        raise _stop(refused) from refused
    if not _serving:
        archive.records.free_parsed()
        give_back()
        related(archive).begin()  # the other cores have nothing to do until the pages are known
    authoring = Authoring(archive, repository, Path(config.docs_dir), dict(extra))
    _complaints.begin(authoring.docs, authoring.problems.append)
    begin(Build(archive, authoring, repository, publishing, ingredients))
    config.site_dir = str(publishing.begin())
    list_visible_files(config.theme)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Give pages our own environment: that of mkdocs-macros reaches files, the configuration and the machine."""
    plugin: Any = config.plugins["macros"]
    plugin._env = current().authoring.environment


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Send `docs/vi/` to the root and `docs/en/` below `/en/`; add record pages and exports."""
    build = current()
    pages = _pages(files, config)
    build.authoring.problems.extend(unlike(build.authoring.docs.name, pages))
    listed = lists(build.archive)
    records = [*record_pages(build.archive, listed), *list_pages(build.archive, listed)]
    build.record_files = [RecordFile(record, language) for record in records for language in Language]
    downloads = [PromisedFile(each) for each in (*exports.addresses(), *feeds.addresses(build.archive))]
    for file in [*build.record_files, *downloads]:
        files.append(file)
    site_url = config.site_url or "/"
    for address, text in moved_pages(build.archive, site_url, "" if _serving else PAGE_POLICY).items():
        files.append(File.generated(config, address, content=text))
    files.append(File.generated(config, "_headers", content=headers_file()))
    try:
        shipping.ship(files, config, {each: build.archive.site_name(each) for each in Language})
    except Refused as refused:
        raise _stop(refused) from refused
    for file in files:
        if file.src_uri.startswith("vi/") and not isinstance(file, RecordFile):
            _move(file, file.dest_uri.removeprefix("vi/"))
            if file.page:
                file.page._set_canonical_url(config.site_url)
    if _serving:
        _converted.begin(config, files, build.authoring.problems)
    config.theme.static_templates.discard("sitemap.xml")  # MkDocs' own: it says that all pages changed today
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Split the navigation: each language has its own."""
    build = current()
    build.navigation = {language: Menu(nav, language, build.archive) for language in Language}
    vietnamese: Navigation = build.navigation[Language.VI]
    return vietnamese  # for the 404 page, the one page that belongs to neither language


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Check a page's header and its macro calls before they run."""
    authoring = current().authoring
    page.edit_url = current().repository.line(Place(f"{authoring.docs.name}/{page.file.src_uri}")) or None
    wrong = list(header(authoring.name(page.file), page.file.content_string, page.meta))
    authoring.problems.extend(wrong)
    if wrong:
        page.meta = {}  # mkdocs-macros reads it too
    if _serving:
        page.render = partial(_converted.render, page)  # type: ignore[method-assign]
    return markdown if authoring.check(page, markdown) else ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Leave what the macros and the theme make of the page to `writing.py`."""
    page.meta["template"] = PUT_OFF
    return framed(html, _language(page))


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """All pages are read: if something in them was wrong, stop before anything is written."""
    authoring = current().authoring
    # A page with a mistake is empty so far, and has no anchors.
    problems = authoring.problems or list(_complaints.lost_anchors(files, authoring.fill))
    if problems:
        refused = Refused(problems)
        raise _stop(refused) from refused
    if _serving:
        env.bytecode_cache = _templates
    build = current()
    env.globals |= {
        "word": word,
        "fonts": fonts.preloaded(),
        "language": Language.VI,
        "serving": _serving,
        "policy": "" if _serving else PAGE_POLICY,
        # The theme's templates escape nothing.
        "region": {each.value: escape(build.archive.region.short[each]) for each in Language},
        "site_names": {each.value: escape(build.archive.site_name(each)) for each in Language},
    }
    build.by_hand = [file.page for file in files.documentation_pages() if file.page]
    build.titles_by_hand = {_address(page.file): Markup(page.title).striptags() for page in build.by_hand}
    titles = {(_path(page.file), _language(page)): build.titles_by_hand[_address(page.file)] for page in build.by_hand}
    for part in build.archive.review_parts:
        titles |= {(part.path, language): review_names.title(part)[language] for language in Language}
    build.with_card = {path for path, _ in titles}
    social_cards.write(Path(config.site_dir), titles, build.archive, settings.cache(config))
    for file in build.record_files:  # all links are checked
        files.remove(file)
    build.records = {file.record.path: file.record for file in build.record_files}
    paths = {*map(_path, files.documentation_pages()), *build.records} - set(UNLISTED)
    for address, text in sitemap(paths, last_days(build.archive), config.site_url or "/").items():
        (Path(config.site_dir) / address).write_text(text, "utf-8")
    build.stamper = Stamper(env, config, build.navigation, _record_head, _record_html, _record_edit_url)
    return env


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """Give each page its language: the site's name, its navigation, its counterpart."""
    language = _language(page)
    config.site_name = escape(str(current().archive.site_name(language)))
    path = _path(page.file)
    context["nav"] = current().navigation[language]
    context["language"] = language.value
    context["counterpart"] = {"language": language.other.value, "url": language.other.prefix + path}
    if isinstance(page, ThemePage):
        context["page_head"] = page.page_head
    else:
        description = cut(str(page.meta.get("description", "")))
        title = Markup(page.title).striptags()
        facts = PageFacts(path, language, title, description, _above(path, language), path)
        context["page_head"] = page_head(facts, current().archive, config.site_url or "/")
    return context


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the record pages, and publish the finished site, unless strict mode is about to refuse it."""
    global _published
    build = current()
    publishing = build.publishing
    handlers = [h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)]
    if config.strict and any(handler.get_counts() for handler in handlers):
        print(f"{KEPT[0]} / {KEPT[1]}", file=sys.stderr)
        publishing.abandon()
    elif build.ingredients is None:
        # Who edits looks at one page, not at all of them.
        build.put_off = Writing(build, publishing.site).put_off()
        publishing.finish()
        _published = build
    else:
        site = publishing.staging
        kept = KeptPages(settings.cache(config).folder / "pages", publishing.work / "made")
        keys = PageKeys(build.archive, build.ingredients, build.titles_by_hand)
        named = Named(publishing.work / "named", build.repository.site_url)
        named.site(site, {page.file.dest_uri for page in build.by_hand})
        before = service_worker.contents(site)
        written = in_parallel(Writing(build, site, named).tasks(keys, kept))
        booklets = booklet_addresses(build.archive) if config.extra["booklet"] else []
        if dead := named.dead(site, booklets):
            refused = Refused([missing(each, _place(each.named_by)) for each in dead])
            raise _stop(refused) from refused
        version = digest([before, written]).hex()
        service_worker.write(site, settings.overrides(config) / service_worker.FILE, version)
        unchanged = _unchanged(config, build.ingredients)
        with suppress(OSError):  # without what is kept the next build has more to do, and the site is as good
            if unchanged:
                kept.keep(site)
                kept.forget()
                settings.cache(config).forget()
        publishing.finish()
        with suppress(OSError):
            if unchanged:
                Receipt(settings.cache(config).folder, publishing.site).write(build.ingredients.key)
    config.site_dir = str(publishing.site)


def on_shutdown() -> None:
    """Let the process end at once: Python would look through all that is left, which the system takes back anyway."""
    gc.freeze()


def on_serve(server: Any, config: MkDocsConfig, builder: Callable[..., None]) -> Any:
    """Go on serving the last good site while the content has mistakes, and show them in the browser."""
    looked_at = (config.docs_dir, str(config.config_file_path))
    for path in looked_at:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=_LOOK)
    server.build_delay = _SETTLE
    for path in looked_at:
        server.watch(path)
    mounted = urlsplit(config.site_url or "/").path
    preview = Preview(builder, settings.root(config), lambda path: _make(path.removeprefix(mounted)))
    server.builder = preview.rebuild
    server.set_app(preview.around(server.get_app()))
    return server


def on_build_error(error: Exception) -> None:
    """Leave nothing unfinished behind, and say what to do where the system refused to read or write."""
    abandon()
    if isinstance(error, OSError):
        raise Abort(advice(error)) from error
    if isinstance(error, SnippetMissingError):
        said = f"Không lấy được đoạn chèn ở đây; xem base_path trong mkdocs.yml. / Not a snippet: {error}."
        raise Abort(said) from error


def _pages(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """The text of each page in `docs/`; stops where one cannot be read."""
    root = settings.root(config)
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    for file in files:
        path = Path(str(file.abs_src_path))
        if file.src_dir != config.docs_dir:
            continue
        name = shown(str(path.relative_to(root)))
        if file.is_documentation_page():
            raw = path.read_bytes()
            if problem := unreadable(name, file.src_uri.split("/")[0], raw):
                problems.append(problem)
            else:
                texts[file.src_uri] = raw.decode("utf-8-sig")
    if problems:
        refused = Refused(problems)
        raise _stop(refused) from refused
    return texts


def _links(config: MkDocsConfig) -> list[Problem]:
    """Links, pipes and the like below `docs/` and what pages take in: MkDocs would follow them out of the project."""
    root = settings.root(config)
    folders = [Path(config.docs_dir), *settings.taken_in(config)]
    paths = {path for folder in folders for path in (folder, *folder.rglob("*"))}
    return [
        Problem(Place(shown(str(path.relative_to(root)))), *why)
        for path in paths
        if (path.is_symlink() or not path.is_dir()) and (why := why_refused(path, root))
    ]


def _unchanged(config: MkDocsConfig, before: Ingredients) -> bool:
    """Whether the project is what it was when the build began; else no one can tell what was made of which edit."""
    with suppress(OSError):
        return settings.ingredients(config) == before
    return False


def _language(page: Page) -> Language:
    return Language(page.file.src_uri.split("/")[0])


def _address(file: File) -> str:
    """A page's address from the site's root."""
    return str(file.url).removeprefix("./")


def _path(file: File) -> str:
    """A page's address within its language."""
    return _address(file).removeprefix(Language(file.src_uri.split("/")[0]).prefix)


def _above(path: str, language: Language, section: str = "") -> tuple[Crumb, ...]:
    """The pages that lead to the one at `path`, the first page first; `section` where its first folder does not."""
    folders = path.split("/")[:-1]
    addresses = ["".join(f"{folder}/" for folder in folders[:depth]) for depth in range(len(folders))]
    if section not in addresses:
        addresses.insert(1, section)
    titles = ((each, _title(each, language)) for each in addresses)
    return tuple(Crumb(title, each) for each, title in titles if title is not None)


def _title(path: str, language: Language) -> str | None:
    """The title of a page, if there is one."""
    build = current()
    record = build.records.get(path)
    return record.title[language] if record else build.titles_by_hand.get(language.prefix + path)


def _place(address: str) -> Place:
    """The file of which a page is made, or the page's own file where it is made of many."""
    build = current()
    for language in reversed(Language):  # the Vietnamese addresses have no prefix
        if address.startswith(language.prefix):
            record: RecordPage | None = build.records.get(address.removeprefix(language.prefix))
            if record is not None and record.place is not None:
                return record.place
    by_hand = next((page for page in build.by_hand if page.url == address), None)
    if by_hand is not None:
        return Place(build.authoring.name(by_hand.file))
    return Place(f"{build.publishing.site.name}/{address}{'index.html' if address.endswith('/') else ''}")


def _record_head(record: RecordPage, language: Language) -> str:
    build = current()
    description = cut(record.description[language])
    above = _above(record.path, language, record.section)
    near = (path for path in (record.path, *(crumb.path for crumb in reversed(above))) if path in build.with_card)
    title, translated = record.title[language], not is_vietnamese(record.title[Language.EN])
    facts = PageFacts(record.path, language, title, description, above, next(near, ""), translated)
    return page_head(facts, build.archive, build.repository.site_url)


def _make(address: str) -> None:
    assert _published is not None
    _published.make(f"{address}index.html" if address.endswith("/") or not address else address)


def _record_html(record: RecordPage, language: Language) -> str:
    archive, repository = current().archive, current().repository
    view = View(archive, language, language.prefix + record.path, repository)
    above = _above(record.path, language, record.section)[1:]
    return view.breadcrumb(above) + record.html(archive, language, repository)


def _record_edit_url(record: RecordPage) -> str:
    return current().repository.line(record.place) if record.place else ""


def _move(file: File, dest_uri: str) -> None:
    file.dest_uri = dest_uri
    # Both follow from `dest_uri` and may have been worked out already.
    file.__dict__.pop("url", None)
    file.__dict__.pop("abs_dest_path", None)


def _stop(refused: Refused) -> BuildError:
    print(refused.report(), file=sys.stderr)
    count = len(refused.problems)
    return BuildError(
        f"Số lỗi: {count}; trang web cũ được giữ nguyên. / Mistakes: {count}; the published site is unchanged."
    )
