"""The forge that keeps the source, and the addresses on it: the line of a fact, the form for a mistake in it.

Addresses as the forges document them: GitHub “Creating a permanent link to a code snippet” and “Creating an issue from
a URL query”; GitLab “Create an issue: using a URL with prefilled values”; Gitea and Forgejo “Issue templates” and
“Pre-Fill New File name and contents”, which follow GitHub (go-gitea/gitea#16556). GitLab fills in the name alone
(gitlab-org/gitlab#337038).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlencode, urlsplit

from macros.data.problems import Place, Problem, Refused
from macros.views.reports import Report


class Forge(StrEnum):
    """A program that hosts repositories and its way of writing addresses; Forgejo writes them as Gitea does."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


# Bytes: GitHub answers “URI too long” to more (github/docs#5136), and so does nginx, in front of many a Gitea.
LONGEST_ADDRESS = 8191
_VIEWS = {Forge.GITHUB: "blob", Forge.GITLAB: "-/blob", Forge.GITEA: "src/branch"}
_SOURCE = {Forge.GITHUB: "?plain=1", Forge.GITLAB: "?plain=1", Forge.GITEA: "?display=source"}
_NEW_FILES = {
    Forge.GITHUB: ("new", "filename"),
    Forge.GITLAB: ("-/new", "file_name"),
    Forge.GITEA: ("_new", "filename"),
}
_EDITORS = {Forge.GITHUB: "edit", Forge.GITLAB: "-/edit", Forge.GITEA: "_edit"}
_IN_QUERY = "()/:,"  # what is in a query as it is, and is frequent in blank records
# Words in a host's name that tell which program runs there.
_HOSTS = {
    "github": Forge.GITHUB,
    "gitlab": Forge.GITLAB,
    "gitea": Forge.GITEA,
    "forgejo": Forge.GITEA,
    "codeberg": Forge.GITEA,
}


_FORGES = ", ".join(Forge)
_MAIL = re.compile(r"[^@\s<>()\",:;]+@[^@\s<>()\",:;]+\.[^@\s<>()\",:;]+")


@dataclass(frozen=True)
class Repository:
    """Where the source is kept and who keeps it.

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
        told = next((kind for name, kind in _HOSTS.items() if name in host), None)
        problems = []
        if url and (urlsplit(url).scheme not in ("http", "https") or not host):
            problems.append(
                _wrong(
                    f"REPO_URL: “{url}” không phải địa chỉ web. Cần dạng https://….",
                    f"REPO_URL: “{url}” is not a web address. Expected https://….",
                )
            )
        elif forge and forge not in list(Forge):
            problems.append(
                _wrong(
                    f"REPO_FORGE: không có “{forge}”. Cần một trong: {_FORGES}.",
                    f"REPO_FORGE: there is no “{forge}”. Expected one of: {_FORGES}.",
                )
            )
        elif url and not forge and told is None:
            problems.append(
                _wrong(
                    f"REPO_URL: tên “{host}” không cho biết loại kho mã. Hãy đặt REPO_FORGE là một trong: {_FORGES}.",
                    f"REPO_URL: “{host}” does not tell the kind of forge. Set REPO_FORGE to one of: {_FORGES}.",
                )
            )
        if contact and not _MAIL.fullmatch(contact):
            problems.append(
                _wrong(
                    f"CONTACT_EMAIL: “{contact}” không phải địa chỉ thư điện tử.",
                    f"CONTACT_EMAIL: “{contact}” is not a mail address.",
                )
            )
        if problems:
            raise Refused(problems)
        return cls(url.rstrip("/"), branch, Forge(forge or told or Forge.GITHUB), contact, site_url)

    def line(self, place: Place) -> str:
        """The address of a line of a file; empty without a repository."""
        if not self.url:
            return ""
        # Markdown is shown as a finished page, without lines, unless asked for otherwise.
        asked = _SOURCE[self.forge] if place.file.endswith(".md") else ""
        return f"{self.url}/{_VIEWS[self.forge]}/{quote(self.branch)}/{quote(place.file)}{asked}#L{place.line}"

    def new_file(self, folder: str, name: str, text: str = "") -> str | None:
        """The address that opens the editor with a new file, its name and its text filled in.

        None where the forge cannot be given the text, or the address would be too long for it; empty without a
        repository.
        """
        if not self.url:
            return ""
        page, field = _NEW_FILES[self.forge]
        if text and self.forge is Forge.GITLAB:
            return None
        filled = {field: name, "value": text} if text else {field: name}
        query = urlencode(filled, safe=_IN_QUERY)
        address = f"{self.url}/{page}/{quote(self.branch)}/{quote(folder)}?{query}"
        return address if len(address) <= LONGEST_ADDRESS else None

    def editor(self, file: str) -> str:
        """The address that opens the editor with a file; empty without a repository."""
        return f"{self.url}/{_EDITORS[self.forge]}/{quote(self.branch)}/{quote(file)}" if self.url else ""

    def form(self, report: Report) -> str:
        """The address of the forge's form for a mistake, filled in as far as known; empty without a repository."""
        if not self.url:
            return ""
        if self.forge is Forge.GITHUB:
            # The fields of .github/ISSUE_TEMPLATE/correction.yml.
            filled = {"template": "correction.yml", "title": report.subject, "address": report.address}
            return f"{self.url}/issues/new?{_query({**filled, 'text': report.text})}"
        if self.forge is Forge.GITLAB:
            filled = {"issue[title]": report.subject, "issue[description]": report.body}
            return f"{self.url}/-/issues/new?{_query(filled)}"
        return f"{self.url}/issues/new?{_query({'title': report.subject, 'body': report.body})}"


def _query(fields: dict[str, str]) -> str:
    return urlencode(fields, quote_via=quote, safe="")


def _wrong(vi: str, en: str) -> Problem:
    return Problem(Place("mkdocs.yml"), vi, en)
