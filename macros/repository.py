"""Addresses on the forge that keeps the source: the exact line of a fact, for readers who want to correct it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.problems import Place


@dataclass(frozen=True)
class Repository:
    """The repository's web address, empty where none is configured, and the branch that is edited."""

    url: str = ""
    branch: str = "main"

    def line(self, place: Place) -> str:
        """The address of a line of a file; empty without a repository."""
        if not self.url:
            return ""
        # GitLab puts a dash between the project and what is shown of it.
        view = "-/blob" if "gitlab" in self.url else "blob"
        return f"{self.url.rstrip('/')}/{view}/{self.branch}/{place.file}#L{place.line}"
