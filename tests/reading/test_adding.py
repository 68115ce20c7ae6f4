"""The buttons *Add* in a browser: the blank record is on the clipboard, and the forge's editor opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.text.language import Language
from macros.views.adding import ADDITIONS, PARTS
from tests.support.project import BASE, REPO_URL

Open = Callable[..., Page]
MEETING = "meetings/2031-06-18/"


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the small site; the forge answers with an empty page."""
    contexts: list[BrowserContext] = []

    def opened(path: str, **settings: bool) -> Page:
        context = browser.new_context(service_workers="block", **settings)  # type: ignore[arg-type]
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.removesuffix(BASE))
        context.route(f"{REPO_URL}/**", lambda route: route.fulfill(body="<p>kho mã", content_type="text/html"))
        page = context.new_page()
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()


def _clipboard(page: Page, address: str) -> str:
    page.goto(address)
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("path", "name", "file"),
    [("people/", "person", "people.yml"), ("contribute/", "topic", "topics.yml")]
    + [
        (MEETING, name, "meetings/2031-06-18.yml") for name in PARTS if name != "sentence"
    ],  # a summary is written by hand
)
def test_the_blank_record_is_copied_and_the_editor_opens(
    opened: Open, address: str, path: str, name: str, file: str, language: Language
) -> None:
    page = opened(language.prefix + path)
    page.locator(".add__forge", has=page.locator(f'[data-copies$="#blank-{name}"]')).locator("summary").click()
    page.locator(f'.add .button[data-copies$="#blank-{name}"]').click()
    page.wait_for_url(f"{REPO_URL}/edit/main/data/{file}")
    assert _clipboard(page, address) == ADDITIONS[name].blank(language)


@pytest.mark.parametrize("language", Language)
def test_a_new_file_opens_with_the_record_in_it(opened: Open, language: Language) -> None:
    page = opened(f"{language.prefix}meetings/")
    page.locator(".add__forge > summary").click()
    page.locator(".add__forge .button").click()
    page.wait_for_url(f"{REPO_URL}/new/main/data/meetings?**")
    value = page.evaluate("new URL(location.href).searchParams.get('value')")
    assert value == ADDITIONS["meeting"].blank(language)


def test_where_copying_is_refused_the_blank_record_is_shown(opened: Open, address: str) -> None:
    page = opened("people/")
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('no')); }")
    page.locator(".add__forge > summary").click()
    page.locator(".add__forge .button").click()
    page.wait_for_url(f"{address}contribute/#blank-person")
    expect(page.locator("#blank-person")).to_be_in_viewport()


def test_without_a_script_the_editor_opens_and_the_record_is_a_link_away(opened: Open, address: str) -> None:
    page = opened("people/", java_script_enabled=False)
    page.locator(".add__forge > summary").click()
    page.locator(".add__how a").click()
    expect(page.locator("#blank-person")).to_be_in_viewport()
    page.goto(f"{address}people/")
    page.locator(".add__forge > summary").click()
    page.locator(".add__forge .button").click()
    page.wait_for_url(f"{REPO_URL}/edit/main/data/people.yml")
