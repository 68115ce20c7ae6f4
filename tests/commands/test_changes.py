"""What a change means for readers: real edits in a real repository, as a reviewer reads about them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.project import ROOT, SMALL

MEETING = "data/meetings/2030-06-12.yml"
PAGE = "meetings/2030-06-12/"
CAREFUL = f"{PAGE}#careful-planning"
RULE = "phải thận trọng, chặt chẽ và làm có hiệu quả"
INDEX = "docs/vi/index.md"
WORDS = "macros/words.yml"
NOTHING = "Không có gì thay đổi đối với người đọc.\n"


def _git(tree: Path, *arguments: str) -> None:
    name = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *name, *arguments], cwd=tree, check=True, capture_output=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive with its pages and some of the code, as a repository with one commit."""
    tree = tmp_path_factory.mktemp("changes") / "kho"
    shutil.copytree(SMALL, tree)
    (tree / "macros/templates").mkdir(parents=True)
    for file in (WORDS, "macros/templates/meeting_head.html"):
        shutil.copy(ROOT / file, tree / file)
    _git(tree, "init", "-q")
    _commit(tree, "one")
    return tree


@pytest.fixture
def tree(repository: Path, tmp_path: Path) -> Path:
    """A copy of it to edit."""
    return Path(shutil.copytree(repository, tmp_path / "kho"))


def _commit(tree: Path, message: str) -> None:
    _git(tree, "add", "-A")
    _git(tree, "commit", "-qm", message)


