"""The forge that has the source: the line of a fact on it, and the report of a mistake, as its form or as a mail.

Addresses as the forges document them: GitHub “Creating a permanent link to a code snippet” and “Creating an issue from
a URL query”; GitLab “Create an issue: using a URL with prefilled values”; Gitea and Forgejo “Issue templates” and
“Pre-Fill New File name and contents”, which follow GitHub (go-gitea/gitea#16556). GitLab fills in the name alone
(gitlab-org/gitlab#337038).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from macros.archive.items import Figure, Statement
from macros.data.problems import Place, Problem, Refused
from macros.text.language import Language, word

# Mail programs and forges cut addresses beyond about 2,000 characters, and a Vietnamese letter takes up to nine.
LONGEST_TEXT = 200
WORDS = "%WORDS%"


@dataclass(frozen=True)
class Report:
    """What a reader reports as wrong, to be completed; `address` is that of the fact, from `https://` on."""

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

    @classmethod
    def unanswered(cls, language: Language, site_url: str) -> Report:
        """The report about a search that finds nothing; the search page puts its words in the place of `WORDS`."""
        address = f"{site_url.rstrip('/')}/{language.prefix}search/"
        body = f"{word('report_search_asked', language)}\n\n{word('report_text', language)}: {WORDS}\n"
        return cls(f"{word('report_search', language)}: {WORDS}", address, WORDS, body)

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


class Forge(StrEnum):
    """A program that hosts repositories and its way of writing addresses; Forgejo writes them as Gitea does."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


class _Addresses(NamedTuple):
    """What is before the branch in the addresses of each sort, and what only some of them have.

    `source` asks for a page of Markdown as it is written: else it is shown finished, without lines. `name` is the field
    for the name of a new file, and `fills_text` says whether its text can be filled in; `issue` has the fields of an
    issue, each with the part of a report that goes into it;
    `change` is that of an issue that holds a change, with the fields for its title and for the change.
    """

    view: str
    edit: str
    new: str
    name: str
    fills_text: bool
    source: str
    issue: str
    issue_fields: dict[str, str]
    change: str
    change_fields: tuple[str, str]


_ADDRESSES = {
    Forge.GITHUB: _Addresses(
        view="blob", edit="edit", new="new", name="filename", fills_text=True, source="?plain=1",
        # The fields of .github/ISSUE_TEMPLATE/correction.yml.
        issue="issues/new?template=correction.yml&",
        issue_fields={"title": "subject", "address": "address", "text": "text"},
        # Those of .github/ISSUE_TEMPLATE/edit.yml.
        change="issues/new?template=edit.yml", change_fields=("title", "change"),
    ),
    Forge.GITLAB: _Addresses(
        view="-/blob", edit="-/edit", new="-/new", name="file_name", fills_text=False, source="?plain=1",
        issue="-/issues/new?", issue_fields={"issue[title]": "subject", "issue[description]": "body"},
        change="-/issues/new", change_fields=("issue[title]", "issue[description]"),
    ),
    Forge.GITEA: _Addresses(
        view="src/branch", edit="_edit", new="_new", name="filename", fills_text=True, source="?display=source",
        issue="issues/new?", issue_fields={"title": "subject", "body": "body"},
        change="issues/new", change_fields=("title", "body"),
    ),
}  # fmt: skip
# Where the interface for programs is below a server's address: GitHub “REST API, getting started” (on a server of one's
# own), GitLab “REST API”.
_INTERFACES = {Forge.GITHUB: "/api/v3", Forge.GITLAB: "/api/v4"}
# Words in a host's name that say which program runs there.
_HOSTS = {each.value: each for each in Forge} | {"forgejo": Forge.GITEA, "codeberg": Forge.GITEA}
# Bytes: GitHub answers “URI too long” to more (github/docs#5136), and so does nginx, in front of many a Gitea.
LONGEST_ADDRESS = 8191
_IN_QUERY = "()/:,"  # what is in a query as it is, and is frequent in blank records
_MAIL = re.compile(r"[^@\s<>()\",:;]+@[^@\s<>()\",:;]+\.[^@\s<>()\",:;]+")


