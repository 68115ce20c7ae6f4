"""The region, its provinces as of 2023 and its units since 2025: `data/provinces.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import About, DocumentId, Line, ProvinceId, Record, Slug, SourceId, Text, UnitId, When
from macros.model.source import Source

_PROVINCE = {"vi": "Tỉnh Quảng Bình", "en": "Quang Binh Province"}
_SHORT = {"vi": "Quảng Bình", "en": "Quang Binh"}
_NOTE = {"vi": "Tám đơn vị.", "en": "Eight units."}


class Province(Record):
    """A province of the region as named in 2023, in `data/provinces.yml`."""

    name: Annotated[Text, About("tên đầy đủ năm 2023", "full name in 2023", _PROVINCE)]
    short: Annotated[Text, About("tên ngắn", "short name", _SHORT)]
    forms: Annotated[list[Line], About("cách viết khác", "other forms", ["Đắc Lắc"])] = []
    successor: Annotated[
        UnitId,
        About(
            "mã đơn vị từ năm 2025", "id of the unit since 2025", "quang-tri", label=("đơn vị hiện nay", "present unit")
        ),
    ]
    notes: Annotated[list[Text], About("các ghi chú", "notes", [_NOTE], label=("ghi chú", "notes"))] = []
    sources: Annotated[
        list[SourceId],
        Field(min_length=1),
        About("mã các nguồn trong tệp", "ids of sources in the file", ["vov"], label=("nguồn", "sources")),
    ]


class Unit(Record):
    """A provincial-level unit since 2025, in `data/provinces.yml`."""

    name: Annotated[Text, About("tên đầy đủ", "full name", {"vi": "Tỉnh Quảng Trị", "en": "Quang Tri Province"})]
    short: Annotated[Text, About("tên ngắn", "short name", {"vi": "Quảng Trị", "en": "Quang Tri"})]
    formed_from: Annotated[
        list[ProvinceId],
        Field(min_length=1),
        About(
            "mã các tỉnh của khu vực hợp thành",
            "ids of the region’s provinces it was formed from",
            ["quang-binh"],
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

    source: Annotated[Text, About("nguồn", "source", {"vi": "Bài viết năm 2023", "en": "The 2023 article"})]
    says: Annotated[Text, About("nguồn nói gì", "what it says", {"vi": "Chín tỉnh", "en": "Nine provinces"})]
    comment: Annotated[Text, About("nhận xét", "comment", {"vi": "Không nêu tên.", "en": "Not named."})]


class Region(Record):
    """The region and how its extent is known."""

    name: Annotated[Text, About("tên khu vực", "name of the region", {"vi": "miền Trung", "en": "Central region"})]
    basis: Annotated[list[Text], About("căn cứ xác định phạm vi", "how its extent is known", [_NOTE])]
    disagreements: Annotated[list[Disagreement], About("nguồn nói khác", "sources that say otherwise", [])]
    notes: Annotated[list[Text], About("các ghi chú", "notes", [_NOTE], label=("ghi chú", "notes"))] = []


class ProvincesFile(Record):
    """`data/provinces.yml`."""

    region: Annotated[Region, About("khu vực", "the region", {})]
    provinces: Annotated[dict[Slug, Province], About("các tỉnh năm 2023, theo mã", "provinces of 2023, by id", {})]
    units: Annotated[dict[Slug, Unit], About("các đơn vị từ năm 2025, theo mã", "units since 2025, by id", {})]
    sources: Annotated[
        list[Source],
        Field(min_length=1),
        About("ít nhất một nguồn", "at least one source", [], label=("nguồn", "sources")),
    ]
