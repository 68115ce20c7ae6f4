"""The scripts of the form in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from macros.archive import Archive
from macros.assets import browser_packages
from macros.derived import editing
from macros.speed.cache import Cache
from tests.support.project import ROOT, SMALL_DATA

Run = Callable[[str, Any], Any]
SCRIPTS = ROOT / "overrides/assets/javascripts/edit"


class FormFiles(NamedTuple):
    """What the form fetches besides the data: schemas by the names of their files, ids by collection."""

    schemas: dict[str, Any]
    known: dict[str, list[str]]


def form_files(archive: Archive, data: Path = SMALL_DATA) -> FormFiles:
    """The same, of an archive."""
    files = {address.removeprefix(editing.FOLDER): raw for address, raw in editing.files(archive, data)}
    of_folder = {
        folder: {Path(name).name: json.loads(raw) for name, raw in files.items() if name.startswith(folder)}
        for folder in ("schemas", "choices")
    }
    known = {name.removesuffix(".json"): [id for id, *_ in each] for name, each in of_folder["choices"].items()}
    return FormFiles(of_folder["schemas"], known)


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a function of JavaScript, `async (given) => …`, on a value; it may import the scripts from `./edit/`."""
    node = shutil.which("node")
    assert node, "node is missing: python -m tests.node"
    folder = tmp_path_factory.mktemp("scripts")
    shutil.copytree(SCRIPTS, folder / "edit")
    (folder / "package.json").write_text('{"type": "module"}')
    packages = browser_packages.files(Cache(folder / "cache"))
    assert packages, "npm’s packages are missing: make browser-packages"
    for address, content in packages.items():
        (folder / "edit" / Path(address).name).write_bytes(content)

    def run(function: str, given: Any) -> Any:
        reads = (
            "process.stdin.setEncoding('utf-8'); let text = ''; for await (const part of process.stdin) text += part;"
        )
        (folder / "run.js").write_text(
            f"{reads}\nconst run = {function};\nconsole.log(JSON.stringify(await run(JSON.parse(text)) ?? null));\n"
        )
        said = subprocess.run(
            [node, "run.js"], cwd=folder, input=json.dumps(given), capture_output=True, encoding="utf-8", check=False
        )
        assert said.returncode == 0, said.stderr
        return json.loads(said.stdout)

    return run
