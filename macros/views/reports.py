"""What a reader reports as wrong: the fact, its address and its text, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from macros.archive.items import Figure, Statement
from macros.text.language import Language, word

# Mail programs and forges cut addresses beyond about 2,000 characters, and a Vietnamese letter takes up to nine.
LONGEST_TEXT = 200


@dataclass(frozen=True)
class Report:
    """A report that the reader has only to complete; `address` is the fact's own, complete."""

    subject: str
    address: str
    text: str
    body: str

    @classmethod
    def about(cls, item: Statement | Figure, language: Language, site_url: str) -> Report:
        """The report about a statement or a figure."""
        address = f"{site_url.rstrip('/')}/{language.prefix}{item.home.path}#{item.record.id}"
        text = _text(item, language)
        asked = word("report_asked", language)
        body = f"{word('report_text', language)}: {text}\n{word('report_address', language)}: {address}\n\n{asked}\n"
        return cls(f"{word('report_subject', language)}: {item.id}", address, text, body)

    def mail(self, contact: str) -> str:
        """The address that opens it as a mail (RFC 6068)."""
        fields = {"subject": self.subject, "body": self.body.replace("\n", "\r\n")}
        return f"mailto:{quote(contact, safe='@')}?{urlencode(fields, quote_via=quote, safe='')}"


def _text(item: Statement | Figure, language: Language) -> str:
    if isinstance(item, Statement):
        text = item.text[language]
    else:
        record = item.record
        text = f"{record.amount(language)} – {record.what[language]} ({record.as_of.shown(language)})"
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT].rstrip()}…"
