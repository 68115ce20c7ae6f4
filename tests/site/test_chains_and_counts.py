"""The chain of an issue and counts over a span: in order of time, joined and compared only where records say so."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from macros.archive import Archive
from macros.archive.issues import MOST_OF_A_KIND, Relation, StepKind, issue
from macros.archive.items import Figure
from macros.pages.pictures.counts_over_time import comparable, counts_over_time
from macros.pages.pictures.issue_chain import issue_chain
from macros.text.dates import PartialDate
from macros.text.language import Language
from macros.views.rendering import View
from macros.views.repository import Repository
from tests.support import html_reader
from tests.support.html_reader import Element

TOPIC = "members"


def _view(archive: Archive, language: Language = Language.VI) -> View:
    return View(archive, language, "topics/x/", Repository())


def _rows(drawn: Element) -> list[list[str]]:
    [body] = drawn.all("tbody")
    return [[cell.text for cell in row.all("th", "td")] for row in body.all("tr")]


def _said(archive: Archive) -> set[tuple[Relation, str, str]]:
    """What the records themselves say of two things."""
    outcomes = {(Relation.OUTCOME, s.id, o.to) for s in archive.statements for o in s.record.outcomes if o.to}
    named = {(Relation.NAMED, s.id, f"documents/{id}") for s in archive.statements for id in s.record.documents}
    replaced = {
        (Relation.REPLACED, f"documents/{change.document}", f"documents/{id}")
        for id, record in archive.documents.items()
        for change in record.replaces
    }
    return outcomes | named | replaced


def test_two_steps_are_joined_only_by_what_a_record_says(archive: Archive) -> None:
    said = _said(archive)
    found: Counter[Relation] = Counter()
    for topic in archive.topics:
        for relation, first, second in issue(archive, topic).links:
            found[relation] += 1
            facts = {f"{first.id} {o.fact.vi}" for s in archive.statements if s.id == first.id
                     for o in s.record.outcomes if o.fact}  # fmt: skip
            assert (relation, first.id, second.id) in said or second.id in facts, (first.id, second.id)
    assert found.keys() == set(Relation)


def test_steps_are_few_of_each_kind_and_in_order_of_time(archive: Archive) -> None:
    for topic in archive.topics:
        steps = issue(archive, topic).steps
        assert [step.date.end for step in steps] == sorted(step.date.end for step in steps)
        assert max(Counter(step.kind for step in steps).values(), default=0) <= MOST_OF_A_KIND
        assert len({step.id for step in steps}) == len(steps)


@pytest.mark.parametrize("language", Language)
def test_the_drawing_of_a_chain_and_its_table_are_the_same(archive: Archive, language: Language) -> None:
    drawn_topics, view = 0, _view(archive, language)
    for topic in archive.topics:
        found = issue(archive, topic)
        drawn = html_reader.read(str(issue_chain(view, topic)))
        assert bool(drawn.children) == (len(found.kinds) >= 3), topic
        if not drawn.children:
            continue
        drawn_topics += 1
        steps = drawn.all("svg")[0].all("a")
        addresses = [view.href(step.path, step.anchor) for step in found.steps]
        assert [step.get("href") for step in steps] == addresses
        hrefs = [[link.get("href") for link in row.all("a")] for row in drawn.all("tbody")[0].all("tr")]
        assert hrefs == [[address] for address in addresses]
        assert all("…" not in step.text or step.all("title") for step in steps)
        lines = [path for path in drawn.all("path") if (path.get("class") or "").startswith("picture__link ")]
        assert len(lines) == len(found.links)
        related = Counter(text for row in _rows(drawn) for text in row[-1].split("; ") if text != "–")
        assert sum(related.values()) == 2 * len(found.links)
    assert drawn_topics > 1


@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.VI, "không phải nguyên nhân và kết quả"), (Language.EN, "not cause and effect")],
)
def test_a_chain_says_that_order_is_no_cause(archive: Archive, language: Language, words: str) -> None:
    assert words in html_reader.read(str(issue_chain(_view(archive, language), "merger"))).text


def test_a_task_may_have_each_kind_of_outcome(archive: Archive) -> None:
    kinds = Counter(step.kind for step in issue(archive, "merger").steps)
    assert kinds.keys() == {StepKind.DIRECTION, StepKind.DOCUMENT, StepKind.OUTCOME}
    ids = {step.id.split("/")[0] for step in issue(archive, "merger").steps if step.kind is StepKind.OUTCOME}
    assert ids == {"units", "meetings", "reviews"}  # a congress, a meeting, and a fact that no record holds


@pytest.mark.parametrize("language", Language)
def test_counts_over_a_span_are_drawn_with_their_spans(archive: Archive, language: Language) -> None:
    drawn = html_reader.read(str(counts_over_time(_view(archive, language), TOPIC)))
    wanted = [each for each in archive.figures_by("topics", TOPIC) if each.record.counted_from]
    shown = [link.get("data-figure-drawn") for link in drawn.all("a", having="data-figure-drawn")]
    assert sorted(shown) == sorted(figure.id for figure in wanted) and len(shown) > 3
    by_id = {figure.id: figure for figure in wanted}
    for id, row in zip(shown, _rows(drawn), strict=True):
        figure = by_id[id]
        assert row[1] == figure.record.amount(language)
        assert row[3] == figure.record.counted(language)
        others = [other for other in wanted if other is not figure and comparable(figure, other)]
        assert all(other.record.amount(language) in row[4] for other in others)
        assert (row[4] == "–") == (not others)
    assert any(comparable(*pair) for pair in combinations(wanted, 2))


def _counted(like: Figure, as_of: str, since: str, unit: str = "", provinces: list[str] | None = None) -> Figure:
    begin = since if since in ("", "not-stated") else PartialDate.parse(since)
    changes: dict[str, Any] = {
        "as_of": PartialDate.parse(as_of),
        "counted_from": begin or None,
        "provinces": provinces or [],
    }
    if unit:
        changes["unit"] = like.record.unit.model_copy(update={"vi": unit})
    return replace(like, record=like.record.model_copy(update=changes))


@pytest.mark.parametrize(
    ("one", "other", "can_be"),
    [
        (("2030", "2030"), ("2031", "2031"), True),  # one area, two years
        (("2031-06", "2031-01"), ("2030-06", "2030-01"), True),  # one area, two half-years
        (("2031", "2031", "", ["moc-linh"]), ("2031", "2031"), True),  # two areas, one year
        (("2030", "2030", "", ["moc-linh"]), ("2031", "2031"), False),  # two areas, two years
        (("2031-06", "2031-01"), ("2031", "2031"), False),  # half a year and a year
        (("2031", "not-stated"), ("2031", "2031"), False),  # no source says from when
        (("2031", ""), ("2031", "2031"), False),  # of a day, not over a span
        (("2031", "2031", "chi bộ"), ("2031", "2031"), False),  # two units
    ],
)
def test_which_counts_can_be_compared(
    archive: Archive, one: tuple[Any, ...], other: tuple[Any, ...], can_be: bool
) -> None:
    like = next(each for each in archive.figures if each.id == "reviews/2031/achievements/members-admitted")
    first, second = _counted(like, *one), _counted(like, *other)
    assert comparable(first, second) is comparable(second, first) is can_be


@pytest.mark.parametrize(
    ("counted_from", "as_of", "vi", "en"),
    [
        ("2031", "2031", "2031", "2031"),
        ("2030", "2031-05", "từ 2030 đến tháng 5-2031", "from 2030 to May 2031"),
        (
            "not-stated",
            "2031-05-08",
            "đến 8-5-2031, nguồn không nêu từ khi nào",
            "up to 8 May 2031; from when is not stated",
        ),
    ],
)  # fmt: skip
def test_a_span_in_words(archive: Archive, counted_from: str, as_of: str, vi: str, en: str) -> None:
    figure = _counted(archive.figures[0], as_of, counted_from)
    assert [figure.record.counted(language) for language in Language] == [vi, en]


def test_a_topic_without_counts_has_no_picture(archive: Archive) -> None:
    assert str(counts_over_time(_view(archive), "methods")) == ""
