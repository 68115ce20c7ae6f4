"""Text of anyone's as messages show it: on one line, with a name in place of each character that acts or is not seen.

A terminal obeys control characters, a forge reads a line that begins with `::` as a command, marks of direction turn
text round, and letters that show nothing hide what is written.
"""

import re
import sys
import unicodedata

# Unicode categories Cc, Cf, Zl, Zp, Cs and Co, as far as they are met with, and letters and marks that show nothing;
# without tabs and ends of lines, which are seen.
HIDDEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def shown(text: str) -> str:
    """The text on one line, with `⟨U+202E RIGHT-TO-LEFT OVERRIDE⟩` in place of what would not be seen as it is."""
    return text if text.isprintable() and not HIDDEN.search(text) else "".join(map(_seen, text))


def speak_utf_8() -> None:
    """Print UTF-8 whatever the terminal is set to: garbled Vietnamese is better than a traceback."""
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _seen(letter: str) -> str:
    if letter.isprintable() and not HIDDEN.match(letter):
        return letter
    code, name = f"U+{ord(letter):04X}", unicodedata.name(letter, "")
    return f"⟨{code} {name}⟩" if name else f"⟨{code}⟩"
