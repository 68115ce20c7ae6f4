"""Figures that are not exact: what editors write, what is refused and advised, and how both languages say it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from macros import records as model
from macros.archive import Archive
from macros.archive.facts import facts
from macros.data.codes import Codes
from macros.data.strict_yaml import parse
from macros.records.explain import explain
from macros.records.shape import Shape
from macros.search.citations import citations
from macros.search.documents import documents
from macros.text.approximations import WORDS, Amount, amount, in_brackets
from macros.text.language import Language, words
from macros.views.citing import STYLES
from macros.views.repository import Report
from tests.support.built_site import Site

FIGURE = """\
id: a
value: {value}
unit: {{vi: "{unit}", en: "{unit}"}}
what: {{vi: số người, en: people}}
as_of: 2031
source: s1
"""


def _figure(value: object, unit: str = "m", **more: Any) -> model.Figure:
    text = model.both(unit, unit)
    fields = {"id": "a", "unit": text, "what": text, "as_of": "2031", "source": "s1"}
    return model.Figure(**{"value": value, **fields, **more})


def _reported(text: str) -> list[tuple[str, str]]:
    value, places, problems = parse(text.encode(), "a.yml")
    assert not problems
    with pytest.raises(ValidationError) as refused:
        model.Figure.model_validate(value)
    return [
        (problem.vi, problem.en)
        for problem in explain(refused.value, places, Shape(model.Figure, lambda kind: Codes()))
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("hơn 1.234", Amount("1.234", "", "more-than")),
        ("Trên 72%", Amount("72", "", "more-than", "%")),
        ("gần 2.100 điểm cầu", Amount("2.100", "", "nearly", "điểm cầu")),
        ("khoảng 1200", Amount("1200", "", "about")),
        ("~98,5", Amount("98,5", "", "about")),
        ("không dưới 15", Amount("15", "", "at-least")),
        ("dưới 40 tuổi", Amount("40", "", "less-than", "tuổi")),
        ("không quá 4", Amount("4", "", "at-most")),
        ("up to 4", Amount("4", "", "at-most")),
        ("1000+", Amount("1000", "", "more-than")),
        ("75-80%", Amount("75", "80", "", "%")),
        ("từ 75 đến 80", Amount("75", "80")),
        ("75 – 80", Amount("75", "80")),
        ("khoảng 75-80", Amount("75", "80", "about")),
        ("75 to 80", Amount("75", "80")),
    ],
)
def test_an_approximation_is_read_apart_from_its_number(written: str, meant: Amount) -> None:
    assert amount(written) == meant


@pytest.mark.parametrize(
    "written", ["1234", "1.234", "98,5%", "20.739 đảng viên", "hơn", "nhiều", "", "2020-05-30", "x 5"]
)
def test_an_exact_number_and_a_text_are_no_approximation(written: str) -> None:
    assert amount(written) is None


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("hơn 1.234", "`value: 1234`, `approximation: more-than`.", "`value: 1234`, `approximation: more-than`."),
        ("khoảng 98,5%", "`approximation: about`. Đơn vị ghi ở `unit:` (%).", "Write the unit in `unit:` (%)."),
        ("75-80%", "`value: 75`, `value_to: 80`. Đơn vị", "`value: 75`, `value_to: 80`. Write the unit"),
    ],
)
def test_an_approximation_in_the_number_is_refused_with_the_lines_to_write(value: str, vi: str, en: str) -> None:
    [reported] = _reported(FIGURE.format(value=value, unit="%"))
    assert vi in reported[0] and en in reported[1]


@pytest.mark.parametrize(
    ("lines", "vi", "en"),
    [
        ("value_to: 75", "`value_to: 75` phải lớn hơn `value: 80`.", "`value_to: 75` must be larger than `value: 80`."),
        ("value_to: 80", "phải lớn hơn", "must be larger"),
        ("value_to: 90\napproximation: more-than", "chỉ dùng được `approximation: about`", "can only have"),
        ("approximation: hơn", "“more-than”", "“more-than”"),
        ("approximation: khoảng", "“about”", "“about”"),
    ],
)
def test_a_range_and_an_approximation_have_their_form(lines: str, vi: str, en: str) -> None:
    [reported] = _reported(f"{FIGURE.format(value=80, unit='m')}{lines}\n")
    assert vi in reported[0] and en in reported[1]


@pytest.mark.parametrize(
    ("figure", "vi", "en"),
    [
        (_figure(58000, "người"), "58.000 người", "58,000 người"),
        (_figure(58000, "người", approximation="more-than"), "hơn 58.000 người", "more than 58,000 người"),
        (_figure(5, "%", approximation="about"), "khoảng 5%", "about 5%"),
        (_figure(500, approximation="nearly"), "gần 500 m", "nearly 500 m"),
        (_figure(40, approximation="less-than"), "dưới 40 m", "less than 40 m"),
        (_figure(15, approximation="at-least"), "ít nhất 15 m", "at least 15 m"),
        (_figure(4, approximation="at-most"), "nhiều nhất 4 m", "at most 4 m"),
        (_figure(75.5, "%", value_to=80), "từ 75,5 đến 80%", "75.5 to 80%"),
        (_figure(75, "%", value_to=80, approximation="about"), "khoảng từ 75 đến 80%", "about 75 to 80%"),
    ],
)
def test_a_figure_is_said_in_both_languages(figure: model.Figure, vi: str, en: str) -> None:
    assert [figure.amount(language) for language in Language] == [vi, en]


def test_every_approximation_has_words_and_pages_show_one_of_them() -> None:
    assert list(WORDS) == [each.value for each in model.Approximation]
    for language in Language:
        for name, shown in words("approximation_", language).items():
            assert shown in WORDS[name]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("đảng viên (hơn)", "more-than"),
        ("(khoảng) đảng viên", "about"),
        ("members (more than)", "more-than"),
        ("đảng viên (hơn một nửa là nữ)", ""),
        ("sớm hơn quy định", ""),
    ],
)
def test_an_approximation_in_brackets_is_found(text: str, meant: str) -> None:
    found = in_brackets(text)
    assert (found[1] if found else "") == meant


@pytest.mark.parametrize("language", Language)
def test_pages_search_citations_and_reports_say_it_alike(site: Site, archive: Archive, language: Language) -> None:
    inexact = [f for f in archive.figures if f.record.approximation or f.record.value_to is not None]
    found = {each.id: each for each in documents(archive, language)}
    cited = dict(zip(found, citations(archive, language, found.values()), strict=True))
    said = facts(archive)
    assert {f.record.approximation for f in inexact} == set(model.Approximation)
    for figure in inexact:
        amount = figure.record.amount(language)
        page = site.page(figure.home.path, language).article
        [card] = [each for each in page.all("div", "article", "li") if each.get("id") == figure.record.id]
        assert figure.record.quantity(language) in card.text
        assert amount in site.page("figures/", language).article.text
        assert found[figure.id].text.startswith(amount)
        assert cited[figure.id].texts[STYLES.index(language)].startswith(amount)
        assert amount in Report.about(figure, language, "https://kho.vn/").text
        assert amount in said[f"{figure.home.path}#{figure.record.id}"].text[language]
