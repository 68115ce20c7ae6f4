"""How fast nginx serves the built site to many readers at once, on this machine only: `make bench-load`.

The sample of `deploy/`, as it is shipped, and nginx as Debian installs it take turns on a free port of the loopback
address. Readers ask by HTTPS for pages drawn from all, over connections that stay open; requests are bounded in number.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from statistics import quantiles

from tests.programs import NotFound
from tests.servers import NGINX, Connect, Server

RESULTS = Path("benchmarks/results/load.md")
READERS = 8
REQUESTS = 500  # of each reader, each time
TURNS = 4
# What Debian's nginx.conf has, and a server that names a folder.
_AS_INSTALLED = """
daemon off; user {user}; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
    sendfile on; tcp_nopush on; types_hash_max_size 2048; ssl_prefer_server_ciphers on; gzip on;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    keepalive_requests 100000;
    server {{
        listen 127.0.0.1:{port} ssl; root "{site}"; index index.html;
        ssl_certificate {folder}/certificate.pem; ssl_certificate_key {folder}/key.pem;
    }}
}}
"""
SERVERS = {"deploy/nginx.conf": NGINX, "as Debian installs it": replace(NGINX, around=_AS_INSTALLED)}


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
        assert answer.headers["Content-Encoding"] == "gzip", address
    connection.close()
    return times


def _turn(server: Server, site: Path, addresses: list[str], turn: int) -> tuple[list[float], float]:
    """The seconds of each request of all readers, and of all together."""
    with tempfile.TemporaryDirectory() as folder, server.serving(Path(folder), site) as connect:
        started = time.perf_counter()
        with ThreadPoolExecutor(READERS) as pool:
            seeds = range(turn * READERS, (turn + 1) * READERS)
            times = list(chain(*pool.map(lambda seed: _read(connect, addresses, seed), seeds)))
        return times, time.perf_counter() - started


def main() -> None:
    """Serve, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS}")
    arguments = parser.parse_args()
    try:
        NGINX.program.find()
    except NotFound as missing:
        sys.exit(str(missing))
    site = Path("site").resolve()
    pages = [page.relative_to(site).as_posix() for page in site.rglob("index.html")]
    # The smallest pages, which only lead on, are sent as they are.
    addresses = [f"/{page.removesuffix('index.html')}" for page in pages if (site / f"{page}.gz").exists()]
    rows = []
    taken: dict[str, list[tuple[list[float], float]]] = {name: [] for name in SERVERS}
    for turn in range(TURNS):
        for name, server in SERVERS.items():
            taken[name].append(_turn(server, site, addresses, turn))
    for name, turns in taken.items():
        times = list(chain(*(each for each, _ in turns)))
        hundredths = [1000 * part for part in quantiles(times, n=100)]
        second = len(times) / sum(took for _, took in turns)
        rows.append(f"| {name} | {hundredths[49]:.1f} | {hundredths[98]:.1f} | {second:,.0f} |")
    text = "\n".join(
        [
            "# Load",
            "",
            f"{date.today().isoformat()}, {os.cpu_count()} cores, which client and server share: {READERS} readers ask "
            f"for {len(addresses)} pages by HTTPS, {TURNS} times {READERS * REQUESTS:,} requests each by turns; none "
            "failed (`make bench-load`).",
            "",
            "| nginx | p50 ms | p99 ms | requests a second |",
            "|---|--:|--:|--:|",
            *rows,
            "",
        ]
    )
    print(text)
    if arguments.write:
        RESULTS.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
