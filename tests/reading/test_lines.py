"""Where lines end: not inside a date or a document's number, nor before a dash; what is copied is the plain text."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.text.language import Language
from macros.views.text_html import unbroken
from tests.support.built_site import Site
from tests.support.tab import Open

PAGES = ("documents/", "people/vu-ha-ngan/", "meetings/2031-06-18/", "method/sources/", "figures/", "method/")
VALUES = "time, h1, .tag, a[href*='documents/']:not(.headerlink), .facts dd > a"
# Each date, number and dash in them that stands on two lines.
_BROKEN = r"""values => values.flatMap((value) => {
    const broken = [];
    const walker = document.createTreeWalker(value, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    const whole = texts.map((text) => text.data).join("");
    const place = (at) => {
        for (const text of texts) {
            if (at < text.data.length) return [text, at];
            at -= text.data.length;
        }
    };
    const top = (at) => {
        const range = document.createRange();
        const [text, offset] = place(at);
        range.setStart(text, offset);
        range.setEnd(text, offset + 1);
        return Math.round(range.getBoundingClientRect().top);
    };
    for (const match of whole.matchAll(/(?=\S*\d)[\p{L}\d./]+-[\p{L}\d./-]+|\S -(?= )/gu)) {
        if (Math.abs(top(match.index) - top(match.index + match[0].length - 1)) > 3) broken.push(whole);
    }
    return broken;
})"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", Language)
def test_no_line_ends_within_a_date_or_a_number(open_tab: Open, language: Language, width: int) -> None:
    tab = open_tab(width)
    broken = []
    for path in PAGES:
        tab.visit(language.prefix + path)
        broken += [f"{path}: {text}" for text in tab.page.locator(VALUES).evaluate_all(_BROKEN)]
    assert broken == []


@pytest.mark.parametrize("language", Language)
def test_what_is_copied_is_the_text(site: Site, archive: Archive, language: Language) -> None:
    for meeting in archive.meetings.values():
        [heading] = site.pages[language.prefix + meeting.path].root.all("h1")
        assert heading.text == meeting.title[language]


def test_what_keeps_together() -> None:
    span = '<span class="unbroken">{}</span>'.format
    assert unbroken("35-CT/TW (30-5-2019)") == f"{span('35-CT/TW')} {span('(30-5-2019)')}"
    assert unbroken("202/2025/QH15") == span("202/2025/QH15")
    assert unbroken("quý III-2022") == f"quý {span('III-2022')}"
    assert unbroken("miền Trung - Tây Nguyên") == f"miền {span('Trung -')} Tây Nguyên"
    assert unbroken("held (8 December 2025).") == f"held {span('(8 December 2025).')}"
    assert unbroken("of 5 May, then") == f"of {span('5 May,')} then"
    for text in ("5 Mayors", "Nghị quyết Trung ương 4 khóa XII", "socio-political", "1" * 50 + "-" + "2" * 50):
        assert unbroken(text) == text
    assert unbroken("<b>1-2</b>") == "&lt;b&gt;1-2&lt;/b&gt;"


def test_no_heading_counts_nothing(site: Site) -> None:
    empty = [
        f"{page.address}: {heading.text}"
        for page in site.pages.values()
        for heading in page.root.all("h2", "h3")
        if heading.text.endswith("(0)")
    ]
    assert empty == []
