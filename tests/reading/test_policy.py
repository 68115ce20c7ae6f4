"""The strict policy: pages keep to it and carry it, hosts are given it, and browsers enforce it."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from playwright.sync_api import Browser

from macros.assets.policy import HEADERS, PAGE_POLICY, nginx, policy
from macros.text.language import Language
from macros.views.adding import EDITING
from tests.support.built_site import Site
from tests.support.page_kinds import MEETING
from tests.support.project import ROOT
from tests.support.server import serve
from tests.support.tab import Open

API = "https://api.github.com"
_DATA = {"application/json", "application/ld+json"}


def test_no_page_holds_a_script_or_a_style(site: Site) -> None:
    for page in [*site.pages.values(), *site.not_found]:
        scripts = [each for each in page.root.all("script") if each.get("type") not in _DATA]
        assert scripts
        assert [each for each in scripts if not each.get("src") or each.children] == [], page.address
        everything = page.root.all()
        assert [each for each in everything if each.tag == "style" or "style" in each.attributes] == [], page.address
        handlers = [name for each in everything for name in each.attributes if name.startswith("on")]
        assert handlers == [], page.address


def test_every_page_carries_the_policy_before_anything_it_could_forbid(site: Site) -> None:
    for page in [*site.pages.values(), *site.not_found]:
        charset, own = page.head.all()[:2]
        assert charset.get("charset") == "utf-8"
        assert own.get("http-equiv") == "Content-Security-Policy"
        # The form for editing alone may ask the forge.
        assert own.get("content") == (policy(API, in_page=True) if page.path == EDITING else PAGE_POLICY)


def test_the_policy_has_no_exception() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy
    assert policy.startswith(f"{PAGE_POLICY}; ")


def test_hosts_are_given_every_header(site: Site) -> None:
    lines = (site.folder / "_headers").read_text("utf-8").splitlines()
    ends = [at for at, line in enumerate([*lines, "/"]) if line.startswith("/")]
    said = {lines[first]: lines[first + 1 : last] for first, last in pairwise(ends)}
    assert dict(line.strip().split(": ", 1) for line in said.pop("/*")) == HEADERS
    own = ["  ! Content-Security-Policy", f"  Content-Security-Policy: {policy(API)}"]
    assert said == {f"/{language.prefix}{EDITING}": own for language in Language}
    assert (ROOT / "deploy/headers.conf").read_text("utf-8") == nginx(), "run `make headers`"


def test_nginx_lets_browsers_keep_what_never_changes_at_its_address(site: Site) -> None:
    [pattern] = re.findall(r'location ~ "(/assets/\S+)" \{', (ROOT / "deploy/nginx.conf").read_text("utf-8"))
    files = [f"/{file.relative_to(site.folder)}" for file in site.folder.rglob("*") if file.is_file()]
    kept = {file for file in files if re.search(pattern, file)}
    heads = [json.loads(head.read_text("utf-8")) for head in site.folder.glob("assets/search/*/index.json")]
    assert kept == {file for file in files for head in heads if f"/{head['language']}/{head['version']}/" in file}
    assert kept


def test_a_page_enforces_the_policy_without_a_header(browser: Browser, site: Site) -> None:
    with serve(site.folder) as address:
        page = browser.new_page()
        page.goto(address)
        ran = page.evaluate(
            """() => {
                document.body.insertAdjacentHTML("beforeend", '<img src="x:" onerror="window.handled = true">');
                const script = document.createElement("script");
                script.textContent = "window.inline = true";
                document.body.append(script);
                return new Promise((done) => setTimeout(() => done([window.inline, window.handled]), 100));
            }"""
        )
        page.close()
    assert ran == [None, None]


@pytest.mark.parametrize("host", ["", HEADERS["Content-Security-Policy"]], ids=["no header", "header"])
def test_no_page_is_seen_in_a_frame(browser: Browser, site: Site, host: str) -> None:
    with serve(site.folder, policy=host) as address:
        page = browser.new_page()
        for path in ("edit/", "en/", "nowhere"):
            page.set_content(f'<iframe src="{address}{path}"></iframe>')
            frame = page.frames[-1]
            frame.wait_for_load_state()
            assert (frame.locator("main").count() > 0, frame.locator("main").is_visible()) == (not host, False)
        page.close()


def test_the_choice_of_colours_holds_before_the_next_page_is_drawn(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("")
    tab.page.locator("[data-scheme-button]").click()
    tab.page.route("**/reading.js", lambda route: route.abort())  # it would come too late
    tab.visit(f"en/{MEETING}")
    assert tab.page.locator("html").get_attribute("data-scheme") == "dark"


def test_what_the_policy_forbids_does_not_run(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("search/?q=bien+che")
    tab.page.wait_for_selector("ol[data-results] > li")
    assert tab.errors == []
    ran = tab.page.evaluate(
        """async () => {
            const script = document.createElement("script");
            script.textContent = "window.inline = true";
            document.body.append(script);
            const code = new Blob(["postMessage((() => { try { return eval('1') } catch { return 0 } })())"]);
            const worker = await new Promise((resolve) => {
                try {
                    const started = new Worker(URL.createObjectURL(code));
                    started.onmessage = ({ data }) => resolve(data);
                    started.onerror = () => resolve("refused");
                } catch { resolve("refused"); }
            });
            const compiled = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))
                .then(() => true, () => false);
            return [window.inline === true, worker, compiled];
        }"""
    )
    assert ran == [False, "refused", False]
