"""The codes on the forges' forms, in words: editors who write no YAML pick “Cấp tỉnh / Provincial”.

The forms are written by hand but for these lists: on GitHub the options of a dropdown whose `id` is a field, on GitLab
the lines between `<!-- codes: FIELD -->` and `<!-- /codes -->`. `make schemas` writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from macros.data import plain_files
from macros.data.codes import Codes
from macros.data.writing import scalar
from macros.records import TYPES, Record
from macros.records.walk import fields_of

_DROPDOWN = re.compile(
    r"(?P<head>  - type: dropdown\n    id: (?P<field>\w+)\n(?:(?!  - ).*\n)*?      options:\n)"
    r"(?P<list>(?:        - .*\n)*)"
)
_BETWEEN = re.compile(r"(?P<head><!-- codes: (?P<field>\w+) -->\n)(?P<list>(?:- \[ \] .*\n)*)(?=<!-- /codes -->)")


def files(root: Path, known: Mapping[str, Codes]) -> dict[Path, str]:
    """Every form with its text, its lists of codes being those of the types and of the ids that are known.

    Raises `KeyError` for a list of a field that has no codes.
    """
    found = {}
    for pattern, lists, line in (
        (".github/ISSUE_TEMPLATE/*.yml", _DROPDOWN, _option),
        (".gitlab/issue_templates/*.md", _BETWEEN, "- [ ] {}\n".format),
    ):
        renewed = partial(_renewed, line, known)
        for path in sorted(root.glob(pattern)):
            text = plain_files.read(path, root).decode("utf-8")
            found[path.relative_to(root)] = lists.sub(renewed, text)
    return found


def _option(code: str) -> str:
    return f"        - {scalar(code)}\n"


def _renewed(line: Callable[[str], str], known: Mapping[str, Codes], found: re.Match[str]) -> str:
    return found["head"] + "".join(map(line, _codes(found["field"], known)))


def _codes(name: str, known: Mapping[str, Codes]) -> list[str]:
    """The codes of the field of that name, of the first type that has them, in words of both languages."""
    records: list[type[Record]] = [type.record for type in TYPES]
    fields = [fields_of(record)[name] for record in records if name in fields_of(record)]
    for codes in (field.codes(lambda collection: known.get(collection, Codes())) for field in fields):
        if codes is not None:
            return [f"{code.vi} / {code.en} ({code.id})" for code in codes]
    raise KeyError(name)
