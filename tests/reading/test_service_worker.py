"""What was visited reads and searches without a connection; with one, nobody is shown an old page."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, expect

from macros.assets.policy import HEADERS
from macros.build import service_worker
from macros.build.service_worker import MOST, search_bundles
from macros.text.language import Language
from tests.search.search_page import Dialog
from tests.support.built_site import Site
from tests.support.page_kinds import MEETING, STATEMENT
from tests.support.project import ROOT
from tests.support.server import serve
from tests.support.tab import Tab

CAREFUL = f"{MEETING}{STATEMENT}"
KEPT = """async (url) => {
    for (const name of await caches.keys()) if (await (await caches.open(name)).match(url)) return true;
    return false;
}"""


WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)"


# Firefox tells a worker what is registered, not which of them it is.
UNKNOWN_TO_ITSELF = "Object.defineProperty(self, 'serviceWorker', { value: undefined });"


class Reader(Tab):
    """A tab whose site may change and whose connection may fail."""

    def __init__(self, context: BrowserContext, address: str, folder: Path) -> None:
        super().__init__(context, address)
        self.folder = folder
        self.first = ""
        self._deployed = time.time()

    def visit(self, path: str) -> int:
        """As in any tab; once more where nothing comes, as may be while Playwright holds a worker that starts."""
        with suppress(TimeoutError):
            return super().visit(path)
        return super().visit(path)

    def wait_until_kept(self, *paths: str) -> None:
        """Wait until the browser has kept these files of the site."""
        self.wait_until(lambda: all(self.kept(path) for path in paths))

    def kept(self, path: str) -> bool:
        """Whether the browser has kept a file of the site."""
        return bool(self.page.evaluate(KEPT, self.address + path))

    def wait_until(self, happened: Callable[[], bool]) -> None:
        """Wait for what the service worker does on its own; fails when it does not."""
        for _ in range(600):
            if happened():
                return
            self.page.wait_for_timeout(50)
        pytest.fail("nothing happened")

    def wait_until_gone(self, old: str) -> None:
        """Wait until a new worker has taken over and dropped what the old one kept; fails when it does not."""
        for wait in range(600):
            if old not in self.caches():
                return
            if wait % 20 == 19 and self.page.evaluate(WAITING):
                self._let_workers_rest()
            self.page.wait_for_timeout(50)
        pytest.fail("the old worker is still there")

    def _let_workers_rest(self) -> None:
        """Stop idle workers: Chromium does so by itself, so that new ones may begin, but not while a test looks on."""
        devtools = self.page.context.new_cdp_session(self.page)
        devtools.send("ServiceWorker.enable")
        devtools.send("ServiceWorker.stopAllWorkers")
        devtools.detach()

    def caches(self) -> list[str]:
        """The names of everything this origin keeps."""
        names: list[str] = self.page.evaluate("caches.keys()")
        return names

    def begin(self, path: str, home: str = "") -> None:
        """Visit for the first time and wait until that is kept."""
        self.visit(path)
        self.wait_until_kept(path, home, f"{home}offline/")
        self.page.wait_for_function("() => navigator.serviceWorker.controller !== null")

    def deploy(self, path: str, old: str, new: str) -> None:
        """Publish a site in which one page reads otherwise."""
        file = self.folder / path / "index.html"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
        version = service_worker.contents(self.folder).hex()
        service_worker.write(self.folder, ROOT / "overrides" / service_worker.FILE, version)
        self.worker_begins_with(self.first)
        # Python's server compares whole seconds: two deploys in one second would be one to it.
        self._deployed += 2
        for changed in (file, self.folder / service_worker.FILE):
            os.utime(changed, (self._deployed, self._deployed))

    def worker_begins_with(self, script: str) -> None:
        """Let the site's worker run something first, after each deploy too."""
        self.first = script
        file = self.folder / service_worker.FILE
        file.write_text(f"{script}{file.read_text('utf-8')}", "utf-8")

    def lose_connection(self) -> None:
        self.page.context.set_offline(True)

    def regain_connection(self) -> None:
        self.page.context.set_offline(False)

    @property
    def heading(self) -> str:
        return self.page.locator("h1").first.inner_text()


