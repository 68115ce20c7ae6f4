"""Documents as pages name them: those that no longer hold with what became of them, and its source."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup, escape

from macros.archive.document_status import Event, since, stated
from macros.archive.items import Statement
from macros.records import DOCUMENT, Change
from macros.text.passages import capital
from macros.views import pieces
from macros.views.sourced import SourcedView

# The links on a card, with their class.
TAGS = {"topics": "tag", "documents": "tag tag--document", "provinces": "tag", "units": "tag"}


class DocumentView(SourcedView):
    """A page that names documents."""

    def document(self, id: str, css: str = "") -> Markup:
        """A link to a document that is cited; one that no longer holds has a note on that behind it."""
        link, status = self.record(DOCUMENT.collection, id, css), self.archive.statuses[id]
        if not status.is_dead:
            return link
        said = Markup("; ").join(self._event(event, event.pattern(self.language)) for event in status.events)
        return Markup('{} <span class="document-note">({})</span>').format(link, said)

    def tag(self, collection: str, id: str) -> Markup:
        """A link on a card to a record that its statement names."""
        link = self.document if collection == DOCUMENT.collection else partial(self.record, collection)
        return link(id, TAGS[collection])

    def dead_documents(self, statement: Statement) -> Markup:
        """The documents that a statement cites and that no longer hold, each with what became of it."""
        dead = [self.tag("documents", id) for id in statement.record.documents if self.archive.statuses[id].is_dead]
        return pieces.DEAD.format(Markup("\n").join(dead)) if dead else Markup()

    def status(self, id: str) -> Markup:
        """What a document is by what became of it, with marks that lead to the sources; or that it was not checked."""
        status = self.archive.statuses[id]
        said = self.events(status.events) if status.events else capital(self.word(f"status_{status.state}"))
        return Markup('<span data-status="{}">{}</span>').format(status.state, said)

    def events(self, events: Sequence[Event]) -> Markup:
        """What became of a document, one after another, each with a mark that leads to its source."""
        patterns = [event.pattern(self.language) for event in events]
        patterns[0] = capital(patterns[0])
        each = zip(events, patterns, strict=True)
        return Markup("; ").join(self._sourced_event(event, pattern) for event, pattern in each)

    def change(self, change: Change) -> Markup:
        """What a document replaces or amends, from when, with a mark that leads to the source."""
        what = self.record(DOCUMENT.collection, change.document) if change.document else self.value(change.unrecorded)
        date = stated(change.since)
        when = escape(since(date, self.language)).format(date=self.date(date) if date else "")
        return what + when + Markup(" ") + self.source_mark(self.path, change.source)

    def _event(self, event: Event, pattern: str, source: Markup | None = None) -> Markup:
        """What became of a document, in the words of a pattern, with links; `source` for that where they name it."""
        name = self.archive.document_called(event.stated_by)[self.language]
        return escape(pattern).format(
            document=self.link(DOCUMENT.path(event.stated_by), name),
            date=self.date(event.date) if event.date else "",
            source=source or self.foreign(event.source.publisher, "vi"),
        )

    def _sourced_event(self, event: Event, pattern: str) -> Markup:
        """The same with the way to its source: a link where the words name it, else a mark behind them."""
        path = DOCUMENT.path(event.stated_by)
        if "{source}" in pattern:
            name = self.foreign(event.source.publisher, "vi")
            return self._event(event, pattern, self.link(path, name, f"source-{event.source_id}"))
        return self._event(event, pattern) + Markup(" ") + self.source_mark(path, event.source_id)