def _changes(tree: Path, *options: str, base: str = "HEAD^") -> tuple[int, str]:
    run = subprocess.run(
        [sys.executable, "-m", "macros.commands.changes", base, "HEAD", *options],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in run.stderr
    return run.returncode, run.stdout


def _edit(tree: Path, file: str, old: str, new: str) -> None:
    path = tree / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    _commit(tree, "two")


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (MEETING, RULE, "phải rất thận trọng, chặt chẽ và làm có hiệu quả", [f"Sửa: {CAREFUL}", "{+rất+}"]),
        (MEETING, RULE, "phải chặt chẽ", [f"Sửa: {CAREFUL}", "[-thận trọng,-]"]),
        (
            MEETING,
            "topics: [cadres, documents]",
            "topics: [cadres]",
            [f"Mất liên hệ (chủ đề): {CAREFUL}", "Tham mưu và cụ thể hóa văn bản"],
        ),
        (
            MEETING,
            "topics: [cadres, documents]",
            "topics: [cadres, documents, training]",
            [f"Thêm liên hệ (chủ đề): {CAREFUL}", "Đào tạo, bồi dưỡng"],
        ),
        (
            MEETING,
            "topics: [cadres, documents]",
            "topics: [documents, cadres]",
            [f"Đổi thứ tự (chủ đề): {CAREFUL}"],
        ),
        (MEETING, "form: briefing", "form: training", [f"Sửa (hình thức): {PAGE}\n", "{+Tập huấn+}"]),
        (MEETING, "vi: buổi chiều", "vi: buổi sáng", [f"Sửa (buổi trong ngày): {PAGE}\n", "buổi [-chiều-] {+sáng+}"]),
        (MEETING, "  province: thanh-loan", "  province: moc-linh", ["Sửa (nơi tổ chức › tỉnh)", "{+Mộc Lĩnh+}"]),
        (MEETING, "completeness: full", "completeness: partial", ["Sửa (mức đầy đủ)", "{+một phần+}"]),
        (MEETING, "org/giao-ban\n", "org/giao-ban-2\n", ["Sửa (nguồn s1 › địa chỉ)", "giao-ban-2+}"]),
        (MEETING, "vi: Phó Chủ tịch", "vi: Chủ tịch", ["Nguyễn Hòa Bình Ph… › chức vụ vào ngày họp"]),
        (MEETING, "    machine_translation: true\n", "", ["(nguồn s2 › bản dịch máy)", "[-có-] {+không+}"]),
        (MEETING, "en: Planning of cadres", "en: The planning of cadres", [f"Sửa: {CAREFUL}", "{+The planning+}"]),
        ("data/topics.yml", "vi: Quy hoạch, luân", "vi: Luân", ["Sửa (gồm những gì): topics/cadres/"]),
        (
            "data/published.yml",
            "since: 2032-03-15",
            "since: 2032-03-16",
            ["(ngày công bố kho tư liệu): corrections/"],
        ),
        (
            "data/accepted.yml",
            "Nguồn không ghi ngày",
            "Bài không ghi ngày",
            ["Lý do chấp nhận một cảnh báo (document-not-identified): documents/31-kh-tu/", "{+Bài+}"],
        ),
        (INDEX, "Kho thử ghi lại", "Kho này ghi lại", [f"Sửa: {INDEX}", "Kho [-thử-] {+này+} ghi lại"]),
        (INDEX, "description: Kho thử", "description: Kho", [f"Sửa: {INDEX}", "[-thử-]"]),
        (INDEX, "{{ meetings(latest=3) }}", "{{ meetings() }}", [f"Sửa: {INDEX}", "{+meetings()+}"]),
        (INDEX, "{{ province_map() }}", "{{ province_map() }}\n\nMột đoạn mới.", [f"Thêm: {INDEX}", "Một đoạn mới."]),
        ("docs/en/index.md", "## ", "### ", ["Sửa: docs/en/index.md", "{+###+}"]),
        ("CONTRIBUTING.en.md", "somebody else", "someone else", ["Sửa: CONTRIBUTING.en.md", "{+someone+}"]),
        (WORDS, 'vi: "nguồn không nêu"', 'vi: "không rõ"', [f"Sửa (not_stated): {WORDS}", "[-nêu-] {+rõ+}"]),
        ("mkdocs.yml", "Trang chủ: vi", "Trang đầu: vi", ["Sửa (trình đơn): mkdocs.yml", "{+đầu:+}"]),
    ],
)
def test_one_edit_is_one_change(tree: Path, file: str, old: str, new: str, says: list[str]) -> None:
    _edit(tree, file, old, new)
    code, text = _changes(tree)
    assert code == 0
    assert all(piece in text for piece in says), text
    # Where the Vietnamese alone was edited, the English is left behind as well.
    behind = text.count("Bản tiếng Anh nay bị coi là cũ: ")
    assert behind <= 1 and text.splitlines()[0] == f"Thay đổi đối với người đọc: {1 + behind}"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (MEETING, "level: regional", "# Cả vùng\nlevel: regional"),
        (MEETING, "topics: [cadres, documents]", "topics:\n      - cadres\n      - documents"),
        (MEETING, f"vi: Quy hoạch cán bộ {RULE}.", f"vi: >-\n        Quy hoạch cán bộ\n        {RULE}."),
        (INDEX, "{{ province_map() }}", "<!-- Bản đồ\n\nở dưới -->\n\n{{ province_map() }}"),
        (INDEX, "{{ province_map() }}", "{# Bản đồ #}\n\n\n{{ province_map() }}"),
        (INDEX, "hội nghị, {{ count", "hội nghị,\n{{ count"),
        (WORDS, "not_stated: {", "# Trang nào cũng có\nnot_stated: {"),
        ("mkdocs.yml", "nav:\n", "# Trình đơn\nnav:\n"),
    ],
)
def test_comments_and_layout_change_nothing(tree: Path, file: str, old: str, new: str) -> None:
    _edit(tree, file, old, new)
    assert _changes(tree) == (0, NOTHING)


def test_no_edit_changes_nothing(tree: Path) -> None:
    _git(tree, "commit", "-q", "--allow-empty", "-m", "two")
    assert _changes(tree) == (0, NOTHING)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("macros/templates/meeting_head.html", "<h1>", "<h2>"),
        ("mkdocs.yml", "site_name: Kho thử", "site_name: Kho"),
        ("mkdocs.yml", '!ENV [REPO_BRANCH, "main"]', '!ENV [REPO_BRANCH, "trunk"]'),
    ],
)
def test_what_cannot_be_compared_is_named(tree: Path, file: str, old: str, new: str) -> None:
    _edit(tree, file, old, new)
    code, text = _changes(tree, "--language", "en")
    assert (code, text.splitlines()) == (
        0,
        [
            "The data, the hand-written pages and the words of the interface do not change.",
            f"Files changed that cannot be compared in words; look at the preview: {file}",
        ],
    )


def test_many_files_that_cannot_be_compared_are_counted(tree: Path) -> None:
    for number in range(12):
        (tree / f"docs/vi/{number:02}.svg").write_text("<svg/>", "utf-8")
    _commit(tree, "two")
    text = _changes(tree, "--language", "en")[1]
    assert text.count(".svg") == 10 and text.endswith("docs/vi/09.svg, and 2 more\n")


