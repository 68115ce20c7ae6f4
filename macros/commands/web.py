"""Asks one web address whether it still answers, politely and without judging what it shows."""

from __future__ import annotations

import http.client
import socket
import time
import urllib.request
from dataclasses import dataclass
from enum import StrEnum
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit

TIMEOUT = 20  # seconds for one request
TRIES = 3
LONGEST_PAUSE = 30  # seconds; a server that asks for more is not waited for


class State(StrEnum):
    """What an answer says of an address."""

    ALIVE = "alive"
    GONE = "gone"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Answer:
    """What came back; `said` in the words of the protocol, such as `HTTP 404`; `heard` false where nobody answered."""

    state: State
    said: str
    heard: bool = True


def ask(address: str, agent: str, pause: float = 1.0) -> Answer:
    """Whether the address answers: HEAD first, which costs the server least, then GET, which more servers understand.

    Args:
        address: a web address.
        agent: who asks, told to the server.
        pause: seconds before the second try; doubled before each further one.
    """
    answer, _ = _request("HEAD", address, agent)
    wait: float | None = 0
    for tried in range(TRIES):
        if answer.state is State.ALIVE or wait is None or wait > LONGEST_PAUSE:
            break
        if tried:
            time.sleep(max(wait, pause))
            pause *= 2
        answer, wait = _request("GET", address, agent)
    return answer


def _request(method: str, address: str, agent: str) -> tuple[Answer, float | None]:
    """One answer, and the seconds after which to try again, or None where that would tell nothing new."""
    request = urllib.request.Request(_ascii(address), method=method, headers={"User-Agent": agent, "Accept": "*/*"})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as response:
            return _landed(address, response.url), None
    except HTTPError as error:
        error.close()
        said = f"HTTP {error.code}"
        if error.code in (404, 410):
            return Answer(State.GONE, said), None
        again = float(error.headers.get("Retry-After") or 0) if _transient(error) else None
        return Answer(State.UNCLEAR, said), again
    except URLError as error:
        unknown = isinstance(error.reason, socket.gaierror) and error.reason.errno == socket.EAI_NONAME
        if unknown:
            return Answer(State.GONE, "no such host", heard=False), None
        return Answer(State.UNCLEAR, str(error.reason), heard=False), 0
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer(State.UNCLEAR, str(error) or type(error).__name__, heard=False), 0


def _landed(asked: str, got: str) -> Answer:
    """A page that leads to the front page of its site is gone, though the server calls that a success."""
    front = ("", "/")
    if urlsplit(got).path in front and not urlsplit(got).query and urlsplit(asked).path not in front:
        return Answer(State.GONE, f"→ {got}")
    return Answer(State.ALIVE, "HTTP 200")


def _transient(error: HTTPError) -> bool:
    after = error.headers.get("Retry-After") or "0"
    return (error.code == 429 or error.code >= 500) and after.isdecimal()


def _ascii(address: str) -> str:
    """The address as the protocol carries it; what is encoded already stays as it is."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    return urlunsplit(
        (
            parts.scheme,
            host,
            quote(parts.path, safe="/%:@!$&'()*+,;=~"),
            quote(parts.query, safe="/%:@!$&'()*+,;=?~"),
            "",
        )
    )
