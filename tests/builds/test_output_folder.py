"""A build replaces only a folder that a build made, or an empty one; hidden files of the published site stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.build.publishing import Publishing
from macros.commands import offline
from macros.data.output_folder import MARKER, why_refused
from tests.support import project


def _publish(site: Path, text: str) -> None:
    work = Publishing(site)
    (work.begin() / "index.html").write_text(text, "utf-8")
    work.finish()


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_new_an_empty_and_a_built_folder_may_be_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert why_refused(site) is None
    site.mkdir()
    assert why_refused(site) is None
    (site / ".git").mkdir()
    assert why_refused(site) is None
    _publish(site, "first")
    assert why_refused(site) is None


def test_a_folder_of_anyone_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    vi, en = why_refused(tmp_path) or ("", "")
    assert "Hãy chọn một thư mục mới hoặc trống" in vi
    assert "Choose a new or an empty folder" in en


@pytest.mark.parametrize("inside", ["", ".", "..", "data", "data/site", "docs/vi", "../project"])
def test_a_folder_among_the_sources_is_refused(tmp_path: Path, inside: str) -> None:
    root = tmp_path / "project"
    for name in ("data", "docs/vi"):
        (root / name).mkdir(parents=True)
    said = why_refused(root / inside, [root / "data", root / "docs"])
    assert said is not None and "sources" in said[1]


@pytest.mark.parametrize("inside", ["site", "public/kho", "database", "../site"])
def test_a_folder_next_to_the_sources_is_not(tmp_path: Path, inside: str) -> None:
    root = tmp_path / "project"
    (root / "data").mkdir(parents=True)
    assert why_refused(root / inside, [root / "data", root / "docs"]) is None


def test_a_link_that_leads_to_the_sources_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "site").symlink_to("data")
    assert why_refused(tmp_path / "site", [tmp_path / "data"]) is not None


def test_a_plain_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", "utf-8")
    vi, en = why_refused(tmp_path / "site") or ("", "")
    assert "Đây là một tệp" in vi and "This is a file" in en


def test_a_mount_point_is_refused_at_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "đĩa của tôi"
    folder.mkdir()
    assert why_refused(folder) is None
    written = str(folder).replace(" ", "\\040")
    table = f"36 35 98:0 /mnt1 {written} rw,noatime master:1 - ext3 /dev/root rw,errors=continue\n"
    monkeypatch.setattr(Path, "read_text", lambda path, *_: table)
    vi, en = why_refused(folder) or ("", "")
    assert "điểm gắn" in vi and "is mounted" in en
    assert why_refused(folder / "kho") is None


@pytest.mark.parametrize("one_step", [True, False])
def test_hidden_files_of_the_site_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_step: bool) -> None:
    if not one_step:
        monkeypatch.setattr("macros.build.publishing._exchange", lambda one, other: False)
    site = tmp_path / "site"
    _publish(site, "first")
    (site / ".git/objects").mkdir(parents=True)
    (site / ".git/objects/0a").write_bytes(b"object")
    (site / ".well-known").mkdir()
    (site / ".well-known/token").write_text("acme", "utf-8")
    (site / ".htaccess").write_text("Options", "utf-8")
    (site / ".away").symlink_to("/nowhere")
    (site / "left.html").write_text("old", "utf-8")
    for version in ("second", "third"):
        _publish(site, version)
        assert sorted(str(path.relative_to(site)) for path in site.rglob("*")) == [
            ".away",
            ".git",
            ".git/objects",
            ".git/objects/0a",
            ".htaccess",
            MARKER,
            ".well-known",
            ".well-known/token",
            "index.html",
        ]
        assert (site / "index.html").read_text("utf-8") == version
        assert (site / ".git/objects/0a").read_bytes() == b"object"
        assert (site / ".away").readlink() == Path("/nowhere")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project that would build."""
    yield project.copy_small(tmp_path_factory.mktemp("output") / "project")


def _precious(tree: Path) -> str:
    folder = tree.parent / "precious"
    folder.mkdir(exist_ok=True)
    (folder / "letter.txt").write_text("mine", "utf-8")
    return "../precious"


def _plain_file(tree: Path) -> str:
    (tree / "site").write_text("mine", "utf-8")
    return "site"


OURS = ("Hãy chọn một thư mục mới hoặc trống", "Choose a new or an empty folder")
MKDOCS_OWN = ("should not be within the 'site_dir'",)
FOLDERS: dict[str, tuple[Callable[[Path], str], tuple[str, ...]]] = {
    "of anyone else": (_precious, OURS),
    "data": (lambda tree: "data", OURS),
    "within data": (lambda tree: "data/site", OURS),
    "macros": (lambda tree: "macros", OURS),
    "the project": (lambda tree: ".", MKDOCS_OWN),
    "around the project": (lambda tree: "..", MKDOCS_OWN),
    "a plain file": (_plain_file, OURS),
}


@pytest.mark.parametrize(("choose", "expected"), FOLDERS.values(), ids=FOLDERS)
def test_mkdocs_build_leaves_it_as_it_was(tree: Path, choose: Callable[[Path], str], expected: tuple[str, ...]) -> None:
    folder = choose(tree)
    before = _contents(tree.parent)
    result = project.build(tree, "--site-dir", folder)
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    assert _contents(tree.parent) == before
    for said in expected:
        assert said in result.stderr


def test_the_preview_is_not_put_into_a_folder_of_anyone_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _publish(tmp_path / "site", "first")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("mine", "utf-8")
    for folder in (tmp_path / "mine", tmp_path / "site", tmp_path):
        before = _contents(tmp_path)
        assert offline.main([str(tmp_path / "site"), str(folder)]) == 1
        assert _contents(tmp_path) == before
        assert "Choose a new or an empty folder" in capsys.readouterr().err
    for _ in range(2):
        assert offline.main([str(tmp_path / "site"), str(tmp_path / "preview")]) == 0
