"""One build: from the data and what MkDocs has read of `docs/` to the published folder."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from macros.archive import Archive
from macros.archive.latest import last_days
from macros.archive.related import related
from macros.assets import fonts
from macros.assets.policy import policy
from macros.build import service_worker, settings, site_address
from macros.build.dead_links import links_of, problem_of
from macros.build.fast.incremental import Incremental
from macros.build.fast.stamping import Theme
from macros.build.navigation import Menu
from macros.build.publishing import Publishing
from macros.build.site_files import RecordFile, add_files, pages_of
from macros.build.site_pages import SitePages
from macros.build.theme_settings import drop_settings_without_effect
from macros.build.writing import Writer
from macros.checks.loading import read_archive
from macros.data import output_folder
from macros.data.plain_files import why_refused
from macros.data.problems import Place, Problem, Refused
from macros.data.showing import shown
from macros.derived.booklets import addresses as booklet_addresses
from macros.derived.markdown_pages import llms
from macros.derived.sitemap import sitemap
from macros.derived.social_cards import Cards
from macros.pages.authoring.page_checks import language_mismatches
from macros.pages.authoring.pages import Authoring
from macros.pages.data_pages import list_pages, outcome_pages, record_pages
from macros.pages.editing import editing_page
from macros.pages.page_head import UNLISTED
from macros.speed.digests import digest
from macros.speed.memory import trim_heap
from macros.speed.workers import Task, in_parallel
from macros.text.language import Language, all_words, word
from macros.views.adding import EDITING
from macros.views.lists.catalogue import lists
from macros.views.repository import Repository

_ONE_FORM = (
    "Trang của bản ghi chỉ có địa chỉ kết thúc bằng “/”. Hãy bỏ `use_directory_urls: false`, `--no-directory-urls`.",
    "Pages of records have addresses that end with “/” only. Leave out `use_directory_urls: false`, "
    "`--no-directory-urls`.",
)
_NOT_FOUND = {f"{language.prefix}404.html": language for language in Language}


class UpToDate(Exception):
    """The published site is what a build would make."""


@dataclass
class Build:
    """One build; `incremental` is None in the preview, which takes nothing over from a published site."""

    config: MkDocsConfig
    archive: Archive
    repository: Repository
    authoring: Authoring
    publishing: Publishing
    incremental: Incremental | None
    files: list[RecordFile] = field(init=False)
    navigation: dict[Language, Menu] = field(init=False)
    pages: SitePages = field(init=False)
    theme: Theme = field(init=False)
    deferred: dict[str, Task] = field(default_factory=dict)

    @classmethod
    def begin(cls, config: MkDocsConfig, *, serving: bool, reuse_site: bool) -> Build:
        """Read the data, and let MkDocs write to a folder of its own.

        Args:
            config: the settings.
            serving: whether this is a build for the preview.
            reuse_site: whether a published site that is up to date is left as it is.

        Raises:
            Refused: data, settings or the folder to build into cannot be used.
            UpToDate: there is nothing to do.
        """
        publishing = Publishing(Path(config.site_dir))
        _check(config)
        if message := drop_settings_without_effect(config):
            print(message, file=sys.stderr)
        if not serving and (message := site_address.warning(config.site_url or "")):
            print(message, file=sys.stderr)
        publishing.recover()
        incremental = None if serving else Incremental(config, publishing.site)
        if incremental and reuse_site and incremental.is_up_to_date():
            raise UpToDate
        all_words()
        extra, site_url = config.extra, config.site_url or "/"
        repository = Repository.configured(
            config.repo_url or "", extra["branch"], extra["forge"], extra["contact"], site_url
        )
        archive = read_archive(settings.root(config) / "data")
        if not serving:
            archive.records.free_parsed()
            trim_heap()
            related(archive).begin()  # the other cores have nothing to do until the pages are known
        authoring = Authoring(archive, repository, Path(config.docs_dir), dict(extra))
        config.site_dir = str(publishing.begin())
        return cls(config, archive, repository, authoring, publishing, incremental)

    def policy_of(self, path: str) -> str:
        """The Content-Security-Policy of the page at a path within its language.

        None in the preview, into which MkDocs puts a script.
        """
        server = self.repository.asked_by_form if path == EDITING else ""
        return policy(server, in_page=True) if self.incremental else ""

    def add_files(self, files: Files) -> None:
        """Add what the build writes to what MkDocs found; raises `Refused` where that cannot be read."""
        texts = pages_of(files, self.authoring.docs, settings.root(self.config))
        self.authoring.problems.extend(language_mismatches(self.authoring.docs.name, texts))
        listed = lists(self.archive)
        pages = (file.dest_uri.removesuffix("index.html") for file in files.documentation_pages())
        by_hand = {page.partition("/")[2] for page in pages}
        of_lists = list_pages(self.archive, listed, by_hand)
        records = [*record_pages(self.archive, listed), *of_lists, *outcome_pages(self.archive), editing_page()]
        self.files = [RecordFile(record, language) for record in records for language in Language]
        server = self.repository.asked_by_form
        others = {language.prefix + EDITING: server for language in Language} if server else {}
        add_files(files, self.files, self.archive, self.config, self.policy_of(""), others)
        self.config.theme.static_templates.discard("sitemap.xml")  # it says that all pages changed today
        self.config.theme.static_templates.update(_NOT_FOUND)

    def split_navigation(self, nav: Navigation) -> Menu:
        """Each language gets its own; returns the Vietnamese, for the page that belongs to neither language."""
        self.navigation = {language: Menu(nav, language, self.archive) for language in Language}
        return self.navigation[Language.VI]

    def take_pages(self, env: Environment, files: Files) -> None:
        """Take over all pages when MkDocs has read them: it renders and writes none of them."""
        env.globals |= {
            "word": word,
            "fonts": fonts.preloaded(),
            "language": Language.VI,
            "serving": not self.incremental,
            "policy": self.policy_of,
            # The theme's templates escape nothing.
            "region": {each.value: escape(self.archive.region.short[each]) for each in Language},
            "site_names": {each.value: escape(self.archive.site_name(each)) for each in Language},
        }
        by_hand = [file.page for file in files.documentation_pages() if file.page]
        self.pages = SitePages(self.archive, self.repository, self.authoring, by_hand, self.files)
        self.theme = Theme(env, self.config, self.navigation)
        for file in (*(page.file for page in by_hand), *self.files):
            files.remove(file)
        site = Path(self.config.site_dir)
        self.pages.write_cards(Cards(site, self.archive, settings.cache(self.config)))
        paths = self.pages.paths - set(UNLISTED)
        found = sitemap(paths, last_days(self.archive), self.config.site_url or "/")
        for address, text in (found | {"llms.txt": self._llms()}).items():
            (site / address).write_text(text, "utf-8")

    def context_of(self, template: str, context: Any) -> Any:
        """What a template that is no page is drawn with.

        That for missing addresses is shown at every depth: its links begin at the root, as MkDocs has it for one
        language only.
        """
        if language := _NOT_FOUND.get(template):
            base = urlsplit(self.config.site_url or "/").path
            return context | {"language": language, "nav": self.navigation[language], "base_url": base}
        return context

    def finish(self) -> None:
        """Write the pages and whatever is made from all of them, and publish the site.

        Raises:
            Refused: the site names an address that is not written.
            OSError: the system refuses to write.
        """
        if self.incremental is None:
            # An editor looks at one page, not at all of them.
            self.deferred = self._writer(self.publishing.site).deferred()
            self.publishing.finish()
            return
        site, work = self.publishing.staging, self.publishing.work
        self.incremental.begin(self.archive, self.pages.titles_by_hand, work / "pages")
        before = service_worker.contents(site)
        written = in_parallel(self._writer(site).tasks(self.incremental))
        booklets = booklet_addresses(self.archive) if self.config.extra["booklet"] else []
        by_hand = {page.file.dest_uri for page in self.pages.by_hand.values()}
        if dead := links_of(site, self.repository.site_url, by_hand).dead(site, booklets):
            raise Refused([problem_of(each, self._place(each.named_by)) for each in dead])
        version = digest([before, written]).hex()
        service_worker.write(site, settings.overrides(self.config) / service_worker.FILE, version)
        self.incremental.store(site)
        self.publishing.finish()
        self.incremental.published()

    def make(self, address: str) -> None:
        """Make what was deferred until someone asks for it: a file, by its address, or all of a folder."""
        folders = [address[: end + 1] for end, letter in enumerate(address) if letter == "/"]
        for deferred in filter(self.deferred.__contains__, [*folders, address]):
            self.deferred[deferred]()
            del self.deferred[deferred]

    def _writer(self, site: Path) -> Writer:
        cards = Cards(site, self.archive, settings.cache(self.config))
        return Writer(
            self.pages,
            self.files,
            self.theme,
            cards,
            site,
            settings.root(self.config) / "data",
            self.config.extra["commit"],
        )

    def _llms(self) -> str:
        """What the site is and where it begins, for programs that read."""
        base, name = self.repository.site_url.rstrip("/"), self.archive.site_name
        sections = [
            (word("language_name", language), [(entry.title, f"{base}/{entry.url}") for entry in menu.entries])
            for language, menu in self.navigation.items()
        ]
        about = " ".join(word("not_official", language) for language in Language)
        return llms(" / ".join(str(name(language)) for language in Language), about, sections)

    def _place(self, address: str) -> Place:
        """The file of which a page is made, or the page's own file where it is made of many."""
        written = Place(f"{self.publishing.site.name}/{address}{'index.html' if address.endswith('/') else ''}")
        return self.pages.place(address) or written


def _check(config: MkDocsConfig) -> None:
    """Refuse settings that the site does not have, links that lead out of the project, and a folder of anyone else."""
    if not config.use_directory_urls:
        raise Refused([Problem(Place("mkdocs.yml"), *_ONE_FORM)])
    if impossible := site_address.why_impossible(config.site_url or ""):
        raise Refused([Problem(Place("mkdocs.yml"), *impossible, "site-url")])
    root = settings.root(config)
    folders = [Path(config.docs_dir), *settings.snippet_paths(config)]
    paths = {path for folder in folders for path in (folder, *folder.rglob("*"))}
    links = [
        Problem(Place(shown(str(path.relative_to(root)))), *why)
        for path in paths
        if (path.is_symlink() or not path.is_dir()) and (why := why_refused(path, root))
    ]
    if links:
        raise Refused(links)
    if why := output_folder.why_refused(Path(config.site_dir), settings.sources(config)):
        raise Refused([Problem(Place(shown(config.site_dir)), *why, "site-dir")])
