"""The synthetic archives of the benches: sound data, the same on every machine and in an archive of every size."""

from __future__ import annotations

from pathlib import Path

from benchmarks.archives import write
from macros.checks.loading import examine
from macros.data.problems import Severity
from macros.records import MEETING
from tests.support.project import SMALL_DATA


def test_a_synthetic_archive_is_sound_and_grows_without_changing(tmp_path: Path) -> None:
    small, large = tmp_path / "small" / "data", tmp_path / "large" / "data"
    write(small, 70, SMALL_DATA)
    write(large, 150, SMALL_DATA)
    records, problems = examine(large)
    assert [str(problem) for problem in problems if problem.severity is Severity.ERROR] == []
    assert len(records[MEETING]) == 150
    made = sorted((large / "meetings").glob("*-0????.yml"))
    assert 3_500 < sum(path.stat().st_size for path in made) / len(made) < 4_500
    for path in (small / "meetings").iterdir():
        assert path.read_bytes() == (large / "meetings" / path.name).read_bytes()


def test_a_synthetic_archive_may_be_smaller_than_the_real_one(tmp_path: Path) -> None:
    write(tmp_path / "data", 5, SMALL_DATA)
    records, problems = examine(tmp_path / "data")
    assert len(records[MEETING]) == 5
    assert [str(problem) for problem in problems if problem.severity is Severity.ERROR] == []
