"""The page of corrections shows the log that the data holds, and says so where nothing was corrected."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.text.language import Language
from tests.support.built_site import Site


@pytest.mark.parametrize("language", Language)
def test_while_nothing_is_corrected_the_site_says_so(site: Site, archive: Archive, language: Language) -> None:
    page = site.page("corrections/", language)
    said = "chưa có dữ kiện đã đăng nào phải sửa" if language is Language.VI else "no published fact has been corrected"
    assert (said in page.article.text) is (archive.corrections.all == [])
    assert len(page.article.all("section", css="correction")) == len(archive.corrections.all)
