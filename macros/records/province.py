"""The provinces of the region by their names of one year: `data/provinces.yml`."""

from typing import Annotated

from pydantic import Field

from macros.records.base import About, Line, NotShown, Record, SourceId, Text, UnitId
from macros.records.record_type import RecordType, Searched

_PROVINCE = {"vi": "Tỉnh Sông Hạ", "en": "Sông Hạ Province"}
_SHORT = {"vi": "Sông Hạ", "en": "Sông Hạ"}
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
        NotShown(),
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


PROVINCE = RecordType(
    name="province",
    template="province",
    collection="provinces",
    noun=("tỉnh", "province"),
    schema_org="AdministrativeArea",
    record=Province,
    file="provinces.yml",
    key="provinces",
    address="provinces/{id}/",
    title="name",
    label="short",
    other_names=("name", "forms"),
    lists=("statement", "meeting", "appointment_meeting", "figure"),
    has_card=True,
    asked=("short.vi", "short.en", "name.vi", "name.en", "successor"),
    search=Searched(title=("name",)),
)
