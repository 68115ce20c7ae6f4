"""What may be an outcome of a statement: good and bad values."""

from tests.rules.cases import Cases
from tests.rules.table import MEETING, Files

_OTHERS = {
    "data/meetings/2022-12-29.yml": "date: 2022-12-29\nresults:\n  - id: done\n    text: {vi: Xong.}\n",
    "data/meetings/2021-12-29.yml": "date: 2021-12-29\nfigures:\n  - id: many\n    value: 5\n",
    "data/documents/96-qd-tw-2023.yml": "date: 2023-02-02\n",
    "data/documents/35-ct-tw-2019.yml": "date: 2019-05-30\n",
    "data/provinces.yml": "units:\n  ha: {congress: {date: 2025-10-02/04}}\n  xa: {in_force: 2025-06-12}\n",
}


def task(outcome: str) -> Files:
    """A meeting of 29 June 2022 with a task and an outcome of it, and others to which that may lead."""
    lines = f"date: 2022-06-29\ntasks:\n  - id: a\n    text: {{vi: Làm.}}\n    outcomes:\n      - {outcome}\n"
    return {MEETING: lines, **_OTHERS}


def priority(outcome: str) -> Files:
    """A priority of the review of 2022 with an outcome of it."""
    lines = f"frame:\n  - id: a\n    text: {{vi: Làm.}}\n    outcomes:\n      - {outcome}\n"
    return {"data/reviews/2022/priorities.yml": lines, **_OTHERS}


TABLE = {
    "outcome-comes-later": Cases(
        good=[
            task("to: meetings/2022-12-29/done"),
            task("to: meetings/2022-12-29"),
            task("to: documents/96-qd-tw-2023"),
            task("to: units/ha"),
            task("date: 2022-06-30"),
            task("date: 2022"),  # some day of the year is later
            priority("to: documents/96-qd-tw-2023"),
        ],
        bad=[
            task("to: ¦meetings/2022-12-29/not-there"),
            task("to: ¦meetings/2022-12-30"),
            task("to: ¦documents/no-such-document"),
            task("to: ¦units/xa"),  # has no congress
            task("to: ¦units/no-such-unit"),
            task("to: ¦done"),
            task("to: ¦meetings/2021-12-29/many"),
            task("to: ¦documents/35-ct-tw-2019"),
            task("date: ¦2022-06-29"),
            priority("to: ¦meetings/2022-12-29/done"),
        ],
    ),
}
