"""Draw statements by a seed, each without its page, to be given to somebody who has not seen them.

Whether a statement can be read alone shows when a reader of the drawn texts answers who, what, when, where and by whose
words; a second person holds the answers against the records: `results/read-alone.md`.

    python -m benchmarks.draw 3102 --language en
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from macros.archive.items import Statement
from macros.checks.loading import read_archive
from macros.text.language import Language


def drawn(seed: int, language: Language, count: int = 20) -> list[Statement]:
    """That many statements of the archive, the same ones for a seed, a language and a state of the data."""
    return random.Random(f"{seed}-{language.value}").sample(list(read_archive(Path("data")).statements), count)


def main() -> None:
    """Print the texts, numbered; with `--ids` the statements that they are."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.draw", description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("--language", type=Language, choices=list(Language), default=Language.VI)
    parser.add_argument("--ids", action="store_true", help="print which statements they are, for the judge")
    asked = parser.parse_args()
    for number, statement in enumerate(drawn(asked.seed, asked.language), 1):
        print(f"{number}. {statement.id if asked.ids else statement.text[asked.language]}")


if __name__ == "__main__":
    main()
