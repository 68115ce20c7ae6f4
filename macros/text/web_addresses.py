"""What makes a web address lead elsewhere than it seems to, or nowhere that a reader can go.

A source's address is what the archive rests on: one that reads as the Government's and leads to another server is worse
than none. How browsers read an address: https://url.spec.whatwg.org/#host-parsing.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

_SERVER = re.compile(r"https?://(?P<user>[^/?#]*@)?(?P<host>[^/?#:]*)(?P<port>:[^/?#]*)?")
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_LONGEST_LABEL, _LONGEST_HOST = 63, 253  # RFC 1035
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE)  # what browsers read as part of an IPv4 address
_MOST_PORTS = 65_535
# Names that mean something within one machine or one network only: RFC 6761, 6762, 8375, and what is usual.
_PRIVATE = {"localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "invalid", "test", "onion"}
_PRIVATE_ENDS = ("home.arpa", *_PRIVATE)
# Letters of other alphabets that look like Latin ones: a label of them alone is taken for a Latin word.
# Source: Chromium's spoof checks (components/url_formatter/spoof_checks/idn_spoof_checker.cc).
_LIKE_LATIN = {
    "CYRILLIC": frozenset("асԁеһіјӏорԛѕԝхуъьҽпгѵѡ"),
    "GREEK": frozenset("αικνρυωηοτ"),
    "ARMENIAN": frozenset("օսԁառհղցխճզյ"),
}
_TOGETHER = {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"}  # written side by side


class Deceit(StrEnum):
    """How an address deceives."""

    USER = "user"
    PORT = "port"
    NO_NAME = "no-name"
    NUMBER = "number"
    PRIVATE = "private"
    LETTERS = "letters"


class Deceiving(NamedTuple):
    """What is wrong with an address: how, the offset of the part, the part, and the server that it leads to."""

    how: Deceit
    at: int
    part: str
    host: str


def deceiving(address: str) -> Iterator[Deceiving]:
    """Everything that is wrong with the server's part of a web address of http or https."""
    match = _SERVER.match(address)
    if not match:
        return
    host = match["host"]
    if match["user"]:
        yield Deceiving(Deceit.USER, match.start("user"), match["user"].removesuffix("@"), host)
    if how := wrong_host(host):
        yield Deceiving(how, match.start("host"), host, host)
    port = (match["port"] or "").removeprefix(":")
    if match["port"] and not (port.isascii() and port.isdecimal() and 0 < int(port[:6]) <= _MOST_PORTS):
        yield Deceiving(Deceit.PORT, match.start("port") + 1, port, host)


def wrong_host(host: str) -> Deceit | None:
    """What is wrong with the name of a server; None for a public one."""
    name = host.lower().removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return Deceit.NUMBER
    if name != unicodedata.normalize("NFKC", name):
        return Deceit.LETTERS
    if len(name) > _LONGEST_HOST or not all(_LABEL.fullmatch(each) and len(each) <= _LONGEST_LABEL for each in labels):
        return Deceit.NO_NAME
    if len(labels) == 1 or f".{name}".endswith(tuple(f".{each}" for each in _PRIVATE_ENDS)):
        return Deceit.PRIVATE
    return Deceit.LETTERS if any(map(_misleads, labels)) else None


def _misleads(label: str) -> bool:
    """Whether a label mixes alphabets, or is a word of another alphabet that looks like a Latin one."""
    if label.startswith("xn--"):
        try:
            label = label.removeprefix("xn--").encode("ascii").decode("punycode")
        except UnicodeError:
            return True
    letters = [letter for letter in label if unicodedata.category(letter)[0] == "L"]
    scripts = {re.split("[ -]", unicodedata.name(letter, "?"))[0] for letter in letters}
    if len(scripts) > 1:
        return not scripts <= {*_TOGETHER, "LATIN"}
    return any(set(letters) <= _LIKE_LATIN.get(script, frozenset()) for script in scripts)
