"""The page for editing in a browser: what is opened, edited, kept and shown."""

from __future__ import annotations

import gzip
import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.derived.editing import EDITED
from macros.text.language import Language
from tests.support.built_site import Site
from tests.support.project import COMMIT, SMALL_DATA
from tests.support.server import serve
from tests.support.tab import Open, Tab

MEETING = "2031-09-03-bach-sa-hoang-trach"
HOSTILE = '<img src=x onerror="window.ran = true">{{ 1 }}'


def opened(open_tab: Open, record: str, *, prefix: str = "", width: int = 1280) -> Tab:
    """The form with a record in it."""
    tab = open_tab(width)
    tab.visit(f"{prefix}edit/?record={record}")
    expect(tab.page.locator("[data-work]")).to_be_visible()
    return tab


def field(page: Page, path: str) -> Any:
    """The input of a field."""
    return page.locator(f':is(input, textarea, select)[data-field="{path}"]')


def lines(page: Page) -> list[str]:
    """The lines of the change that come or go."""
    return [line for line in page.locator("[data-diff]").inner_text().split("\n") if line[:1] in "+-" and line]


def text(name: str) -> str:
    """A file of the small archive."""
    return (SMALL_DATA / name).read_text("utf-8")


def test_every_file_that_is_edited_opens_without_a_problem(open_tab: Open) -> None:
    names = [path.relative_to(SMALL_DATA).as_posix() for path in sorted(SMALL_DATA.rglob("*.yml"))]
    others = ("corrections/", "published", "additions")
    tab = open_tab()
    for name in (name for name in names if not name.startswith(others)):
        tab.visit(f"edit/?record={name.removesuffix('.yml')}")
        expect(tab.page.locator("[data-work]"), name).to_be_visible()
        expect(tab.page.locator(".problem--error"), name).to_have_count(0)
        assert tab.page.locator("[data-yaml]").text_content() == text(name)
        assert lines(tab.page) == []
    assert tab.errors == []
    assert len(EDITED) > 10


def test_each_file_is_published_with_its_commit(site: Site) -> None:
    names = [path.relative_to(SMALL_DATA).as_posix() for path in SMALL_DATA.rglob("*.yml")]
    assert all((site.folder / "source" / name).read_text("utf-8") == text(name) for name in names)
    assert json.loads((site.folder / "source/index.json").read_text("utf-8")) == {"commit": COMMIT}


def test_a_sentence_is_fixed(open_tab: Open) -> None:
    tab = opened(open_tab, f"meetings/{MEETING}#decided-next")
    said = field(tab.page, "conclusions.0.text.vi")
    before = said.input_value()
    said.fill(f"Việc mới:\u200b {before}")
    expect(tab.page.locator("[data-diff] ins")).to_have_count(1)
    gone, come = lines(tab.page)
    assert gone.endswith(f"vi: {before}") and come.endswith(f'vi: "Việc mới: {before}"')
    assert tab.page.locator("[data-yaml]").text_content() == text(f"meetings/{MEETING}.yml").replace(
        f"vi: {before}", f'vi: "Việc mới: {before}"'
    )
    said.fill(before)
    expect(tab.page.locator("[data-nothing]")).to_be_visible()
    assert tab.errors == []


def test_a_problem_is_reported_at_its_field_in_the_language_of_the_page(open_tab: Open) -> None:
    for prefix, words in (("", "Không có ngày như vậy"), ("en/", "There is no such day")):
        tab = opened(open_tab, f"meetings/{MEETING}", prefix=prefix)
        field(tab.page, "date").fill("2031-02-29")
        problem = tab.page.locator('[data-problem][data-field="date"]')
        expect(problem).to_contain_text(words)
        expect(field(tab.page, "date")).to_have_attribute("aria-invalid", "true")
        field(tab.page, "date").fill("2031-09-03")
        expect(problem.filter(has_text=words)).to_have_count(0)


