"""The whole way: an edit in a browser, handed over to a small forge on loopback, by its interface or its page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from macros.assets.policy import policy
from macros.checks.loading import examine
from macros.commands.receive import receive
from macros.data.problems import Severity
from tests.commands.test_receive import committed
from tests.editing.forge import FORK, PROJECT, TOKEN, Forge, serving
from tests.editing.test_page import field
from tests.support.built_site import Site
from tests.support.project import COMMIT, CONTACT, REPO_URL, SMALL_DATA, copy_small_data
from tests.support.server import serve

MEETING = "meetings/2031-09-03-bach-sa-hoang-trach"
FILE = f"data/{MEETING}.yml"
API = "https://api.github.com"
Opened = Callable[..., Page]


@pytest.fixture
def files() -> dict[str, str]:
    """The small archive's data, as the forge has them."""
    paths = sorted(SMALL_DATA.rglob("*.yml"))
    return {f"data/{path.relative_to(SMALL_DATA).as_posix()}": path.read_text("utf-8") for path in paths}


@pytest.fixture
def opened(browser: Browser, site: Site) -> Iterator[Opened]:
    """Opens a record in the form of a site whose repository is on a forge: the page as built, but for its addresses."""
    contexts: list[BrowserContext] = []
    with serve(site.folder) as address:

        def opened(record: str, kind: str = "github", origin: str = "", commit: str = "", **forge: Any) -> Page:
            context = browser.new_context(service_workers="block")
            contexts.append(context)
            context.grant_permissions(["clipboard-read", "clipboard-write", "local-network-access"])
            page = context.new_page()

            def with_forge(route: Route) -> None:
                built = (site.folder / "edit/index.html").read_text("utf-8")
                settings = built.partition('data-settings="')[2].partition('"')[0]
                known = json.loads(html.unescape(settings))
                path = {"github": "/api/v3", "gitlab": "/api/v4"}[kind]
                known["forge"] |= {"kind": kind, "api": f"{origin}{path}", **forge}
                body = built.replace(settings, html.escape(json.dumps(known)))
                assert API in policy(API, in_page=True) and API in built
                route.fulfill(body=body.replace(f"'self' {API}", f"'self' {origin}"), content_type="text/html")

            if commit:
                page.route("**/source/index.json", lambda route: route.fulfill(json={"commit": commit}))
            if origin:
                page.route(re.compile(r"/edit/\?"), with_forge)
            page.goto(f"{address}edit/?record={record}")
            expect(page.locator("[data-work]")).to_be_visible()
            return page

        yield opened
    for context in contexts:
        context.close()


def propose(page: Page, message: str = "Theo nguồn s1", token: str = TOKEN) -> None:
    """Hand the edit over with a token."""
    page.locator("[data-message]").fill(message)
    page.locator("[data-way=with_token]:not([open]) > summary").click()
    page.locator("[data-token]").fill(token)
    page.locator("[data-propose]").click()


def pick(page: Page, path: str, typed: str, name: str) -> None:
    """Choose a record for a field by its name."""
    field(page, path).fill(typed)
    page.locator(".picker [role=option]:visible", has_text=name).first.click()


