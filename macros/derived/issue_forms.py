"""The codes on the forges' forms, in words: editors who write no YAML pick “Cấp tỉnh / Provincial”.

The forms are written by hand but for these lists: on GitHub the options of a dropdown whose `id` is a field, on GitLab
the lines between `<!-- codes: FIELD -->` and `<!-- /codes -->`. `make schemas` writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from macros import records as model
from macros.data import plain_files
from macros.data.codes import Codes
from macros.data.writing import scalar
from macros.records.shape import Shape

# Whose fields the forms ask for.
_RECORDS = (model.MeetingRecord, model.StatementRecord, model.Source)
_DROPDOWN = re.compile(
    r"(?P<head>  - type: dropdown\n    id: (?P<field>\w+)\n(?:(?!  - ).*\n)*?      options:\n)"
    r"(?P<list>(?:        - .*\n)*)"
)
_BETWEEN = re.compile(r"(?P<head><!-- codes: (?P<field>\w+) -->\n)(?P<list>(?:- \[ \] .*\n)*)(?=<!-- /codes -->)")


def files(root: Path, known: Mapping[str, Codes]) -> dict[Path, str]:
    """Every form with its text, its lists of codes being those of the model and of the ids that are known.

    Raises `KeyError` for a list of a field that has no codes.
    """
    found = {}
    for path in sorted(root.glob(".github/ISSUE_TEMPLATE/*.yml")):
        found[path] = _renewed(path, root, _DROPDOWN, lambda said: f"        - {scalar(said)}\n", known)
    for path in sorted(root.glob(".gitlab/issue_templates/*.md")):
        found[path] = _renewed(path, root, _BETWEEN, lambda said: f"- [ ] {said}\n", known)
    return {path.relative_to(root): text for path, text in found.items()}


def _renewed(
    path: Path, root: Path, lists: re.Pattern[str], line: Callable[[str], str], known: Mapping[str, Codes]
) -> str:
    text = plain_files.read(path, root).decode("utf-8")
    return lists.sub(lambda found: found["head"] + "".join(map(line, _said(found["field"], known))), text)


def _said(field: str, known: Mapping[str, Codes]) -> list[str]:
    """The codes of a field in words of both languages."""
    for record in _RECORDS:
        codes = Shape(record, lambda kind: known.get(kind, Codes())).codes((field,))
        if codes is not None:
            return [f"{code.vi} / {code.en} ({code.id})" for code in codes]
    raise KeyError(field)
