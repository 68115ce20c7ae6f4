"""Thousands of spoiled inputs: is each read, or refused at a place that is there, in both languages, within seconds?

Data, records of translations, redirects, corrections, pages and words of the small archive, and what a build keeps in
`.cache/`, are spoiled from a seed. Nothing is built: each input goes through what a build reads it with.
"""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import markdown
from mkdocs.utils.meta import get_data

from benchmarks.torture.counts import Counts
from macros.checks.loading import examine
from macros.commands.findings import FORMATS, Findings
from macros.data.decoding import lines
from macros.data.problems import Problem, Refused, Severity
from macros.pages.authoring.page_checks import header_problems, unreadable
from macros.pages.authoring.passive import page_problems
from macros.pages.authoring.running import run
from macros.speed.cache import Cache
from macros.speed.digests import digest
from macros.speed.page_cache import PageCache
from macros.text import language
from macros.text.language import Language
from tests.records.mutation import mutated_text
from tests.support.project import SMALL, copy_small_data

TITLE = "Spoiled inputs"
RIGHT = ("read", "refused", "taken whole", "made again")
SECONDS = 20  # for one input; many times what it takes on a busy machine
AT_ONCE = 10  # data files that are spoiled together
EXTENSIONS = ["abbr", "admonition", "attr_list", "md_in_html", "tables", "pymdownx.superfences"]
_PIECES = (
    "<",
    ">",
    '"',
    "{{ ",
    " }}",
    "{% if x %}",
    "{# ",
    "{: ",
    "](",
    "> ",
    "    - ",
    "```\n",
    "<b onload=x>",
    "---\n",
)


