"""Asks one web address whether it still answers, politely and without judging what it shows.

Only servers of the public internet are asked, wherever an address or a redirect leads: the program runs within networks
whose own machines must not be reached by what someone writes into the data.
"""

import http.client
import ipaddress
import socket
import time
import urllib.request
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit

from macros.text.web_addresses import deceiving

TIMEOUT = 20  # seconds for one request
TRIES = 3
LONGEST_PAUSE = 30  # seconds; a server that asks for more is not waited for
_GONE = (404, 410)


class State(StrEnum):
    """What an answer says of an address."""

    ALIVE = "alive"
    GONE = "gone"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Answer:
    """What came back.

    Attributes:
        state: what it says of the address.
        status: the same in the words of the protocol, such as `HTTP 404`.
        answered: False where no server answered.
        wait: the seconds after which another try may have another answer; None where it would have the same.
    """

    state: State
    status: str
    answered: bool = True
    wait: float | None = None


def ask(address: str, agent: str, pause: float = 1.0) -> Answer:
    """Whether the address answers: HEAD first, which costs the server least, then GET, which more servers understand.

    Args:
        address: a web address.
        agent: the user agent, which names who asks.
        pause: seconds before the second GET; doubled before each further one.
    """
    answer = _request("HEAD", address, agent)
    if answer.state is not State.ALIVE:
        answer = _request("GET", address, agent)
    for tried in range(TRIES - 1):
        if answer.wait is None or answer.wait > LONGEST_PAUSE:
            break
        time.sleep(max(answer.wait, pause * 2**tried))
        answer = _request("GET", address, agent)
    return answer


def _request(method: str, address: str, agent: str) -> Answer:
    request = urllib.request.Request(_ascii(address), method=method, headers={"User-Agent": agent, "Accept": "*/*"})
    try:
        with urllib.request.build_opener(_PublicWeb).open(request, timeout=TIMEOUT) as response:
            return _final(address, response.url)
    except NotPublic as error:
        return Answer(State.UNCLEAR, f"not public: {error}", answered=False)
    except HTTPError as error:
        error.close()
        return Answer(State.GONE if error.code in _GONE else State.UNCLEAR, f"HTTP {error.code}", wait=_wait(error))
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        if isinstance(reason, socket.gaierror) and reason.errno == socket.EAI_NONAME:
            return Answer(State.GONE, "no such host", answered=False)
        return Answer(State.UNCLEAR, str(reason) or type(reason).__name__, answered=False, wait=0)


def _wait(error: HTTPError) -> float | None:
    """The seconds after which a server that is busy or broken may be asked again."""
    after = error.headers.get("Retry-After") or "0"
    return float(after) if (error.code == 429 or error.code >= 500) and after.isdecimal() else None


def _final(asked: str, got: str) -> Answer:
    """A page that leads to the front page of its site is gone, though the server calls that a success."""
    front = ("", "/")
    if urlsplit(got).path in front and not urlsplit(got).query and urlsplit(asked).path not in front:
        return Answer(State.GONE, f"→ {got}")
    return Answer(State.ALIVE, "HTTP 200")


def _ascii(address: str) -> str:
    """The address as the protocol carries it; what is encoded already stays as it is."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    path, query = quote(parts.path, safe="/%:@!$&'()*+,;=~"), quote(parts.query, safe="/%:@!$&'()*+,;=?~")
    return parts._replace(netloc=host, path=path, query=query, fragment="").geturl()


class NotPublic(Exception):
    """A server that is not one of the public internet; the message names it."""


class _PublicWeb(urllib.request.HTTPHandler, urllib.request.HTTPSHandler, urllib.request.FTPHandler):
    """Opens addresses of HTTP and HTTPS on servers of the public internet only; raises `NotPublic` for all others."""

    def ftp_open(self, req: Any) -> Any:
        raise NotPublic(req.full_url)

    def do_open(self, http_class: Any, req: Any, **named: Any) -> Any:
        if next(deceiving(req.full_url), None):
            raise NotPublic(urlsplit(req.full_url).netloc)

        def connection(host: str, **options: Any) -> Any:
            made = http_class(host, **options)
            made._create_connection = _connected
            return made

        # A proxy belongs to the network itself, and asks in our place.
        by_proxy = req.has_proxy() or req._tunnel_host
        return super().do_open(http_class if by_proxy else connection, req, **named)


def _connected(address: tuple[str, int], *options: Any) -> socket.socket:
    """A connection to a host of the public internet, whatever its name stands for; raises `NotPublic`, `OSError`."""
    host, port = address
    error: Exception = NotPublic(host)
    for *_, where in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        number = ipaddress.ip_address(where[0])
        if number.is_global and not number.is_multicast:
            try:
                return socket.create_connection((str(number), port), *options)
            except OSError as refused:
                error = refused
    raise error
