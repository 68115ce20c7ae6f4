"""The browser is found, installed, or asked for in words: never silently done without."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import chromium


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which nothing is installed; gives the one folder it looks for programs in."""
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(chromium, "APPLICATIONS", ())
    monkeypatch.setattr(chromium, "_playwrights_own", lambda: str(tmp_path / "absent"))
    return programs


def _program(path: Path, script: str = "") -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("command", chromium.COMMANDS)
def test_an_installed_browser_is_found(bare_machine: Path, command: str) -> None:
    installed = _program(bare_machine / command)
    assert chromium.find() == str(installed)


def test_the_environment_variable_comes_first(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(bare_machine / "chromium")
    chosen = _program(bare_machine / "mine")
    monkeypatch.setenv("CHROMIUM", str(chosen))
    assert chromium.find() == str(chosen)


def test_a_wrong_environment_variable_is_said(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    _program(bare_machine / "chromium")
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert chromium.main() == 1
    said = capfd.readouterr().err
    assert "Biến môi trường CHROMIUM trỏ tới “/nowhere/chromium”" in said
    assert "The environment variable CHROMIUM names “/nowhere/chromium”" in said


def test_without_a_package_manager_it_says_what_to_install(
    bare_machine: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert chromium.main() == 1
    said = capfd.readouterr().err
    assert "Hãy cài Chromium" in said
    assert "Install Chromium" in said


@pytest.mark.parametrize("there", chromium.PACKAGES)
def test_debians_package_is_installed(bare_machine: Path, capfd: pytest.CaptureFixture[str], there: str) -> None:
    log, browser = bare_machine / "log", bare_machine / there
    _program(bare_machine / "sudo", 'exec "$@"')
    _program(
        bare_machine / "apt-get",
        f'echo "$@" >> "{log}"\n[ "$1" = update ] && exit 0\n[ "$4" = {there} ] || exit 100\n'
        f': > "{browser}" && /bin/chmod +x "{browser}"',
    )
    assert chromium.main() == 0
    assert log.read_text("utf-8").splitlines()[-1] == f"install -y --no-install-recommends {there}"
    assert capfd.readouterr().out == f"{browser}\n"


def test_a_failing_package_manager_is_said(bare_machine: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _program(bare_machine / "sudo", 'exec "$@"')
    _program(bare_machine / "apt-get", "exit 100")
    assert chromium.main() == 1
    assert "Install Chromium" in capfd.readouterr().err
