"""Text inside Markdown that a forge shows."""

import re


def inert(text: str) -> str:
    """Text that Markdown shows as it is, on one line: no markup, no HTML, no mention of anyone."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&commat;")
    return re.sub(r"([\\`*_{}\[\]()#+\-!|~])", r"\\\1", " ".join(escaped.split()))
