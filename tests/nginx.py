"""Finds the nginx that the sample of `deploy/` is tried in. Run as a script it installs one where it can."""

from __future__ import annotations

import getpass
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import debian

PACKAGE = "nginx-light"  # Debian's
DEPLOY = Path(__file__).resolve().parent.parent / "deploy"
MISSING = (
    "Không tìm thấy nginx, cần để thử deploy/nginx.conf. Hãy cài nginx (Debian: nginx-light).\n"
    "nginx was not found; it is needed to try deploy/nginx.conf. Install nginx (Debian: nginx-light)."
)
# What every installation has around the sample; nothing is written outside the folder.
_AROUND = """
daemon off; user {user}; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types; access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    keepalive_requests 100000;
    include {folder}/sample.conf;
}}
"""


class NotFound(Exception):
    """There is no nginx; the message, in both languages, says what to install."""


def find() -> str:
    """The path of an installed nginx; raises `NotFound` where there is none."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")
    if nginx is None:
        raise NotFound(MISSING)
    return nginx


def configured(folder: Path, site: Path, port: int = 80) -> Path:
    """A whole configuration in `folder` around the sample as it is shipped; it serves `site` on the loopback address.

    Of the sample only what belongs to a machine is replaced: the site's folder, that of the headers, the port.
    """
    sample = (DEPLOY / "nginx.conf").read_text("utf-8")
    for pattern, here in (
        (r"(?m)^    listen 80;$", f"    listen 127.0.0.1:{port};"),
        (r"(?m)^    listen \[::\]:80;$", ""),
        (r"(?m)^    root /srv/kho/site;$", f'    root "{site}";'),
        (r"/etc/nginx/kho/headers\.conf", str(DEPLOY / "headers.conf")),
    ):
        sample, number = re.subn(pattern, here, sample)
        assert number, f"deploy/nginx.conf no longer has {pattern}"
    (folder / "sample.conf").write_text(sample, "utf-8")
    configuration = folder / "nginx.conf"
    configuration.write_text(_AROUND.format(folder=folder, user=getpass.getuser()), "utf-8")
    return configuration


def tested(folder: Path, configuration: Path) -> subprocess.CompletedProcess[str]:
    """What `nginx -t` says of a configuration."""
    command = [find(), "-t", "-c", str(configuration), "-e", str(folder / "error.log")]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@contextmanager
def serving(folder: Path, site: Path) -> Iterator[int]:
    """Serve a site as the sample says; gives the port on the loopback address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    configuration = configured(folder, site, port)
    server = subprocess.Popen([find(), "-c", str(configuration), "-e", str(folder / "error.log")])
    try:
        _wait(port, server)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert server.poll() is None, "nginx ended at once"
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("nginx does not answer")


def main() -> int:
    """Print the path of an nginx, which is installed first where there is none, or say what to install."""
    try:
        find()
    except NotFound:
        try:
            debian.install(PACKAGE)
        except debian.NotPossible:
            print(MISSING, file=sys.stderr)
            return 1
    print(find())
    return 0


if __name__ == "__main__":
    sys.exit(main())