def test_a_new_meeting_with_figures_speakers_and_a_new_person_becomes_a_proposal(
    opened: Opened, files: dict[str, str], tmp_path: Path
) -> None:
    """As one types: days as they are written in Vietnam, ids of the form's own."""
    forge = Forge(files)
    with serving(forge) as origin:
        page = opened("meetings/2032-03-10-moc-linh", "gitlab", origin)
        field(page, "level").select_option("provincial")
        field(page, "form").select_option("briefing")
        texts = {
            "title.vi": "Hội nghị giao ban tháng 3-2032",
            "date": "10-3-2032",
            "date_basis.vi": "Nguồn ghi đầy đủ ngày, tháng, năm.",
            "organiser.vi": "Ban Tổ chức Tỉnh ủy Mộc Lĩnh",
            "sources.0.publisher": "Báo Mộc Lĩnh",
            "sources.0.title": "Giao ban tháng 3",
            "sources.0.url": "https://moc-linh.example.org/giao-ban-1.html",
            "sources.0.published": "11/3/2032",
        }
        for path, text in texts.items():
            field(page, path).fill(text)
        field(page, "sources.0.language").select_option("vi")
        field(page, "sources.0.seen").select_option("whole")
        for path in ("place", "period", "chairs", "participants"):
            page.locator(f'[data-not-stated="{path}"]').check()
        field(page, "completeness").select_option("partial")
        page.locator('[data-add="provinces"]').click()
        pick(page, "provinces.0", "moc linh", "Mộc Lĩnh")
        speakers = [
            ("le thuy an", "Lê Thúy An", "Rà soát hồ sơ đảng viên."),
            ("Đỗ Thị Mới", "Đỗ Thị Mới", "Họp đúng ngày."),
        ]
        for number, (typed, name, text) in enumerate(speakers):
            page.locator('[data-add="conclusions"]').click()
            field(page, f"conclusions.{number}.text.vi").fill(text)
            for missing in ("by", "force"):
                page.locator(f'[data-add="conclusions.{number}.{missing}"]').evaluate_all("all => all[0]?.click()")
            pick(page, f"conclusions.{number}.by", typed, name)
            field(page, f"conclusions.{number}.force").select_option("direction")
            pick(page, f"conclusions.{number}.topics.0", "can bo", "Công tác cán bộ")
            pick(page, f"conclusions.{number}.source", "s1", "s1")
        page.locator('[data-add="figures"]').click()
        figure = {"value": "1777", "unit.vi": "đảng viên", "what.vi": "kết nạp năm 2031", "as_of": "2031"}
        for name, text in figure.items():
            field(page, f"figures.0.{name}").fill(text)
        page.locator("[data-add='figures.0.topics']").evaluate("add => add.click()")
        pick(page, "figures.0.topics.0", "can bo", "Công tác cán bộ")
        pick(page, "figures.0.source", "s1", "s1")
        expect(page.locator(".problem--error")).to_have_count(0)
        expect(page.locator("[data-diff]")).to_contain_text("id: ket-nap-nam-2031")
        propose(page)
        expect(page.locator("[data-said] a")).to_be_visible()
    made = forge.proposed["data/meetings/2032-03-10-moc-linh.yml"]
    assert (
        "\ndate: 2032-03-10\n" in made
        and "published: 2032-03-11\n" in made
        and "  - id: ra-soat-ho-so-dang-vien\n" in made
    )
    assert "do-thi-moi:\n  name: Đỗ Thị Mới\n" in forge.proposed["data/people.yml"]
    copy_small_data(tmp_path / "data")
    for name, text in forge.proposed.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert [each for each in examine(tmp_path / "data")[1] if each.severity is Severity.ERROR] == []


def test_a_fixed_figure_and_a_statement_that_goes_become_a_proposal(opened: Opened, files: dict[str, str]) -> None:
    name = "meetings/2030-06-12"
    forge = Forge(files)
    with serving(forge) as origin:
        page = opened(name, "github", origin)
        field(page, "figures.0.value").fill("1204")
        gone = field(page, "conclusions.0.id").input_value()
        page.locator('[data-remove="conclusions.0"]').click()
        expect(page.locator("[data-problem=lost-address]")).to_be_visible()
        page.locator("[data-redirect]").click()
        expect(page.locator("[data-problem=lost-address]")).to_have_count(0)
        propose(page)
        expect(page.locator("[data-said] a")).to_be_visible()
    made = forge.proposed[f"data/{name}.yml"]
    assert "    value: 1204\n" in made and f"  - id: {gone}\n" not in made
    assert f"{name}/#{gone}: {name}/\n" in forge.proposed["data/redirects.yml"]


@pytest.mark.parametrize("may_push", [True, False], ids=["own branch", "fork"])
@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_a_sentence_and_a_new_person_become_a_proposal(
    opened: Opened, files: dict[str, str], kind: str, may_push: bool
) -> None:
    forge = Forge(files, may_push=may_push)
    with serving(forge) as origin:
        page = opened(MEETING, kind, origin)
        before = field(page, "conclusions.0.text.vi").input_value()
        field(page, "conclusions.0.text.vi").fill(f"{before} Rõ.")
        field(page, "conclusions.0.by").fill("Đỗ Thị Mới")
        page.locator(".picker [role=option]", has_text="Đỗ Thị Mới").click()
        propose(page)
        expect(page.locator("[data-said] a")).to_have_attribute("href", "https://forge.example.org/pulls/1")
    assert set(forge.proposed) == {FILE, "data/people.yml"}
    assert f"vi: {before} Rõ." in forge.proposed[FILE]
    assert "do-thi-moi:\n  name: Đỗ Thị Mới\n" in forge.proposed["data/people.yml"]
    [proposal] = forge.proposals
    assert proposal["title"] == "Theo nguồn s1"
    assert {project for project, name in forge.branches if name != "main"} == {PROJECT if may_push else FORK}
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes(' draft '))") == []


