"""The strict policy that the tests serve the site with, as a header: only own scripts, none inline but those hashed."""

from __future__ import annotations

import base64
import hashlib
import re

from tests.built_site import Site

_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)


def policy(site: Site) -> str:
    """A Content-Security-Policy without `unsafe-inline` for scripts, `unsafe-eval` or WebAssembly."""
    pages = [*site.pages.values(), site.not_found]
    texts = {match["text"] for page in pages for match in _INLINE.finditer(page.html) if _runs(match["attributes"])}
    hashes = sorted(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts)
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *hashes]),
        "worker-src": "'self'",
        "connect-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        # The theme sets the width of tables and the place of its sidebars by style attributes.
        "style-src": "'self' 'unsafe-inline'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _runs(attributes: str) -> bool:
    """Whether it is a script in the page, not data and not a file."""
    return "src=" not in attributes and "application/json" not in attributes and "ld+json" not in attributes
