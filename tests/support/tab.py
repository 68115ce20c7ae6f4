"""A browser tab that remembers what went wrong in it and what it fetched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from playwright.sync_api import BrowserContext, ConsoleMessage

Open = Callable[..., "Tab"]
Scheme = Literal["light", "dark"]


class Tab:
    """One page of a browser, watched."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.page = context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.errors.append(f"{self.page.url}: {error}"))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def visit(self, path: str) -> int:
        """Go to an address of the site and wait until everything is fetched; gives the status."""
        response = self.page.goto(self.address + path, wait_until="load")
        assert response is not None
        return response.status

    @property
    def path(self) -> str:
        """Where it stands, from the site's own address."""
        return self.page.url.removeprefix(self.address)

    def in_view(self, anchor: str) -> bool:
        """Wait until the element with this id begins inside the window; fails when it does not get there."""
        self.page.wait_for_function(
            """id => {
                const top = document.getElementById(id)?.getBoundingClientRect().top;
                return top !== undefined && top >= 0 && top < innerHeight;
            }""",
            arg=anchor,
            timeout=5000,
        )
        return True

    @property
    def strangers(self) -> list[str]:
        """Fetched addresses that are not the site's."""
        return [url for url in self.requests if not url.startswith((self.address, "data:", "blob:"))]

    def _console(self, message: ConsoleMessage) -> None:
        # A missing address answers 404, and the browser says so; any other file that is missing is a fault.
        own_404 = message.location["url"] == self.page.url and "404" in message.text
        if message.type == "error" and not own_404:
            self.errors.append(f"{self.page.url}: {message.text}")
