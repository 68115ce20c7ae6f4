"""What came to the archive when: `data/additions.yml`, written by `make record`. Feeds announce as one what came so."""

from typing import Annotated

from pydantic import Field

from macros.records.base import About, PermanentAddress, Record, When
from macros.records.correction import Commit


class Addition(Record):
    """The meetings and reviews that one change of the data added."""

    date: Annotated[When, About("ngày bổ sung", "day on which they came", "2027-01-15")]
    commit: Commit
    pages: Annotated[
        list[PermanentAddress],
        Field(min_length=1),
        About("địa chỉ các trang đã thêm", "addresses of the pages that came", ["meetings/2022-06-29/"]),
    ]


class AdditionsFile(Record):
    """`data/additions.yml`, the newest last."""

    additions: Annotated[list[Addition], About("các đợt bổ sung", "what came in one go", [])]