def test_a_token_that_is_refused_is_forgotten_and_the_draft_is_kept(opened: Opened, files: dict[str, str]) -> None:
    forge = Forge(files)
    with serving(forge) as origin:
        page = opened(MEETING, "github", origin)
        field(page, "title.vi").fill("Tên khác")
        propose(page, token="không-phải".replace("ô", "o").replace("ả", "a"))
        expect(page.locator("[data-said]")).to_contain_text("không nhận token này")
        assert page.evaluate("sessionStorage.length") == 0
        page.reload()
        expect(field(page, "title.vi")).to_have_value("Tên khác")
    assert forge.proposals == []


@pytest.mark.parametrize("cut", ["PUT /api/v3/repos/nhom/kho/contents/data/people", "POST .*/pulls", "GET .*/git/ref"])
def test_nothing_is_sent_twice_where_the_network_was_gone(opened: Opened, files: dict[str, str], cut: str) -> None:
    forge = Forge(files)
    with serving(forge) as origin:
        page = opened(MEETING, "github", origin)
        field(page, "conclusions.0.by").fill("Đỗ Thị Mới")
        page.locator(".picker [role=option]", has_text="Đỗ Thị Mới").click()
        forge.cut = cut
        propose(page)
        expect(page.locator("[data-said]")).to_contain_text("Mất kết nối")
        page.locator("[data-propose]").click()
        expect(page.locator("[data-said] a")).to_be_visible()
    assert set(forge.proposed) == {FILE, "data/people.yml"}
    assert len(forge.proposals) == 1


def test_two_editors_at_once(opened: Opened, files: dict[str, str]) -> None:
    title = files[FILE].partition("  vi: ")[2].partition("\n")[0]
    forge = Forge(files | {FILE: files[FILE].replace("form: joint-standing-committees", "form: briefing")})
    with serving(forge) as origin:
        page = opened(MEETING, "github", origin)
        field(page, "title.vi").fill("Tên khác")
        propose(page)
        # What the other one changed is shown before anything is sent.
        expect(page.locator("[data-meanwhile] ins")).to_have_text("+ form: briefing\n")
        assert forge.proposals == []
        page.locator("[data-propose]").click()
        expect(page.locator("[data-said] a")).to_be_visible()
        assert "form: briefing" in forge.proposed[FILE] and "vi: Tên khác" in forge.proposed[FILE]
        forge.branches[PROJECT, "main"][FILE] = files[FILE].replace(title, "Tên của người khác")
        page = opened(MEETING, "github", origin)
        field(page, "title.vi").fill("Tên thứ ba")
        propose(page)
        expect(page.locator("[data-said] li")).to_contain_text("title.vi")
        expect(page.locator("[data-meanwhile] ins")).to_contain_text("Tên của người khác")
    assert len(forge.proposals) == 1


def test_nothing_is_asked_of_the_forge_before_and_the_token_stays_in_the_visit(
    opened: Opened, files: dict[str, str]
) -> None:
    forge = Forge(files)
    with serving(forge) as origin:
        page = opened(MEETING, "github", origin)
        field(page, "title.vi").fill("Tên khác")
        expect(page.locator("[data-draft]")).to_be_visible()
        assert forge.asked == []
        propose(page)
        expect(page.locator("[data-said] a")).to_be_visible()
        assert TOKEN not in page.evaluate("JSON.stringify(localStorage)")
        assert forge.tokens == {TOKEN}


