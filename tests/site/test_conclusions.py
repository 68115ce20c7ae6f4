"""What is called a conclusion, and what statements are called, in every view alike."""

from __future__ import annotations

import re

import pytest
import yaml

from macros.archive import Archive
from macros.derived import tables
from macros.records import STATEMENT, Force, RemarkForce, StatementKind
from macros.search.documents import documents
from macros.text.language import Language, noun, word
from macros.views.descriptions import home_summary
from macros.views.lists.catalogue import lists
from macros.views.rendering import View
from macros.views.repository import Repository
from tests.support.built_site import Site
from tests.support.project import ROOT

# A statement of which kind tells people what to do: only such a one is a conclusion.
FORCES = [*((force, StatementKind.CONCLUSION) for force in Force), *((f, StatementKind.REMARK) for f in RemarkForce)]
# Words in which somebody did speak: the speaker, a person's statements, what editors call opening words.
_SPOKEN = {"by", "force_direction", "force_opening", "force_closing", "statements_said", "person_description"}


@pytest.mark.parametrize(("force", "kind"), FORCES)
def test_the_force_says_whether_it_is_a_conclusion(archive: Archive, force: str, kind: StatementKind) -> None:
    found = [statement for statement in archive.statements if statement.force == force]
    assert {statement.kind for statement in found} <= {kind}
    for language in Language:
        view = View(archive, language, "", Repository())
        assert all(
            view.kind(each.kind, each.force, False).striptags().startswith(word(f"kind_{kind}", language))
            for each in found
        )


@pytest.mark.parametrize("kind", StatementKind)
def test_lists_search_and_downloads_count_a_kind_alike(archive: Archive, site: Site, kind: StatementKind) -> None:
    wanted = sorted(each.id for each in archive.statements if each.kind is kind)
    assert wanted, kind
    assert sorted(each.id for each in lists(archive)("statement", "kind", kind).items) == wanted
    assert sorted(each.id for each in documents(archive, Language.VI) if each.tags["kind"] == (kind,)) == wanted
    rows = tables.rows(archive, STATEMENT)
    assert sorted(row.id for row in rows if row.found.kind is kind) == wanted
    for language in Language:
        lead = site.page(f"kinds/{kind}/", language).article.all("p", css="lead")[0].text
        assert re.findall(r"\d+", lead) == [str(len(wanted))]


@pytest.mark.parametrize("language", Language)
def test_a_meeting_counts_as_conclusions_what_tells_people_what_to_do(archive: Archive, language: Language) -> None:
    view = View(archive, language, "", Repository())
    for meeting in archive.meetings.values():
        concluded = sum(each.force in tuple(Force) for each in archive.statements_of(meeting))
        said = re.findall(rf"(\d+) {noun(concluded, 'conclusion', language)}\b", home_summary(view, meeting))
        assert said == ([str(concluded)] if concluded else []), meeting.id


def test_no_word_of_the_interface_says_that_every_statement_was_spoken() -> None:
    words = yaml.load((ROOT / "macros/words.yml").read_text("utf-8"), yaml.CSafeLoader)
    assert {key for key, each in words.items() if "phát biểu" in str(each).lower()} <= _SPOKEN
