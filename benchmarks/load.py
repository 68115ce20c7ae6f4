"""How fast nginx serves the built site to many readers at once, on this machine only: `make bench-load`.

nginx runs with the headers of `deploy/` and the compressed copies, on a free port of the loopback address. Readers ask
for pages drawn from all, over connections that stay open; requests are bounded in number.
"""

from __future__ import annotations

import http.client
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from statistics import quantiles

READERS = 8
REQUESTS = 2_000  # of each reader
_CONFIGURATION = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types; access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    keepalive_requests 100000;
    server {{
        listen 127.0.0.1:{port};
        root {site}; index index.html; error_page 404 /404.html; charset utf-8;
        include {headers}; gzip_static on;
    }}
}}
"""


def _read(port: int, addresses: list[str], seed: int) -> list[float]:
    """The seconds that each request of one reader took."""
    chosen = random.Random(seed).choices(addresses, k=REQUESTS)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
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
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        sys.exit("nginx? On Debian: apt-get install nginx-light")
    site = Path("site").resolve()
    pages = [page.relative_to(site).as_posix() for page in site.rglob("index.html")]
    addresses = [f"/{page.removesuffix('index.html')}" for page in pages]
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        Path(folder).chmod(0o755)
        configuration = Path(folder) / "nginx.conf"
        headers = Path("deploy/headers.conf").resolve()
        configuration.write_text(_CONFIGURATION.format(folder=folder, port=port, site=site, headers=headers), "utf-8")
        server = subprocess.Popen([nginx, "-c", configuration, "-e", f"{folder}/error.log"])
        try:
            time.sleep(1)
            started = time.perf_counter()
            with ThreadPoolExecutor(READERS) as pool:
                times = list(chain(*pool.map(lambda seed: _read(port, addresses, seed), range(READERS))))
            took = time.perf_counter() - started
        finally:
            server.terminate()
            server.wait()
    hundredths = quantiles(times, n=100)
    print(f"{len(times)} requests of {len(addresses)} pages by {READERS} readers, none failed")
    print(f"p50 {hundredths[49] * 1000:.2f} ms, p99 {hundredths[98] * 1000:.2f} ms, {len(times) / took:.0f} a second")


if __name__ == "__main__":
    main()
