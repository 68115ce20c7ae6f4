"""The pictures show what the archive holds, say it in words too, and can be read on a phone."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from urllib.parse import urljoin

import pytest

from macros.archive import Archive
from macros.pages.pictures.documents_picture import documents_picture
from macros.pages.pictures.drawing import lines, shade
from macros.pages.pictures.meeting_years import meeting_years
from macros.pages.pictures.province_map import province_map
from macros.pages.pictures.speakers_by_year import speakers_by_year
from macros.records import ACHIEVEMENTS, MEETING, REVIEW, Level
from macros.text.language import Language, number
from macros.views.rendering import View
from macros.views.repository import Repository
from tests.support import html_reader
from tests.support.built_site import Site, SitePage
from tests.support.html_reader import Element
from tests.support.project import SITE_URL
from tests.support.tab import Open, Scheme

PAGES = {
    "picture-map": "provinces/",
    "picture-mergers": "provinces/",
    "picture-speakers": "people/",
    "picture-matrix-2031": "reviews/2031/achievements/",
    "picture-years": "meetings/",
    "picture-chain-merger": "topics/merger/",
    "picture-counts-members": "topics/members/",
    "picture-topics": "topics/",
    "picture-documents": "documents/",
}


def _picture(site: Site, id: str, language: Language = Language.VI) -> Element:
    [found] = [figure for figure in site.page(PAGES[id], language).article.all("figure") if figure.get("id") == id]
    return found


def _drawn(archive: Archive, macro: Any, *args: Any) -> Element:
    return html_reader.read(str(macro(View(archive, Language.VI, "x/", Repository()), *args)))


def _counts(picture: Element, folder: str) -> dict[str, int]:
    """The numbers by record, read off the links of the drawing."""
    links = picture.all("svg")[0].all("a", having="data-count")
    return {link.get("href").split(f"{folder}/")[-1].strip("/"): int(link.get("data-count")) for link in links}


def _last(card: Element) -> str:
    """The id of the record that a card's first link leads to."""
    return card.all("a")[0].get("href").strip("/").split("/")[-1]


def _table(picture: Element) -> list[list[str]]:
    [body] = picture.all("tbody")
    return [[cell.text for cell in row.all("th", "td")] for row in body.all("tr")]


@pytest.fixture(scope="module")
def statements(site: Site) -> list[dict[str, Any]]:
    """The statements of the download, which is made without the pictures' code."""
    rows: list[dict[str, Any]] = json.loads((site.folder / "data/statements.json").read_text("utf-8"))
    return rows


@pytest.mark.parametrize("language", Language)
def test_every_drawing_has_a_name_and_is_reported_in_words(site: Site, language: Language) -> None:
    drawings = [
        (page, figure) for page in site.in_language(language) for figure in page.article.all("figure", css="picture")
    ]
    assert {figure.get("id") for _, figure in drawings} >= PAGES.keys()
    for page, figure in drawings:
        [svg] = figure.all("svg")
        assert svg.get("role") == "group"
        named = {element.get("id"): element.text for element in svg.all("title", "desc")}
        assert len(named[svg.get("aria-labelledby")]) > 10, page.address
        assert len(named[svg.get("aria-describedby")]) > 20, page.address
        assert figure.all("figcaption")[0].text == named[svg.get("aria-labelledby")]
        assert figure.all("table"), page.address
        assert not figure.all(having="style"), page.address


def test_every_link_of_a_picture_leads_somewhere(site: Site) -> None:
    checked = 0
    for page in site.pages.values():
        for figure in page.article.all("figure", css="picture"):
            for link in figure.all("a", having="href"):
                checked += 1
                assert _leads(site, page, link.get("href")), (page.address, link.get("href"))
    assert checked > 100


def _leads(site: Site, page: SitePage, href: str) -> bool:
    address, _, anchor = urljoin(SITE_URL + page.address, href).removeprefix(SITE_URL).partition("#")
    target = site.pages.get(address)
    return target is not None and target.language is page.language and (not anchor or anchor in target.ids)


@pytest.mark.parametrize("language", Language)
def test_the_map_counts_the_statements_about_each_province(
    site: Site, archive: Archive, statements: list[dict[str, Any]], language: Language
) -> None:
    wanted = Counter(province for row in statements for province in row["provinces"])
    picture = _picture(site, "picture-map", language)
    assert _counts(picture, "provinces") == {province: wanted[province] for province in archive.provinces}
    shown = {archive.provinces[id].short[language]: number(wanted[id], language) for id in archive.provinces}
    assert {row[0]: row[-1] for row in _table(picture)} == shown


