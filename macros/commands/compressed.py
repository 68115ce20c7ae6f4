"""Compressed copies next to the files of a built site, for web servers: `python -m macros.commands.compressed SITE`.

The same site gives the same bytes: gzip would write the time, and here it does not.
"""

import gzip
import sys
from pathlib import Path

import brotli

_WORTH_IT = {".html", ".css", ".js", ".json", ".csv", ".xml", ".svg", ".txt", ".md", ".webmanifest"}
_SMALLEST = 1_000  # bytes: what fits in one packet gains nothing


def compress(site: Path) -> int:
    """Write `.gz` and `.br` next to each file that gains by it; gives their number."""
    files = [file for file in sorted(site.rglob("*")) if file.suffix in _WORTH_IT and file.stat().st_size >= _SMALLEST]
    for file in files:
        content = file.read_bytes()
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
        file.with_name(f"{file.name}.br").write_bytes(brotli.compress(content))
    return len(files)


if __name__ == "__main__":
    print(compress(Path(sys.argv[1])))
