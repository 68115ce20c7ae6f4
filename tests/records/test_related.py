"""Statements of much the same wording name each other; what only shares a subject or a phrase does not."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from macros.archive import Archive
from macros.archive.related import LEAST, MOST, Wordings, related
from macros.text.language import Language
from tests.support.built_site import Site

# By the end of their ids.
ALIKE = [
    ("step-committee-resolution-4", "work-continued-committee-resolution"),
    ("quang-tri/party-organisations-provincial-party", "dak-lak/party-organisations-provincial-party"),
    ("2018-12-phu-yen/internal-political-protection", "internal-political-protection-received"),
    ("consolidate-grassroots-party-organisations", "schemes-grassroots-and-members"),
    ("consolidate-grassroots-party-organisations", "building-grassroots-party-organisations"),
    ("communication-party-building-became", "communication-quality-raised"),
    ("organisation-commissions-levels-gave", "commissions-advise-committees"),
    ("working-style-and-reform", "working-habits-renewed"),
]
# A phrase that many use, two terms of one assembly, two prizes, two different dates for two different things.
UNLIKE = [
    ("Chuẩn bị kỹ bầu cử Quốc hội khóa XVI", "kết hợp chuẩn bị bầu cử Quốc hội khóa XV"),
    ("Giải Búa liềm vàng lần thứ IX, năm 2024", "Giải Búa liềm vàng lần thứ III năm 2018"),
    ("Hoàn tất việc chuẩn bị đại hội trước ngày 30-8-2025", "Cấp cơ sở xong tổng kết trước ngày 31-12-2023"),
    ("Đại hội chi bộ nhiệm kỳ 2022-2025 được hướng dẫn", "Đại hội đảng bộ các cấp nhiệm kỳ 2025-2030 hoàn thành sớm"),
    ("Phải làm tốt công tác tổ chức, cán bộ", "Công tác tổ chức - cán bộ cần công khai và minh bạch"),
    ("Biểu dương kết quả công tác tổ chức xây dựng Đảng", "khu vực có khá nhiều nhiệm vụ về công tác tổ chức"),
    ("Phát triển đảng viên mới", "Mở hội nghị chuyên đề bàn về phát triển đảng viên"),
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


def test_looking_at_a_few_finds_what_looking_at_all_finds(wordings: Wordings) -> None:
    """The short way (the rarest words, the nearest in time) hardly misses any."""
    statements = wordings.statements
    missed, wanted = 0, 0
    for one, statement in enumerate(statements):
        others = [n for n, other in enumerate(statements) if other.home.path != statement.home.path]
        scores = {other: wordings.alike(one, other) for other in others}
        best = sorted((n for n in others if scores[n] >= LEAST), key=lambda n: (-scores[n], n))[:MOST]
        found = wordings.similar(one)
        wanted += len(best)
        missed += sum(n not in found for n in best)
    assert wanted > 20
    assert missed <= wanted * 0.05


@pytest.mark.parametrize("language", Language)
def test_a_card_leads_to_the_statements_of_similar_wording(site: Site, archive: Archive, language: Language) -> None:
    found = related(archive)
    similar = {s.id: others for s in archive.statements if (others := found.similar(s))}
    assert similar
    for id, others in similar.items():
        home, _, anchor = id.rpartition("/")
        page = site.page(f"{home}/", language)
        [card] = [card for card in page.root.all(having="data-statement") if card.get("id") == anchor]
        [line] = card.all("p", css="statement__related")
        led_to = {urljoin(f"/{home}/", link.get("href")) for link in line.all("a")}
        assert {f"/{other.home.path}#{other.record.id}" for other in others} <= led_to, id
        assert {Language.VI: "gần giống", Language.EN: "Similar"}[language] in line.text
