"""The present units have pages, which their provinces and meetings lead to and old addresses too."""

from __future__ import annotations

import json

import pytest

from macros.archive import Archive
from macros.search.documents import documents
from macros.text.language import Language, word
from tests.support.built_site import Site, SitePage

UNIT = "units/bach-sa/"
MEETING = "meetings/2032-01-05-bach-sa/"  # held on the day on which the unit began to work
OLD = "meetings/2031-09-03-bach-sa-hoang-trach/"
LABEL = {
    Language.VI: "Cấp tỉnh (Bạch Sa, gồm cả Hoàng Trạch, Viễn Giang cũ)",
    Language.EN: "Provincial (Bạch Sa, with the former Hoàng Trạch, Viễn Giang)",
}


def _links(page: SitePage) -> set[str]:
    return {link.get("href").removeprefix("../../") for link in page.article.all("a")}


def _meetings_under(page: SitePage, heading: str) -> list[str]:
    """The meetings that a page lists below a heading, before the next."""
    found, here = [], False
    for each in page.article.all("h2", "h3", "li"):
        here = each.get("id") == heading if each.tag != "li" else here
        if here and each.get("data-meeting"):
            found.append(f"meetings/{each.get('data-meeting')}/")
    return found


@pytest.mark.parametrize("language", Language)
def test_a_unit_says_what_it_was_formed_from_since_when_and_by_what(site: Site, language: Language) -> None:
    page = site.page(UNIT, language)
    assert {"provinces/hoang-trach/", "provinces/bach-sa/", "documents/71-2031-qh17/"} <= _links(page)
    assert f"Viễn Giang ({word('outside_region', language)})" in page.article.text
    assert {"2032-01-05", "2032-01-01"} <= {each.get("datetime") for each in page.article.all("time")}
    assert [each.get("id") for each in page.article.all("li", css="source")] == [
        "source-nghi-quyet",
        "source-bao-thuong-ha",
    ]


@pytest.mark.parametrize("language", Language)
def test_a_unit_lists_its_own_meetings_apart_from_those_of_its_parts(site: Site, language: Language) -> None:
    page = site.page(UNIT, language)
    assert _meetings_under(page, "part-own-meetings") == [MEETING]
    before = _meetings_under(page, "part-before-meetings")
    assert OLD in before and MEETING not in before


@pytest.mark.parametrize("language", Language)
def test_the_list_has_every_unit(site: Site, language: Language) -> None:
    page = site.page("units/", language)
    assert [row.get("data-unit") for row in page.article.all("tr", having="data-unit")] == [
        "bach-sa",
        "moc-linh",
        "thanh-loan",
    ]
    assert "units/" in {
        link.get("href").removeprefix("../") for link in site.page("provinces/", language).article.all("a")
    }


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("province", ["bach-sa", "hoang-trach"])
def test_a_province_leads_to_its_unit_and_lists_the_meetings_of_the_unit(
    site: Site, language: Language, province: str
) -> None:
    page = site.page(f"provinces/{province}/", language)
    [lead] = page.article.all("p", css="lead")
    assert lead.text.startswith(word("now_part_of", language))
    assert lead.all("a")[0].get("href") == f"../../{UNIT}"
    [item] = [each for each in page.article.all("li") if each.get("data-meeting") == "2032-01-05-bach-sa"]
    assert LABEL[language] in item.text


@pytest.mark.parametrize("language", Language)
def test_a_meeting_bears_the_name_of_the_day(site: Site, language: Language) -> None:
    links = _links(site.page(MEETING, language))
    assert UNIT in links and "provinces/bach-sa/" not in links
    links = _links(site.page(OLD, language))
    assert "provinces/bach-sa/" in links and UNIT not in links


@pytest.mark.parametrize("language", Language)
def test_the_old_address_of_a_unit_leads_to_its_page(site: Site, language: Language) -> None:
    [said] = [each for each in site.page("provinces/", language).article.all("p") if each.get("id") == "unit-bach-sa"]
    assert said.text.startswith(word("elsewhere", language))
    assert [link.get("href") for link in said.all("a")] == [f"../{UNIT}"]


@pytest.mark.parametrize("language", Language)
def test_a_unit_and_a_province_of_one_id_are_found_apart(archive: Archive, language: Language) -> None:
    found = {each.id: (each.kind, each.home.path) for each in documents(archive, language)}
    assert found["bach-sa"] == ("province", "provinces/bach-sa/")
    assert found["units/bach-sa"] == ("unit", UNIT)


def test_exports_and_linked_data_have_the_unit(site: Site) -> None:
    rows = json.loads((site.folder / "data/units.json").read_text("utf-8"))
    assert [row["id"] for row in rows] == ["bach-sa", "moc-linh", "thanh-loan"]
    assert UNIT in (site.folder / "sitemap.xml").read_text("utf-8")
    statements = json.loads((site.folder / "data/statements.json").read_text("utf-8"))
    [row] = [row for row in statements if row["address"] == f"{MEETING}meet-each-month"]
    assert row["units"] == ["bach-sa"] and row["provinces"] == ["hoang-trach", "bach-sa"]
    [script] = [each.text for each in site.page(UNIT, Language.VI).head.all("script") if "ld+json" in each.get("type")]
    assert '"@type":"AdministrativeArea"' in script
