"""Macros of the pages for contributors: what is in a record, what can be added, what is still to be done."""

from functools import partial
from typing import Annotated

from markupsafe import Markup

from macros.archive.translation_status import address, status, untranslated
from macros.pages.authoring.field_reference import COLLECTIONS, RECORDS
from macros.pages.authoring.field_reference import fields as field_reference
from macros.pages.authoring.macro import OneOf, block, id_codes
from macros.views.adding import ADDITIONS, LISTED
from macros.views.addresses import address_link
from macros.views.rendering import View


@block
def fields(view: View, record: Annotated[str, OneOf("loại bản ghi", "record type", lambda _: RECORDS)]) -> Markup:
    """The fields of a type of record: name, meaning, example."""
    return view.render("fields.html", record=record, fields=list(field_reference(RECORDS[record])))


@block
def blank(view: View, record: Annotated[str, OneOf("bản ghi", "record", lambda _: ADDITIONS)]) -> Markup:
    """A blank record, to be copied and filled."""
    return view.render("blank.html", name=record, text=ADDITIONS[record].blank(view.language))


@block
def codes(
    view: View, collection: Annotated[str, OneOf("danh sách mã", "list of codes", lambda _: COLLECTIONS)]
) -> Markup:
    """The ids of topics, provinces or units, each with its name in both languages."""
    found = id_codes(view.archive, COLLECTIONS[collection])
    return view.render("codes.html", id=f"codes-{collection}", field=None, codes=found)


@block
def add(view: View, record: Annotated[str, OneOf("bản ghi", "record", lambda _: LISTED)]) -> Markup:
    """A button that opens the forge's editor with a blank record; nothing where there is no forge."""
    return view.add(record)


@block
def translations(view: View) -> Markup:
    """How far the English has kept up with the Vietnamese, every text where it has not, and what has no English."""
    total, files = status(view.archive)
    where = partial(address, archive=view.archive)
    alone = untranslated(view.archive)
    return view.render("translations.html", total=total, files=files, alone=alone, address=where)


@block
def accepted_warnings(view: View) -> Markup:
    """The warnings of the check that editors have looked into and accept, each with its reason."""
    link = partial(address_link, view)
    return view.render("accepted_warnings.html", accepted=view.archive.records.accepted, link=link)