def test_the_map_of_a_topic_counts_its_statements(archive: Archive) -> None:
    wanted = Counter(id for each in archive.statements_by("topics", "merger") for id in each.provinces)
    drawn = _counts(_drawn(archive, province_map, "merger"), "provinces")
    assert drawn == {province: wanted[province] for province in archive.provinces}


def test_the_map_says_what_the_lists_say(site: Site) -> None:
    page = site.page("provinces/", Language.VI)
    listed = {_last(card): card.text for card in page.article.all("li", css="card")}
    counts = _counts(_picture(site, "picture-map"), "provinces")
    assert [id for id, count in counts.items() if f"{count} ý ghi nhận" not in listed[id]] == []


def test_no_map_is_drawn_for_a_topic_that_names_no_province(archive: Archive) -> None:
    without = archive.records.with_records(MEETING, {}).with_records(REVIEW, {})
    assert _drawn(Archive(without), province_map, "merger").children == []


@pytest.mark.parametrize("language", Language)
def test_mergers_lead_from_each_province_to_its_unit(site: Site, archive: Archive, language: Language) -> None:
    picture = _picture(site, "picture-mergers", language)
    [svg] = picture.all("svg")
    links = [link.get("href").strip("/").split("/")[-2:] for link in svg.all("a", having="href")]
    assert sorted(id for folder, id in links if folder == "provinces") == sorted(archive.provinces)
    said = {
        unit.short[language]: (
            [archive.provinces[id].short[language] for id in unit.formed_from] + unit.joined_by,
            unit.congress.members.quantity(language) if unit.congress else None,
        )
        for unit in archive.units.values()
    }
    rows = {row[0]: row[1:] for row in _table(picture)}
    assert rows.keys() == said.keys()
    for name, (parts, members) in said.items():
        assert all(part in rows[name][0] for part in parts)
        assert rows[name][-1] == members or not members


def test_bars_of_members_have_one_scale(site: Site, archive: Archive) -> None:
    bars = {
        int(link.get("data-members")): float(link.all("rect", css="picture__mark")[0].get("width"))
        for link in _picture(site, "picture-mergers").all("a", having="data-members")
        if link.get("data-members")
    }
    [one, *others] = bars.items()
    assert [width for members, width in others if abs(width / one[1] - members / one[0]) > 0.01] == []


def test_speakers_are_shown_in_the_years_of_their_meetings(site: Site, archive: Archive) -> None:
    picture = _picture(site, "picture-speakers")
    names = {person.name: id for id, person in archive.people.items()}
    for name, in_all, years in _table(picture):
        chaired = {m.path: m.date.year for m in archive.meetings.values() for c in m.chairs if c.person == names[name]}
        spoke = {
            statement.home.path: statement.date.year
            for statement in archive.statements
            if statement.attendance and statement.attendance.person == names[name]
        }
        wanted = Counter((chaired | spoke).values())
        assert years == ", ".join(f"{year} ({wanted[year]})" for year in sorted(wanted))
        assert in_all == f"{wanted.total()} hội nghị"
    outlined = [link for link in picture.all("a", having="data-count") if link.all("rect", css="picture__chaired")]
    assert outlined and all("chủ trì" in link.all("title")[0].text for link in outlined)


def test_nobody_is_shown_where_nobody_spoke(archive: Archive) -> None:
    without = Archive(archive.records.with_records(MEETING, {}))
    assert _drawn(without, speakers_by_year).children == []


def test_every_meeting_has_one_mark_with_the_sign_of_its_level(site: Site, archive: Archive) -> None:
    picture = _picture(site, "picture-years")
    marks = picture.all("svg")[0].all("a", having="data-meeting")
    assert sorted(mark.get("data-meeting") for mark in marks) == sorted(
        m.id for m in archive.meetings_by("sort", "meeting")
    )
    signs = {"regional": "picture__mark", "provincial": "picture__ring", "national": "picture__ink"}
    for mark in marks:
        meeting = archive.meetings[mark.get("data-meeting")]
        assert mark.all(css=signs[meeting.record.level])
        assert meeting.title.vi in mark.all("title")[0].text
        assert mark.get("href").endswith(f"/{meeting.id}/")


