"""Today is the machine's day, or the one that a reproducible build is given."""

from __future__ import annotations

from datetime import date

import pytest

from macros.text.dates import TODAY_VARIABLE, today


@pytest.mark.parametrize(("seconds", "day"), [("0", date(1970, 1, 1)), ("1971734399", date(2032, 6, 24))])
def test_the_day_that_is_reported(monkeypatch: pytest.MonkeyPatch, seconds: str, day: date) -> None:
    monkeypatch.setenv(TODAY_VARIABLE, seconds)
    assert today() == day


@pytest.mark.parametrize("seconds", [None, ""])
def test_the_machines_day(monkeypatch: pytest.MonkeyPatch, seconds: str | None) -> None:
    monkeypatch.delenv(TODAY_VARIABLE, raising=False)
    if seconds is not None:
        monkeypatch.setenv(TODAY_VARIABLE, seconds)
    assert today() in (date.today(), date.fromordinal(date.today().toordinal() - 1))  # midnight may have passed


@pytest.mark.parametrize("seconds", ["soon", "1.5", "99999999999999999999"])
def test_what_is_no_number_of_seconds_is_said(monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.setenv(TODAY_VARIABLE, seconds)
    with pytest.raises(SystemExit, match=f"{seconds}.*expected seconds since"):
        today()
