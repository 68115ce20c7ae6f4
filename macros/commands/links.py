"""Checks whether the web addresses in the data still answer: `python -m macros.commands.links`.

Polite: one request at a time to a host, few hosts at once, and a user agent that names the site. What is gone is an
error, what cannot be judged from here a warning. `links.yml` lists the exceptions.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import ValidationError

from macros.archive.records import Records
from macros.checks.loading import load
from macros.commands.findings import FORMATS, Findings
from macros.commands.terminal import in_languages, reports_refusals
from macros.commands.web import Answer, State, ask
from macros.data.codes import Codes
from macros.data.problems import Bilingual, Place, Problem, Refused, Severity
from macros.data.showing import speak_utf_8
from macros.data.strict_yaml import read
from macros.records import About, Record, Text, WebAddress
from macros.records.base import Address
from macros.records.explain import explain
from macros.records.files import marked
from macros.records.shape import Shape
from macros.text.language import Language

EXCEPTIONS = Path(__file__).parent.parent / "links.yml"
HOSTS_AT_ONCE = 8
_UNCLEAR = Bilingual(
    "Chưa rõ địa chỉ còn không ({status}). Hãy mở thử; nếu xem được thì ghi vào macros/links.yml kèm lý do.",
    "It is unclear whether the address works ({status}). Open it; if people can, add it to macros/links.yml.",
)
_COPY_GONE = Bilingual(
    "Bản lưu không còn ({status}). Hãy tìm bản lưu khác.", "The archived copy is gone ({status}). Find another one."
)
_COPY_LEFT = Bilingual(
    "Địa chỉ không còn ({status}); người đọc vẫn có bản lưu.",
    "The address is gone ({status}); readers still have the archived copy.",
)
_GONE = Bilingual(
    "Địa chỉ không còn ({status}). Hãy giữ nguyên, và thêm `archived:` nếu tìm được bản lưu.",
    "The address is gone ({status}). Keep it, and add `archived:` if a copy can be found.",
)
_UNNEEDED = Bilingual(
    "Không còn địa chỉ nào trong dữ liệu bắt đầu như vậy. Hãy bỏ mục này.",
    "No address in the data begins like this any more. Remove the entry.",
)


class Excepted(Record):
    """The beginning of addresses that are not judged, and why."""

    address: Annotated[WebAddress, About("phần đầu của địa chỉ", "how the addresses begin", "https://www.example.org/")]
    reason: Annotated[
        Text,
        About("lý do", "why", {"vi": "Chỉ mở được bằng trình duyệt.", "en": "It opens in a browser only."}),
    ]


class ExceptionsFile(Record):
    """`links.yml`."""

    exceptions: Annotated[list[Excepted], About("các ngoại lệ", "the exceptions", [])]


@dataclass(frozen=True)
class Link:
    """An address in the data: where it is, and what to report, with which severity, where it is gone."""

    address: str
    place: Place
    if_gone: Bilingual
    severity: Severity


def links(records: Records) -> Iterator[Link]:
    """Every web address of the data."""
    for name, file in records.files.items():
        found = [
            (entry, mark.archive)
            for entry in file.entries
            if entry.text.startswith("http") and (mark := marked(name, entry.path, Address))
        ]
        copied = {entry.path[:-1] for entry, archive in found if archive}
        for entry, archive in found:
            if entry.path[:-1] in copied and not archive:
                yield Link(entry.text, entry.place, _COPY_LEFT, Severity.WARNING)
            else:
                yield Link(entry.text, entry.place, _COPY_GONE if archive else _GONE, Severity.ERROR)


def exceptions(file: Path) -> list[tuple[str, Place]]:
    """How the excepted addresses begin, and where the file says so; raises `Refused` where it has mistakes."""
    value, places, problems = read(file, f"macros/{file.name}")
    if problems:
        raise Refused(problems)
    try:
        found = ExceptionsFile.model_validate(value).exceptions
    except ValidationError as error:
        raise Refused(explain(error, places, Shape(ExceptionsFile, lambda collection: Codes()))) from error
    return [(each.address, places.find(("exceptions", index, "address"))) for index, each in enumerate(found)]


def ask_all(addresses: Iterable[str], agent: str) -> dict[str, Answer]:
    """The answer of each address."""
    hosts: dict[str, list[str]] = {}
    for address in sorted(addresses):
        hosts.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        answers = pool.map(lambda host: [(address, ask(address, agent)) for address in host], hosts.values())
        return {address: answer for host in answers for address, answer in host}


def judge(link: Link, answer: Answer) -> list[Problem]:
    """What an editor should know about the answer; nothing where all is well."""
    if answer.state is State.ALIVE:
        return []
    gone = answer.state is State.GONE
    message, severity = (link.if_gone, link.severity) if gone else (_UNCLEAR, Severity.WARNING)
    return [Problem(link.place, *message.format(status=answer.status), f"{answer.state}-address", severity)]


@reports_refusals
def main(arguments: list[str] | None = None) -> int:
    """Ask and report; gives 1 where an address is gone, 2 where the data cannot be read or no one answers."""
    parser = argparse.ArgumentParser(prog="python -m macros.commands.links", description=__doc__)
    parser.add_argument("--format", choices=FORMATS, default="text")
    report = FORMATS[parser.parse_args(arguments).format]
    try:
        excepted = exceptions(EXCEPTIONS)
        found = list(links(load(Path("data"))))
    except Refused as refused:
        print(refused.report(), file=sys.stderr)
        return 2
    asked = [link for link in found if not link.address.startswith(tuple(begin for begin, _ in excepted))]
    contact = os.environ.get("REPO_URL") or os.environ.get("SITE_URL") or "no address set"
    answers = ask_all({link.address for link in asked}, f"party-building-knowledge-links/1.0 (+{contact})")
    if answers and not any(answer.answered for answer in answers.values()):
        print(in_languages("links_no_network"), file=sys.stderr)
        return 2
    problems = [problem for link in asked for problem in judge(link, answers[link.address])]
    for begin, place in excepted:
        if not any(link.address.startswith(begin) for link in found):
            problems.append(Problem(place, *_UNNEEDED, "unneeded-exception", Severity.WARNING))
    print(report(Findings.all(problems), Path(), list(Language)))
    print(in_languages("links_asked", Language, len(answers)), file=sys.stderr)
    return int(any(problem.severity is Severity.ERROR for problem in problems))


if __name__ == "__main__":
    speak_utf_8()
    sys.exit(main())
