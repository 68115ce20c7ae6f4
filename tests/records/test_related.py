"""Statements of much the same wording name each other; what only shares a subject or a phrase does not."""

from __future__ import annotations

from math import fsum
from pathlib import Path
from urllib.parse import urljoin

import pytest

from benchmarks.archives import write
from macros.archive import Archive
from macros.archive.related import LEAST, MOST, Wordings, related
from macros.checks.loading import load
from macros.text.language import Language
from tests.support.built_site import Site
from tests.support.project import SMALL_DATA

# By the end of their ids.
ALIKE = [
    ("achievements/cells-met-monthly", "2032-01-05-bach-sa/meet-each-month"),
    ("achievements/rotation-under-the-regulation", "2032-03-04-national/rotation-goes-on"),
]
# A document that both name, two prizes, two different dates for two different things, a phrase that many use.
UNLIKE = [
    ("sinh hoạt đều mỗi tháng theo Chỉ thị 12-CT/TW", "chuẩn bị đại hội theo Chỉ thị 12-CT/TW"),
    ("Giải Bút sen vàng lần thứ II, năm 2030", "Giải Bút sen vàng lần thứ III năm 2031"),
    ("chuẩn bị đại hội trước ngày 30-8-2031", "xong tổng kết trước ngày 31-12-2032"),
    ("Phải làm tốt công tác tổ chức, cán bộ", "Công tác tổ chức - cán bộ cần công khai"),
]


@pytest.fixture(scope="module")
def wordings(archive: Archive) -> Wordings:
    return Wordings(archive.statements)


def _with_words(wordings: Wordings, words: str) -> int:
    [number] = [number for number, s in enumerate(wordings.statements) if words in s.text.vi]
    return number


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_much_the_same_words_lead_to_each_other(wordings: Wordings, one: str, other: str) -> None:
    for here, there in ((one, other), (other, one)):
        [number] = [number for number, s in enumerate(wordings.statements) if s.id.endswith(here)]
        assert any(wordings.statements[other].id.endswith(there) for other in wordings.similar(number))


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_a_shared_subject_or_phrase_is_not_enough(wordings: Wordings, one: str, other: str) -> None:
    assert wordings.alike(_with_words(wordings, one), _with_words(wordings, other)) < LEAST


def test_looking_at_a_few_statements_finds_what_looking_at_all_finds(tmp_path: Path) -> None:
    """The short way (the rarest words, the nearest in time) finds statements about as alike as there are.

    Among synthetic meetings, where hundreds of statements are alike; how near it comes depends on the texts, so it is
    not a rule for the live data.
    """
    write(tmp_path / "data", 80, SMALL_DATA)
    wordings = Wordings(Archive(load(tmp_path / "data")).statements)
    homes = [statement.home.path for statement in wordings.statements]
    best: list[float] = []
    found: list[float] = []
    for one, home in enumerate(homes):
        scores = {other: wordings.alike(one, other) for other, its in enumerate(homes) if its != home}
        best += sorted((score for score in scores.values() if score >= LEAST), reverse=True)[:MOST]
        found += [scores[other] for other in wordings.similar(one)]
    assert len(best) > 1000
    assert fsum(found) >= 0.98 * fsum(best)


@pytest.mark.parametrize("language", Language)
def test_a_card_leads_to_the_statements_of_similar_wording(site: Site, archive: Archive, language: Language) -> None:
    found = related(archive)
    similar = {s.id: others for s in archive.statements if (others := found.similar(s))}
    assert similar
    for id, others in similar.items():
        home, _, anchor = id.rpartition("/")
        page = site.page(f"{home}/", language)
        [line] = page.item(anchor).all("p", css="note__related")
        led_to = {urljoin(f"/{home}/", link.get("href")) for link in line.all("a")}
        assert {f"/{other.home.path}#{other.record.id}" for other in others} <= led_to, id
        assert {Language.VI: "tương tự", Language.EN: "Similar"}[language] in line.text