class Inputs:
    """The small archive in a folder of its own; `counts` says how many inputs of each kind ended how."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        self.root = folder
        self.data = copy_small_data(folder / "data")
        self.counts = Counts()
        self.done: Counter[str] = Counter()
        self.kinds: dict[str, Callable[[], None]] = {
            "data": lambda: self._files("data", self.data, "*.yml"),
            "corrections, redirects, additions": lambda: self._files(
                "corrections, redirects, additions", self.data, "*[rs]*.yml"
            ),
            "recorded translations": lambda: self._files("recorded translations", folder / "translations", "*.json"),
            "pages": self._page,
            "words": self._words,
            "cache": self._cache,
        }

    def _files(self, kind: str, where: Path, pattern: str) -> None:
        """Some files spoiled at once, read as the check reads them."""
        files = sorted(where.rglob(pattern))
        if kind.startswith("corrections"):
            files = [file for file in files if file.parent.name == "corrections" or file.parent == where]
        spoiled = {file: file.read_bytes() for file in self.random.sample(files, min(AT_ONCE, len(files)))}
        for file, raw in spoiled.items():
            file.write_bytes(mutated_text(self.random, raw.decode()).encode("utf-8", "surrogatepass"))
        with self._judged(kind, len(spoiled)):
            _, problems = examine(self.data)
            self._look_at(kind, problems)
            for name in ("text", "github", "json"):
                FORMATS[name](Findings.all(problems), self.root, list(Language))
            wrong = {problem.place.file for problem in problems if problem.severity is Severity.ERROR}
            refused = sum(file.relative_to(self.root).as_posix() in wrong for file in spoiled)
            self.counts[kind, "refused"] += refused
            self.counts[kind, "read"] += len(spoiled) - refused
        for file, raw in spoiled.items():
            file.write_bytes(raw)

    def _page(self) -> None:
        """A page, from its bytes to what Markdown makes of it."""
        file = self.random.choice(sorted((SMALL / "docs").rglob("*.md")))
        text = mutated_text(self.random, file.read_text("utf-8"))
        for _ in range(self.random.randint(0, 3)):
            at = self.random.randint(0, len(text))
            text = text[:at] + self.random.choice(_PIECES) * self.random.choice((1, 1, 1, 40)) + text[at:]
        name = file.relative_to(SMALL).as_posix()
        with self._judged("pages", 1):
            problems = unreadable(name, name.split("/")[1], text.encode("utf-8", "surrogatepass"))
            if not problems:
                below, meta = get_data(text)
                problems = list(header_problems(name, text, meta))
                made, mistakes = run(below, {}, lambda value: value)
                assert all(mistake.line for mistake in mistakes)
                html = markdown.markdown(made or below, extensions=EXTENSIONS)
                problems += page_problems(name, text, html, 0)
            self.counts["pages", "refused" if problems else "read"] += 1
            self._look_at("pages", problems, {name: text})

    def _words(self) -> None:
        """The words of the interface."""
        raw = self.whole_words
        file = self.root / "words.yml"
        file.write_bytes(mutated_text(self.random, raw.decode()).encode("utf-8", "surrogatepass"))
        before, language.WORDS_FILE = language.WORDS_FILE, file
        try:
            with self._judged("words", 1):
                try:
                    language.all_words.__wrapped__()
                    self.counts["words", "read"] += 1
                except Refused as refused:
                    self.counts["words", "refused"] += 1
                    self._look_at("words", refused.problems, {"macros/words.yml": file.read_text("utf-8", "replace")})
        finally:
            language.WORDS_FILE = before

    def _cache(self) -> None:
        """What is kept from one build to the next: a damaged file is made again, and never taken for another."""
        with TemporaryDirectory() as name, self._judged("cache", 1):
            folder = Path(name)
            kept = Cache(folder / "cache")
            pages = PageCache(folder / "cache/pages", folder / "log")
            contents = {key: self.random.randbytes(self.random.randint(0, 99)) for key in ("one", "other")}
            for key, content in contents.items():
                kept.get(key, key.encode(), partial(bytes, content))
                (folder / key).write_bytes(content)
                pages.log_written(key, digest([content]), key)
            pages.store(folder)
            files = [file for file in sorted((folder / "cache").rglob("*")) if file.is_file()]
            self._damage(self.random.choice(files), self.random.choice(files))
            again = PageCache(folder / "cache/pages", folder / "log")
            ended = "taken whole"
            for key, content in contents.items():
                made = kept.get(key, key.encode(), lambda: b"made again")
                linked = again.link_cached(key, folder / f"new-{key}")
                if made == b"made again" or linked is None:
                    ended = "made again"
                if made not in (content, b"made again") or (linked and linked != digest([content])):
                    ended = "believed"
                    break
            self.counts["cache", ended] += 1

    def _damage(self, file: Path, other: Path) -> None:
        """Bytes changed, lost or added, or another file's content or name."""
        raw = bytearray(file.read_bytes())
        at = self.random.randint(0, len(raw))
        match self.random.randint(0, 5):
            case 0:
                raw[at : at + 1] = self.random.randbytes(1)
            case 1:
                del raw[at:]
            case 2:
                raw += self.random.randbytes(9)
            case 3:
                raw[:] = other.read_bytes()
            case 4:
                file.rename(file.with_name(other.name))
                return
            case _:
                file.unlink()
                file.mkdir()
                return
        file.unlink()  # a page of the cache and of the site are one file
        file.write_bytes(raw)

    @property
    def whole_words(self) -> bytes:
        """The words as they are."""
        return language.WORDS_FILE.read_bytes()

    def _look_at(self, kind: str, problems: list[Problem], texts: dict[str, str] | None = None) -> None:
        """Count the messages that lead to no place, or are not in both languages."""
        texts = dict(texts or {})
        for problem in problems:
            file, line, column = problem.place
            if file not in texts:
                path = self.root / file
                texts[file] = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
            found = lines(texts[file].removeprefix("\ufeff"))
            there = line <= len(found) and column <= len(found[line - 1].rstrip("\r\n")) + 1
            if not (there and problem.vi and problem.en and problem.vi != problem.en):
                self.counts[kind, "messages without a place"] += 1

    @contextmanager
    def _judged(self, kind: str, number: int) -> Iterator[None]:
        """Count what raises and what takes too long."""

        def late(*_: object) -> None:
            raise TimeoutError

        signal.signal(signal.SIGALRM, late)
        signal.alarm(SECONDS)
        try:
            yield
        except TimeoutError:
            self.counts[kind, "hangs"] += 1
        except Exception as error:
            self.counts[kind, f"tracebacks ({type(error).__name__})"] += 1
        finally:
            signal.alarm(0)
            self.done[kind] += number

    def spoil(self, number: int) -> None:
        """Spoil so many inputs of each kind."""
        for kind, spoil in self.kinds.items():
            while self.done[kind] < number:
                spoil()
