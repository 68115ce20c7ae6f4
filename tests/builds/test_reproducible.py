"""The same commit gives the same bytes: elsewhere, in another time zone, locale, umask and order of files."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from functools import partial
from pathlib import Path

import brotli

from macros.commands.compressed import compress
from tests.support import project
from tests.support.built_site import Site


def _digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_build_elsewhere_gives_the_same_bytes(site: Site, tmp_path: Path) -> None:
    tree = project.copy_small(tmp_path / "another place")
    for part in ("data", "docs"):
        # Written again from the last to the first: most file systems list files in the order in which they came.
        shutil.move(tree / part, tmp_path / part)
        for file in sorted((tmp_path / part).rglob("*"), reverse=True):
            if file.is_file():
                target = tree / part / file.relative_to(tmp_path / part)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target)
    result = project.build(
        tree,
        before=partial(os.umask, 0o077),
        SITE_URL=project.SITE_URL,
        REPO_URL=project.REPO_URL,
        REPO_COMMIT=project.COMMIT,
        CONTACT_EMAIL=project.CONTACT,
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        PYTHONHASHSEED="7",
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert _digests(tree / "site") == _digests(site.folder)


def test_compressed_copies_hold_the_same_and_are_the_same(site: Site, tmp_path: Path) -> None:
    copies = [tmp_path / name for name in ("one", "two")]
    for copy in copies:
        copy.mkdir()
        for name in ("index.html", "sitemap.xml"):
            shutil.copyfile(site.folder / name, copy / name)
        assert compress(copy) == 2
    assert _digests(copies[0]) == _digests(copies[1])
    page = copies[0] / "index.html"
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()
    assert brotli.decompress(page.with_name("index.html.br").read_bytes()) == page.read_bytes()


def test_git_checks_out_the_same_bytes_on_every_system(tmp_path: Path) -> None:
    """Also where git is set to write line ends of Windows, as its installer proposes there."""
    written = "một\nhai\n".encode()
    origin = tmp_path / "origin"
    origin.mkdir()
    shutil.copy(project.ROOT / ".gitattributes", origin)
    (origin / "data.yml").write_bytes(written)
    person = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "one"]):
        subprocess.run(["git", *person, *command], cwd=origin, check=True)
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "-c", "core.autocrlf=true", origin, clone], check=True)
    assert (clone / "data.yml").read_bytes() == written