def test_a_page_that_comes_and_one_that_goes(tree: Path) -> None:
    _git(tree, "mv", "docs/vi/offline.md", "docs/vi/khong-mang.md")
    _commit(tree, "two")
    text = _changes(tree, "--language", "en")[1]
    assert "New page: docs/vi/khong-mang.md" in text and "Removed: docs/vi/offline.md" in text


def test_a_link_among_the_pages_is_not_followed(tree: Path) -> None:
    (tree / INDEX).unlink()
    (tree / INDEX).symlink_to("/etc/passwd")
    _commit(tree, "two")
    text = _changes(tree)[1]
    assert "root:" not in text and "/etc/passwd" in text


def test_a_figure_old_and_new(tree: Path) -> None:
    _edit(tree, MEETING, "value: 1240", "value: 1241")
    code, text = _changes(tree, "--language", "en")
    assert code == 0 and "(value)" in text and "[-1,240-] {+1,241+}" in text


def test_a_statement_moved_to_another_list_changes_its_heading(tree: Path) -> None:
    result = re.search(r"results:\n(.*?)difficulties:\n", (tree / MEETING).read_text("utf-8"), re.DOTALL)
    assert result
    _edit(tree, MEETING, result[0], f"difficulties:\n{result[1]}")
    code, text = _changes(tree)
    assert code == 0
    assert text.splitlines() == [
        "Thay đổi đối với người đọc: 1",
        f"Sửa (mục): {PAGE}#cells-meet-on-time",
        "    [-Kết quả-] {+Khó khăn, vướng mắc+}",
    ]


def test_english_that_is_left_behind_is_named_and_so_is_its_confirmation(tree: Path) -> None:
    _edit(tree, MEETING, "Cảm ơn Thành ủy", "Cảm ơn và hoan nghênh Thành ủy")
    code, text = _changes(tree)
    assert code == 0 and f"Bản tiếng Anh nay bị coi là cũ: {PAGE}#thanks" in text
    recorded = "translations/meetings/2030-06-12.json"
    _edit(tree, recorded, "Cảm ơn Thành ủy", "Cảm ơn và hoan nghênh Thành ủy")
    code, text = _changes(tree)
    assert code == 0
    assert text.splitlines()[:2] == [
        "Thay đổi đối với người đọc: 1",
        f"Bản tiếng Anh không còn bị coi là cũ: {PAGE}#thanks",
    ]


def test_english_that_goes_or_comes_is_named_so(tree: Path) -> None:
    vi, en = f"{RULE}.\n", "      en: Planning of cadres must be careful, rigorous and effective.\n"
    _edit(tree, MEETING, en, "")
    said = f"    {en.strip().removeprefix('en: ')}\n"
    assert _changes(tree)[1].endswith(f"Bỏ tiếng Anh: {CAREFUL}\n{said}")
    _edit(tree, MEETING, vi, vi + en)
    assert _changes(tree)[1].endswith(f"Thêm tiếng Anh: {CAREFUL}\n{said}")
    assert f"English added: {CAREFUL}\n{said}" in _changes(tree, "--language", "en")[1]


def test_another_id_of_a_source_is_another_source(tree: Path) -> None:
    text = (tree / MEETING).read_text("utf-8")
    (tree / MEETING).write_text(text.replace("source: s2", "source: dai").replace("id: s2", "id: dai"), "utf-8")
    _commit(tree, "two")
    code, text = _changes(tree)
    assert code == 0 and text.count(f"Sửa (nguồn): {PAGE}\n") == 2


def _redirect(tree: Path, line: str) -> None:
    with (tree / "data/redirects.yml").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    _commit(tree, "redirect")


def _line_to_write(text: str) -> str:
    """The line that the message asks for, below the one that does so."""
    lines = text.splitlines()
    return lines[next(n for n, line in enumerate(lines) if "data/redirects.yml" in line) + 1].strip()


