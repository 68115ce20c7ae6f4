"""A statement as a card: on its home page with its anchor, citations and ways to fix it, in lists short.

Pages hold more of these than of all else, so they are put together here: a template takes twice as long. As in
the templates, every value is escaped where it is put in; what `View` gives as `Markup` already is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from macros.archive.items import Figure, Statement
from macros.text.language import Language
from macros.views.templating import label

if TYPE_CHECKING:
    from macros.views.rendering import View


def short_card(view: View, s: Statement) -> Markup:
    """A statement as lists show it; it leads to the page on which its anchor is, so that lists stay small."""
    return _card(s, "", _said(view, s), _tags(view, s, home=False), _short_foot(view, s))


def home_card(view: View, s: Statement) -> Markup:
    """A statement on the page on which its anchor is."""
    return _card(
        s,
        f' id="{escape(s.record.id)}"',
        [view.former(s.home.path, s.record.id)],
        _said(view, s),
        _tags(view, s, home=True),
        _related(view, s),
        _foot(view, s),
        _more(view, s),
    )


def _card(s: Statement, id: str, *parts: Iterable[str]) -> Markup:
    body = "\n".join([line for part in parts for line in part if line])
    opening = f'<article class="statement statement--{s.kind}"{id} data-statement="{escape(s.id)}">'
    return Markup(f"{opening}\n{body}\n</article>")


def _said(view: View, s: Statement) -> Iterator[str]:
    record = s.record
    yield f'<p class="statement__text">{escape(view.text(s.text))}</p>'
    if s.example and record.provinces:
        places = ", ".join(map(view.province, record.provinces))
        more = f' <span class="statement__open">({label("list_open", view.language)})</span>' if s.list_open else ""
        yield f'<p class="statement__places">{places}{more}</p>'
    if record.by:
        attendance = s.attendance
        office = (
            f', <span class="statement__office">{escape(view.text(attendance.office))}</span>' if attendance else ""
        )
        yield f'<p class="statement__by">{view.person(record.by)}{office}</p>'
    elif record.by_office:
        yield f'<p class="statement__by">{escape(view.text(record.by_office))}</p>'
    if record.attributed_to:
        said = escape(view.text(record.attributed_to))
        yield f'<p class="statement__by">{label("attributed_to", view.language)}: {said}</p>'
    if record.note:
        yield f'<p class="statement__note">{view.told(record.note, s.home)}</p>'


def _tags(view: View, s: Statement, *, home: bool) -> Iterator[str]:
    """Where else to find such statements; not the page on which the card is."""
    record = s.record
    yield '<p class="statement__meta">'
    yield view.kind(s.kind, s.force, s.example)
    if not home:
        yield view.link(s.home.path, view.home_label(s.home), record.id, "tag tag--home")
    for id in record.topics:
        if not view.stands_on(f"topics/{id}/"):
            yield view.topic(id, "tag")
    for id in record.documents:
        if not view.stands_on(f"documents/{id}/"):
            yield view.document(id, "tag tag--document")
    if not s.example:
        for id in record.provinces:
            if not view.stands_on(f"provinces/{id}/"):
                yield view.province(id, "tag")
    yield "</p>"


def _short_foot(view: View, s: Statement) -> Iterator[str]:
    yield f'<p class="statement__foot">{_source(view, view.source_name(s.source))}</p>'


def _source(view: View, name: Markup) -> str:
    """The source in one piece, for the foot keeps its parts apart."""
    return f'<span class="statement__source">{label("source", view.language)}: {name}</span>'


def _related(view: View, s: Statement) -> Iterator[str]:
    """What to read next to it: others of much the same wording, and others on its subject."""
    similar, subject = view.similar(s), view.same_subject(s)
    if not similar and not subject:
        return
    yield '<p class="statement__related">'
    if similar:
        others = (view.link(o.home.path, view.home_label(o.home), o.record.id) for o in similar)
        yield f"{label('related_wording', view.language)}: {', '.join(others)}."
    if subject:
        yield view.on_subject(*subject)
    yield "</p>"


def _foot(view: View, s: Statement) -> Iterator[str]:
    record = s.record
    id = escape(record.id)
    source = view.link(s.home.path, view.source_name(s.source), f"source-{record.source}")
    yield '<p class="statement__foot">'
    yield _source(view, source)
    copied, permanent = label("copied", view.language), label("permalink", view.language)
    yield f'<a class="statement__link" href="#{id}" data-copy="{copied}">{permanent}</a>'
    if view.language is Language.EN:
        original = escape(view.href(s.home.path, record.id, Language.VI))
        title = label("original_statement", view.language)
        yield (
            f'<a class="statement__original" href="{original}" hreflang="vi" title="{title}" lang="vi">Tiếng Việt</a>'
        )
    yield "</p>"


def _more(view: View, s: Statement) -> Iterator[str]:
    cited, mend = view.citations(s), mending(view, s)
    yield '<details class="statement__more">'
    yield f"<summary>{label('cite_and_mend' if mend else 'cite', view.language)}</summary>"
    yield f'<p lang="vi" data-cite="Tiếng Việt">{escape(cited["vi"])}</p>'
    yield f'<p lang="en" data-cite="English">{escape(cited["en"])}</p>'
    yield f'<pre lang="vi" data-cite="BibTeX">{escape(cited["bibtex"])}</pre>'
    yield f'<pre lang="vi" data-cite="RIS">{escape(cited["ris"])}</pre>'
    if mend:
        yield f'<p class="statement__mend">{mend}</p>'
    yield "</details>"


def mending(view: View, item: Statement | Figure) -> Markup:
    """Ways to fix a statement or a figure, each where it is configured."""
    repository, ways = view.repository, []
    if repository.url:
        ways.append((repository.line(item.place), "edit_line", "edit"))
        ways.append((repository.form(view.report(item)), "report_form", "report"))
    if repository.contact:
        ways.append((view.report(item).mail(repository.contact), "report_by_mail", "report_mail"))
    html = Markup('<a class="mend" href="{}" title="{}">{}</a>')
    return Markup("\n").join(html.format(address, view.word(title), view.word(name)) for address, title, name in ways)
