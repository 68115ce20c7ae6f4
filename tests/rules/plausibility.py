"""Facts that are hardly possible, the region's units, addresses with tracking, names without accents."""

from __future__ import annotations

from tests.rules.cases import Cases
from tests.rules.table import MEETING, Files
from tests.rules.units import held as held_on

PEOPLE = "data/people.yml"
PROVINCES = "data/provinces.yml"
_PLACES = "provinces: {moc-linh: {}, bach-sa: {}, thanh-loan: {}}\n"


def statement(letters: int) -> Files:
    """A meeting with one statement of so many letters."""
    mark = "¦" if letters > 600 else ""
    return {MEETING: f"results:\n  - id: a\n    text:\n      vi: {mark}{'ơ' * letters}\n"}


def share(value: str, unit: str = "'%'", more: str = "") -> Files:
    """A figure with this value and unit."""
    return {MEETING: f"figures:\n  - id: a\n    value: {value}\n{more}    unit:\n      vi: {unit}\n"}


def held(place: str, more: str = "", *, level: str = "provincial", file: str = MEETING) -> Files:
    """A meeting held in a province."""
    return {
        PROVINCES: _PLACES,
        file: f"level: {level}\nplace:\n  vi: Nhà văn hóa\n  province: {place}\n{more}",
    }


def region(provinces: str, units: str) -> Files:
    """Provinces and units."""
    return {PROVINCES: f"provinces:\n{provinces}units:\n{units}"}


def address(url: str) -> Files:
    """A source at an address."""
    return {MEETING: f"sources:\n  - id: s1\n    url: {url}\n"}


def person(name: str, more: str = "") -> Files:
    """A person with a name."""
    return {PEOPLE: f"an:\n  name: {name}\n{more}"}


def named(text: str) -> Files:
    """A text in which a known person may be named."""
    return {PEOPLE: "an:\n  name: Nguyễn Văn Đức\nbinh:\n  name: Y Thăng\n", MEETING: f"title:\n  vi: {text}\n"}


TABLE = {
    "long-statement": Cases(good=[statement(600)], bad=[statement(601)]),
    "more-than-all": Cases(
        good=[
            share("100"),
            share("98.5"),
            share("1234", "đảng viên"),
            share("'150'"),
            share("true"),
            share("75", more="    value_to: 100\n"),
        ],
        bad=[
            share("¦102.5"),
            share("¦1234", "phần trăm"),
            share("75", more="    value_to: ¦120\n"),
        ],
    ),
    "place-in-another-province": Cases(
        good=[
            held("bach-sa"),
            held("bach-sa", "provinces: [moc-linh, bach-sa]\n"),
            held("bach-sa", file="data/meetings/2031-05-bach-sa.yml"),
            held("bach-sa", file="data/meetings/2031-05-bach-sa-moc-linh.yml"),
            # A regional meeting is held somewhere, and about anything.
            held("bach-sa", "provinces: [moc-linh]\n", level="regional"),
            held("no-such", "provinces: [moc-linh]\n"),
            held_on("2031-07-01", "hoang-trach"),  # the same unit by then
        ],
        bad=[
            held_on("2031-06-30", "¦hoang-trach"),
            held("¦bach-sa", "provinces: [moc-linh, thanh-loan]\n"),
            held("¦bach-sa", file="data/meetings/2031-05-moc-linh.yml"),
            held("¦bach-sa", "provinces: [moc-linh]\n", file="data/meetings/2031-05-moc-linh.yml"),
        ],
    ),
    "province-and-its-unit": Cases(
        good=[
            region("  a:\n    successor: u\n  b:\n    successor: u\n", "  u:\n    formed_from: [a, b]\n"),
            region("  a:\n    successor: no-such\n", "  u:\n    formed_from: [no-such]\n"),
        ],
        bad=[
            region("  a:\n    successor: u\n  b:\n    successor: ¦u\n", "  u:\n    formed_from: [a]\n"),
            region(
                "  a:\n    successor: u\n  b:\n    successor: v\n",
                "  u:\n    formed_from: [a, ¦b]\n  v:\n    formed_from: [b]\n",
            ),
        ],
    ),
    "tracking-parameter": Cases(
        good=[
            address("https://bao.example.org/bai?id=3&page=2#utm_source=x"),
            address("https://bao.example.org/utm_source=zalo"),
            address("not-stated"),
        ],
        bad=[
            address("https://bao.example.org/bai?¦utm_source=zalo"),
            address("https://bao.example.org/bai?id=3&¦fbclid=Abc&zarsrc=30"),
        ],
        fixed=[
            (
                address("https://bao.example.org/bai?utm_source=zalo&utm_medium=x"),
                address("https://bao.example.org/bai"),
            ),
            (
                address("https://bao.example.org/bai?fbclid=Abc&id=3&gclid=1#top"),
                address("https://bao.example.org/bai?id=3#top"),
            ),
        ],
    ),
    "name-without-accents": Cases(
        good=[
            person("Nguyễn Văn An"),
            person("Phan Anh"),
            person("Rah Lan Chung"),
            person("Tran Van Duc", "  note:\n    vi: Nguồn in không dấu.\n"),
        ],
        bad=[person("¦Tran Van Duc"), person("¦NGUYEN VAN AN")],
    ),
    "known-name-without-accents": Cases(
        good=[
            named("Ông Nguyễn Văn Đức chủ trì."),
            named("Nguồn in “Nguyen Van Duc”."),
            named("Ông Nguyen Van Ducs chủ trì."),
            named("Y Thang phát biểu."),
        ],
        bad=[named("Ông ¦Nguyen Van Duc chủ trì.")],
        fixed=[(named("Ông Nguyen Van Duc chủ trì."), named("Ông Nguyễn Văn Đức chủ trì."))],
    ),
}