def test_a_speaker_is_found_without_accents_and_a_new_one_is_added(open_tab: Open) -> None:
    tab = opened(open_tab, f"meetings/{MEETING}")
    speaker = field(tab.page, "conclusions.0.by")
    speaker.fill("quach duc")
    tab.page.locator(".picker [role=option]").first.click()
    expect(tab.page.locator("[data-diff]")).to_contain_text("by: quach-duc-thinh")
    expect(speaker).to_have_value("Quách Đức Thịnh")
    speaker.fill("Đỗ Thị Mới")
    tab.page.locator(".picker [role=option]", has_text="Đỗ Thị Mới").click()
    expect(tab.page.locator("[data-diff]")).to_contain_text("do-thi-moi:\n+   name: Đỗ Thị Mới")
    expect(tab.page.locator("[data-diff]")).to_contain_text("by: do-thi-moi")
    expect(tab.page.locator(".problem--error")).to_have_count(0)
    assert tab.errors == []


def test_records_that_are_not_there_yet_are_added_within(open_tab: Open) -> None:
    tab = opened(open_tab, f"meetings/{MEETING}", width=390)
    page = tab.page

    def add(path: str, typed: str) -> None:
        page.locator(f'[data-add="{path.rpartition(".")[0]}"]').click()
        field(page, path).fill(typed)
        page.locator(".picker [role=option]", has_text=typed).last.click()

    add("conclusions.1.topics.2", "Chuyển đổi số")
    add("documents.1", "88-QĐ/TW 2031")
    change = page.locator("[data-diff]")
    expect(change).to_contain_text("topics: [cadres, merger, chuyen-doi-so]")
    expect(change).to_contain_text("chuyen-doi-so:\n+   name:\n+     vi: Chuyển đổi số")
    expect(change).to_contain_text("data/documents/88-qd-tw-2031.yml")
    topic, document = (
        page.locator(f'[data-added="{key}"]') for key in ("topics/chuyen-doi-so", "documents/88-qd-tw-2031")
    )
    expect(document.locator("[data-problem=missing]").first).to_be_visible()
    expect(field(page, "number")).to_have_value("88-QĐ/TW")
    field(page, "chuyen-doi-so.name.en").fill("Digital transformation")
    expect(change).to_contain_text("en: Digital transformation")
    page.reload()
    expect(field(page, "chuyen-doi-so.name.en")).to_have_value("Digital transformation")
    expect(field(page, "number")).to_have_value("88-QĐ/TW")
    expect(field(page, "documents.1")).to_have_value("88-QĐ/TW")
    document.locator("[data-take-away]").click()
    expect(page.locator('[data-problem=unknown][data-field="documents.1"]')).to_be_visible()
    expect(change).not_to_contain_text("data/documents/88-qd-tw-2031.yml")
    expect(topic).to_be_visible()
    assert tab.errors == []


def test_items_are_added_moved_and_removed_by_keyboard(open_tab: Open) -> None:
    tab = opened(open_tab, f"meetings/{MEETING}")
    page = tab.page
    before = page.locator("[data-yaml]").text_content()
    page.locator('[data-add="conclusions"]').press("Enter")
    count = page.locator('[data-field^="conclusions."][data-field$=".text.vi"]').count() - 1
    expect(field(page, f"conclusions.{count}.id")).to_be_focused()
    expect(page.locator(f'[data-problem][data-field="conclusions.{count}.id"]')).to_have_count(1)
    page.locator(f'[data-move="conclusions.{count}-"]').press("Enter")
    expect(
        page.locator(f'[data-move="conclusions.{count - 1}-"], [data-move="conclusions.{count - 1}+"]').first
    ).to_be_visible()
    page.locator(f'[data-remove="conclusions.{count - 1}"]').press("Enter")
    expect(page.locator("[data-nothing]")).to_be_visible()
    assert page.locator("[data-yaml]").text_content() == before


def test_what_is_not_stated_is_a_tick(open_tab: Open) -> None:
    tab = opened(open_tab, "meetings/2031-06-18")
    tick = tab.page.locator('[data-not-stated="place"]')
    expect(tick).to_be_checked()
    tick.uncheck()
    expect(field(tab.page, "place.vi")).to_be_visible()
    field(tab.page, "place.vi").fill("Hội trường")
    expect(tab.page.locator("[data-diff]")).to_contain_text("vi: Hội trường")
    tick.check()
    expect(tab.page.locator("[data-nothing]")).to_be_visible()


