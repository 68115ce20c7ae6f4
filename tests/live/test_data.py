"""The live data as the machine would leave it."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.archive import summaries, translations
from macros.commands.fix import fix
from tests.support.project import ROOT


def test_nothing_is_left_for_make_fix(tmp_path: Path) -> None:
    """But what the merge does by itself: recording translations and summaries, renewing the lists of ids."""
    kept = (translations.FOLDER, summaries.FOLDER)
    for part in ("data", *kept):
        shutil.copytree(ROOT / part, tmp_path / part)
    assert [change for change in fix(tmp_path / "data") if not change.place.file.startswith(kept)] == []
