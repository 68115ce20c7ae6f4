"""Text inside Markdown that a forge shows."""

import re

from macros.data.showing import shown

# What forges make mentions, references and links of, after they have read entities and backslashes: cut in two.
_ACTS = re.compile(
    r"@(?=\w)|[#!](?=\d)|(?i:\bgh)-(?=\d)|(?<=\w):(?=//)|(?i:\bwww)(?=\.)|\b[0-9a-fA-F](?=[0-9a-fA-F]{6,39}\b)"
)


def inert(text: str) -> str:
    """Text that Markdown shows as it is, on one line: no markup, no HTML, no mention, reference or link."""
    cut = _ACTS.sub("\\g<0>\u200b", shown(" ".join(text.split())))
    escaped = cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_{}\[\]()#+\-!|~])", r"\\\1", escaped)