def test_the_record_is_shown_as_its_page_will_show_it(open_tab: Open) -> None:
    tab = opened(open_tab, f"meetings/{MEETING}", width=390)
    page = tab.page
    assert not [url for url in tab.requests if "drawing" in url]
    page.locator("[data-preview] > summary").click()
    statement = page.locator("[data-drawn] #project-submitted")
    expect(statement).to_contain_text("Trình đề án hợp nhất")
    field(page, "conclusions.0.text.vi").fill(f"Trình đề án mới. {HOSTILE}")
    expect(statement).to_contain_text(f"Trình đề án mới. {HOSTILE}")
    speaker = field(page, "conclusions.0.by")
    speaker.fill("Đỗ Thị Mới")
    page.locator(".picker [role=option]", has_text="Đỗ Thị Mới").click()
    expect(page.locator("[data-diff]")).to_contain_text("by: do-thi-moi")
    expect(page.locator("[data-drawn] .said-by").first).to_contain_text("Đỗ Thị Mới: quyết định")
    statement.locator("xpath=.//button").click()
    expect(page.locator("[data-drawn] #note-project-submitted")).to_be_visible()
    links = page.locator("[data-drawn] a[href]").evaluate_all("links => links.map(link => [link.href, link.target])")
    assert [f"{tab.address}topics/merger/", "_blank"] in links
    assert page.locator("[data-drawn] img").count() == 0
    assert page.evaluate("window.ran") is None
    assert tab.errors == []
    tab.visit("edit/?record=people")
    expect(page.locator("[data-work]")).to_be_visible()
    expect(page.locator("[data-drawing]")).to_be_hidden()


