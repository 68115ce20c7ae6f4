"""How fast nginx serves the built site to many readers at once, on this machine only: `make bench-load`.

nginx runs with the sample of `deploy/` as it is shipped, on a free port of the loopback address. Readers ask by HTTPS
for pages drawn from all, over connections that stay open; requests are bounded in number.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from statistics import quantiles

from tests.programs import NotFound
from tests.servers import NGINX, Connect

READERS = 8
REQUESTS = 2_000  # of each reader


def _read(connect: Connect, addresses: list[str], seed: int) -> list[float]:
    """The seconds that each request of one reader took."""
    chosen = random.Random(seed).choices(addresses, k=REQUESTS)
    connection = connect()
    times = []
    for address in chosen:
        started = time.perf_counter()
        connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        times.append(time.perf_counter() - started)
        assert answer.status == 200, f"{address}: {answer.status}"
        assert answer.headers["Content-Security-Policy"]
    connection.close()
    return times


def main() -> None:
    """Serve, ask, print."""
    try:
        NGINX.program.find()
    except NotFound as missing:
        sys.exit(str(missing))
    site = Path("site").resolve()
    pages = [page.relative_to(site).as_posix() for page in site.rglob("index.html")]
    addresses = [f"/{page.removesuffix('index.html')}" for page in pages]
    with tempfile.TemporaryDirectory() as folder, NGINX.serving(Path(folder), site) as connect:
        started = time.perf_counter()
        with ThreadPoolExecutor(READERS) as pool:
            times = list(chain(*pool.map(lambda seed: _read(connect, addresses, seed), range(READERS))))
        took = time.perf_counter() - started
    hundredths = quantiles(times, n=100)
    print(f"{len(times)} requests of {len(addresses)} pages by {READERS} readers, none failed")
    print(f"p50 {hundredths[49] * 1000:.2f} ms, p99 {hundredths[98] * 1000:.2f} ms, {len(times) / took:.0f} a second")


if __name__ == "__main__":
    main()