@dataclass(frozen=True)
class Repository:
    """Where the source is and who answers for it.

    `url` is the repository's web address and `contact` a mail address; each is empty where none is configured, and
    then there are no links to it. `branch` is the one that is edited, `site_url` where the site is published.
    """

    url: str = ""
    branch: str = "main"
    forge: Forge = Forge.GITHUB
    contact: str = ""
    site_url: str = ""

    @classmethod
    def configured(cls, url: str, branch: str, forge: str, contact: str, site_url: str) -> Repository:
        """From the settings; an empty `forge` is read from the host's name. Raises `Refused` where one is unusable."""
        host = urlsplit(url).hostname or ""
        of_host = next((forge for name, forge in _HOSTS.items() if name in host), None)
        forges = ", ".join(Forge)
        wrong = []
        if url and (urlsplit(url).scheme not in ("http", "https") or not host):
            wrong += [
                (
                    f"REPO_URL: “{url}” không phải địa chỉ web. Cần dạng https://….",
                    f"REPO_URL: “{url}” is not a web address. Expected https://….",
                )
            ]
        elif forge and forge not in list(Forge):
            wrong += [
                (
                    f"REPO_FORGE: không có “{forge}”. Cần một trong: {forges}.",
                    f"REPO_FORGE: there is no “{forge}”. Expected one of: {forges}.",
                )
            ]
        elif url and not forge and of_host is None:
            wrong += [
                (
                    f"REPO_URL: tên “{host}” không cho biết loại kho mã. Hãy đặt REPO_FORGE là một trong: {forges}.",
                    f"REPO_URL: “{host}” does not tell the kind of forge. Set REPO_FORGE to one of: {forges}.",
                )
            ]
        if contact and not _MAIL.fullmatch(contact):
            wrong += [
                (
                    f"CONTACT_EMAIL: “{contact}” không phải địa chỉ thư điện tử.",
                    f"CONTACT_EMAIL: “{contact}” is not a mail address.",
                )
            ]
        if wrong:
            raise Refused(Problem(Place("mkdocs.yml"), vi, en) for vi, en in wrong)
        return cls(url.rstrip("/"), branch, Forge(forge or of_host or Forge.GITHUB), contact, site_url)

    @property
    def project(self) -> str:
        """The path of the repository on its forge: `group/name`."""
        return urlsplit(self.url).path.strip("/").removesuffix(".git")

    @property
    def api(self) -> str:
        """Where the forge's interface for programs is; empty where the form for editing does not speak it."""
        parts = urlsplit(self.url)
        if not self.url or self.forge not in _INTERFACES:
            return ""
        if parts.hostname == "github.com":
            return "https://api.github.com"  # all other servers with this program have it below their own address
        return f"{parts.scheme}://{parts.netloc}{_INTERFACES[self.forge]}"

    @property
    def asked_by_form(self) -> str:
        """The origin of that interface; empty where there is none."""
        parts = urlsplit(self.api)
        return f"{parts.scheme}://{parts.netloc}" if self.api else ""

    @property
    def for_form(self) -> dict[str, Any]:
        """What the form for editing needs to hand over."""
        forge = _ADDRESSES[self.forge]
        return {
            "kind": self.forge.value,
            "url": self.url,
            "api": self.api,
            "project": self.project,
            "branch": self.branch,
            "edit": self._address(forge.edit, ""),
            "new": self._address(forge.new, ""),
            "nameField": forge.name,
            "fillsText": forge.fills_text,
            "longest": LONGEST_ADDRESS,
            "issue": f"{self.url}/{forge.change}",
            "issueFields": forge.change_fields,
            "contact": self.contact,
        }

    def line(self, place: Place) -> str:
        """The address of a line of a file; empty without a repository."""
        source = _ADDRESSES[self.forge].source if place.file.endswith(".md") else ""
        return self._address(_ADDRESSES[self.forge].view, place.file, f"{source}#L{place.line}")

    def editor(self, file: str) -> str:
        """The address that opens the editor with a file; empty without a repository."""
        return self._address(_ADDRESSES[self.forge].edit, file)

    def new_file(self, folder: str, name: str, text: str = "") -> str | None:
        """The address that opens the editor with a new file, its name and its text filled in.

        None where the forge cannot be given the text, or the address would be too long for it; empty without a
        repository.
        """
        forge = _ADDRESSES[self.forge]
        query = urlencode({forge.name: name} | ({"value": text} if text else {}), safe=_IN_QUERY)
        address = self._address(forge.new, folder, f"?{query}")
        impossible = address and ((text and not forge.fills_text) or len(address) > LONGEST_ADDRESS)
        return None if impossible else address

    def form(self, report: Report) -> str:
        """The address of the forge's form for a mistake, filled in as far as known; empty without a repository."""
        forge = _ADDRESSES[self.forge]
        fields = {name: getattr(report, part) for name, part in forge.issue_fields.items()}
        return f"{self.url}/{forge.issue}{urlencode(fields, quote_via=quote, safe='')}" if self.url else ""

    def reports(self, report: Report) -> list[tuple[str, str, str]]:
        """The ways to report that are configured: the address of each, and the words that explain and name it."""
        ways = [(self.form(report), "report_form", "report")] if self.url else []
        return [*ways, (report.mail(self.contact), "report_by_mail", "report_mail")] if self.contact else ways

    def _address(self, sort: str, path: str, rest: str = "") -> str:
        return f"{self.url}/{sort}/{quote(self.branch)}/{quote(path)}{rest}" if self.url else ""
