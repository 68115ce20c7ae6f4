"""English that was left behind is reported, no matter who changed what in which order, and wherever it is looked at."""

from __future__ import annotations

import inspect
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.archive import Archive
from macros.archive.data_files import Content
from macros.archive.translations import FOLDER, Outdated, path_of
from macros.build.contents import contents as headings
from macros.checks.loading import examine, load, read_archive
from macros.commands.confirm import contents, main, save
from macros.commands.fix import keep
from macros.data.problems import Severity
from macros.pages.authoring.library.contributing import translations
from macros.pages.authoring.library.lists import figures
from macros.pages.authoring.macro import BLOCK
from macros.pages.data_pages import list_pages, record_pages
from macros.text.language import Language
from macros.views.lists.catalogue import lists
from macros.views.rendering import View
from macros.views.repository import Repository
from tests.support.files import GLOSSARY, LESSONS, MEETING
from tests.support.project import REPO_URL, ROOT, SMALL_DATA, copy_small_data

FILE = "meetings/2030-06-12"
NAME = f"{FILE}/careful-planning.text"
VI, EN = "thận trọng, chặt chẽ và làm", "must be careful, rigorous and effective"
RECORDED = f"{FOLDER}/{FILE}.json"
Step = Callable[[Path], object]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of the data, all recorded as it is."""
    root = tmp_path_factory.mktemp("recorded")
    data = copy_small_data(root / "data")
    list(save(data, contents(data), []))
    return root


@pytest.fixture
def tree(recorded: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return shutil.copytree(recorded, tmp_path / "tree")


def outdated(tree: Path) -> list[str]:
    """The names of the texts whose English was left behind, as the check gives them."""
    return [each.text.name for each in contents(tree / "data").outdated]


def put(old: str, new: str, file: str = MEETING) -> Step:
    """An edit."""

    def step(tree: Path) -> None:
        text = (tree / file).read_text("utf-8")
        assert old in text
        (tree / file).write_text(text.replace(old, new, 1), "utf-8")

    return step


def record(tree: Path) -> None:
    """What `make fix` does, after its other steps."""
    list(keep(tree / "data"))


def run(tree: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the commands in a project's folder."""
    return subprocess.run(
        [sys.executable, "-B", "-m", module, *arguments],
        cwd=tree,
        env={"PYTHONPATH": str(ROOT), "LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def confirmed(tree: Path, *names: str) -> int:
    """What `make confirm` does; gives its exit code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tree)
        return main(list(names))


def confirm(*names: str) -> Step:
    """What `make confirm` does where it has nothing to object to."""

    def step(tree: Path) -> None:
        assert confirmed(tree, *names) == 0

    return step


def move(tree: Path) -> None:
    """The statement goes to the end of another list of its file."""
    text = (tree / MEETING).read_text("utf-8")
    [entry] = re.findall(r"  - id: careful-planning\n(?: {4}.*\n)+", text)
    text = text.replace(entry, "")
    entry = re.sub(r" {4}(by|force):.*\n", "", entry)
    (tree / MEETING).write_text(text.replace("results:\n", f"results:\n{entry}", 1), "utf-8")


def swap_notes(tree: Path) -> None:
    """Two notes, which have no id, change places."""
    path = tree / "data/documents/12-ct-tw-2031.yml"
    text = path.read_text("utf-8")
    first, second = re.findall(r"^  - vi: .*\n    en: .*\n", text, re.MULTILINE)[:2]
    path.write_text(text.replace(first + second, second + first), "utf-8")


NEW_VI, NEWER_VI = put(VI, "thận trọng, tỉ mỉ và làm"), put("tỉ mỉ", "kỹ càng")
OLD_VI = put("tỉ mỉ", "chặt chẽ")
NEW_EN = put(EN, "must be careful, thorough and effective")
SLIP, SLIP_FIXED = put("rigorous and", "rigourous and"), put("rigourous and", "rigorous and")
ARTICLE = put("of cadres must", "of the cadres must")
COMMA = put("careful, rigorous and", "careful rigorous, and")
NEW_TEXT = put(
    "results:\n", "results:\n  - id: x-new\n    text: {vi: Câu mới, en: New}\n    topics: [methods]\n    source: s1\n"
)
FRESH: dict[str, list[Step]] = {
    "nothing changed": [],
    "both changed together": [NEW_VI, NEW_EN],
    "both changed together and recorded": [NEW_VI, NEW_EN, record],
    "English changed later": [NEW_VI, record, NEW_EN],
    "English changed later, nothing recorded between": [NEW_VI, NEW_EN, record],
    "English alone": [NEW_EN],
    "Vietnamese changed back": [NEW_VI, record, OLD_VI],
    "Vietnamese punctuation": [put("trọng, chặt chẽ và", "trọng; chặt chẽ và")],
    "confirmed": [NEW_VI, confirm(NAME)],
    "file confirmed": [NEW_VI, confirm(FILE)],
    "all confirmed": [NEW_VI, confirm()],
    "confirmed, then English slip fixed": [NEW_VI, SLIP, confirm(), SLIP_FIXED],
    "moved": [move],
    "both changed and moved": [NEW_VI, NEW_EN, move],
    "a new text, not recorded": [NEW_TEXT],
    "a new text, changed before it was recorded": [NEW_TEXT, put("Câu mới", "Câu khác")],
    "record deleted": [lambda tree: path_of(FILE, tree / "data").unlink()],
    "notes in another order": [swap_notes],
}
LEFT_BEHIND: dict[str, list[Step]] = {
    "Vietnamese changed": [NEW_VI],
    "and recorded, twice": [NEW_VI, record, record],
    "English slip made": [NEW_VI, SLIP],
    "English slip made later": [NEW_VI, record, SLIP],
    "English slip made and fixed, recorded each time": [NEW_VI, record, SLIP, record, SLIP_FIXED, record],
    "English slip fixed before": [SLIP, record, SLIP_FIXED, NEW_VI],
    "English slip fixed before, and recorded": [SLIP, record, SLIP_FIXED, record, NEW_VI],
    "an article": [NEW_VI, ARTICLE],
    "a comma": [NEW_VI, COMMA],
    "another English before, recorded": [NEW_EN, record, NEW_VI],
    "Vietnamese changed twice": [NEW_VI, record, NEWER_VI],
    "changed after it was confirmed": [NEW_VI, confirm(NAME), NEWER_VI],
    "another confirmed": [NEW_VI, confirm("topics")],
    "moved, then changed": [move, NEW_VI],
    "changed, then moved": [NEW_VI, move],
    "changed, recorded, then moved and recorded": [NEW_VI, record, move, record],
}


@pytest.mark.parametrize("steps", FRESH.values(), ids=FRESH)
def test_english_that_keeps_up(tree: Path, steps: list[Step]) -> None:
    for step in steps:
        step(tree)
    assert outdated(tree) == []


@pytest.mark.parametrize("steps", LEFT_BEHIND.values(), ids=LEFT_BEHIND)
def test_english_that_was_left_behind(tree: Path, steps: list[Step]) -> None:
    for step in steps:
        step(tree)
    assert outdated(tree) == [NAME]


def test_a_text_is_reported_wherever_it_stands(tree: Path) -> None:
    put("vi: buổi chiều", "vi: buổi tối")(tree)
    put("dang-khai-minh\n    role:\n      vi: ", "dang-khai-minh\n    role:\n      vi: đồng chí ")(tree)
    put("notes:\n  - vi: ", "notes:\n  - vi: Sửa. ", "data/documents/12-ct-tw-2031.yml")(tree)
    put("vi: ", "vi: Sửa ", GLOSSARY)(tree)
    put("title:\n      vi: ", "title:\n      vi: Sửa ", LESSONS)(tree)
    names = outdated(tree)
    assert [name.split("/")[0] for name in names] == ["documents", "glossary", "meetings", "meetings", "reviews"]
    assert {f"{FILE}/time_of_day", f"{FILE}/chairs.dang-khai-minh.role", "documents/12-ct-tw-2031/notes"} <= set(names)


def test_the_words_it_was_translated_from_are_said_in_a_shallow_clone(tree: Path, tmp_path: Path) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "1"]):
        subprocess.run([*git, *command], cwd=tree, check=True)
    NEW_VI(tree)
    SLIP(tree)
    subprocess.run([*git, "commit", "-qam", "2"], cwd=tree, check=True)
    subprocess.run([*git, "clone", "-q", "--depth", "1", tree.as_uri(), "shallow"], cwd=tmp_path, check=True)
    result = run(tmp_path / "shallow", "macros.commands.check")
    assert result.returncode == 0
    [reported] = [block for block in result.stdout.split("\n\n") if "[outdated-translation]" in block]
    lines = reported.split("\n")
    assert lines[0].startswith(f"{MEETING}:120:11: ")
    for line in lines[1:3]:
        assert "thận trọng, chặt chẽ và làm" in line
        assert "thận trọng, tỉ mỉ và làm" in line
    assert "rigourous" in lines[3]


def test_two_branches_that_record_neighbours_merge(tree: Path) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]

    def on(branch: str, step: Step) -> None:
        subprocess.run([*git, "checkout", "-qb", branch, "main"], cwd=tree, check=True)
        step(tree)
        record(tree)
        subprocess.run([*git, "commit", "-qam", branch], cwd=tree, check=True)

    for command in (["init", "-qb", "main"], ["add", "."], ["commit", "-qm", "1"]):
        subprocess.run([*git, *command], cwd=tree, check=True)
    fields = re.findall(r'^ "(.+?)":', (tree / RECORDED).read_text("utf-8"), re.MULTILINE)
    neighbour = fields[fields.index("careful-planning.text") + 1]
    assert neighbour == "cells-in-the-region.note"
    on("one", put(EN, "must be careful"))
    on("two", put("en: s2 prints 1,204.", "en: s2 has 1,204."))
    subprocess.run([*git, "merge", "-q", "one"], cwd=tree, check=True)
    before = (tree / RECORDED).read_bytes()
    record(tree)
    assert (tree / RECORDED).read_bytes() == before


GARBLED = {
    "conflict marks": ("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n", "1:1"),
    "cut": ('{\n "title": [\n  {\n   "vi": "Hội', "4:10"),
    "empty": ("", "1:1"),
    "list": ("[]", "1:1"),
    "number": ("1", "1:1"),
    "pair without English": ('{"title": [{"vi": "a"}]}', "1:1"),
    "pair of numbers": ('{"title": [{"vi": 1, "en": 2}]}', "1:1"),
    "no pair": ('{"title": "a"}', "1:1"),
    "deep": ("[" * 100_000, "1:1"),
    "not UTF-8": (b'{"title": "\xff"}', "1:1"),
}


@pytest.mark.parametrize(("content", "place"), GARBLED.values(), ids=GARBLED)
def test_a_garbled_record_is_said_and_left_alone(
    tree: Path, capsys: pytest.CaptureFixture[str], content: str | bytes, place: str
) -> None:
    (tree / RECORDED).write_bytes(content if isinstance(content, bytes) else content.encode())
    errors = [problem for problem in examine(tree / "data")[1] if problem.severity is Severity.ERROR]
    assert [str(problem.place) for problem in errors] == [f"{RECORDED}:{place}"]
    assert "`make fix`" in errors[0].vi
    assert "garbled" in errors[0].en
    before = (tree / RECORDED).read_bytes()
    record(tree)
    assert (tree / RECORDED).read_bytes() == before
    assert confirmed(tree) == 1
    assert "garbled" in capsys.readouterr().err


def test_a_folder_that_is_missing_is_said_and_written_again(tree: Path) -> None:
    before = {path: path.read_bytes() for path in sorted((tree / FOLDER).rglob("*.json"))}
    shutil.rmtree(tree / FOLDER)
    [problem] = [each for each in examine(tree / "data")[1] if each.rule == "translations"]
    assert (problem.severity, problem.place.file) == (Severity.WARNING, FOLDER)
    record(tree)
    assert {path: path.read_bytes() for path in sorted((tree / FOLDER).rglob("*.json"))} == before


def test_what_is_gone_is_recorded_no_more(tree: Path) -> None:
    (tree / MEETING).unlink()
    record(tree)
    assert not (tree / RECORDED).exists()


def test_confirming_says_what_it_did_and_a_second_time_does_nothing(tree: Path) -> None:
    NEW_VI(tree)
    put("vi: buổi chiều", "vi: buổi tối")(tree)
    assert run(tree, "macros.commands.confirm", NAME).stdout.splitlines() == [
        NAME,
        "Số bản dịch và câu tóm lược đã xác nhận: 1. / Translations and sentences of summaries confirmed: 1.",
    ]
    assert outdated(tree) == [f"{FILE}/time_of_day"]
    before = (tree / RECORDED).read_bytes()
    said = "Số bản dịch và câu tóm lược đã xác nhận: 0. / Translations and sentences of summaries confirmed: 0.\n"
    assert run(tree, "macros.commands.confirm", NAME).stdout == said
    assert (tree / RECORDED).read_bytes() == before
    fields = re.findall(r'^ "(.+?)":', before.decode(), re.MULTILINE)
    assert fields == sorted(fields)


@pytest.mark.parametrize("name", ["meetings/2030", "careful-planning", f"{FILE}/careful", "xyz"])
def test_confirming_what_is_not_there_is_refused(tree: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    NEW_VI(tree)
    assert confirmed(tree, name) == 1
    assert f"“{name}”" in capsys.readouterr().err
    assert outdated(tree) == [NAME]


def html(tree: Path, kind: str, id: str, language: Language) -> str:
    """A record's page in a language."""
    archive = read_archive(tree / "data")
    [page] = [page for page in record_pages(archive, lists(archive)) if (page.template, page.id) == (kind, id)]
    return str(page.html(archive, language, Repository()))


def test_the_english_page_marks_it_with_a_link_to_the_vietnamese(tree: Path) -> None:
    NEW_VI(tree)
    put("title:\n  vi: ", "title:\n  vi: Sửa ")(tree)
    english, vietnamese = (html(tree, "meeting", "2030-06-12", language) for language in (Language.EN, Language.VI))
    mark = '<a class="outdated" href="../../../meetings/2030-06-12/{}" hreflang="vi">The Vietnamese text is newer</a>'
    assert english.count('class="outdated"') == 2
    assert f"and effective. {mark.format('#careful-planning')}</span>" in english
    assert re.search(f"<h1>[^<]+ {re.escape(mark.format(''))}</h1>", english)
    assert "outdated" not in vietnamese
    # On other pages, where the title is a link, the mark stands behind it.
    listed = html(tree, "topic", "cadres", Language.EN)
    assert mark.format("#careful-planning") in listed
    assert not re.search(r"<a [^>]*>[^<]*<a", listed + english)


class _Nesting(HTMLParser):
    """Finds marks where none can stand: within a link, a drawing or an attribute."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marks = 0
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wrong += [f"{tag}.{name}" for name, value in attrs if "<a" in (value or "")]
        if tag == "a" and dict(attrs).get("class") == "outdated":
            self.marks += 1
            self.wrong += [each for each in self.open if each in ("a", "svg", "title")]
        if tag in ("a", "svg", "title"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            self.open.remove(tag)


def test_no_mark_stands_where_none_can_with_everything_outdated() -> None:
    records = load(SMALL_DATA)
    records.outdated = {text.pair: Outdated(text, "cũ") for text in Content(records.files).translations}
    archive = Archive(records)
    repository = Repository.configured(REPO_URL, "main", "", "", "")
    listed = lists(archive)
    made = [*record_pages(archive, listed), *list_pages(archive, listed)]
    pages = [str(page.html(archive, Language.EN, repository)) for page in made]
    view = View(archive, Language.EN, "en/method/", repository)
    reviews = ("achievements", "lessons", "priorities")
    pages += [str(macro(view)) for macro in BLOCK.values() if len(inspect.signature(macro).parameters) == 1]
    pages += [str(BLOCK[name](view, 2031, style)) for name in reviews for style in ("full", "list")]
    pages += [str(figures(view, style=style)) for style in ("cards", "table")]
    marks = 0
    for page in pages:
        reader = _Nesting()
        reader.feed(page)
        assert reader.wrong == []
        marks += reader.marks
    assert marks > records.texts.total()


def test_a_mark_is_no_part_of_a_heading_in_the_table_of_contents() -> None:
    marked = '<h2 id="a">One <a class="outdated" href="b">The Vietnamese text is newer</a></h2>'
    [heading] = headings(marked).items
    assert heading.title == "One"


@pytest.mark.parametrize("language", Language)
def test_the_status_page_tells_share_words_and_line(tree: Path, language: Language) -> None:
    NEW_VI(tree)
    archive = read_archive(tree / "data")
    repository = Repository.configured(REPO_URL, "main", "", "", "")
    page = str(translations(View(archive, language, f"{language.prefix}contribute/translations/", repository)))
    assert "99%" in page
    assert re.search(r">\.?\.?[^<]*<del>chặt chẽ</del> <ins>tỉ mỉ</ins>", page)
    assert f'href="{REPO_URL}/blob/main/{MEETING}#L120"' in page
    assert 'href="../../meetings/2030-06-12/#careful-planning"' in page


def test_the_status_page_without_anything_outdated(tree: Path) -> None:
    archive = read_archive(tree / "data")
    page = str(translations(View(archive, Language.EN, "en/contribute/translations/", Repository())))
    assert "100%" in page
    assert "No English text is outdated." in page


def test_each_text_of_the_project_has_a_name_of_its_own() -> None:
    """Only items without an id share one; their list is distinguished by its words."""
    names = [text.name for text in Content(load(SMALL_DATA).files).translations]
    shared = {name for name in names if names.count(name) > 1}
    lists = {"notes", "basis", "source", "says", "comment", "summary"}
    assert {name.removesuffix(".text").split("/")[-1].split(".")[-1] for name in shared} <= lists
