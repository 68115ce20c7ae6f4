"""The region, its provinces by their names of one year, and the units of today: `data/provinces.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.records.base import (
    About,
    CalendarYear,
    DocumentId,
    Line,
    ProvinceId,
    Record,
    Slug,
    SourceId,
    Text,
    UnitId,
    When,
)
from macros.records.source import Source

_PROVINCE = {"vi": "Tỉnh Sông Hạ", "en": "Song Ha Province"}
_SHORT = {"vi": "Sông Hạ", "en": "Song Ha"}
_NOTE = {"vi": "Tám đơn vị.", "en": "Eight units."}
_Place = Annotated[int, Field(ge=0, le=20)]


class Tile(Record):
    """Where a province lies on the map of tiles, as seen from its upper left corner."""

    row: Annotated[_Place, About("hàng, từ bắc xuống nam, bắt đầu từ 0", "row, north to south, from 0", 3)]
    column: Annotated[_Place, About("cột, từ tây sang đông, bắt đầu từ 0", "column, west to east, from 0", 1)]


class Province(Record):
    """A province of the region as named in the region's `year`, in `data/provinces.yml`."""

    name: Annotated[Text, About("tên đầy đủ trong năm ghi ở `year`", "full name in the region’s `year`", _PROVINCE)]
    short: Annotated[Text, About("tên ngắn", "short name", _SHORT)]
    forms: Annotated[list[Line], About("cách viết khác", "other forms", ["Đắc Lắc"])] = []
    tile: Annotated[
        Tile | None,
        About(
            "chỗ trên bản đồ ô; không ghi thì đứng dưới các tỉnh khác",
            "place on the map of tiles; without it, below the others",
            {"row": 3, "column": 1},
            label=("chỗ trên bản đồ", "place on the map"),
        ),
    ] = None
    successor: Annotated[
        UnitId,
        About("mã đơn vị kế tục", "id of the present unit", "song-ha", label=("đơn vị hiện nay", "present unit")),
    ]
    notes: Annotated[list[Text], About("các ghi chú", "notes", [_NOTE], label=("ghi chú", "notes"))] = []
    sources: Annotated[
        list[SourceId],
        Field(min_length=1),
        About("mã các nguồn trong tệp", "ids of sources in the file", ["vov"], label=("nguồn", "sources")),
    ]


class Unit(Record):
    """A provincial-level unit of today, in `data/provinces.yml`."""

    name: Annotated[Text, About("tên đầy đủ", "full name", {"vi": "Tỉnh Sông Hạ", "en": "Song Ha Province"})]
    short: Annotated[Text, About("tên ngắn", "short name", {"vi": "Sông Hạ", "en": "Song Ha"})]
    formed_from: Annotated[
        list[ProvinceId],
        Field(min_length=1),
        About(
            "mã các tỉnh của khu vực hợp thành",
            "ids of the region’s provinces it was formed from",
            ["song-ha"],
            label=("hợp thành từ", "formed from"),
        ),
    ]
    joined_by: Annotated[
        list[Line], About("tỉnh ngoài khu vực cùng nhập", "provinces outside the region that joined", ["Bình Thuận"])
    ] = []
    in_force: Annotated[When, About("ngày nghị quyết có hiệu lực", "resolution in force from", "2025-06-12")]
    operates_from: Annotated[When, About("ngày chính quyền mới hoạt động", "new government from", "2025-07-01")]
    document: Annotated[
        DocumentId,
        About(
            "mã văn bản lập đơn vị",
            "id of the founding document",
            "202-2025-qh15",
            label=("văn bản lập đơn vị", "founding document"),
        ),
    ]


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
            "tên ngắn, viết sau “Tri thức xây dựng Đảng” thành tên của trang web",
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
