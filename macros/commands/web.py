"""Asks one web address whether it still answers, politely and without judging what it shows.

Only servers of the public internet are asked, wherever an address or a redirect leads: the program runs within networks
whose own machines must not be reached by what someone writes into the data.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import time
import urllib.request
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit

from macros.text.web_addresses import deceiving

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
    """What came back; `said` in the words of the protocol, such as `HTTP 404`; `heard` false where no one answered."""

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
    opener = urllib.request.build_opener(_PublicRedirects, _OpenHttp, _OpenHttps)
    try:
        _must_be_public(request.full_url)
        with opener.open(request, timeout=TIMEOUT) as response:
            return _landed(address, response.url), None
    except NotPublic as error:
        return Answer(State.UNCLEAR, f"not public: {error}", heard=False), None
    except HTTPError as error:
        error.close()
        said = f"HTTP {error.code}"
        if error.code in (404, 410):
            return Answer(State.GONE, said), None
        again = float(error.headers.get("Retry-After") or 0) if _transient(error) else None
        return Answer(State.UNCLEAR, said), again
    except URLError as error:
        if isinstance(error.reason, NotPublic):
            return Answer(State.UNCLEAR, f"not public: {error.reason}", heard=False), None
        unknown = isinstance(error.reason, socket.gaierror) and error.reason.errno == socket.EAI_NONAME
        if unknown:
            return Answer(State.GONE, "no such host", heard=False), None
        return Answer(State.UNCLEAR, str(error.reason), heard=False), 0
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer(State.UNCLEAR, str(error) or type(error).__name__, heard=False), 0


class NotPublic(OSError):
    """A server that is not one of the public internet; the message names it."""


def _must_be_public(address: str) -> None:
    """Raise `NotPublic` for an address of no public name."""
    if next(deceiving(address), None):
        raise NotPublic(urlsplit(address).netloc)


def _is_public(address: str) -> bool:
    found = ipaddress.ip_address(address)
    return found.is_global and not found.is_multicast


class _PublicRedirects(urllib.request.HTTPRedirectHandler):
    """Follows no redirect away from the public internet."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        _must_be_public(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _connected(address: tuple[str, int], *arguments: Any) -> socket.socket:
    """A connection to a host of the public internet, whatever its name stands for; raises `NotPublic`, `OSError`."""
    host, port = address
    error: OSError = NotPublic(host)
    for *_, where in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if _is_public(str(where[0])):
            try:
                return socket.create_connection((str(where[0]), port), *arguments)
            except OSError as refused:
                error = refused
    raise error


class _Http(http.client.HTTPConnection):
    """A connection that leads to the public internet only."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._create_connection = _connected


class _Https(http.client.HTTPSConnection):
    """The same, encrypted."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._create_connection = _connected


class _OpenHttp(urllib.request.HTTPHandler):
    def http_open(self, req: Any) -> Any:
        # A proxy belongs to the network itself, and asks in our place.
        return self.do_open(http.client.HTTPConnection if req.has_proxy() else _Http, req)


class _OpenHttps(urllib.request.HTTPSHandler):
    def https_open(self, req: Any) -> Any:
        return self.do_open(http.client.HTTPSConnection if req._tunnel_host else _Https, req)


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
