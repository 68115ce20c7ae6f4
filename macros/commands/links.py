"""Asks the web whether the sources' addresses still answer: `python -m macros.commands.links`.

Polite: one request at a time to a host, few hosts at once, and it says who asks. What is gone is an error, what cannot
be judged from here a warning. `links.yml` holds the exceptions.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from macros import records as model
from macros.archive.reader import Records
from macros.checks.loading import load
from macros.commands.web import Answer, State, ask
from macros.data.codes import Codes
from macros.data.explain import explain
from macros.data.problems import Place, Problem, Refused
from macros.data.strict_yaml import read
from macros.records import About
from macros.records.shape import Shape

EXCEPTIONS = Path(__file__).parent.parent / "links.yml"
HOSTS_AT_ONCE = 8


class Excepted(model.Record):
    """The beginning of addresses that are not judged, and why."""

    address: Annotated[
        model.WebAddress, About("phần đầu của địa chỉ", "how the addresses begin", "https://www.example.org/")
    ]
    reason: Annotated[
        model.Text,
        About("lý do", "why", {"vi": "Chỉ mở được bằng trình duyệt.", "en": "It opens in a browser only."}),
    ]


class ExceptionsFile(model.Record):
    """`links.yml`."""

    exceptions: Annotated[list[Excepted], About("các ngoại lệ", "the exceptions", [])]


@dataclass(frozen=True)
class Link:
    """An address in the data: where it is, and whether it is the source's own or that of an archived copy."""

    address: str
    place: Place
    archive: bool
    has_archive: bool


@dataclass(frozen=True, order=True)
class Finding:
    """A problem and whether it is an error, else a warning."""

    problem: Problem
    error: bool


def links(records: Records) -> Iterator[Link]:
    """Every address of every source."""
    for file, sources in _sources(records):
        places = records.files[file].places
        for index, source in enumerate(sources):
            kept = source.archived is not None
            if source.address:
                yield Link(source.address, places.find(("sources", index, "url")), False, kept)
            if source.archived:
                yield Link(source.archived, places.find(("sources", index, "archived")), True, kept)


def _sources(records: Records) -> Iterator[tuple[str, list[model.Source]]]:
    for year, review in records.reviews.items():
        yield f"data/reviews/{year}/review.yml", review.review.sources
    for id, meeting in records.meetings.items():
        yield f"data/meetings/{id}.yml", meeting.sources
    for id, document in records.documents.items():
        yield f"data/documents/{id}.yml", document.sources
    if records.region:
        yield "data/provinces.yml", records.region.sources


def exceptions(file: Path) -> list[tuple[Excepted, Place]]:
    """The exceptions with their places; raises `Refused` where the file has mistakes."""
    name = f"macros/{file.name}"
    value, places, problems = read(file, name)
    if problems:
        raise Refused(problems)
    try:
        found = TypeAdapter(ExceptionsFile).validate_python(value).exceptions
    except ValidationError as error:
        raise Refused(explain(error, places, Shape(ExceptionsFile, lambda kind: Codes()))) from error
    return [(excepted, places.find(("exceptions", index, "address"))) for index, excepted in enumerate(found)]


def ask_all(addresses: set[str], agent: str) -> dict[str, Answer]:
    """The answer of each address."""
    hosts: dict[str, list[str]] = {}
    for address in sorted(addresses):
        hosts.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        answers = pool.map(lambda host: [(address, ask(address, agent)) for address in host], hosts.values())
        return {address: answer for host in answers for address, answer in host}


def judge(link: Link, answer: Answer) -> Finding | None:
    """What an editor should know about the answer; None where all is well."""
    said = answer.said
    if answer.state is State.ALIVE:
        return None
    if answer.state is State.UNCLEAR:
        vi = f"Chưa rõ địa chỉ còn không ({said}). Hãy mở thử; nếu xem được thì ghi vào macros/links.yml kèm lý do."
        en = f"It is unclear whether the address works ({said}). Open it; if people can, add it to macros/links.yml."
        return Finding(Problem(link.place, vi, en), error=False)
    if link.archive:
        vi = f"Bản lưu không còn ({said}). Hãy tìm bản lưu khác."
        en = f"The archived copy is gone ({said}). Find another one."
        return Finding(Problem(link.place, vi, en), error=True)
    if link.has_archive:
        vi = f"Địa chỉ không còn ({said}); người đọc vẫn có bản lưu."
        en = f"The address is gone ({said}); readers still have the archived copy."
        return Finding(Problem(link.place, vi, en), error=False)
    vi = f"Địa chỉ không còn ({said}). Hãy giữ nguyên, và thêm `archived:` nếu tìm được bản lưu."
    en = f"The address is gone ({said}). Keep it, and add `archived:` if a copy can be found."
    return Finding(Problem(link.place, vi, en), error=True)


def unneeded(excepted: list[tuple[Excepted, Place]], found: list[Link]) -> Iterator[Finding]:
    """Exceptions that no address of the data begins with."""
    for exception, place in excepted:
        if not any(link.address.startswith(exception.address) for link in found):
            vi = "Không còn địa chỉ nào trong dữ liệu bắt đầu như vậy. Hãy bỏ mục này."
            en = "No address in the data begins like this any more. Remove the entry."
            yield Finding(Problem(place, vi, en), error=False)


def shown(finding: Finding, form: str) -> str:
    """One finding for a terminal, or as an annotation of GitHub."""
    problem, place = finding.problem, finding.problem.place
    if form == "github":
        level = "error" if finding.error else "warning"
        text = f"{problem.vi}\n{problem.en}".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return f"::{level} file={place.file},line={place.line},col={place.column}::{text}"
    level = "lỗi / error" if finding.error else "cảnh báo / warning"
    return f"{place}: {level}: {problem.vi}\n    {problem.en}"


def main(arguments: list[str] | None = None) -> int:
    """Ask, tell, and give 1 where an address is gone, 2 where the data cannot be read or the web cannot be reached."""
    parser = argparse.ArgumentParser(prog="python -m macros.commands.links", description=__doc__)
    parser.add_argument("--format", choices=["text", "github"], default="text")
    form = parser.parse_args(arguments).format
    try:
        excepted = exceptions(EXCEPTIONS)
        found = list(links(load(Path("data"))))
    except Refused as refused:
        print(refused.report(), file=sys.stderr)
        return 2
    asked = [link for link in found if not any(link.address.startswith(e.address) for e, _ in excepted)]
    contact = os.environ.get("REPO_URL") or os.environ.get("SITE_URL") or "no address set"
    answers = ask_all({link.address for link in asked}, f"party-building-knowledge-links/1.0 (+{contact})")
    if answers and not any(answer.heard for answer in answers.values()):
        print("Không địa chỉ nào trả lời: máy này có nối mạng không? / No address answered: is there a network?")
        return 2
    judged = (judge(link, answers[link.address]) for link in asked)
    findings = sorted({finding for finding in judged if finding} | set(unneeded(excepted, found)))
    for finding in findings:
        print(shown(finding, form))
    gone = sum(finding.error for finding in findings)
    print(
        f"Đã hỏi {len(answers)} địa chỉ; lỗi: {gone}, cảnh báo: {len(findings) - gone}. / "
        f"Asked {len(answers)} addresses; errors: {gone}, warnings: {len(findings) - gone}."
    )
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
