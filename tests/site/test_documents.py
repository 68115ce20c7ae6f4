"""What became of a document is said on its page, in lists, and wherever a statement cites it; and what it says."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.archive.document_status import State
from macros.records import NOT_STATED, Text
from macros.text.dates import PartialDate
from macros.text.language import Language, word
from tests.support.built_site import Site

# Of each document of the small archive: what became of it, as its page says it in Vietnamese and in English.
STATUSES = {
    "12-ct-tw-2030": ("Bị thay thế bởi 12-CT/TW từ 19-8-2031", "Replaced by 12-CT/TW on 19 August 2031"),
    "31-kh-tu": ("Hết hiệu lực (nguồn không nêu từ ngày nào)", "Ended (since when is not stated)"),
    "45-qd-tw": ("Được sửa đổi, bổ sung bởi 09-HD/BTCTW từ 15-9-2030", "Amended by 09-HD/BTCTW on 15 September 2030"),
    "71-2031-qh17": (
        "Có hiệu lực ngày 11-1-2032 theo Cổng thông tin Bạch Sa (bachsa.example.org)",
        "In force on 11 January 2032 according to Cổng thông tin Bạch Sa (bachsa.example.org)",
    ),
}
NOT_CHECKED = ("Chưa kiểm tra", "Not checked")
SAYS_NONE = {Language.VI: "Chưa có nguồn nêu nội dung", Language.EN: "No source states what it says"}
REPLACED, NEW = "12-ct-tw-2030", "12-ct-tw-2031"
REPLACED_CALLED = "12-CT/TW (3-2-2030)"


def test_a_document_without_a_word_on_it_was_not_checked(archive: Archive) -> None:
    said = {id: archive.document_status(id) for id in archive.documents}
    assert {id: (text.vi, text.en) for id, text in said.items()} == {
        id: STATUSES.get(id, NOT_CHECKED) for id in archive.documents
    }


@pytest.mark.parametrize("language", Language)
def test_what_a_document_is_comes_first_on_its_page_then_its_status_which_is_in_the_list_too(
    site: Site, archive: Archive, language: Language
) -> None:
    listed = {row.get("data-document"): row for row in site.pages[f"{language.prefix}documents/"].root.all("tr")}
    for id, record in archive.documents.items():
        status = str(archive.document_status(id)[language])
        article = site.pages[f"{language.prefix}documents/{id}/"].article
        [first] = article.all("p", css="status")
        assert first.text.startswith(f"{word('status', language)}: {status}")
        assert (word("status_unknown", language) in first.text) == (id not in STATUSES)
        [issued] = article.all("p", css="issued")
        assert article.text.index(issued.text) < article.text.index(first.text)
        for stated in (record.issuer, record.date):
            shown = stated[language] if isinstance(stated, Text) else str(stated)
            assert isinstance(stated, PartialDate) or stated == NOT_STATED or shown in issued.text
        assert status in listed[id].text


def test_a_replacement_is_shown_on_both_pages(site: Site) -> None:
    new, old = (site.pages[f"documents/{id}/"].article for id in (NEW, REPLACED))
    assert new.all("p", css="replaces")[0].text.startswith(f"Thay thế {REPLACED_CALLED}")
    assert f"../../documents/{REPLACED}/" in [link.get("href") for link in new.all("a")]
    assert {f"../../documents/{NEW}/", f"../../documents/{NEW}/#source-s1"} <= {
        link.get("href") for link in old.all("a")
    }


@pytest.mark.parametrize("language", Language)
def test_a_statement_that_cites_a_dead_document_says_so(site: Site, archive: Archive, language: Language) -> None:
    note = {Language.VI: "bị thay thế bởi 12-CT/TW từ 19-8-2031", Language.EN: "replaced by 12-CT/TW on 19 August 2031"}
    citing = archive.statements_by("documents", REPLACED)
    assert citing
    for statement in citing:
        page = site.pages[f"{language.prefix}{statement.home.path}"]
        assert note[language] in page.item(statement.record.id).text
    # Its own page says so once, at the head.
    assert note[language] not in site.pages[f"{language.prefix}documents/{REPLACED}/"].root.text


def test_a_meeting_says_so_in_its_list_of_documents(site: Site) -> None:
    assert "12-CT/TW (3-2-2030) (bị thay thế bởi 12-CT/TW từ 19-8-2031)" in site.pages["meetings/2030-06-12/"].root.text


def test_only_a_dead_document_has_a_note(site: Site, archive: Archive) -> None:
    dead = {id for id, status in archive.statuses.items() if status.is_dead}
    assert dead == {REPLACED, "31-kh-tu"}
    for statement in archive.statements:
        card = site.pages[statement.home.path].item(statement.record.id)
        assert len(card.all(css="document-note")) == len(dead.intersection(statement.record.documents))


@pytest.mark.parametrize("language", Language)
def test_what_a_document_says_has_its_source_or_is_said_to_have_none(
    site: Site, archive: Archive, language: Language
) -> None:
    for id, record in archive.documents.items():
        article = site.pages[f"{language.prefix}documents/{id}/"].article
        [says] = [*article.all(having="data-says"), *article.all(having="data-says-none")]
        if record.says:
            assert "data-says" in says.attributes
            assert str(record.says[language]) in says.text
            assert [link.get("href") for link in says.all("a")] == [f"#source-{record.says.source}"]
        else:
            assert "data-says-none" in says.attributes
            assert says.text.strip() == SAYS_NONE[language]


def test_every_state_is_in_the_small_archive(archive: Archive) -> None:
    assert {status.state for status in archive.statuses.values()} == set(State)
