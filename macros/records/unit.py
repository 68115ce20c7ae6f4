"""The units of today that succeed the provinces: `data/provinces.yml`."""

from typing import Annotated

from pydantic import Field

from macros.records.base import About, DocumentId, Line, ProvinceId, Record, Text, When, in_both
from macros.records.congress import Congress
from macros.records.record_type import RecordType, Searched
from macros.text.language import word
from macros.text.passages import phrase


class Unit(Record):
    """A provincial-level present unit, in `data/provinces.yml`."""

    name: Annotated[Text, About("tên đầy đủ", "full name", {"vi": "Tỉnh Sông Hạ", "en": "Sông Hạ Province"})]
    short: Annotated[Text, About("tên ngắn", "short name", {"vi": "Sông Hạ", "en": "Sông Hạ"})]
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
    congress: Annotated[
        Congress | None,
        About(
            "đại hội đảng bộ của đơn vị, nhiệm kỳ 2025-2030; xem bảng đại hội",
            "congress of the unit’s Party organisation for 2025–2030; see the table of congresses",
            {},
            label=("đại hội đảng bộ", "Party congress"),
        ),
    ] = None


def _title(unit: Unit) -> Text:
    """Its name with the day since when it is at work: a province of before may have the same name."""
    return in_both(
        lambda language: phrase(
            "{} ({} {})", unit.name[language], word("since", language).lower(), unit.operates_from.shown(language)
        )
    )


UNIT = RecordType(
    name="unit",
    template="unit",
    collection="units",
    noun=("đơn vị cấp tỉnh kế tục", "present unit"),
    schema_org="AdministrativeArea",
    record=Unit,
    file="provinces.yml",
    key="units",
    address="units/{id}/",
    title="name",
    make_title=_title,
    label="short",
    other_names=("name", "forms"),
    lists=("statement", "meeting", "appointment_meeting", "figure"),
    has_card=True,
    parts="units/pages/",
    asked=("short.vi", "short.en", "name.vi", "name.en", "formed_from", "document"),
    search=Searched(title=("name",)),
    found_as="units/{id}",
)