def test_the_table_of_the_years_leads_to_the_lists_that_name_their_meetings(site: Site, archive: Archive) -> None:
    counts = Counter((m.record.level, m.date.year) for m in archive.meetings_by("sort", "meeting"))
    [body] = _picture(site, "picture-years").all("tbody")
    listed = 0
    for row in body.all("tr"):
        year = int(row.all("th")[0].text)
        for link, level in zip(row.all("a")[:-1], [level for level in Level if counts[level, year]], strict=True):
            path, _, anchor = urljoin("/meetings/", link.get("href")).lstrip("/").partition("#")
            page = site.page(path, Language.VI)
            names = {item.get("data-meeting") for item in page.article.all("li", having="data-meeting")}
            held = {
                m.id for m in archive.meetings_by("sort", "meeting") if m.date.year == year and m.record.level is level
            }
            assert int(link.text) == len(held) and held <= names
            assert not anchor or anchor in page.ids
            listed += len(held)
    assert listed == sum(counts.values())


def test_a_mark_stands_in_its_month_below_its_year(site: Site, archive: Archive) -> None:
    [svg] = _picture(site, "picture-years").all("svg")
    middles: dict[str, set[str]] = {}
    for mark in svg.all("a", having="data-meeting"):
        date = archive.meetings[mark.get("data-meeting")].date
        month = str(date.start.month) if date.precision in ("day", "month") else "?"
        middles.setdefault(month, set()).add(mark.all("rect", css="picture__hit")[0].get("x"))
    assert all(len(each) == 1 for each in middles.values())
    assert [month for month, _ in sorted(middles.items(), key=lambda item: float(min(item[1])))][-1] == "?"
    heads = {text.text: float(text.get("x")) for text in svg.all("text", having="text-anchor")}
    assert all(heads[month] == float(min(each)) + 12 for month, each in middles.items())


def test_topics_by_year_are_the_statements_of_the_download(
    site: Site, archive: Archive, statements: list[dict[str, Any]]
) -> None:
    wanted = Counter((topic, row["date"][:4]) for row in statements for topic in row["topics"])
    picture = _picture(site, "picture-topics")
    years = [cell.text for cell in picture.all("thead")[0].all("th")][1:-1]
    assert years == sorted({year for _, year in wanted})
    for topic, row in zip(archive.topics, _table(picture), strict=True):
        assert [int(cell) for cell in row[1:-1]] == [wanted[topic, year] for year in years]
        assert int(row[-1]) == sum(wanted[topic, year] for year in years)
    cards = site.page("topics/", Language.VI).article.all("li", css="card")
    listed = {_last(card): card.all(css="count")[0].text for card in cards}
    assert listed == {id: f"({count})" for id, count in _counts(picture, "topics").items()}


def test_documents_are_those_named_most_and_equals_stand_together(
    site: Site, archive: Archive, statements: list[dict[str, Any]]
) -> None:
    named = Counter(document for row in statements for document in row["documents"])
    picture = _picture(site, "picture-documents")
    shown = _counts(picture, "documents")
    least = min(shown.values())
    assert shown == {document: count for document, count in named.items() if count >= least}
    assert list(shown.values()) == sorted(shown.values(), reverse=True)
    bars = [float(bar.get("width")) for bar in picture.all("rect", css="picture__mark")]
    assert bars == pytest.approx([bars[0] * count / max(shown.values()) for count in shown.values()], abs=0.1)
    assert f"ít nhất {least} ý ghi nhận" in picture.text


def test_the_matrix_marks_the_provinces_that_each_example_names(site: Site, archive: Archive) -> None:
    part = archive.part(2031, ACHIEVEMENTS)
    assert part is not None
    examples = [statement for statement in archive.statements_of(part) if statement.example]
    picture = _picture(site, "picture-matrix-2031")
    marked, province = set(), ""
    for element in picture.all("svg")[0].all():
        if element.tag == "a":
            province = element.get("href").split("/")[-2]
        elif element.get("data-example"):
            marked.add((province, element.get("data-example")))
    assert marked == {(province, example.record.id) for example in examples for province in example.provinces}
    rows = _table(picture)
    assert len(rows) == len(examples)
    for example, (_, cell) in zip(examples, rows, strict=True):
        assert example.text.vi in cell
        assert ("không kể hết" in cell) is example.list_open


def test_an_archive_of_thousands_of_meetings_is_drawn_by_year_and_level(archive: Archive) -> None:
    records = archive.records.with_records(MEETING, {})
    records.files = dict(archive.records.files)
    for copy in range(40):
        for id, meeting in archive.records[MEETING].items():
            records[MEETING][f"{id}-{copy}"] = meeting
            records.files[f"data/meetings/{id}-{copy}.yml"] = archive.records.files[f"data/meetings/{id}.yml"]
    grown = Archive(records)
    picture = _drawn(grown, meeting_years)
    assert not picture.all(having="data-meeting")
    assert sum(int(row[-1].replace(".", "")) for row in _table(picture)) == 40 * len(
        archive.meetings_by("sort", "meeting")
    )
    drawn = (
        meeting_years(View(grown, Language.VI, "x/", Repository())),
        documents_picture(View(grown, Language.VI, "x/", Repository())),
    )
    assert all(len(html) < 20_000 for html in drawn)


