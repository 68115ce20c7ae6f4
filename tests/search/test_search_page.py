"""The search page in a real browser: its address is its state, its counts are exact, nothing it is given breaks it."""

from __future__ import annotations

import csv
import io
import random
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from macros.archive import Archive
from macros.records import FACETS
from macros.search.documents import documents
from macros.search.titled_pages import titled_pages
from macros.text.folding import fold, normal
from macros.text.language import Language
from tests.search.search_page import SearchPage
from tests.support.project import SMALL
from tests.support.tab import Open

CAREFUL = "meetings/2030-06-12/careful-planning"
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "\"'><script>alert(1)</script>",
    "{{ 7*7 }} {% raw %}",
    "a" * 10_000,
    "đảng " * 3_000,
    "\x00\x01\x1b[31m đảng \x7f",
    "\ud800 lone \udfff",
    "((((.*)+)+)+)+$ [a-z]{1,9999} \\",
    "\u202eđảng viên\u202c \u200b\u200d",
    "/ ? # % & = + ; , . : @ ! ' ( )",
    '"',
    '"" - -- -"',
    "😀 𝕯𝖆𝖓𝖌 ﷽",
    "constructor __proto__ toString",
)


@pytest.mark.parametrize(
    ("language", "words", "wanted"),
    [
        (Language.VI, "quy hoạch cán bộ phải thận trọng, chặt chẽ", CAREFUL),
        (Language.VI, "quy hoach can bo phai than trong chat che", CAREFUL),
        (Language.VI, "45 qd tw", "45-qd-tw"),
        (Language.EN, "planning careful rigorous effective", CAREFUL),
        (Language.EN, "Regulation 45", "45-qd-tw"),
    ],
)
def test_the_contract(open_tab: Open, language: Language, words: str, wanted: str) -> None:
    """Hits in rank order with their ids and links; the total; not busy when done."""
    page = SearchPage(open_tab(), language).visit(words)
    assert page.ids[0] == wanted
    assert len(page.ids) == len(page.links) <= page.total
    address = f"{page.tab.address}{language.prefix}"
    path = f"documents/{wanted}/" if wanted == "45-qd-tw" else wanted.replace("/careful", "/#careful")
    assert page.links[0] == f"{address}{path}"
    assert page.tab.errors == [] and page.tab.strangers == []