def test_a_new_record_begins_with_what_it_must_have(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("edit/?new=document")
    tab.page.locator("#new-id").fill("12-CT/TW 2031")
    tab.page.locator("#new-id").press("Enter")
    expect(tab.page.locator('[data-beginning] a[href="?record=documents/12-ct-tw-2031"]')).to_be_visible()
    tab.page.locator("#new-id").fill("12 QĐ TW 2032")
    tab.page.locator("#new-id").press("Enter")
    expect(tab.page.locator("[data-work]")).to_be_visible()
    assert tab.path == "edit/?record=documents/12-qd-tw-2032"
    assert tab.page.locator('[data-problem="missing"]').count() > 3
    field(tab.page, "number").fill("12-QĐ/TW")
    expect(tab.page.locator("[data-yaml]")).to_contain_text("number: 12-QĐ/TW\n")
    tab.visit("edit/?new=meeting")
    tab.page.locator("#new-id").fill("1/2/2032 Mộc Lĩnh")
    tab.page.locator("#new-id").press("Enter")
    tab.page.wait_for_url("**?record=meetings/2032-02-01-moc-linh")


def test_a_draft_survives_and_says_what_changed_meanwhile(open_tab: Open) -> None:
    tab = opened(open_tab, f"meetings/{MEETING}")
    field(tab.page, "title.vi").fill("Tên khác")
    tab.page.reload()  # at once
    expect(field(tab.page, "title.vi")).to_have_value("Tên khác")
    expect(tab.page.locator("[data-draft]")).to_contain_text("0 phút trước")
    # Meanwhile somebody has changed another field, and then the same one.
    name = f"**/source/meetings/{MEETING}.yml"
    newer = text(f"meetings/{MEETING}.yml").replace("form: joint-standing-committees", "form: briefing")
    tab.page.route(name, lambda route: route.fulfill(body=newer))
    tab.page.reload()
    expect(tab.page.locator("[data-draft]")).to_contain_text("Bản ghi đã thay đổi")
    expect(field(tab.page, "title.vi")).to_have_value("Tên khác")
    assert [line[:1] for line in lines(tab.page)] == ["-", "+"]
    title = text(f"meetings/{MEETING}.yml").partition("  vi: ")[2].partition("\n")[0]
    tab.page.unroute(name)
    tab.page.route(name, lambda route: route.fulfill(body=newer.replace(title, "Tên của người khác")))
    tab.page.reload()
    expect(tab.page.locator("[data-draft] li")).to_contain_text("title.vi")
    expect(field(tab.page, "title.vi")).to_have_value("Tên của người khác")
    tab.page.locator("[data-draft] button").click()
    expect(tab.page.locator("[data-work]")).to_be_visible()
    expect(tab.page.locator("[data-draft]")).to_be_hidden()


def test_a_new_entry_is_called_what_was_typed(open_tab: Open) -> None:
    tab = opened(open_tab, "glossary")
    tab.page.locator(".adding input").fill("đảng viên mới")
    tab.page.locator(".adding button").click()
    expect(field(tab.page, "dang-vien-moi.term.vi")).to_have_value("đảng viên mới")
    expect(tab.page.locator("[data-diff]")).to_contain_text("dang-vien-moi:\n+   term:\n+     vi: đảng viên mới")
    assert tab.errors == []


def test_a_long_form_is_never_left_without_a_way_on(open_tab: Open) -> None:
    tab = opened(open_tab, f"meetings/{MEETING}#cadres-placed-fairly", width=390)
    page = tab.page
    expect(field(page, "conclusions.1.text.vi")).to_be_focused()  # what may be changed, not the id
    onward = page.locator("[data-onward]")
    expect(onward).to_be_in_viewport()
    page.locator("[data-parts]").select_option("sources")
    expect(field(page, "sources.0.publisher")).to_be_focused()
    field(page, "date").fill("31-2-2031")
    expect(onward).to_have_text(re.compile("Lỗi: [1-9]"))
    onward.click()
    expect(page.locator("[data-status]")).to_be_in_viewport()
    field(page, "date").fill("3/9/2031")
    field(page, "date").blur()
    expect(field(page, "date")).to_have_value("2031-09-03")
    expect(page.locator("[data-nothing]")).to_be_attached()
    assert tab.errors == []


def test_a_removed_entry_is_redirected(open_tab: Open) -> None:
    tab = opened(open_tab, f"meetings/{MEETING}")
    id = field(tab.page, "conclusions.0.id").input_value()
    tab.page.locator('[data-remove="conclusions.0"]').click()
    problem = tab.page.locator('[data-problem="lost-address"]')
    expect(problem).to_contain_text(f"meetings/{MEETING}/#{id}")
    expect(problem).to_have_attribute("data-field", "conclusions")  # what is in its place has nothing to do with it
    expect(tab.page.locator("[data-redirect-to]")).to_have_value(f"meetings/{MEETING}/")
    tab.page.locator("[data-redirect]").click()
    expect(problem).to_have_count(0)
    expect(tab.page.locator("[data-diff]")).to_contain_text(f"+ meetings/{MEETING}/#{id}: meetings/{MEETING}/")


def test_a_renamed_id_is_refused_and_its_redirect_offered(open_tab: Open) -> None:
    tab = opened(open_tab, f"meetings/{MEETING}")
    id = field(tab.page, "conclusions.0.id").input_value()
    field(tab.page, "conclusions.0.id").fill("ma-khac")
    problem = tab.page.locator('[data-problem="lost-address"][data-field="conclusions.0.id"]')
    expect(problem).to_be_visible()
    expect(tab.page.locator("[data-redirect-to]")).to_have_value(f"meetings/{MEETING}/#ma-khac")
    tab.page.locator("[data-keep-id]").click()
    expect(problem).to_have_count(0)
    expect(field(tab.page, "conclusions.0.id")).to_have_value(id)
    expect(tab.page.locator("[data-nothing]")).to_be_visible()


def test_a_person_who_goes_is_redirected_too(open_tab: Open) -> None:
    tab = opened(open_tab, "people/quach-duc-thinh")
    tab.page.locator('[data-at="quach-duc-thinh"] [data-remove="quach-duc-thinh"]').click()
    expect(tab.page.locator('[data-lost-address="people/quach-duc-thinh/"]')).to_be_visible()


@pytest.mark.parametrize("language", Language)
def test_pages_lead_to_the_form(open_tab: Open, language: Language) -> None:
    tab = open_tab()
    tab.visit(f"{language.prefix}meetings/2030-06-12/")
    mark = tab.page.locator("[data-conclusion] .mark").first
    id = mark.get_attribute("popovertarget")
    assert id
    mark.click()
    tab.page.locator(f"#{id} a.edit-here").click()
    text = tab.page.locator('input[data-field$=".id"][data-field^="conclusions."]')
    expect(text.first).to_have_value(id.removeprefix("note-"))
    tab.visit(f"{language.prefix}meetings/2030-06-12/")
    tab.page.locator('.add__form a[href$="&add=figures"]').click()
    expect(tab.page.locator('[data-problem="missing"]').first).to_be_visible()
    tab.visit(f"{language.prefix}meetings/")
    tab.page.locator(".add__form a").click()
    expect(tab.page.locator("#new-id")).to_be_focused()
    for path, where in (("units/moc-linh/", "units.moc-linh"), ("provinces/moc-linh/", "provinces.moc-linh")):
        tab.visit(f"{language.prefix}{path}")
        tab.page.locator(".page-edit a").first.click()
        expect(field(tab.page, f"{where}.name.vi")).to_be_focused()
    tab.visit(f"{language.prefix}glossary/")
    term = tab.page.locator(".glossary__term").first
    id = term.get_attribute("id")
    term.locator("a.edit-here").evaluate("way => way.click()")
    expect(tab.page.locator(f'[data-field^="{id}."]:focus')).to_have_count(1)
    tab.visit(f"{language.prefix}people/quach-duc-thinh/")
    tab.page.locator(".page-edit a").first.click()
    expect(field(tab.page, "quach-duc-thinh.name")).to_be_focused()
    assert tab.errors == []


def test_hostile_records_and_drafts_are_text(open_tab: Open) -> None:
    tab = open_tab()
    whole = text(f"meetings/{MEETING}.yml").replace("level: ", f"{json.dumps(HOSTILE)}: 1\nlevel: ")
    title = whole.partition("  vi: ")[2].partition("\n")[0]
    tab.page.route(
        f"**/source/meetings/{MEETING}.yml", lambda route: route.fulfill(body=whole.replace(title, f"'{HOSTILE}'"))
    )
    tab.visit(f"edit/?record=meetings/{MEETING}")
    expect(field(tab.page, "title.vi")).to_have_value(HOSTILE)
    expect(tab.page.locator("[data-problem=additional]")).to_have_count(1)
    assert tab.page.locator("[data-editing] img").count() == 0
    assert tab.page.evaluate("window.ran") is None
    for draft in ("{", "[]", '{"at": 1}', json.dumps({"at": HOSTILE, "base": "", "text": ""})):
        tab.page.evaluate(
            "([key, draft]) => localStorage.setItem(key, draft)", [f"{tab.address} draft meetings/{MEETING}.yml", draft]
        )
        tab.page.reload()
        expect(tab.page.locator("[data-work]")).to_be_visible()
    assert tab.errors == []


def test_what_was_opened_before_opens_without_a_connection(browser: Browser, site: Site) -> None:
    with serve(site.folder) as address:
        page = browser.new_page()
        for _ in range(2):  # what the first visit fetched before the worker was there, the second one gives it
            page.goto(f"{address}edit/?record=meetings/{MEETING}")
            expect(page.locator("[data-work]")).to_be_visible()
            page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        field(page, "title.vi").fill("Tên khác")
        expect(page.locator("[data-draft]")).to_be_visible()
        page.context.set_offline(True)
        page.goto(f"{address}edit/?record=meetings/{MEETING}")
        expect(field(page, "title.vi")).to_have_value("Tên khác")
        page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_page(open_tab: Open, width: int) -> None:
    tab = opened(open_tab, f"meetings/{MEETING}", width=width)
    assert tab.page.evaluate("document.documentElement.scrollWidth") == width


def test_nothing_is_asked_of_others_and_the_scripts_are_small(open_tab: Open, site: Site) -> None:
    tab = opened(open_tab, f"meetings/{MEETING}")
    assert tab.strangers == []
    tab.page.locator("[data-preview] > summary").click()
    expect(tab.page.locator("[data-drawn] .said").first).to_be_visible()
    scripts = {url.removeprefix(tab.address) for url in tab.requests if url.endswith(".js")}
    sizes = {name: len(gzip.compress((site.folder / name).read_bytes(), 9)) for name in scripts}
    assert sum(sizes.values()) < 90_000, sizes
    schemas = [url for url in tab.requests if "/assets/edit/schemas/" in url]
    assert [url.rsplit("/", 1)[1] for url in schemas] == ["meeting.json"]
