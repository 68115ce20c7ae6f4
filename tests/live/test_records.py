"""What holds of the live data whatever it says: the tests of the small archive's pages that state no more than that."""

from __future__ import annotations

from macros.checks.loading import examine
from macros.data.problems import Severity
from tests.search.test_search_index import test_everything_is_searched_once
from tests.site.test_counts import (
    in_data,
    test_a_row_leads_to_its_place_on_the_site,
    test_both_downloads_hold_every_record_once,
    test_every_document_and_meeting_has_its_page,
    test_every_document_and_meeting_is_listed,
    test_every_statement_and_figure_has_its_anchor,
    test_the_archive_holds_every_record,
    test_the_home_page_gives_the_numbers,
)
from tests.site.test_feeds import found, test_entries_lead_to_what_they_name, test_every_feed_keeps_the_rules_of_atom
from tests.site.test_links import test_anchors_are_unique_on_each_page
from tests.site.test_page_heads import test_every_page_has_one_heading, test_titles_are_unique
from tests.site.test_record_cards import (
    test_a_figure_shows_its_number_day_and_source,
    test_a_statement_links_its_topics_documents_and_provinces,
    test_a_statement_names_its_speaker,
    test_a_statement_shows_its_text_and_its_source,
)
from tests.support.project import LIVE_DATA

__all__ = [
    "found",
    "in_data",
    "test_a_figure_shows_its_number_day_and_source",
    "test_a_row_leads_to_its_place_on_the_site",
    "test_a_statement_links_its_topics_documents_and_provinces",
    "test_a_statement_names_its_speaker",
    "test_a_statement_shows_its_text_and_its_source",
    "test_anchors_are_unique_on_each_page",
    "test_both_downloads_hold_every_record_once",
    "test_entries_lead_to_what_they_name",
    "test_every_document_and_meeting_has_its_page",
    "test_every_document_and_meeting_is_listed",
    "test_every_feed_keeps_the_rules_of_atom",
    "test_every_page_has_one_heading",
    "test_every_statement_and_figure_has_its_anchor",
    "test_everything_is_searched_once",
    "test_the_archive_holds_every_record",
    "test_the_home_page_gives_the_numbers",
    "test_titles_are_unique",
]


def test_the_data_has_no_error() -> None:
    assert [str(problem) for problem in examine(LIVE_DATA)[1] if problem.severity is Severity.ERROR] == []