def test_without_a_token_the_forges_page_opens_with_the_text(opened: Opened, files: dict[str, str]) -> None:
    page = opened(MEETING)
    page.context.route(f"{REPO_URL}/**", lambda route: route.fulfill(body="<p>kho mã", content_type="text/html"))
    field(page, "title.vi").fill("Tên khác")
    expect(page.locator("[data-diff] ins")).to_have_count(1)
    page.locator("[data-way=on_forge]").click()
    with page.expect_popup() as popup:
        page.locator(f'[data-open="{MEETING}.yml"]').click()
    assert popup.value.url == f"{REPO_URL}/edit/main/{FILE}"
    page.bring_to_front()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("[data-yaml]").text_content()
    assert "vi: Tên khác" in copied


def test_a_short_new_file_is_filled_in(opened: Opened) -> None:
    page = opened("documents/12-qd-tw-2032")
    page.context.route(f"{REPO_URL}/**", lambda route: route.fulfill(body="<p>kho mã", content_type="text/html"))
    field(page, "number").fill("12-QĐ/TW")
    expect(page.locator("[data-diff]")).to_contain_text("12-QĐ/TW")
    page.locator("[data-way=on_forge]").click()
    with page.expect_popup() as popup:
        page.locator('[data-open="documents/12-qd-tw-2032.yml"]').click()
    url = urlsplit(popup.value.url)
    asked = parse_qs(url.query)
    assert unquote(url.path).endswith("/new/main/data/documents")
    assert asked["filename"] == ["12-qd-tw-2032.yml"]
    assert asked["value"] == [page.locator("[data-yaml]").text_content()]


@pytest.mark.parametrize("way", ["by_issue", "by_mail"])
def test_an_issue_or_a_mail_holds_what_a_program_makes_the_same_edit_of(
    opened: Opened, files: dict[str, str], tmp_path: Path, way: str
) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    built = committed(tmp_path)
    page = opened(MEETING, commit=built)
    page.context.route(f"{REPO_URL}/**", lambda route: route.fulfill(body="<p>kho mã", content_type="text/html"))
    page.evaluate("navigation.addEventListener('navigate', (event) => { window.left = event.destination.url })")
    field(page, "title.vi").fill("Tên khác")
    field(page, "conclusions.0.by").fill("Đỗ Thị Mới")
    page.locator(".picker [role=option]", has_text="Đỗ Thị Mới").click()
    expect(page.locator("[data-diff] ins")).to_have_count(4)
    page.locator("[data-message]").fill("Theo nguồn s1")
    page.locator(f"[data-way={way}]").click()
    if way == "by_issue":
        with page.expect_popup() as popup:
            page.locator("[data-issue]").click()
        address = urlsplit(popup.value.url)
        asked = parse_qs(address.query)
        assert (address.path, asked["template"], asked["title"]) == (
            "/nhom/kho/issues/new",
            ["edit.yml"],
            ["Theo nguồn s1"],
        )
        [message] = asked["change"]
    else:
        page.locator("[data-mail]").click()
        page.wait_for_function("window.left", timeout=5000)
        address = urlsplit(page.evaluate("window.left"))
        asked = parse_qs(address.query)
        assert (unquote(address.path), asked["subject"]) == (CONTACT, ["Theo nguồn s1"])
        [message] = asked["body"]
    assert message.startswith(f"commit: {built}")
    received = receive(message, tmp_path)
    assert received.problems == []
    assert received.texts[FILE] == page.locator("[data-yaml]").text_content()
    assert "do-thi-moi:\n  name: Đỗ Thị Mới\n" in received.texts["data/people.yml"]


def test_a_long_change_is_pasted_into_the_issue(opened: Opened) -> None:
    page = opened(MEETING)
    page.context.route(f"{REPO_URL}/**", lambda route: route.fulfill(body="<p>kho mã", content_type="text/html"))
    field(page, "title.vi").fill(" ".join(["Rất dài"] * 400))
    expect(page.locator("[data-diff] ins")).to_have_count(1)
    page.locator("[data-message]").fill("Theo nguồn s1")
    page.locator("[data-way=by_issue]").click()
    with page.expect_popup() as popup:
        page.locator("[data-issue]").click()
    assert "change" not in parse_qs(urlsplit(popup.value.url).query)
    page.bring_to_front()
    expect(page.locator("[data-said]")).to_contain_text("dán")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"commit: {COMMIT}\n\n{FILE}\n```diff\n@@ -1,")
