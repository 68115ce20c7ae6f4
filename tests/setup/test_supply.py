"""What is installed is locked with hashes, and each package's licence and purpose are reported."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support.project import ROOT

REQUIREMENTS = ROOT / "requirements"
_LOCKED = re.compile(
    r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ;.*?)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+)", re.M
)
_NAMED = re.compile(r"^([A-Za-z0-9._-]+)", re.M)


@pytest.mark.parametrize("name", [file.stem for file in REQUIREMENTS.glob("*.in")])
def test_every_package_is_locked_with_hashes(name: str) -> None:
    text = (REQUIREMENTS / f"{name}.txt").read_text("utf-8")
    begun = re.findall(r"^[a-zA-Z0-9][^\n]*", text, re.M)
    assert begun
    assert len(_LOCKED.findall(text)) == len(begun)
    wanted = {
        _normal(each) for each in _NAMED.findall((REQUIREMENTS / f"{name}.in").read_text("utf-8")) if each[0] != "-"
    }
    assert wanted <= {_normal(locked) for locked, *_ in _LOCKED.findall(text)}


def test_every_package_of_the_site_has_its_licence_and_purpose_packages_in() -> None:
    of_python, _, of_npm = (REQUIREMENTS / "README.md").read_text("utf-8").partition("## Of npm")
    rows = _packages_in(of_python)
    locked = {name for name, *_ in _LOCKED.findall((REQUIREMENTS / "site.txt").read_text("utf-8"))}
    assert sorted(name for name, *_ in rows) == sorted(locked)
    lock = json.loads((REQUIREMENTS / "browser/package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, *_ in _packages_in(of_npm)] == [path.removeprefix("node_modules/") for path in lock if path]
    assert all(each["integrity"].startswith("sha512-") for path, each in lock.items() if path)
    assert all(cell.strip() for row in (*rows, *_packages_in(of_npm)) for cell in row)


def test_the_bill_of_materials_names_licences(tmp_path: Path) -> None:
    bill = tmp_path / "sbom.json"
    locked = [name for name, *_ in _LOCKED.findall((REQUIREMENTS / "site.txt").read_text("utf-8"))]
    bill.write_text(json.dumps({"components": [{"name": name} for name in locked]}), "utf-8")
    subprocess.run([sys.executable, REQUIREMENTS / "licences.py", bill], check=True)
    licences = {each["name"]: each["licenses"] for each in json.loads(bill.read_text("utf-8"))["components"]}
    assert licences["pydantic"] == [{"expression": "MIT"}]
    assert set(licences) == set(locked) and all(licences.values())


def test_whatever_is_installed_is_locked() -> None:
    """No recipe and no job installs a package by its bare name."""
    files = [ROOT / "Makefile", ROOT / ".gitlab-ci.yml", *(ROOT / ".github/workflows").glob("*.yml")]
    installing = [line for file in files for line in file.read_text("utf-8").splitlines() if "pip install" in line]
    assert installing
    assert all("--require-hashes" in line for line in installing)


def test_publishing_installs_no_test() -> None:
    recipes = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(r"^pdf: \$\(VENV\)/pdf\.stamp ", recipes, re.M)
    assert re.search(r"^\$\(VENV\)/pdf\.stamp: \$\(VENV\)/site\.stamp ", recipes, re.M)


def test_every_image_is_that_of_a_digest() -> None:
    images = re.findall(r"^ *image: (\S+)", (ROOT / ".gitlab-ci.yml").read_text("utf-8"), re.M)
    assert images
    assert all(re.fullmatch(r"[a-z]+:3\.\d+\.\d+-\w+@sha256:[0-9a-f]{64}", image) for image in images)


def test_every_lock_is_watched() -> None:
    watched = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    assert [each["package-ecosystem"] for each in watched] == ["github-actions", "pip", "npm"]
    locks = ["requirements/browser", "tests/tools", "benchmarks/tools"]
    assert [each.strip("/") for each in watched[2]["directories"]] == locks
    assert all((ROOT / each / "package-lock.json").is_file() for each in locks)


MAKE = ["make", "--silent", "--no-print-directory"]


@pytest.fixture
def set_up(tmp_path: Path) -> Path:
    """The Makefile with a .venv that only notes what is done to it."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("site.txt", "browser/package-lock.json"):
        (tmp_path / "requirements" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "requirements" / name).touch()
    programs = tmp_path / ".venv/bin"
    programs.mkdir(parents=True)
    _program(programs / "python", "exit 0")
    _program(programs / "mkdocs", "exit 0")
    (tmp_path / ".venv/site.stamp").touch()
    return tmp_path


def _program(file: Path, line: str) -> Path:
    file.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
    file.chmod(0o755)
    return file


def _make(folder: Path, target: str, python: str = "false") -> subprocess.CompletedProcess[str]:
    command = [*MAKE, target, f"PYTHON={python}"]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_a_python_that_is_too_old_is_reported_in_one_line_first(set_up: Path) -> None:
    shutil.rmtree(set_up / ".venv")
    old = _program(set_up / "python", '[ "$1" = --version ] && echo Python 3.9.2; exit 1')
    said = _make(set_up, "site", str(old))
    [line, _] = said.stderr.splitlines()  # the second is make's
    assert "Cần Python 3.11 trở lên" in line and "Python 3.11 or newer is needed" in line and "Python 3.9.2" in line
    assert not (set_up / ".venv").exists()


def test_windows_is_reported_of_wsl_in_one_line() -> None:
    command = [sys.executable, "-c", "import os; os.name = 'nt'; import macros"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    [line] = said.stderr.splitlines()
    assert said.returncode == 1 and "Trên Windows hãy dùng WSL" in line and "On Windows, use WSL" in line


@pytest.mark.parametrize("what", ["sound", "upgraded", "moved"])
def test_a_broken_environment_is_made_again(set_up: Path, what: str) -> None:
    programs = set_up / ".venv/bin"
    if what == "upgraded":
        _program(programs / "python", "exit 1")  # its packages are those of another version
    if what == "moved":
        (programs / "mkdocs").write_text("#!/nowhere/.venv/bin/python\n", "utf-8")
    python = _program(set_up / "python", f"echo $* >> {set_up}/done")
    _make(set_up, "site", str(python))
    done = (set_up / "done").read_text("utf-8") if (set_up / "done").exists() else ""
    assert ("-m venv --clear .venv" in done) is (what != "sound")


def _packages_in(text: str) -> list[tuple[str, str, str]]:
    """The rows of the tables of packages."""
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|", text, re.M)
    return [row for row in rows if row[0] != "package"]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
