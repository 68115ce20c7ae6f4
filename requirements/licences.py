"""Adds to a bill of materials the licences of `requirements/README.md`: `python requirements/licences.py sbom.json`.

The lock has none, and so has what is made from it. A test holds that table equal to the lock. Of Python's own library.
"""

import json
import re
import sys
from pathlib import Path

_ROW = re.compile(r"^\| ([a-z0-9-]+) \| ([^|]+) \|", re.MULTILINE)


def add_licences(bill: Path) -> None:
    """Write the licence of each package; raises KeyError for one that the table lacks."""
    licences = dict(_ROW.findall((Path(__file__).parent / "README.md").read_text("utf-8")))
    made = json.loads(bill.read_text("utf-8"))
    for component in made["components"]:
        component["licenses"] = [{"expression": licences[component["name"].lower()]}]
    bill.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    add_licences(Path(sys.argv[1]))
