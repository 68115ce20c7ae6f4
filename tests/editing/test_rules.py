"""The rules that the form knows, by the tables of the check's own: one table of good and bad values for both."""

from __future__ import annotations

from typing import Any

import pytest

from macros.archive import Archive
from macros.checks import RULES
from macros.data.strict_yaml import parse
from macros.derived.schemas import schema_of
from macros.records.files import pattern_of
from macros.text.dates import today
from tests.editing.conftest import Run, form_files
from tests.rules import addresses, dates, documents, encodings, facts, letters, plausibility, summaries, texts
from tests.rules.table import Files, marked
from tests.support.edits import MARK

OURS = {
    **encodings.TABLE,
    **letters.TABLE,
    **{name: cases for name, cases in addresses.TABLE.items() if name == "deceiving-address"},
    **{name: cases for name, cases in plausibility.TABLE.items() if name in ("tracking-parameter", "more-than-all")},
    **{name: cases for name, cases in dates.TABLE.items() if name != "year-of-a-review"},
    **{name: facts.TABLE[name] for name in ("text-twice-in-a-file", "figure-twice", "source-twice")},
    **{name: facts.TABLE[name] for name in ("person-twice", "abbreviation-twice")},
    **{name: texts.TABLE[name] for name in ("unfilled", "placeholder-for-english", "not-stated-in-a-text")},
    **{name: documents.TABLE[name] for name in ("document-number-form", "document-id")},
    "province-and-its-unit": plausibility.TABLE["province-and-its-unit"],
    "sentences-of-a-summary": summaries.TABLE["sentences-of-a-summary"],
    **{name: cases for name, cases in texts.TABLE.items() if "number" in name or name == "approximation-in-a-text"},
}
# What the form does not open, or needs other files for.
_ELSEWHERE = ("data/published.yml",)
_FOUND = """async ({ cases, schemas, today }) => {
    const { Schema } = await import("./edit/schema.js");
    const { problems } = await import("./edit/rules/all.js");
    const judges = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, new Schema(schema)]));
    return cases.map(({ schema, name, value, sources }) =>
        problems(judges[schema], name, value, { ...(sources && { sources }), today }));
}"""


@pytest.mark.parametrize("rule", OURS)
def test_the_form_finds_what_the_check_finds(run: Run, archive: Archive, rule: str) -> None:
    cases = [(files, kind) for kind in ("good", "bad") for files in getattr(OURS[rule], kind)]
    given = [(each, files, kind) for files, kind in cases for each in _given(files)]
    answers = run(
        _FOUND, {"cases": [each for each, *_ in given], "schemas": form_files(archive).schemas, "today": str(today())}
    )
    for (each, files, kind), found in zip(given, answers, strict=True):
        own = [problem for problem in found if problem["key"] == rule]
        file = f"data/{each['name']}"
        _, places, _ = parse(files[file].replace(MARK, "").encode(), file)
        lines = {f"{file}:{places.find(tuple(problem['path'])).line}" for problem in own}
        wanted = {place.rpartition(":")[0] for place in marked(files) if place.startswith(f"{file}:")}
        assert lines == wanted, (kind, files)
        assert {problem["severity"] for problem in own} <= {RULES[rule].severity.value}


def _given(files: Files) -> list[dict[str, Any]]:
    """The files of a case, as the form has them."""
    given = []
    for file, text in files.items():
        if (pattern := pattern_of(file)) and file not in _ELSEWHERE:
            value, _, problems = parse(text.replace(MARK, "").encode(), file)
            assert not problems
            review = files.get(f"{file.rpartition('/')[0]}/review.yml")
            sources = {"sources": parse(review.encode(), "")[0]["sources"]} if review and file.count("/") > 2 else {}
            given.append({"schema": schema_of(pattern), "name": file.removeprefix("data/"), "value": value, **sources})
    return given