@pytest.mark.parametrize(("value", "opacity"), [(0, 0), (1, 0.08), (50, 0.2), (100, 0.32)])
def test_a_field_is_the_darker_the_larger_its_number(value: int, opacity: float) -> None:
    assert shade(value, 100) == opacity


def test_lines_keep_every_word() -> None:
    text = "luân chuyển, điều động, bổ nhiệm mới hoặc bổ nhiệm lại, giới thiệu ứng cử"
    assert lines(text, 30) == ["luân chuyển, điều động, bổ", "nhiệm mới hoặc bổ nhiệm lại,", "giới thiệu ứng cử"]


_MISPLACED = """() => [...document.querySelectorAll('.picture svg')].flatMap(svg => {
    const frame = svg.getBoundingClientRect();
    const unit = frame.width / 360;
    const texts = [...svg.querySelectorAll('text')].map(text => [text, text.getBoundingClientRect()]);
    const overlap = (a, b) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;
    return texts.flatMap(([text, box], index) => [
        ...(box.left < frame.left - 1 || box.right > frame.right + 1 ? [`${text.textContent}: outside`] : []),
        ...(parseFloat(getComputedStyle(text).fontSize) * unit < 11 ? [`${text.textContent}: small`] : []),
        ...texts.slice(index + 1).filter(([, other]) => overlap(box, other))
            .map(([other]) => `${text.textContent} / ${other.textContent}`),
    ]);
})"""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("path", sorted(set(PAGES.values())))
def test_on_a_phone_every_word_of_a_picture_fits_and_can_be_read(open_tab: Open, path: str, language: Language) -> None:
    tab = open_tab(390)
    tab.visit(language.prefix + path)
    assert tab.page.locator(".picture svg").count() > 0
    assert tab.page.evaluate(_MISPLACED) == []
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert tab.errors == []


# axe does not measure text in drawings.
_FAINT = """() => {
    const colour = (element, opacity = 1) => {
        const [red, green, blue, alpha = 1] = getComputedStyle(element).fill.match(/[0-9.]+/g).map(Number);
        return {rgb: [red, green, blue], alpha: alpha * opacity};
    };
    const over = (below, {rgb, alpha}) => rgb.map((value, index) => value * alpha + below[index] * (1 - alpha));
    const light = rgb => rgb
        .map(value => value / 255)
        .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
        .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
    return [...document.querySelectorAll('.picture--map svg a')].flatMap(tile => {
        const shade = tile.querySelector('.picture__shade');
        const paper = colour(tile.querySelector('.picture__paper')).rgb;
        const field = over(paper, colour(shade, Number(shade.getAttribute('fill-opacity'))));
        return [...tile.querySelectorAll('text')].map(text => {
            const [low, high] = [light(field), light(over(field, colour(text)))].sort((a, b) => a - b);
            return [text.textContent, (high + 0.05) / (low + 0.05)];
        });
    });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_on_the_darkest_field_is_clear(open_tab: Open, scheme: Scheme) -> None:
    tab = open_tab(390, scheme=scheme)
    tab.visit("provinces/")
    measured = tab.page.evaluate(_FAINT)
    assert len(measured) == 3 * 4
    assert [(text, contrast) for text, contrast in measured if contrast < 4.5] == []


def test_a_tile_is_reached_and_opened_by_keyboard(open_tab: Open) -> None:
    tab = open_tab(390)
    tab.visit("provinces/")
    tile = tab.page.locator("#picture-map svg a").first
    tile.focus()
    assert tile.evaluate("tile => getComputedStyle(tile).outlineStyle") == "solid"
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url("**/provinces/bach-sa/")


def test_a_finger_finds_each_link_of_a_picture(open_tab: Open) -> None:
    tab = open_tab(390)
    for path in ("provinces/", "people/", "meetings/", "topics/", "documents/", "reviews/2031/achievements/"):
        tab.visit(path)
        boxes = tab.page.evaluate(
            "[...document.querySelectorAll('.picture svg a')]"
            ".map(link => link.getBoundingClientRect()).map(box => [box.width, box.height])"
        )
        assert boxes
        assert [box for box in boxes if min(box) < 23.5] == [], path
