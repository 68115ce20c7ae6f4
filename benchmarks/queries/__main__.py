"""Prints how many queries each set has in every class and language: `python -m benchmarks.queries`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

from benchmarks.queries import Half, file, load
from benchmarks.queries.query import KINDS
from macros.checks.loading import read_archive
from macros.text.language import Language


def main() -> None:
    """Load every set that is there and print a table."""
    archive = read_archive(Path("data"))
    halves: list[Half] = [half for half in get_args(Half) if file(half).is_file()]
    counts = {half: Counter((query.kind, query.language) for query in load(half, archive)) for half in halves}
    columns = [(half, language) for half in halves for language in Language]
    print(f"{'class':20}", *(f"{half} {language}".rjust(12) for half, language in columns))
    for kind in sorted(KINDS):
        print(f"{kind:20}", *(f"{counts[half][kind, language]:12}" for half, language in columns))
    print(f"{'all':20}", *(f"{sum(n for (_, of), n in counts[h].items() if of is lang):12}" for h, lang in columns))


main()
