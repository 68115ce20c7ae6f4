"""The region, and the file that holds it with its provinces and the units of today: `data/provinces.yml`."""

from typing import Annotated

from pydantic import Field

from macros.records.base import About, CalendarYear, Record, Slug, Text
from macros.records.province import Province
from macros.records.source import Source
from macros.records.unit import Unit

_NOTE = {"vi": "Tám đơn vị.", "en": "Eight units."}


class Disagreement(Record):
    """A source that draws the region otherwise."""

    source: Annotated[Text, About("nguồn", "source", {"vi": "Báo Thống Nhất", "en": "The newspaper Thống Nhất"})]
    says: Annotated[Text, About("nguồn nói gì", "what it says", {"vi": "Chín tỉnh", "en": "Nine provinces"})]
    comment: Annotated[Text, About("nhận xét", "comment", {"vi": "Không nêu tên.", "en": "Not named."})]


class Region(Record):
    """The region and how its extent is known."""

    name: Annotated[
        Text, About("tên khu vực", "name of the region", {"vi": "Khu vực miền Bắc", "en": "Northern region"})
    ]
    short: Annotated[
        Text,
        About(
            "tên ngắn, viết sau “Kho tư liệu xây dựng Đảng” thành tên của trang web",
            "short name, the last part of the site’s own name",
            {"vi": "miền Bắc", "en": "Northern Vietnam"},
        ),
    ]
    year: Annotated[
        int,
        CalendarYear(),
        Field(ge=1930, le=2099),
        About("năm của tên các tỉnh", "year of the provinces’ names", 2021),
    ]
    basis: Annotated[list[Text], About("căn cứ xác định phạm vi", "how its extent is known", [_NOTE])]
    disagreements: Annotated[list[Disagreement], About("nguồn nói khác", "sources that say otherwise", [])]
    notes: Annotated[list[Text], About("các ghi chú", "notes", [_NOTE], label=("ghi chú", "notes"))] = []


class ProvincesFile(Record):
    """`data/provinces.yml`."""

    region: Annotated[Region, About("khu vực", "the region", {})]
    provinces: Annotated[dict[Slug, Province], About("các tỉnh, theo mã", "provinces, by id", {})]
    units: Annotated[dict[Slug, Unit], About("các đơn vị kế tục, theo mã", "present units, by id", {})]
    sources: Annotated[
        list[Source],
        Field(min_length=1),
        About("ít nhất một nguồn", "at least one source", [], label=("nguồn", "sources")),
    ]