def test_a_hit_leads_to_its_statement_and_marks_the_words(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("than trong chat che")
    at = page.ids.index(CAREFUL)
    page.tab.page.locator("ol[data-results] > li a").nth(at).click()
    page.tab.page.wait_for_selector(f"#{CAREFUL.rsplit('/', 1)[1]} mark")
    marked = page.tab.page.locator("main mark").all_inner_texts()
    assert {"thận", "trọng", "chặt", "chẽ"} <= {word.lower() for word in marked}
    assert page.tab.path == "meetings/2030-06-12/#careful-planning"  # what is copied is the permanent address


@pytest.mark.parametrize("fragment", ["%", "%E0%A4%A", "no-such-anchor"])
def test_the_words_leave_the_address_whatever_its_fragment(open_tab: Open, fragment: str) -> None:
    tab = open_tab()
    tab.visit(f"meetings/2030-06-12/?h=chặt#{fragment}")
    tab.page.wait_for_selector("main mark")
    tab.page.mouse.wheel(0, 3000)
    tab.page.wait_for_timeout(300)  # the contents follow the reader
    assert "?h=" not in tab.path and tab.errors == []


def test_a_link_that_was_followed_is_the_permanent_address_again(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("than trong chat che")
    window = page.tab.page
    with window.context.expect_page() as opened:
        page.part("results").locator("a").first.click(modifiers=["Control"])
    opened.value.wait_for_selector("main mark")
    assert "?h=" not in opened.value.url and "?h=" not in page.links[0]


def test_back_leads_to_the_same_place_among_more_results(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit(kind=["result", "lesson", "priority", "conclusion"])
    window = page.tab.page
    page.part("more").click()
    window.wait_for_function("() => document.querySelectorAll('[data-results] > li').length > 20")
    wanted = page.ids
    page.part("results").locator(".hit__link").nth(24).click()
    window.wait_for_url(lambda address: "search" not in address)
    window.go_back()
    page.settle()
    assert page.ids == wanted
    seen = page.part("results").locator("> li").nth(24)
    expect(seen).to_be_in_viewport()


def test_the_language_switch_keeps_words_and_filters(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("cán bộ", kind="lesson")
    page.tab.page.locator("a.language-switch").click()
    page.tab.page.wait_for_url("**/en/search/?*")
    assert parse_qs(urlsplit(page.tab.page.url).query) == {"q": ["cán bộ"], "kind": ["lesson"]}


def test_i_and_y_are_one_word(open_tab: Open) -> None:
    """However it is typed: with accents, without, with the keys of Telex, with no space."""
    for row in ("tỷ lệ, tỉ lệ", "ty le, ti le, tile, tir leej", "quý 2, quí 2", "thường kỳ, thường kì"):
        one, *others = row.split(", ")
        found = [SearchPage(open_tab()).visit(words).ids for words in (one, *others)]
        assert all(each == found[0] != [] for each in found), one


@pytest.mark.parametrize("path", ["search/", "", "topics/"])
def test_a_field_takes_as_many_letters_as_are_read(open_tab: Open, path: str) -> None:
    tab = open_tab()
    tab.visit(path)
    fields = tab.page.locator("input[name=q]")
    assert [field.get_attribute("maxlength") for field in fields.all()] == ["400"] * fields.count() != []


def test_the_address_is_the_state(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("đảng viên")
    everything, window = page.total, page.tab.page
    page.part("kinds").get_by_label("Kết luận").check()
    page.settle()
    narrowed = page.total
    assert 0 < narrowed < everything
    assert "kind=conclusion" in window.url and "q=" in window.url
    window.get_by_label("Thứ tự").select_option("oldest")
    page.settle()
    assert "sort=oldest" in window.url
    oldest, shared = page.ids, window.url
    window.go_back()
    page.settle()
    assert page.total == narrowed and "sort" not in window.url
    window.go_back()
    page.settle()
    assert page.total == everything and "kind" not in window.url
    window.go_forward()
    page.settle()
    assert page.total == narrowed
    window.goto(shared)
    page.settle()
    assert page.ids == oldest
    page.part("chips").locator("button").first.click()
    page.settle()
    assert page.total == everything


def test_conclusions_stand_apart_from_the_rest(open_tab: Open) -> None:
    """The kinds with their counts, conclusions first; one press leaves them alone, from the keyboard as well."""
    page = SearchPage(open_tab()).visit("đảng viên")
    kinds = page.part("kinds")
    counts = page.counts("kind")
    assert next(iter(counts)) == "conclusion" and sum(counts.values()) == page.total
    assert kinds.inner_text().startswith("Chỉ xem:")
    kinds.get_by_label("Kết luận").focus()
    page.tab.page.keyboard.press("Space")
    page.tab.page.wait_for_url("**kind=conclusion*")
    page.settle()
    assert page.total == counts["conclusion"]
    assert {item.get_attribute("data-kind") for item in page.part("results").locator("> li").all()} == {"conclusion"}
    expect(kinds.get_by_label("Kết luận")).to_be_focused()
    expect(kinds.get_by_label("Kết luận")).to_be_checked()


@pytest.mark.parametrize("words", ["đảng viên", "hội nghị", "cán bộ"])
def test_results_are_no_wider_than_a_phone(open_tab: Open, words: str) -> None:
    page = SearchPage(open_tab(360)).visit(words)
    assert page.total
    assert page.tab.page.evaluate("() => document.scrollingElement.scrollWidth") == 360


def test_filters_alone_list_everything_by_date(open_tab: Open, archive: Archive) -> None:
    page = SearchPage(open_tab()).visit(kind=["conclusion", "task"])
    wanted = [d for d in documents(archive, Language.VI) if d.kind in ("conclusion", "task")]
    assert page.total == len(wanted)
    while page.part("more").is_visible():
        before = len(page.ids)
        page.part("more").click()
        page.tab.page.wait_for_function(f"() => document.querySelectorAll('[data-results] > li').length > {before}")
    assert len(page.ids) == page.total and sorted(page.ids) == sorted(d.id for d in wanted)
    dates = {d.id: d.order[0] for d in wanted}
    assert [dates[id] for id in page.ids] == sorted((dates[id] for id in page.ids), reverse=True)


def test_counts_equal_a_count_over_the_archive(open_tab: Open, archive: Archive) -> None:
    """For random words and filters, each count is what choosing that value leaves."""
    page = SearchPage(open_tab())
    found = documents(archive, Language.VI, titled_pages(SMALL / "docs", archive))
    chance = random.Random(5)
    values = {facet: sorted({v for d in found for v in d.tags.get(facet, ())}) for facet in FACETS}
    for words in ["", "", "", "đảng viên", "bien che", "hội nghị", "nghị quyết", ""]:
        chosen = {facet: chance.sample(values[facet], 2) for facet in chance.sample(FACETS, 2)} if not words else {}
        page.visit(words, **(chosen or {"year": ["2031", "2032"]}))
        if not page.total:
            continue
        filters = chosen or {"year": ["2031", "2032"]}
        matching = found if not words else _matching(page, words, found)
        for facet in FACETS:
            others = {name: wanted for name, wanted in filters.items() if name != facet}
            left = [d for d in matching if all(set(d.tags.get(n, ())) & set(w) for n, w in others.items())]
            wanted = {v: sum(v in d.tags.get(facet, ()) for d in left) for v in values[facet]}
            shown = page.counts(facet)
            assert shown == {v: n for v, n in wanted.items() if n or v in filters.get(facet, ())}, (words, filters)


def _matching(page: SearchPage, words: str, found: list) -> list:  # type: ignore[type-arg]
    """What the words alone find: here by going through every page of results."""
    other = SearchPage(page.tab, page.language).visit(words)
    while other.part("more").is_visible():
        before = len(other.ids)
        other.part("more").click()
        other.tab.page.wait_for_function(f"() => document.querySelectorAll('[data-results] > li').length > {before}")
    ids = set(other.ids)
    assert len(ids) == other.total
    page.visit(words, year=["2031", "2032"])
    return [d for d in found if d.id in ids]


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words[:24]))
def test_hostile_words_are_only_words(open_tab: Open, words: str) -> None:
    tab = open_tab()
    page = SearchPage(tab).visit()
    tab.page.on("dialog", lambda dialog: tab.errors.append(f"ran: {dialog.message}"))
    tab.page.evaluate(
        """words => {
            const field = document.querySelector("[data-search-page] input[type=search]");
            field.value = words;
            field.form.requestSubmit();
        }""",
        words,
    )
    page.settle()
    assert tab.page.locator("[data-search-page] :is(img, script)").count() == 0
    assert tab.errors == []
    page.visit("đảng viên")
    assert page.total > 0


def test_nothing_found_says_what_to_try(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("xqzv chế jkwq")
    assert page.total == 0 and page.ids == []
    assert page.part("empty").is_visible()
    page.part("empty").locator("li a").first.click()
    page.settle()
    assert page.total > 0 and not page.part("empty").is_visible()


def test_words_of_the_other_language_are_offered_apart(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("planning careful rigorous effective")
    assert page.ids == []
    link = page.part("other").locator("ol a").first
    assert link.get_attribute("href") == f"{page.tab.address}en/meetings/2030-06-12/#careful-planning"
    assert page.part("other").get_attribute("lang") == "en"
    assert page.part("count").inner_text() == "Kết quả bằng tiếng Anh"
    assert not page.part("empty").is_visible()
    english = SearchPage(open_tab(), Language.EN).visit("thận trọng chặt chẽ")
    assert english.ids == [] and "meetings/2030-06-12/#" in str(
        english.part("other").locator("ol a").first.get_attribute("href")
    )


def test_a_question_in_the_other_language_is_answered(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("second lesson of 2031")
    assert page.ids == []
    answer = page.part("other").locator("[data-answer=lesson]")
    assert "Train before appointing" in answer.inner_text()


def test_a_lesson_by_its_number_stands_first_and_once(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("bài học số 2")
    assert page.part("results").locator("> li").first.get_attribute("data-answer") == "lesson"
    assert page.part("answer").first.inner_text() == ""
    assert len(page.ids) == len(set(page.ids))


def test_the_nearest_say_what_they_lack(open_tab: Open) -> None:
    """In words that a screen reader reads; the line above them is no result."""
    page = SearchPage(open_tab()).visit("luân chuyển cán bộ kim loại")
    items = page.part("results").locator("li[data-missing]")
    assert page.ids and items.count() == len(page.ids)
    assert items.first.get_attribute("data-missing") == "kim loại"
    assert "Thiếu: kim, loại" in items.first.inner_text()
    assert "Gần nhất" in page.part("results").locator("> li").first.inner_text()


def test_what_is_read_out_of_the_words_can_be_taken_off(open_tab: Open) -> None:
    """The address keeps it, so that a shared link shows the same; words that go on keep it as well."""
    page = SearchPage(open_tab()).visit("kết luận bạch sa 2030")
    chips = page.part("chips").locator("button")
    assert chips.all_inner_texts() == ["Kết luận ×", "Bạch Sa ×", "2030 ×"]
    page.tab.page.get_by_role("button", name="Không hiểu là Bạch Sa").click()
    page.settle()
    assert chips.all_inner_texts() == ["Kết luận ×", "2030 ×"]
    assert "off=province%3Abach-sa" in page.tab.page.url
    page.visit("kết luận bạch sa 2030", off="province:bach-sa")
    assert chips.all_inner_texts() == ["Kết luận ×", "2030 ×"]


@pytest.mark.parametrize(
    ("words", "kind", "says"),
    [
        ("ai chủ trì hội nghị 12-6-2030", "meeting", "Chủ trì: Đặng Khải Minh"),
        ("bao nhiêu đảng viên", "figure", "Nguồn:"),
        ("tỉnh nào sổ tay", "example", "Thanh Loan: Dùng sổ tay"),
        ("bài học thứ hai năm 2031", "lesson", "Bồi dưỡng trước khi bổ nhiệm"),
    ],
)
def test_a_question_is_answered_above_or_first(open_tab: Open, words: str, kind: str, says: str) -> None:
    page = SearchPage(open_tab()).visit(words)
    answer = page.tab.page.locator(f"[data-answer={kind}]")
    expect(answer).to_contain_text(says)
    assert answer.bounding_box()["y"] <= page.part("results").locator("> li").first.bounding_box()["y"]  # type: ignore[index]


def test_a_hit_can_be_read_alone(open_tab: Open) -> None:
    """What it is, who said it, about what, when and where; a conclusion has its dot."""
    page = SearchPage(open_tab()).visit("quy hoạch cán bộ phải thận trọng, chặt chẽ")
    line = page.part("results").locator(".hit__line").first.inner_text()
    for said in ("Kết luận · Đặng Khải Minh", "Bạch Sa", "12-6-2030", "công tác tổ chức xây dựng Đảng vùng Thượng Hà"):
        assert said in line


def test_a_meeting_says_once_what_it_was(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("hội nghị giao ban 12-6-2030")
    hit = page.part("results").locator("li[data-id='2030-06-12']").inner_text()
    assert hit.count("12-6-2030") == 1 and "Cấp khu vực; Hội nghị giao ban" in hit and "Chủ trì: Đặng Khải Minh" in hit
    statement = page.part("results").locator("li[data-kind=conclusion] .hit__line").first.inner_text()
    assert statement.count("giao ban") <= 1


def test_a_word_is_marked_next_to_the_one_it_was_typed_next_to(open_tab: Open) -> None:
    """Where it is so anywhere in the hit: Ban of Ban Tổ chức is not marked for giao ban."""
    page = SearchPage(open_tab()).visit("hội nghị giao ban công tác tổ chức")
    marks = page.part("results").locator("li[data-id='2030-06-12'] mark").all_inner_texts()
    assert "ban" in " ".join(marks).lower() and "Ban" not in marks


def test_a_number_that_is_not_held_is_said_to_be_missing(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("kết luận 999")
    assert page.ids == []
    assert "không có kết luận 999" in page.part("notices").inner_text()


def test_nothing_found_leads_to_a_report_with_the_words(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("xqzv & jkwq")
    links = [str(link.get_attribute("href")) for link in page.part("empty").locator("[data-report]").all()]
    form, mail = links
    assert form.startswith("https://") and mail.startswith("mailto:")
    assert all("xqzv%20%26%20jkwq" in link and "WORDS" not in link for link in links)
    assert page.part("empty").locator("a").count() == len(links)  # and to nothing else


def test_on_a_phone_the_first_result_is_in_the_upper_half(open_tab: Open) -> None:
    """And the filters are closed until they are opened; then there is room for a thumb."""
    page = SearchPage(open_tab(390)).visit("đảng viên")
    window = page.tab.page
    first = page.part("results").locator("> li").first.bounding_box()
    assert first is not None and first["y"] < 422
    assert not page.part("facets").is_visible()
    window.get_by_text("Lọc kết quả").click()
    heights = window.eval_on_selector_all(
        "[data-facet-panel] :is(summary, label)",
        "all => all.filter((e) => e.checkVisibility()).map((e) => e.offsetHeight)",
    )
    assert heights and min(heights) >= 24


def test_on_a_phone_a_choice_of_a_filter_closes_them(open_tab: Open) -> None:
    page = SearchPage(open_tab(390)).visit("đảng viên")
    window = page.tab.page
    window.get_by_text("Lọc kết quả").click()
    window.locator("[data-facet=year] > summary").click()
    window.locator("input[data-facet=year]").first.check()
    page.settle()
    assert not page.part("facets").is_visible()
    expect(window.locator("[data-facet-panel] > summary")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
def test_what_can_be_done_with_a_ticked_result_is_in_sight(open_tab: Open, width: int) -> None:
    page = SearchPage(open_tab(width)).visit("đảng viên")
    bar = page.part("take")
    expect(bar).not_to_be_in_viewport()
    box = page.part("results").locator("input").first
    box.check()
    expect(bar.locator("button").first).to_be_in_viewport(ratio=1)
    covered = """element => {
        const { left, top, height } = element.getBoundingClientRect();
        return document.elementFromPoint(left + 4, top + height / 2) !== element;
    }"""
    assert not bar.locator("button").first.evaluate(covered)
    box.uncheck()
    expect(bar).not_to_be_in_viewport()


def test_a_field_that_is_a_filter_as_well_is_shown_once(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("bạch sa 2030", year="2030")
    assert page.part("chips").locator("button").all_inner_texts() == ["Bạch Sa ×", "2030 ×"]


def test_arrows_walk_through_the_results(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("đảng viên")
    links = page.part("results").locator("[data-id] .hit__link")
    links.first.focus()
    page.tab.page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.tab.page.keyboard.press("ArrowUp")
    page.tab.page.keyboard.press("ArrowUp")
    expect(page.tab.page.locator("#search-words")).to_be_focused()


def test_a_province_tells_its_new_and_old_names(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("hoang trach")
    assert "Bạch Sa" in page.part("notices").inner_text()
    assert "hoang-trach" in page.ids
    page.visit("bach sa")
    assert "Hoàng Trạch" in page.part("notices").inner_text()


def test_without_script_it_leads_to_the_lists(open_tab: Open) -> None:
    tab = open_tab(javascript=False)
    tab.visit("search/?q=abc")
    assert tab.page.locator("noscript").count() and "JavaScript" in tab.page.locator("[data-search-page]").inner_text()
    links = tab.page.locator("[data-search-page] ul a")
    hrefs = [str(link.get_attribute("href")) for link in links.all()]
    assert any("meetings" in href for href in hrefs) and any("documents" in href for href in hrefs)
    tab.visit("")
    tab.page.locator("[data-search-open]").click()
    assert tab.path == "search/"


@pytest.mark.parametrize(
    ("style", "begins", "holds"),
    [
        ("vi", "", "Dẫn theo: Kho tư liệu xây dựng Đảng"),
        ("en", "", "Cited from: Party-building"),
        ("bibtex", "@", "https://archive.example.org/kho/"),
        ("ris", "TY  - ", "https://archive.example.org/kho/"),
        ("csv", "\ufeffid,kind,date", "https://archive.example.org/kho/"),
    ],
)
def test_results_can_be_taken_away(open_tab: Open, style: str, begins: str, holds: str) -> None:
    """All of them, or those ticked; with permanent addresses."""
    page = SearchPage(open_tab()).visit("đảng viên")
    window = page.tab.page

    def taken() -> str:
        with window.expect_download() as download:
            page.part("take").locator(f"[data-style={style}]").click()
        return download.value.path().read_text("utf-8")

    everything = taken()
    assert everything.startswith(begins) and everything.count(holds) >= page.total
    page.part("results").locator("input").first.check()
    one = taken()
    assert one.startswith(begins) and 1 <= one.count(holds) < page.total
    if style == "csv":
        rows = list(csv.DictReader(io.StringIO(one.removeprefix("\ufeff"))))
        assert [row["id"] for row in rows] == page.ids[:1]
        page.visit(kind="figure")
        rows = list(csv.DictReader(io.StringIO(taken().removeprefix("\ufeff"))))
        [row] = [row for row in rows if row["id"].endswith("members-in-moc-linh")]
        filed = ("meeting", "level", "provinces", "topics", "value", "unit_vi")
        named = ["Mộc Lĩnh", "Phát triển và quản lý đảng viên"]
        assert [row[name] for name in filed] == ["2031-01-15-moc-linh", "provincial", *named, "20739", "đảng viên"]


def test_a_print_page_of_results(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("đảng viên")
    page.tab.page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.part("take").locator("[data-style=print]").click()
    page.tab.page.wait_for_function("() => window.printed")
    page.tab.page.emulate_media(media="print")
    assert page.part("print").locator("li").count() == page.total
    assert page.part("print").is_visible() and not page.part("results").is_visible()


def test_printed_results_name_their_sources(open_tab: Open) -> None:
    """Printed as they are (Ctrl+P): each with its address, its source and the address of that."""
    page = SearchPage(open_tab()).visit("đảng viên")
    page.tab.page.emulate_media(media="print")
    assert not page.part("kinds").is_visible()
    items = page.part("results").locator("li[data-kind=result], li[data-kind=conclusion], li[data-kind=figure]")
    assert items.count()
    for item in items.all():
        expect(item.locator(".hit__source")).to_contain_text("Nguồn: ")
        assert item.locator(".hit__source").is_visible()
    after = (
        page.part("results").locator("a").evaluate_all("all => all.map((a) => getComputedStyle(a, '::after').content)")
    )
    assert all("http" in text or "attr(href)" in text for text in after)


def test_a_screen_reader_is_told(open_tab: Open) -> None:
    """The number of results is a status; every field, box and list has a name."""
    page = SearchPage(open_tab()).visit("đảng viên")
    assert page.part("count").get_attribute("role") == "status"
    assert page.tab.page.get_by_role("combobox", name="Tìm trong kho tư liệu").get_attribute("id") == "search-words"
    assert page.tab.page.get_by_label("Tìm trong kho tư liệu").count() >= 1
    unnamed = page.tab.page.evaluate(
        """() => [...document.querySelectorAll("[data-search-page] :is(input, select, button, summary)")]
            .filter((e) => !(e.labels?.length || e.ariaLabel || e.textContent.trim())).length"""
    )
    assert unnamed == 0


@pytest.mark.parametrize("language", Language)
def test_every_record_is_found_by_its_own_words(open_tab: Open, archive: Archive, language: Language) -> None:
    """The words of a statement without their accents find it, first or among its equals."""
    tab = open_tab()
    tab.visit(f"{language.prefix}search/")
    chosen = [d for d in documents(archive, language) if d.kind not in ("term", "province", "document")][::9]
    queries = [" ".join(fold(normal(d.text or d.title)).split()[:9]) for d in chosen]
    ranks = tab.page.evaluate(
        """async ([base, language, queries]) => {
            const { open } = await import(`${base}assets/javascripts/search/engine.js`);
            const engine = await open(`${base}assets/search/`, language);
            const found = [];
            for (const query of queries) found.push((await engine.search(query)).hits.map((hit) => hit.id));
            return found;
        }""",
        [tab.address, language.value, queries],
    )
    missed = [q for d, q, ids in zip(chosen, queries, ranks, strict=True) if d.id not in ids[:3]]
    assert len(missed) <= len(queries) * 0.02, missed


def test_why_a_hit_was_found_is_said_in_the_language_of_the_page(open_tab: Open) -> None:
    """Words as printed are found in both languages and shown in their own."""
    page = SearchPage(open_tab(), Language.EN).visit("nhà công vụ cho cán bộ")
    reasons = page.part("results").locator(".hit__because").all_inner_texts()
    assert page.ids and not [each for each in reasons if "nhà công vụ" in each]