@pytest.mark.parametrize(
    ("old", "new", "leads"),
    [
        ("id: careful-planning", "id: careful", f"{PAGE}#careful"),
        # Other words as well: the nearest new id is offered.
        (
            "- id: careful-planning\n    text:\n      vi: ",
            "- id: careful\n    text:\n      vi: Nay ",
            f"{PAGE}#careful",
        ),
        ("id: planning-young-cadres", "id: xyz-0", f"{PAGE}#xyz-0"),
    ],
)
def test_a_lost_address_is_an_error_until_the_line_offered_is_written(
    tree: Path, old: str, new: str, leads: str
) -> None:
    _edit(tree, MEETING, old, new)
    code, text = _changes(tree)
    assert code == 1
    assert "LỖI: địa chỉ cố định mất đi: meetings/2030-06-12/#" in text
    line = _line_to_write(text)
    assert line.endswith(f": {leads}")
    _redirect(tree, line)
    code, text = _changes(tree, base="HEAD~2")
    assert code == 0, text
    assert f"Chuyển địa chỉ, địa chỉ cũ vẫn dẫn đến nơi: {line.split(': ')[0]}" in text
    assert "Bỏ: " not in text


def test_a_lost_page_is_an_error_until_it_leads_on_with_all_that_was_on_it(tree: Path) -> None:
    _git(tree, "mv", "data/meetings/2031-05-08.yml", "data/meetings/2031-05-09.yml")
    _git(tree, "mv", "translations/meetings/2031-05-08.json", "translations/meetings/2031-05-09.json")
    _edit(tree, "data/meetings/2031-05-09.yml", "date: 2031-05-08/09", "date: 2031-05-09/10")
    code, text = _changes(tree, "--language", "en")
    assert code == 1 and text.count("ERROR: a permanent address is lost") == 1
    assert "New page: meetings/2031-05-09/" in text
    line = _line_to_write(text)
    assert line == "meetings/2031-05-08/: meetings/2031-05-09/"
    _redirect(tree, line)
    code, text = _changes(tree, "--language", "en", base="HEAD~2")
    assert code == 0
    assert text.splitlines() == [
        "What changes for readers: 2",
        "Address changed, the old one leads on: meetings/2031-05-08/",
        "    meetings/2031-05-08/ → meetings/2031-05-09/",
        "Changed (date): meetings/2031-05-09/",
        "    [-8–9-] {+9–10+} May 2031",
    ]


def test_a_redirect_that_is_taken_back_loses_its_address(tree: Path) -> None:
    _edit(tree, "data/redirects.yml", f"{PAGE}#old-remark: {PAGE}#cells-meet-on-time\n", "")
    code, text = _changes(tree)
    assert code == 1 and f"{PAGE}#old-remark: " in text


def test_markdown_shows_hostile_text_as_text(tree: Path) -> None:
    hostile = "<img src=x> @everybody [link](https://example.org) **đậm** | `x`"
    _edit(tree, MEETING, RULE, f"{hostile} {RULE}")
    _edit(tree, INDEX, "Kho thử ghi lại", f"{hostile} Kho thử ghi lại")
    code, text = _changes(tree, "--format", "markdown", base="HEAD~2")
    assert code == 0 and text.startswith("### Thay đổi đối với người đọc: 3\n")
    for raw in ("<img", "@everybody", "[link]", "](https", "| `"):
        assert raw not in text
    assert text.count("&lt;img src=x&gt; @\u200beverybody \\[link\\]") == 3


def test_a_long_report_is_cut(tree: Path) -> None:
    for path in (tree / "data").glob("*/**/*.yml"):
        longer = re.sub(r'( vi: "?)(?=\w)', r"\1" + "Sửa " * 90, path.read_text("utf-8"))
        longer = longer.replace("Sửa Ngày", "sửa ngày")  # else a summary names what its statements do not
        path.write_text(longer, "utf-8")
    _commit(tree, "two")
    _, text = _changes(tree, "--format", "markdown")
    assert 55_000 < len(text) < 65_536


def test_an_unknown_revision_is_an_error(tree: Path) -> None:
    code, text = _changes(tree, base="no-such-revision")
    assert code == 1
    assert "Không có bản “no-such-revision”" in text and "no revision “no-such-revision”" in text


def test_unreadable_data_is_an_error_at_its_place(tree: Path) -> None:
    _edit(tree, MEETING, "level: regional", "level: regionl")
    code, text = _changes(tree)
    assert code == 1
    assert "Không đọc được dữ liệu của bản “HEAD”" in text and f"{MEETING}:4:8" in text