@pytest.fixture
def folder(site: Site, tmp_path: Path) -> Path:
    """A copy of the built site, to be changed."""
    return Path(shutil.copytree(site.folder, tmp_path / "site"))


@pytest.fixture
def reader(browser: Browser, folder: Path) -> Iterator[Reader]:
    """A reader who has never been here."""
    with serve(folder, HEADERS["Content-Security-Policy"]) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        yield Reader(context, address, folder)
        context.close()


def _background(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.querySelector('.foot')).backgroundColor")
    return colour


def test_what_was_read_reads_without_a_connection(reader: Reader) -> None:
    reader.begin(MEETING)
    heading, background = reader.heading, _background(reader.page)
    reader.visit("topics/")
    reader.lose_connection()
    for path in (MEETING, "", "topics/", f"{MEETING}?from=home#{STATEMENT}"):
        assert reader.visit(path) == 200
        assert _background(reader.page) == background, path
    assert reader.heading == heading
    assert reader.errors == []


@pytest.mark.parametrize("language", Language)
def test_it_searches_without_a_connection(reader: Reader, language: Language) -> None:
    """From the second page on; the first costs nothing of search."""
    prefix = language.prefix
    reader.begin(prefix, prefix)
    assert not reader.kept(f"assets/search/{language}/index.json")
    reader.visit(f"{prefix}meetings/")
    [bundle] = reader.folder.glob(f"assets/search/{language}/*/all.json")
    reader.wait_until_kept(bundle.relative_to(reader.folder).as_posix())
    reader.lose_connection()
    reader.visit(prefix)
    dialog = (
        Dialog(reader)
        .open()
        .type("thận trọng chặt chẽ" if language is Language.VI else "planning careful rigorous effective")
    )
    assert CAREFUL in dialog.ids
    reader.visit(f"{prefix}search/?q=12-CT/TW")
    assert reader.page.locator("[data-form] [name=q]").input_value() == "12-CT/TW"
    expect(reader.page.locator("[data-results] > li").first).to_be_visible()
    reader.visit(f"{prefix}search/?q=99-CT/TW")  # nothing here, and the other language's search is not kept
    expect(reader.page.locator("[data-empty]")).to_be_visible()
    assert reader.errors == []


def test_searching_once_is_enough(reader: Reader) -> None:
    reader.begin("")
    Dialog(reader).open().type("biên chế")
    [bundle] = reader.folder.glob("assets/search/vi/*/all.json")
    reader.wait_until_kept(bundle.relative_to(reader.folder).as_posix())
    reader.lose_connection()
    reader.visit("")
    assert CAREFUL in Dialog(reader).open().type("thận trọng, chặt chẽ").ids


def test_who_never_read_on_is_reported_that_search_needs_a_connection(reader: Reader) -> None:
    reader.begin("")
    reader.lose_connection()
    reader.visit("")
    reader.page.keyboard.press("/")
    expect(reader.page.locator("[data-search-dialog] [role=status]")).to_contain_text("mạng có trục trặc")


@pytest.mark.parametrize("language", Language)
def test_a_page_that_is_not_kept_leads_to_those_that_are(reader: Reader, language: Language) -> None:
    prefix = language.prefix
    reader.begin(f"{prefix}{MEETING}", prefix)
    heading = reader.heading
    reader.lose_connection()
    reader.visit(f"{prefix}glossary/")
    assert reader.path == f"{prefix}offline/?page={prefix.replace('/', '%2F')}glossary%2F"
    kept = reader.page.locator("[data-kept] a")
    expect(kept).to_have_count(2)
    expect(kept.last).to_have_text(heading)
    expect(reader.page.locator("[data-none]")).to_be_hidden()
    reader.regain_connection()
    reader.page.locator("[data-asked] a").click()
    reader.page.wait_for_url(f"{reader.address}{prefix}glossary/")
    assert reader.errors == []


@pytest.mark.parametrize("asked", ["javascript:alert(1)", "//other.example.org/", "https://other.example.org/kho/"])
def test_no_link_leads_astray(reader: Reader, asked: str) -> None:
    reader.visit(f"offline/?page={asked}")
    reader.page.wait_for_load_state("networkidle")
    expect(reader.page.locator("[data-asked]")).to_be_hidden()


