"""What the build and the check share: all data read, and every mistake in it found by one and the same way."""

from collections import Counter
from collections.abc import Collection
from pathlib import Path

from macros.archive import Archive, stray_files, summaries
from macros.archive.addresses import addresses, in_file
from macros.archive.data_files import Content, DataFile, count_texts, ids, translated, without_english
from macros.archive.reader import Reading
from macros.archive.records import Records
from macros.archive.translations import read
from macros.checks import broken, broken_alone
from macros.checks.rules.blanks import blanks
from macros.data.problems import Problem, Refused, Severity, by_id
from macros.records.explain import OF_RECORDS


def examine(data: Path, severities: Collection[Severity] = tuple(Severity)) -> tuple[Records, list[Problem]]:
    """Read all of `data`; gives the records and every problem of these severities at each of its places, in file order.

    With an error among the problems the records are not whole and not to be used.
    """
    recorded, garbled = read(data)
    # Only a warning looks at how old summaries are.
    summed, garbled_too = summaries.read(data) if Severity.WARNING in severities else ({}, [])
    # Meetings are the many, and no more than warnings is looked for across them.
    meetings_alone = Severity.WARNING not in severities

    def at_hand(file: DataFile) -> None:
        for work in (in_file, count_texts, without_english, ids, *([translated] if file.subject in recorded else [])):
            file.cached(work)
        list(broken_alone(file, severities))
        if meetings_alone and "/meetings/" in file.name:
            file.free_parsed()

    reading = Reading(data, at_hand, side_by_side=meetings_alone)
    records = reading.records
    outside = list(stray_files.outside(data)) if Severity.ERROR in severities else []
    # A record that is not read may name anything.
    content = Content(records.files, not (reading.unreadable or outside), recorded, summed)
    records.outdated = {each.text.pair: each for each in content.outdated}
    records.texts = Counter({file.subject: file.cached(count_texts) for file in records.files.values()})
    originals = {file.subject: file.cached(without_english) for file in records.files.values()}
    records.originals = {file: found for file, found in originals.items() if found.number}
    records.addresses = addresses(content)
    # Of a field without a value one message says all.
    empty = [each for file in records.files.values() for each in file.cached(blanks) if not each.entry.is_list]
    blank = {(each.entry.file, line) for each in empty for line in each.lines}
    of_form = [problem for problem in reading.problems if (problem.place.file, problem.place.line) not in blank]
    # What is no value of its field needs no second message about its letters.
    reported = {problem.place for problem in of_form if problem.rule not in OF_RECORDS}
    found = {*of_form, *outside, *(each for each in (*garbled, *garbled_too) if each.severity in severities)}
    found.update(each for each in broken(content, severities) if each.place not in reported)
    for file in records.files.values():
        file.free_parsed()
    return records, sorted(found)


def load(data: Path) -> Records:
    """Read every record below `data`; raises `Refused` with all errors found. Warnings are left to the check."""
    records, errors = examine(data, [Severity.ERROR])
    if errors:
        raise Refused(by_id(errors))
    return records


def read_archive(data: Path) -> Archive:
    """The archive of everything below `data`; raises `Refused` with all errors found."""
    return Archive(load(data))
