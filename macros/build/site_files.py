"""The files of a site as MkDocs knows them: hand-written pages at their addresses, record pages, assets, downloads.

Record pages, exports and feeds are known by address only, so that links to them are checked; the build writes them when
all pages are known. Of the theme's own files none is shipped.
"""

from collections.abc import Collection, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from macros.archive import Archive
from macros.assets import browser_packages, fonts, stylesheets
from macros.assets.policy import headers_file
from macros.assets.scripts import shipped
from macros.build import service_worker, settings
from macros.data import plain_files
from macros.data.decoding import MAXIMUM_BYTES
from macros.data.problems import Place, Problem, Refused
from macros.data.showing import shown
from macros.derived import exports, feeds
from macros.pages.authoring.page_checks import unreadable
from macros.pages.data_pages import DataPage
from macros.text.language import Language
from macros.views.addresses import moved_pages


class PromisedFile(File):
    """A file that the build writes; MkDocs checks links to it, and neither renders nor copies it."""

    def __init__(self, src_uri: str, dest_uri: str) -> None:
        super().__init__(src_uri, None, "", True, dest_uri=dest_uri, inclusion=InclusionLevel.NOT_IN_NAV)

    def is_documentation_page(self) -> bool:
        """False, so that MkDocs does not render it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing is there to be copied."""


class RecordFile(PromisedFile):
    """A record's page in one language, for MkDocs a Markdown file that pages link to, though there is none."""

    def __init__(self, record: DataPage, language: Language) -> None:
        path = record.path.rstrip("/")
        super().__init__(f"{language}/{path}.md", f"{language.prefix}{path}/index.html")
        self.record = record
        self.language = language


def language_of(file: File) -> Language:
    """The language of a page."""
    return Language(file.src_uri.partition("/")[0])


def address_of(file: File) -> str:
    """A page's address from the site's root."""
    return str(file.url).removeprefix("./")


def path_of(file: File) -> str:
    """A page's address within its language."""
    return address_of(file).removeprefix(language_of(file).prefix)


def pages_of(files: Files, docs: Path, root: Path) -> dict[str, str]:
    """The text of each page in `docs/`, by `vi/method.md`; raises `Refused` where it holds what cannot be read."""
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    for file in files:
        path = Path(str(file.abs_src_path))
        if path.is_relative_to(docs):
            raw = plain_files.read(path, root, MAXIMUM_BYTES)
            wrong = unreadable(shown(str(path.relative_to(root))), file.src_uri.split("/")[0], raw)
            problems += wrong
            if not wrong and file.is_documentation_page():
                texts[file.src_uri] = raw.decode("utf-8-sig")
    if problems:
        raise Refused(problems)
    return texts


def add_files(
    files: Files,
    records: Collection[RecordFile],
    archive: Archive,
    config: MkDocsConfig,
    policy: str,
    others: Mapping[str, str],
) -> None:
    """Make of what MkDocs found in `docs/` and in the theme all files of the site.

    Args:
        files: those that MkDocs found.
        records: the pages of records.
        archive: the archive.
        config: the settings.
        policy: the Content-Security-Policy of pages that redirect; empty for none.
        others: the server besides the site's own that a page may ask, by the addresses of pages that may ask any.

    Raises:
        Refused: the fonts are not installed, or a file of `docs/` has the address of what the build writes.
    """
    _ship_assets(files, config, {language: archive.site_name(language) for language in Language})
    for file in files:
        if file.src_uri.startswith("vi/"):
            file.dest_uri = file.dest_uri.removeprefix("vi/")
    promised = [PromisedFile(each, each) for each in (*exports.addresses(), *feeds.addresses(archive))]
    generated: dict[str, str | bytes] = {
        **moved_pages(archive, config.site_url or "/", policy),
        "_headers": headers_file(others),
        **fonts.files(settings.cache(config)),
        **browser_packages.files(settings.cache(config)),
    }
    _refuse_taken(files, Path(config.docs_dir), {*(file.dest_uri for file in (*records, *promised)), *generated})
    for file in (*records, *promised):
        files.append(file)
    for address, content in generated.items():
        files.append(File.generated(config, address, content=content))


def _refuse_taken(files: Files, docs: Path, written: Collection[str]) -> None:
    """Raise `Refused` where a file of `docs/` has the address of another, of an asset or of what the build writes."""
    problems: list[Problem] = []
    taken = set(written)
    for file in files:
        if not Path(str(file.abs_src_path)).is_relative_to(docs):
            continue
        if file.dest_uri in taken or file.dest_uri.startswith("assets/"):
            problems.append(
                Problem(
                    Place(shown(f"{docs.name}/{file.src_uri}")),
                    f"Địa chỉ “{file.url}” đã là của một trang hay tệp khác. Hãy đổi tên tệp này.",
                    f"The address “{file.url}” is that of another page or file. Rename this file.",
                )
            )
        taken.add(file.dest_uri)
    if problems:
        raise Refused(problems)


def _ship_assets(files: Files, config: MkDocsConfig, names: Mapping[Language, str]) -> None:
    """Leave of the assets our own: one stylesheet with the rules of the fonts, and scripts, both without comments."""
    own = settings.overrides(config) / "assets"
    style = own / "stylesheets" / "site.css"
    parts = stylesheets.parts(style)
    for file in list(files):
        path = Path(file.abs_src_path or "")
        is_own = path.is_relative_to(own)
        if path == style:
            first = fonts.stylesheet(settings.cache(config))
            file.content_string = first + stylesheets.shipped(style) + stylesheets.feet(names)
        elif path.suffix == ".js" and is_own:
            file.content_string = shipped(path)
        elif path.suffix == ".css" and is_own and path not in parts:
            file.content_string = stylesheets.shipped(path)
        elif path in parts or path.name == service_worker.FILE or (file.src_uri.startswith("assets/") and not is_own):
            files.remove(file)
