"""What a change to the data means for readers: `python -m macros.changes BASE [HEAD]`, run by `make changes`.

Two revisions are read with the code at hand and compared fact by fact: statements and figures added, changed, moved or
removed, relations gained and lost, pages that appear, and permanent addresses that disappear, which is an error: what
was cited must be found again. The text is for a terminal, the Markdown for a comment on a pull request.
"""

from __future__ import annotations

import argparse
import difflib
import io
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.archive import Archive
from macros.language import Language, number, word
from macros.problems import Refused
from macros.record_pages import record_pages

LONGEST = 60_000  # letters: a comment on a forge holds 65,536
_RELATIONS = ("topics", "documents", "provinces", "by")


@dataclass(frozen=True)
class Fact:
    """A statement or figure as readers see it in one language: its words, and its relations by name."""

    text: str
    relations: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Change:
    """One line of the report: what happened (`change_…` in `words.yml`), where, and the words before and after."""

    what: str
    address: str
    before: str = ""
    after: str = ""

    @property
    def error(self) -> bool:
        """Whether it must not happen."""
        return self.what == "address_lost"


def facts(archive: Archive, language: Language) -> dict[str, Fact]:
    """Every statement and figure by its permanent address."""
    found = {}
    for s in archive.statements:
        record = s.record
        relations = {
            "topics": tuple(record.topics),
            "documents": tuple(record.documents),
            "provinces": tuple(s.provinces),
            "by": (record.by,) if record.by else (),
        }
        found[f"{s.home.path}#{record.id}"] = Fact(s.text[language], relations)
    for f in archive.figures:
        value = f"{number(f.record.value, language)} {f.record.unit[language]}"
        text = f"{value}: {f.record.what[language]} ({f.record.as_of.shown(language)})"
        relations = {"topics": tuple(f.record.topics), "provinces": tuple(f.provinces)}
        found[f"{f.home.path}#{f.record.id}"] = Fact(text, relations)
    return found


def compare(before: Archive, after: Archive, language: Language) -> list[Change]:
    """Everything that changes for readers, in order of address."""
    old, new = facts(before, language), facts(after, language)
    gone, come = old.keys() - new.keys(), new.keys() - old.keys()
    moved = {address: to for address in sorted(gone) if (to := _moved(address, old, new, come))}
    changes = [Change("moved", address, address, to) for address, to in moved.items()]
    changes += [Change("removed", address, old[address].text) for address in gone - moved.keys()]
    changes += [Change("added", address, after=new[address].text) for address in come - set(moved.values())]
    for address in old.keys() & new.keys():
        changes.extend(_changed(address, old[address], new[address]))
    pages_before, pages_after = _pages(before), _pages(after)
    changes += [
        Change("page_new", path, after=pages_after[path][language]) for path in pages_after.keys() - pages_before
    ]
    lost = [*gone, *(pages_before.keys() - pages_after.keys())]
    changes += [Change("address_lost", address) for address in lost]
    return sorted(changes, key=lambda change: (change.address, change.what))


def _changed(address: str, old: Fact, new: Fact) -> Iterator[Change]:
    if old.text != new.text:
        yield Change("changed", address, old.text, new.text)
    for relation in _RELATIONS:
        had, has = set(old.relations.get(relation, ())), set(new.relations.get(relation, ()))
        for id in sorted(has - had):
            yield Change("relation_gained", address, after=id)
        for id in sorted(had - has):
            yield Change("relation_lost", address, id)


def _moved(address: str, old: dict[str, Fact], new: dict[str, Fact], come: set[str]) -> str:
    """Where the same words stand now, if they came there with this change."""
    return next((to for to in sorted(come) if new[to].text == old[address].text), "")


def _pages(archive: Archive) -> dict[str, dict[Language, str]]:
    return {page.path: {each: page.title[each] for each in Language} for page in record_pages(archive)}


def told(changes: list[Change], language: Language, *, markdown: bool) -> str:
    """The report in one language; what comes from the data is shown as text, whatever it holds."""
    if not changes:
        return word("change_none", language) + "\n"
    lines = [_line(change, language, markdown) for change in sorted(changes, key=lambda change: not change.error)]
    count = word("change_count", language).format(count=len(changes))
    text = (f"### {count}\n\n" if markdown else f"{count}\n") + "\n".join(lines) + "\n"
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit("\n", 1)[0] + f"\n\n{word('change_cut', language)}\n"
    return text


def _line(change: Change, language: Language, markdown: bool) -> str:
    name = word(f"change_{change.what}", language)
    plain = _escaped if markdown else str
    if change.what == "changed":
        words = _marked(change.before, change.after, markdown)
    elif change.before and change.after:
        words = f"{plain(change.before)} → {plain(change.after)}"
    else:
        words = plain(change.before or change.after)
    address = plain(change.address)
    return f"- **{name}** {address}: {words}" if markdown else f"{name}: {address}\n    {words}".rstrip()


def _marked(before: str, after: str, markdown: bool) -> str:
    """Both texts in one, word by word: what went and what came."""
    old, new = before.split(), after.split()
    went, came = ("~~{}~~", "**{}**") if markdown else ("[-{}-]", "{{+{}+}}")
    plain = _escaped if markdown else str
    pieces = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(plain(" ".join(old[a:b])))
            continue
        if a < b:
            pieces.append(went.format(plain(" ".join(old[a:b]))))
        if c < d:
            pieces.append(came.format(plain(" ".join(new[c:d]))))
    return " ".join(pieces)


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no HTML, no mention of anybody."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&commat;")
    return re.sub(r"([\\`*_{}\[\]()#+\-!|~])", r"\\\1", " ".join(escaped.split()))


def read(revision: str) -> Archive:
    """The archive as a revision of this repository holds it; raises `Refused`, or ValueError for no such revision."""
    # A revision that begins like an option must not be taken for one.
    command = ["git", "archive", "--format=tar", "--end-of-options", revision, "data"]
    packed = subprocess.run(command, capture_output=True, check=False)
    if packed.returncode:
        raise ValueError(revision)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as tar:
            tar.extractall(folder, filter="data")
        return Archive.read(Path(folder) / "data")


def main() -> int:
    """Print what changes between two revisions; 1 where an address is lost or a revision cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m macros.changes", description=__doc__)
    parser.add_argument("base", metavar="BASE")
    parser.add_argument("head", metavar="HEAD", nargs="?", default="HEAD")
    parser.add_argument("--language", choices=list(Language), type=Language, default=Language.VI)
    parser.add_argument("--format", choices=["text", "markdown"], default="text")
    chosen = parser.parse_args()
    archives = []
    for revision in (chosen.base, chosen.head):
        try:
            archives.append(read(revision))
        except ValueError:
            print("\n".join(word("change_no_revision", each).format(revision=revision) for each in Language))
            return 1
        except Refused as refused:
            print("\n".join(word("change_unreadable", each).format(revision=revision) for each in Language))
            print(refused.report())
            return 1
    changes = compare(archives[0], archives[1], chosen.language)
    print(told(changes, chosen.language, markdown=chosen.format == "markdown"), end="")
    return int(any(change.error for change in changes))


if __name__ == "__main__":
    sys.exit(main())
