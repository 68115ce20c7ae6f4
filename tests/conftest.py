"""What the tests share: the small archive, its site built once, a server for it, a browser; and the live ones."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from macros.archive import Archive
from macros.assets.policy import HEADERS
from macros.checks.loading import read_archive
from tests import chromium
from tests.support.built_site import Site
from tests.support.project import COMMIT, CONTACT, LIVE_DATA, REPO_URL, ROOT, SITE_URL, SMALL, SMALL_DATA, TODAY, build
from tests.support.server import serve
from tests.support.tab import Open, Scheme, Tab

_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session", autouse=True)
def _day_of_the_tests() -> Iterator[None]:
    """The small archive is of 2030 to 2032: for the tests, that is not to come."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in TODAY.items():
            patch.setenv(name, value)
        yield


@pytest.fixture(scope="session")
def project_folder() -> Path:
    """The project that the tests are about: the small archive. Tests of the live data have the live one."""
    return SMALL


@pytest.fixture(scope="session")
def archive() -> Archive:
    """The small archive of the tests, read from `tests/archive/data/`."""
    return read_archive(SMALL_DATA)


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Where the processes of one run put the sites that they share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def site(sites: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small archive built once, in strict mode."""
    return _built(SMALL, sites / "small", tmp_path_factory.mktemp("published") / "small")


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Where the small site is served, under the strict policy: what it forbids fails every test in a browser."""
    with serve(site.folder, HEADERS["Content-Security-Policy"]) as url:
        yield url


@pytest.fixture(scope="session")
def live_archive() -> Archive:
    """The archive of the project, read from `data/`: for what holds whatever it says."""
    return read_archive(LIVE_DATA)


@pytest.fixture(scope="session")
def live_site(sites: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The project built once, in strict mode: for its hand-written pages, and for what holds whatever the data says."""
    return _built(ROOT, sites / "live", tmp_path_factory.mktemp("published") / "live")


@pytest.fixture(scope="session")
def live_address(live_site: Site) -> Iterator[str]:
    """Where the project's site is served, under the strict policy."""
    with serve(live_site.folder, HEADERS["Content-Security-Policy"]) as url:
        yield url


def _built(project: Path, shared: Path, folder: Path) -> Site:
    """The site that the first process builds, as a folder of this process's own, to which its tests may add files."""
    said = shared.with_suffix(".output")
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            arguments = ["--config-file", str(project / "mkdocs.yml"), "--site-dir", str(shared)]
            result = build(
                ROOT, *arguments, SITE_URL=SITE_URL, REPO_URL=REPO_URL, REPO_COMMIT=COMMIT, CONTACT_EMAIL=CONTACT
            )
            assert result.returncode == 0, result.stdout + result.stderr
            said.write_text(result.stdout + result.stderr, "utf-8")
    shutil.copytree(shared, folder, copy_function=os.link)
    return Site(folder, said.read_text("utf-8"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    executable = chromium.find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, headless=True, args=_QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_tab(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a watched tab; a reader of its own each time."""
    contexts: list[BrowserContext] = []

    def open_tab(width: int = 1280, *, javascript: bool = True, scheme: Scheme = "light") -> Tab:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
            color_scheme=scheme,
            service_workers="block",  # requests are watched and answered here; the worker has tests of its own
        )
        contexts.append(context)
        return Tab(context, address)

    yield open_tab
    for context in contexts:
        context.close()
