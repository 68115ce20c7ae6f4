"""Warnings that an editor has looked into and accepts (`data/accepted.yml`), so that none is the normal number."""

from collections.abc import Collection, Iterable, Iterator

from macros.archive.addresses import address_at
from macros.archive.data_files import Content
from macros.data.problems import Problem, Severity
from macros.data.spelling import did_you_mean

FILE = "data/accepted.yml"
RULE = "accepted"


def not_accepted(
    problems: Iterable[Problem], content: Content, warnings: Collection[str], severities: Collection[Severity]
) -> Iterator[Problem]:
    """The problems without the accepted warnings, and what is wrong with the list of these.

    Args:
        problems: what breaks the rules.
        content: the data.
        warnings: the names of all rules that warn.
        severities: what was looked for; only with warnings among them is known which are accepted for nothing.
    """
    accepted = {(record.key, entry.key): entry.path for record in content.file(FILE) for entry in record}
    rules = {rule for _, rule in accepted}
    met = set()
    for problem in problems:
        if problem.severity is Severity.WARNING and problem.rule in rules and problem.place.file in content.files:
            named = address_at(content.files[problem.place.file], problem.place), problem.rule
            if named in accepted:
                met.add(named)
                continue
        yield problem
    place = content.file(FILE).places.find_key
    for (address, rule), path in accepted.items():
        if Severity.ERROR in severities and rule not in warnings:
            vi, en = did_you_mean(rule, warnings)
            said = f"Không có cảnh báo nào tên “{rule}”.{vi}", f"No warning is called “{rule}”.{en}"
            yield Problem(place(path), *said, RULE)
        elif Severity.WARNING in severities and content.complete and (address, rule) not in met:
            yield Problem(
                place(path),
                f"“{address}” không có cảnh báo “{rule}”: đã sửa, hoặc sai địa chỉ. Hãy bỏ dòng này hoặc sửa địa chỉ.",
                f"“{address}” has no warning “{rule}”: corrected, or wrongly addressed. Remove the line or fix it.",
                RULE,
                Severity.WARNING,
            )