@pytest.mark.parametrize("first", ["", UNKNOWN_TO_ITSELF], ids=["as it is", "as in Firefox"])
def test_a_deploy_is_seen_at_once_and_nothing_old_is_left(reader: Reader, first: str) -> None:
    reader.worker_begins_with(first)
    reader.begin(MEETING)
    reader.visit("topics/")
    reader.page.evaluate("caches.open('another site')")
    [before] = [name for name in reader.caches() if name != "another site"]
    reader.deploy("topics", "<h1", "<h1 data-new")
    reader.deploy(MEETING, "<h1", "<h1 data-new")
    reader.visit("topics/")
    assert reader.page.locator("h1[data-new]").count() == 1
    reader.wait_until_gone(before)
    assert len(reader.caches()) == 2 and "another site" in reader.caches()
    reader.lose_connection()
    for path in ("topics/", MEETING):  # the second one was not visited since
        reader.visit(path)
        assert reader.page.locator("h1[data-new]").count() == 1, path
        assert reader.page.evaluate("document.styleSheets.length") > 0
    assert reader.errors == []


def test_a_page_that_is_gone_is_not_shown_again(reader: Reader) -> None:
    reader.begin(MEETING)
    shutil.rmtree(reader.folder / MEETING)
    assert reader.visit(MEETING) == 404
    reader.lose_connection()
    reader.visit(MEETING)
    assert reader.path.startswith("offline/")


def test_a_part_of_a_file_is_not_kept_and_keeping_goes_on(reader: Reader) -> None:
    reader.begin("")
    asked = "assets/stylesheets/site.css"
    status = reader.page.evaluate(
        "path => fetch(path, { headers: { Range: 'bytes=0-9' } }).then((answer) => answer.status)",
        f"{reader.address}{asked}",
    )
    assert status == 206
    reader.visit(MEETING)
    reader.wait_until_kept(MEETING)
    reader.lose_connection()
    for path in ("", MEETING):
        assert reader.visit(path) == 200
        assert reader.page.evaluate("document.styleSheets[0].cssRules.length") > 10


def test_two_deploys_in_a_row_leave_the_second(reader: Reader) -> None:
    reader.begin(MEETING)
    [first] = reader.caches()
    for number in ("one", "two"):
        reader.deploy(MEETING, "<h1", f"<h1 data-{number}")
        reader.visit("")
    reader.wait_until_gone(first)
    reader.visit(MEETING)
    reader.lose_connection()
    reader.visit(MEETING)
    assert reader.page.locator("h1[data-two]").count() == 1
    assert len(reader.caches()) == 1


def test_no_room_changes_nothing_for_who_is_connected(reader: Reader) -> None:
    devtools = reader.page.context.new_cdp_session(reader.page)
    origin = reader.address.split("/kho/")[0]
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 100_000})
    reader.visit("")
    reader.page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    for path in ("meetings/", MEETING, "search/?q=biên chế"):
        assert reader.visit(path) == 200
    expect(reader.page.locator("[data-results] > li").first).to_be_visible()
    assert reader.errors == []


def test_who_saves_data_is_not_sent_what_was_not_asked_for(reader: Reader) -> None:
    reader.visit("topics/")
    reader.page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    [worker] = reader.page.context.service_workers
    worker.evaluate("Object.defineProperty(navigator.connection, 'saveData', { get: () => true })")
    reader.visit("provinces/")
    reader.wait_until_kept("provinces/", "offline/")
    Dialog(reader).open().type("biên chế")
    reader.visit("people/")
    reader.wait_until_kept("people/", "assets/search/vi/index.json")
    [bundle] = reader.folder.glob("assets/search/vi/*/all.json")
    assert not reader.kept(bundle.relative_to(reader.folder).as_posix())


def test_a_large_search_is_not_kept_whole() -> None:
    small, large = "assets/search/vi/0123456789ab/", "assets/search/en/0123456789ab/"
    files = {
        "assets/search/vi/index.json": b"{}",
        f"{small}terms/0.txt": b"a",
        f"{small}texts/0.json": b"b",
        f"{large}terms/0.txt": b"c" * (MOST + 1),
    }
    assert search_bundles(files) == {f"{small}all.json": b'{"terms/0.txt":"a","texts/0.json":"b"}'}
