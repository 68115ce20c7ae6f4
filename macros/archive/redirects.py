"""Where a permanent address leads that has changed.

An old page becomes a small page that leads on. An old statement or figure keeps a mark: at its new place where that is
on the same page, else a sentence on the old page that says where it is now.
"""

from collections.abc import Collection, Mapping

# List pages with anchors or a meaning of their own, to which a redirect may lead.
PAGES_BY_HAND = ("documents/", "figures/", "glossary/", "meetings/", "people/", "provinces/", "topics/")
# Those that say where their former entries are now.
PAGES_WITH_ENTRIES = ("glossary/", "provinces/")


def page(address: str) -> str:
    """The page of an address."""
    return address.partition("#")[0]


def anchor(address: str) -> str:
    """The part of an address after `#`; empty for a page."""
    return address.partition("#")[2]


class Redirects:
    """The redirects of an archive.

    Args:
        targets: the address now, by the old address.
        addresses: every permanent address that exists.
    """

    def __init__(self, targets: Mapping[str, str], addresses: Collection[str]) -> None:
        self.targets = targets
        self._addresses = addresses
        self._former: dict[str, list[str]] = {}
        self._elsewhere: dict[str, list[tuple[str, str]]] = {}
        for old, new in targets.items():
            if not anchor(old):
                continue
            if page(old) == page(new) and anchor(new):
                self._former.setdefault(new, []).append(anchor(old))
            else:
                self._elsewhere.setdefault(page(old), []).append((anchor(old), new))

    @property
    def pages(self) -> dict[str, str]:
        """The address now, by the old address of a page."""
        return {old: new for old, new in self.targets.items() if not anchor(old)}

    def former(self, address: str) -> list[str]:
        """Anchors that a statement, figure or heading had before on its page."""
        return self._former.get(address, [])

    def elsewhere(self, path: str) -> list[tuple[str, str]]:
        """Anchors that a page had before and whose content is not on it any more, with where they lead now."""
        return self._elsewhere.get(path, [])

    def leads(self, address: str) -> str | None:
        """Where readers get who follow an address: itself, or where it leads now; None where they find nothing."""
        if address in self._addresses:
            return address
        if address in self.targets:
            return self.targets[address]
        moved = self.targets.get(page(address))
        # What was on a page that moved is on the new page, under the same anchor.
        there = f"{moved}#{anchor(address)}" if moved and not anchor(moved) else None
        return there if there in self._addresses else None
