"""The day it is: the machine's, or the one that a reproducible build is reported."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

VARIABLE = "SOURCE_DATE_EPOCH"


def today() -> date:
    """The day of `SOURCE_DATE_EPOCH` in UTC where that is set (https://reproducible-builds.org/specs/source-date-epoch/).

    Raises SystemExit where it is set to something that is no number of seconds.
    """
    seconds = os.environ.get(VARIABLE)
    if not seconds:
        return date.today()
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise SystemExit(
            f"{VARIABLE}={seconds}: cần số giây kể từ 1-1-1970, như 1795996800. / "
            f"{VARIABLE}={seconds}: expected seconds since 1 January 1970, such as 1795996800."
        ) from error
