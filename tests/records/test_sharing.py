"""Records are kept in little room and are what they were; their pages leave nothing behind."""

from __future__ import annotations

import gc
import pickle

from macros import records as model
from macros.archive import Archive
from macros.archive.reader import Reading
from macros.archive.sharing import Shared
from macros.pages.data_pages import record_pages
from macros.records import MEETING, Record
from macros.text.dates import PartialDate
from macros.text.language import Language
from macros.views.lists.catalogue import lists
from macros.views.repository import Repository
from tests.support.project import SMALL_DATA


def _text() -> model.Text:
    return model.Text(vi="chủ trì", en="chair")


def test_what_is_equal_is_kept_once() -> None:
    shared = Shared()
    for make in (_text, lambda: ["bach-sa", "moc-linh"], list, lambda: PartialDate.parse("2030-06")):
        assert shared(make()) is shared(make())
        assert shared(make()) == make()


def test_what_only_looks_alike_is_not_taken_for_the_other() -> None:
    shared = Shared()
    text, level = "regional", model.Level.REGIONAL
    assert [type(shared(each)) for each in (text, level, text)] == [str, model.Level, str]
    other = model.SourcedText(vi="chủ trì", en="chair")
    assert [type(shared(each)) for each in (_text(), other, _text())] == [model.Text, model.SourcedText, model.Text]


def test_a_record_in_little_room_is_the_same_record() -> None:
    for id, record in Reading(SMALL_DATA).records[MEETING].items():
        values = dict(zip(type(record).model_fields, record.values(), strict=True))
        whole = model.MeetingRecord.model_construct(**values)
        there_and_back: Record = pickle.loads(pickle.dumps(record))
        assert record == whole == there_and_back, id
        assert repr(record) == repr(whole) == repr(there_and_back), id


def test_pages_of_meetings_leave_no_garbage(archive: Archive) -> None:
    """A build never looks for any: what holds itself, such as a macro of a template, would stay to its end."""
    pages = [page for page in record_pages(archive, lists(archive)) if page.template == "meeting"]

    def make() -> None:
        for page in pages:
            for language in Language:
                page.html(archive, language, Repository())

    make()
    gc.disable()
    gc.freeze()  # what the other tests of this process hold would be looked through too
    try:
        make()
        assert gc.collect() < len(pages)
    finally:
        gc.unfreeze()
        gc.enable()
