"""The web servers that the samples of `deploy/` are tried in.

Each sample is tried as it is shipped: only what belongs to a machine is replaced, namely the site's folder, the
certificate, the port. Nothing is written outside a folder of the test.
"""

from __future__ import annotations

import getpass
import http.client
import re
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import programs
from tests.programs import Program

DEPLOY = Path(__file__).resolve().parent.parent / "deploy"
_CERTIFICATE = "req -x509 -nodes -days 2 -subj /CN=localhost -newkey ec -pkeyopt ec_paramgen_curve:prime256v1"
Connect = Callable[[], http.client.HTTPSConnection]


@dataclass(frozen=True)
class Server:
    """A web server.

    Attributes:
        program: its program.
        sample: its sample in `deploy/`.
        around: what every installation has around the sample.
        here: what belongs to a machine in the sample, as a pattern, and what stands for it in the test.
        run: how it runs in the foreground, after its program.
        test: how it looks at its configuration only.
    """

    program: Program
    sample: str
    around: str
    here: tuple[tuple[str, str], ...]
    run: str
    test: str

    def configured(self, folder: Path, site: Path, port: int = 443) -> Path:
        """A whole configuration in `folder` around the sample; it serves `site` on the loopback address by HTTPS."""
        sample = (DEPLOY / self.sample).read_text("utf-8")
        plain = _free_port()
        values = {"folder": folder, "site": site, "port": port, "plain": plain, "deploy": DEPLOY}
        for pattern, here in self.here:
            sample, number = re.subn(pattern, here.format(**values), sample, flags=re.MULTILINE)
            assert number, f"deploy/{self.sample} no longer has {pattern}"
        (folder / "sample.conf").write_text(sample, "utf-8")
        files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
        subprocess.run(["openssl", *_CERTIFICATE.split(), *files], check=True, capture_output=True)
        configuration = folder / "server.conf"
        configuration.write_text(self.around.format(**values, user=getpass.getuser()), "utf-8")
        return configuration

    def tested(self, configuration: Path) -> subprocess.CompletedProcess[str]:
        """What it says of a configuration."""
        return subprocess.run(
            self._command(self.test, configuration), capture_output=True, encoding="utf-8", check=False
        )

    @contextmanager
    def serving(self, folder: Path, site: Path) -> Iterator[Connect]:
        """Serve a site as the sample says; gives what opens a connection."""
        port = _free_port()
        server = subprocess.Popen(
            self._command(self.run, self.configured(folder, site, port)), stderr=subprocess.DEVNULL
        )
        trusting = ssl._create_unverified_context()  # its certificate is of its own making

        def connect() -> http.client.HTTPSConnection:
            return http.client.HTTPSConnection("127.0.0.1", port, timeout=10, context=trusting)

        try:
            _wait(connect, server)
            yield connect
        finally:
            server.terminate()
            server.wait()

    def _command(self, arguments: str, configuration: Path) -> list[str]:
        return [
            self.program.find(),
            *arguments.format(configuration=configuration, folder=configuration.parent).split(),
        ]


NGINX = Server(
    programs.NGINX,
    "nginx.conf",
    """
daemon off; user {user}; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types; access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    keepalive_requests 100000;
    include {folder}/sample.conf;
}}
""",
    (
        (r"^    listen 80;$", "    listen 127.0.0.1:{plain};"),
        (r"^    listen 443 ssl http2;$", "    listen 127.0.0.1:{port} ssl http2;"),
        (r"^    listen \[::\]:.*$", ""),
        (r"^    root /srv/kho/site;$", '    root "{site}";'),
        (r"/etc/letsencrypt/live/archive\.example\.org/fullchain\.pem", "{folder}/certificate.pem"),
        (r"/etc/letsencrypt/live/archive\.example\.org/privkey\.pem", "{folder}/key.pem"),
        (r"/etc/nginx/kho/headers\.conf", "{deploy}/headers.conf"),
    ),
    run="-c {configuration} -e {folder}/error.log",
    test="-t -c {configuration} -e {folder}/error.log",
)
CADDY = Server(
    programs.CADDY,
    "Caddyfile",
    """
{{
    admin off
    auto_https disable_redirects
    storage file_system {folder}
}}
import {folder}/sample.conf
""",
    (
        (r"^archive\.example\.org \{$", "https://127.0.0.1:{port} {{\n\ttls {folder}/certificate.pem {folder}/key.pem"),
        (r"/srv/kho/site$", "{site}"),
    ),
    run="run --adapter caddyfile --config {configuration}",
    test="validate --adapter caddyfile --config {configuration}",
)
_MODULES = ("mpm_event", "authz_core", "mime", "dir", "headers", "rewrite", "alias", "ssl")
APACHE = Server(
    programs.APACHE,
    "apache.conf",
    "".join(f"LoadModule {each}_module /usr/lib/apache2/modules/mod_{each}.so\n" for each in _MODULES)
    + """
ServerRoot {folder}
ServerName localhost
PidFile {folder}/pid
ErrorLog {folder}/error.log
Mutex file:{folder}
TypesConfig /etc/mime.types
DirectoryIndex index.html
Include {folder}/sample.conf
""",
    (
        (r"^<VirtualHost \*:80>$", "Listen 127.0.0.1:{plain}\n<VirtualHost 127.0.0.1:{plain}>"),
        (r"^<VirtualHost \*:443>$", "Listen 127.0.0.1:{port}\n<VirtualHost 127.0.0.1:{port}>"),
        (r"/srv/kho/site\b", "{site}"),
        (r"/etc/letsencrypt/live/archive\.example\.org/fullchain\.pem", "{folder}/certificate.pem"),
        (r"/etc/letsencrypt/live/archive\.example\.org/privkey\.pem", "{folder}/key.pem"),
    ),
    run="-D FOREGROUND -f {configuration}",
    test="-t -f {configuration}",
)
SERVERS = (NGINX, CADDY, APACHE)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait(connect: Connect, server: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):  # a minute, on a busy machine
        assert server.poll() is None, "the server ended at once"
        connection = connect()
        try:
            connection.connect()
        except OSError:  # not yet, or not yet with its certificate
            time.sleep(0.05)
        else:
            return
        finally:
            connection.close()
    raise TimeoutError("the server does not answer")
