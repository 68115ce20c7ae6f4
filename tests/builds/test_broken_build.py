"""A build with a mistake in it says what is wrong and where, in both languages, and leaves the published site alone."""

from __future__ import annotations

import ctypes
import hashlib
import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.records.wrong_data import Wrong
from tests.support import project
from tests.support.batteries import few
from tests.support.edits import Edit
from tests.support.files import DOCUMENT, LESSONS, MEETING, PEOPLE, RESULTS

PAGE = "docs/vi/method.md"
ENGLISH_PAGE = "docs/en/method.md"
SOURCES = ("data", "docs", "macros", "mkdocs.yml")


@dataclass
class Published:
    """A project tree whose site was built once; broken and fixed again by each test."""

    tree: Path
    before: dict[str, str]

    @property
    def now(self) -> dict[str, str]:
        """What the published folder holds."""
        return _hashes(self.tree / "site")

    @property
    def leftovers(self) -> list[str]:
        """Unfinished sites beside the published one."""
        return [path.name for path in self.tree.iterdir() if path.name.startswith(".site")]


def _hashes(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The project copied and built once."""
    tree = project.copy_small(tmp_path_factory.mktemp("published") / "project")
    result = project.build(tree)
    assert result.returncode == 0, result.stderr
    published = Published(tree, _hashes(tree / "site"))
    assert "index.html" in published.before
    assert published.leftovers == []
    return published


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        shutil.copy(source, target)
    else:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)


@contextmanager
def _put_back(built: Published, kept: Path) -> Iterator[Published]:
    """The built project, whose sources are put back afterwards."""
    for name in SOURCES:
        _copy(built.tree / name, kept / name)
    yield built
    for name in SOURCES:
        _copy(kept / name, built.tree / name)


@pytest.fixture
def published(built: Published, tmp_path: Path) -> Iterator[Published]:
    """The built project, for one test to break."""
    with _put_back(built, tmp_path) as published:
        yield published


def assert_refused(published: Published, result: CompletedProcess[str], *said: str) -> None:
    """The build failed in words, said all this, and changed nothing."""
    output = result.stdout + result.stderr
    assert result.returncode != 0
    assert "Traceback" not in output
    for phrase in said:
        assert phrase in output
    assert published.now == published.before
    assert published.leftovers == []


BROKEN_DATA = [
    Wrong(
        "unknown province",
        Edit(MEETING, "province: thanh-loan", "province: ¦thanh-lon"),
        "Có phải bạn muốn viết “thanh-loan”?",
        "Did you mean “thanh-loan”?",
    ),
    Wrong(
        "no Vietnamese",
        Edit(MEETING, "      vi: Vướng trong quản lý biên chế.\n", "", "    ¦text:\n      en: Management"),
        "Thiếu “vi”",
        "“vi” is missing",
    ),
    Wrong(
        "key written twice",
        Edit(MEETING, "level: regional\n", "level: regional\n¦level: national\n"),
        "Khóa “level” viết hai lần",
        "The key “level” is written twice",
    ),
    Wrong(
        "day that does not exist",
        Edit(MEETING, "date: 2030-06-12", "date: ¦2031-13-45"),
        "“2031-13-45” không phải ngày",
        "“2031-13-45” is not a date",
    ),
    Wrong(
        "unquoted no",
        Edit(MEETING, "en: afternoon", "en: ¦no"),
        "“no” không có dấu ngoặc kép",
        "“no” without quotes",
    ),
    Wrong(
        "lost source",
        Edit(MEETING, "source: s2", "source: ¦s9"),
        "Không có nguồn nào mang mã “s9”",
        "There is no source with the id “s9”",
    ),
    Wrong(
        "id used twice",
        Edit(MEETING, "id: management-staffing-quotas", "id: ¦planning-young-cadres"),
        "Mã “planning-young-cadres” đã dùng",
        "The id “planning-young-cadres” is already used",
    ),
    Wrong(
        "tab",
        Edit(LESSONS, "lessons:\n  - id:", "lessons:\n¦\t- id:"),
        "Đầu dòng có dấu tab",
        "The line begins with a tab",
    ),
    Wrong(
        "colon in a text",
        Edit(PEOPLE, "name: Đặng Khải Minh", "name: Đặng Khải Minh¦: ông"),
        "Có dấu hai chấm trong chữ",
        "There is a colon in the text",
    ),
    Wrong(
        "alias",
        Edit(RESULTS, "topics: [members]", "topics: ¦&t [members]"),
        "Không dùng neo hay bí danh YAML",
        "YAML anchors and aliases",
    ),
    Wrong(
        "word of the interface",
        Edit(
            "macros/words.yml",
            'permalink: {vi: "Liên kết cố định", en: "Permanent link"}',
            "permalink: {vi: ¦no, en: a}",
        ),
        "“no” không có dấu ngoặc kép",
        "“no” without quotes",
    ),
    Wrong(
        "object of a program",
        Edit(DOCUMENT, "number: 71/2031/QH17", "number: ¦!!python/object/apply:os.getcwd []"),
        "Không dùng thẻ YAML",
        "YAML tags are not used here",
    ),
]


@pytest.mark.parametrize("wrong", few(BROKEN_DATA, 5, pytest.mark.faults), ids=[wrong.what for wrong in BROKEN_DATA])
def test_broken_data_keeps_the_published_site(published: Published, wrong: Wrong) -> None:
    place = wrong.edit.apply(published.tree)
    assert_refused(published, project.build(published.tree), f"{place}: ", wrong.vi, wrong.en)


def test_mistakes_of_several_files_come_in_one_build(published: Published) -> None:
    edits = [
        Edit(DOCUMENT, "type: resolution", "type: ¦resolutio"),
        Edit(MEETING, "province: thanh-loan", "province: ¦thanh-lon"),
        Edit(LESSONS, "topics: [training]", "topics: [¦trainink]"),
    ]
    places = [edit.apply(published.tree) for edit in edits]
    said = (*[f"{place}: " for place in places], "Số lỗi: 3; trang web cũ được giữ nguyên", "Mistakes: 3")
    assert_refused(published, project.build(published.tree), *said)


WRONG_CALLS = {
    "unknown macro": (
        "{{ lesons(2031) }}",
        "Không có macro hay biến nào tên “lesons”. Có phải bạn muốn viết “lessons”?",
        "There is no macro or variable called “lesons”. Did you mean “lessons”?",
    ),
    "unknown argument": (
        '{{ statements(tpic="cadres") }}',
        "statements() không có tham số “tpic”",
        "statements() has no argument “tpic”",
    ),
    "unknown id": (
        '{{ province("thanh-lon") }}',
        "Có phải bạn muốn viết “thanh-loan”?",
        "Did you mean “thanh-loan”?",
    ),
    "unknown value of a filter": (
        '{{ statements(kind="lesson", force="directon") }}',
        "Có phải bạn muốn viết “direction”?",
        "Did you mean “direction”?",
    ),
    "argument left out": (
        "{{ term() }}",
        "term() được gọi thiếu hoặc thừa tham số",
        "term() is called with too",
    ),
    "too many arguments": (
        '{{ term("tccsd", 1) }}',
        "term() được gọi thiếu hoặc thừa tham số",
        "term() is called with",
    ),
    "year without a review": ("{{ lessons(1999) }}", "Không có tổng quan năm 1999", "There is no review of 1999"),
    "braces that do not close": ("{{ lessons(2031 }}", "Cú pháp macro sai", "Macro syntax"),
    "name without a value": ("{{ nobody }}", "nobody", "nobody"),
    "the configuration": ("{{ config.site_dir }}", "Trang không lấy được `config`", "Pages cannot use `config`"),
    "the machine": ("{{ environment }}", "Trang không lấy được `environment`", "Pages cannot use `environment`"),
    "text without quotes": (
        "{{ person(dang-khai-minh) }}",
        'Giá trị chữ phải có ngoặc kép: "dang-khai-minh"',
        'A value that is text has quotes: "dang-khai-minh"',
    ),
    "macro without brackets": ("{{ lessons }}", "thiếu (): hãy viết `lessons()`", "lacks its ()"),
    "attribute of a macro": ("{{ meetings.latest }}", "has no attribute 'latest'", "has no attribute 'latest'"),
    "sum": ("{{ 1/0 }}", "Jinja không chạy được: division by zero", "Jinja cannot run this: division"),
    "filter": ('{{ count("meetings") | uper }}', "Jinja không có bộ lọc “uper”", "Jinja has no filter “uper”"),
    "number in quotes": ('{{ lessons("2031") }}', "viết 2031 không có ngoặc kép", "write 2031 without quotes"),
    "all variables": ("{{ context() }}", "Trang không lấy được `context`", "Pages cannot use `context`"),
    "the page": ("{{ page.file.abs_src_path }}", "has no attribute 'file'", "has no attribute 'file'"),
    "another file": ('{% include "index.md" %}', "Trang không lấy tệp khác vào", "A page takes in no other file"),
    "inside a macro": (
        "{{ lessons.__globals__ }}",
        "Trang không dùng được thuộc tính",
        "A page cannot use this attribute",
    ),
}


def _append(page: Path, call: str) -> int:
    """Put a call below what a page holds; gives its line."""
    text = page.read_text("utf-8").rstrip("\n")
    page.write_text(f"{text}\n\nMột đoạn chữ.\nThêm {call} ở giữa dòng.\n", "utf-8")
    return text.count("\n") + 4


@pytest.fixture(scope="module")
def wrong_calls(
    built: Published, tmp_path_factory: pytest.TempPathFactory
) -> tuple[CompletedProcess[str], dict[str, str]]:
    """One build with each wrong call on a page of its own, and the place of each."""
    with _put_back(built, tmp_path_factory.mktemp("kept")) as published:
        pages = sorted((published.tree / "docs").rglob("*.md"))
        places = {
            what: f"{page.relative_to(published.tree)}:{_append(page, call)}:"
            for (what, (call, _, _)), page in zip(WRONG_CALLS.items(), pages, strict=False)
        }
        return project.build(published.tree), places


@pytest.mark.parametrize("what", WRONG_CALLS)
def test_a_wrong_macro_call_names_its_page_and_line(
    published: Published, wrong_calls: tuple[CompletedProcess[str], dict[str, str]], what: str
) -> None:
    result, places = wrong_calls
    _, vi, en = WRONG_CALLS[what]
    assert_refused(published, result, places[what], vi, en)


@pytest.mark.parametrize(("name", "to"), [("secret.md", "/proc/self/environ"), ("whole-machine", "/")])
def test_a_link_out_of_the_pages_is_refused(published: Published, name: str, to: str) -> None:
    (published.tree / "docs/vi" / name).symlink_to(to)
    said = (f"docs/vi/{name}:1:1: ", "Không dùng liên kết (symlink)", "Links (symlinks) are not used")
    assert_refused(published, project.build(published.tree), *said)


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "snippets/secret.txt"])
def test_a_link_out_of_what_pages_take_in_is_refused(published: Published, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    link = published.tree / name
    before = link.read_bytes() if link.exists() else None
    link.unlink(missing_ok=True)
    link.symlink_to(tmp_path / "secret.txt")
    try:
        said = (f"{name}:1:1: ", "Không dùng liên kết (symlink)", "Links (symlinks) are not used")
        assert_refused(published, project.build(published.tree), *said)
    finally:
        link.unlink()
        if before is not None:
            link.write_bytes(before)


@pytest.mark.parametrize("name", ["docs/notes.md", "docs/fr/index.md"])
def test_a_page_of_no_language_is_refused(published: Published, name: str) -> None:
    page = published.tree / name
    page.parent.mkdir(exist_ok=True)
    page.write_text("# Ghi chú\n", "utf-8")
    assert_refused(published, project.build(published.tree), f"{name}:1:1: ", "docs/vi/ hoặc docs/en/", "Mistakes: 1")


def test_another_form_of_addresses_is_refused(published: Published) -> None:
    result = project.build(published.tree, "--no-directory-urls")
    assert_refused(published, result, "mkdocs.yml:1:1: ", "kết thúc bằng “/”", "end with “/” only")


def test_snippets_reach_no_other_file(published: Published) -> None:
    page = published.tree / PAGE
    page.write_text(f'{page.read_text("utf-8")}\n--8<-- "mkdocs.yml"\n', "utf-8")
    assert_refused(published, project.build(published.tree), "mkdocs.yml")


def test_wrong_calls_on_several_pages_come_in_one_build(published: Published) -> None:
    first = _append(published.tree / PAGE, "{{ lessons(1999) }}")
    second = _append(published.tree / PAGE, '{{ term("nobody-knows") }}')
    third = _append(published.tree / ENGLISH_PAGE, "{{ lessons(2031 }}")
    said = (f"{PAGE}:{first}:", f"{PAGE}:{second}:", f"{ENGLISH_PAGE}:{third}:", "Mistakes: 3")
    assert_refused(published, project.build(published.tree), *said)


def test_an_unknown_macro_hides_no_other_mistake_of_its_page(published: Published) -> None:
    first = _append(published.tree / PAGE, "{{ lesons(2031) }}")
    second = _append(published.tree / PAGE, '{{ term("nobody-knows") }}')
    assert_refused(published, project.build(published.tree), f"{PAGE}:{first}:", f"{PAGE}:{second}:", "Mistakes: 2")


def test_a_broken_link_on_a_page_keeps_the_published_site(published: Published) -> None:
    page = published.tree / PAGE
    page.write_text(f"{page.read_text('utf-8')}\n[đi đâu](nowhere.md)\n", "utf-8")
    assert_refused(published, project.build(published.tree), "nowhere.md")


WRONG_PAGES = [
    Wrong(
        "link to nowhere",
        Edit("docs/vi/method.md", "\n\n## ", "\n\nXem [đi đâu](¦it's.md).\n\n## "),
        "Liên kết “it's.md” không dẫn tới tệp nào",
        "The link “it's.md” leads to no file",
    ),
    Wrong(
        "image that is missing",
        Edit("docs/en/method.md", "\n\n## ", "\n\n![A picture](¦missing.svg)\n\n## "),
        "Liên kết “missing.svg” không dẫn tới tệp nào",
        "The link “missing.svg” leads to no file",
    ),
    Wrong(
        "link without .md",
        Edit("docs/vi/downloads.md", "\n\n## ", "\n\n[Phương pháp](¦method)\n\n## "),
        "Có phải bạn muốn viết “method.md”?",
        "Did you mean “method.md”?",
    ),
    Wrong(
        "link from the root",
        Edit("docs/en/downloads.md", "\n\n## ", "\n\n[Method](¦/method/)\n\n## "),
        "Liên kết “/method/” bắt đầu bằng dấu `/`",
        "The link “/method/” begins with `/`",
    ),
    Wrong(
        "header without a colon",
        Edit("docs/vi/index.md", "title: Trang", "¦title Trang"),
        "Đầu trang thiếu `title:`, `description:`",
        "The header lacks `title:`, `description:`",
    ),
    Wrong(
        "unknown key in the header",
        Edit("docs/vi/figures.md", "\ntitle:", "\n¦hid: [toc]\ntitle:"),
        "Đầu trang không có khóa nào tên “hid”; có: title, description, hide. Có phải bạn muốn viết “hide”?",
        "The header has no key “hid”",
    ),
    Wrong(
        "call in the header",
        Edit("docs/en/figures.md", "\ntitle: ", "\n¦title: '{{ count(\"figures\") }}' # "),
        "Đầu trang không gọi macro được",
        "The header of a page cannot call macros",
    ),
    Wrong(
        "another id of a heading",
        Edit("docs/vi/contribute/translations.md", "\n## ", "\n## Một mục {: #khac }\n\n## ", "¦## Một mục {: #khac }"),
        "Hai trang cần cùng thứ tự tiêu đề, cùng mã. Ở đây: “## Một mục {: #khac }”",
        "Both pages need the same headings in order, with the same ids",
    ),
    Wrong(
        "page that is not there",
        Edit("mkdocs.yml", "vi/glossary.md", "¦vi/glosary.md"),
        "`nav` có “vi/glosary.md” mà docs/ không có tệp này",
        "`nav` has “vi/glosary.md” and docs/ has no such file",
    ),
]
ONE_LANGUAGE = ("Trang này thiếu bản ở ngôn ngữ kia: cần docs/en/alone.md", "expected docs/en/alone.md")
NOT_IN_NAV = ("Trang này chưa có trong `nav`", "This page is not in `nav`")


def test_every_mistake_of_pages_is_reported_in_one_build(published: Published) -> None:
    places = [wrong.edit.apply(published.tree) for wrong in WRONG_PAGES]
    (published.tree / "docs/vi/alone.md").write_text("---\ntitle: Một\ndescription: Hai\n---\n\n# Một\n", "utf-8")
    result = project.build(published.tree)
    said = [phrase for wrong in WRONG_PAGES for phrase in (wrong.vi, wrong.en)]
    assert_refused(published, result, *(f"{place}: " for place in places), *said, *ONE_LANGUAGE, *NOT_IN_NAV)
    # The glossary is not in the navigation either, now that its line is wrong.
    assert f"Mistakes: {len(places) + 3}; " in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("¦downloads.md#khong-co", "trang docs/vi/downloads.md không có mục nào mang mã “khong-co”"),
        ("¦glossary.md#khong-co", "trang docs/vi/glossary.md không có mục nào mang mã “khong-co”"),
        ("¦#khong-co", "nothing on the page docs/vi/method.md has the id “khong-co”"),
    ],
)
def test_a_link_to_a_heading_that_is_not_there_is_refused(published: Published, link: str, said: str) -> None:
    good = "[thuật ngữ](glossary.md#tccsd)"  # a macro makes this one
    place = Edit(PAGE, "\n\n## ", f"\n\n{good} [đi đâu]({link})\n\n## ").apply(published.tree)
    assert_refused(published, project.build(published.tree), f"{place}: ", said, "Mistakes: 1;")


def test_a_page_that_one_language_lost_is_reported_once(published: Published) -> None:
    """The links to it in its own language, and its line in the navigation, are right."""
    (published.tree / ENGLISH_PAGE).unlink()
    said = (f"{PAGE}:1:1: ", "Trang này thiếu bản ở ngôn ngữ kia: cần docs/en/method.md", "Mistakes: 1;")
    assert_refused(published, project.build(published.tree), *said)


def test_a_picture_that_one_language_lost_is_reported(published: Published) -> None:
    (published.tree / "docs/en/contribute/path.svg").unlink()
    said = ("docs/en/contribute/index.md:", "Liên kết “path.svg” không dẫn tới tệp nào", "Mistakes: 1;")
    assert_refused(published, project.build(published.tree), *said)


def test_a_page_in_another_encoding_is_refused(published: Published) -> None:
    page = published.tree / PAGE
    page.write_text(page.read_text("utf-8"), "utf-16")
    said = (f"{PAGE}:1:1: ", "Tệp không phải UTF-8", "The file is not UTF-8", "Mistakes: 1;")
    assert_refused(published, project.build(published.tree), *said)


def test_a_full_disk_keeps_the_published_site(published: Published) -> None:
    # Files may grow to so many bytes only, as where a disk or quota is used up in the middle of one.
    _append(published.tree / PAGE, "Một dòng nữa.")
    limited = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (100_000, 100_000))
    result = project.build(published.tree, before=limited)
    assert_refused(published, result, "đĩa hoặc hạn mức đã đầy", "the disk or quota is full")


@pytest.mark.parametrize("fault", ["unreadable page", "unreadable data", "folder that cannot be written to"])
def test_missing_permissions_keep_the_published_site(published: Published, fault: str) -> None:
    path, mode = {
        "unreadable page": (published.tree / PAGE, 0o000),
        "unreadable data": (published.tree / MEETING, 0o000),
        "folder that cannot be written to": (published.tree, 0o555),
    }[fault]
    _append(published.tree / ENGLISH_PAGE, "One more line.")
    kept = path.stat().st_mode
    path.chmod(mode)
    try:
        result = project.build(published.tree, before=_without_privileges)
    finally:
        path.chmod(kept)
    assert_refused(published, result, path.name, "Permission denied" if fault == "unreadable data" else "No permission")


def _without_privileges() -> None:
    """Makes permissions bind the superuser too: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH are dropped."""
    libc = ctypes.CDLL(None)
    for capability in (1, 2):
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP; others have nothing to drop


def test_a_fixed_project_replaces_the_published_site(published: Published) -> None:
    edit = Edit(MEETING, "en: afternoon", "en: ¦late afternoon")
    edit.apply(published.tree)
    result = project.build(published.tree)
    assert result.returncode == 0, result.stderr
    changed = {name for name, digest in published.now.items() if published.before.get(name) != digest}
    assert "en/meetings/2030-06-12/index.html" in changed
    assert "meetings/2030-06-12/index.html" not in changed
    assert published.now.keys() == published.before.keys()
    assert published.leftovers == []
    published.before = published.now
