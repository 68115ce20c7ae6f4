"""What a build takes over from the builds before it: single pages, or the whole published site."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from macros.archive import Archive
from macros.build import settings
from macros.build.fast.page_keys import PageKeys
from macros.build.site_files import RecordFile
from macros.data.problems import Place, Problem, Refused
from macros.speed.page_cache import PageCache
from macros.speed.receipt import Receipt

_EDITED = (
    "Có tệp được sửa trong khi dựng trang, nên trang dựng ra có thể lẫn cũ với mới. Hãy dựng lại.",
    "Something was edited during the build, so the site may mix old and new. Build again.",
)


class Incremental:
    """Pages and the site of earlier builds, as far as they are what this build would make.

    What this build makes is published and remembered only if the project is at its end what it was at the beginning:
    else no one can tell what was made from which edit.
    """

    def __init__(self, config: MkDocsConfig, site: Path) -> None:
        self._config = config
        self._inputs = settings.inputs(config)
        self._receipt = Receipt(settings.cache(config).folder, site)

    def is_up_to_date(self) -> bool:
        """Whether the published site is what this build would make."""
        return self._receipt.matches(self._inputs.key)

    def begin(self, archive: Archive, titles: Mapping[str, str], log: Path) -> None:
        """Called before pages are written; `titles` are those of hand-written pages, `log` is an unused file."""
        self._keys = PageKeys(archive, self._inputs, titles)
        self._pages = PageCache(settings.cache(self._config).folder / "pages", log)

    def page(self, file: RecordFile, site: Path, make: Callable[[], bytes]) -> bytes:
        """Put a page of an earlier build into the site, or make it; returns its digest, as `make` does."""
        key = self._keys.of(file.record, file.language)
        if key and (cached := self._pages.link_cached(key, site / file.dest_uri)):
            return cached
        made = make()
        if key:
            self._pages.log_written(key, made, file.dest_uri)
        return made

    def store(self, site: Path) -> None:
        """Keep the pages for later builds; `site` is finished and not yet published.

        Raises:
            Refused: the project was edited meanwhile.
        """
        self._unchanged = False
        with suppress(OSError):  # without the cache the next build has more to do, and the site is as good
            now = settings.inputs(self._config)
            # A file of the code that cannot be read never is what it was, and changes nothing.
            if replace(now, code=self._inputs.code) != self._inputs:
                before, after = self._inputs.records.items(), now.records.items()
                raise Refused([Problem(Place(min(before ^ after, default=(".",))[0]), *_EDITED, "edited-meanwhile")])
            self._unchanged = now == self._inputs
            if self._unchanged:
                self._pages.store(site)
                settings.cache(self._config).evict()

    def published(self) -> None:
        """Remember that the published site is that of this build."""
        with suppress(OSError):
            if self._unchanged:
                self._receipt.write(self._inputs.key)
