"""Corrections in public: what changes in a real repository is logged once and stands on the site as it was and is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from macros.checks.loading import examine
from macros.commands.log_corrections import MANY, reason_of, reasons_of
from macros.records import CORRECTION
from macros.text.language import Language
from tests.site.atom_rules import ATOM, broken
from tests.support.built_site import Site
from tests.support.html_reader import Element
from tests.support.project import ROOT, SITE_URL, SMALL, build, copy_small

MEETING = "data/meetings/2030-06-12.yml"
PAGE = "meetings/2030-06-12/"
CAREFUL = f"{PAGE}#careful-planning"


class Repository:
    """The data in a repository, edited on days after it was published."""

    def __init__(self, tree: Path) -> None:
        self.tree = tree
        self.git("init", "-q", "-b", "main")
        self.commit("Bắt đầu", "2032-03-01T08:00:00+07:00")

    def git(self, *arguments: str, time: str = "2032-05-01T08:00:00+07:00") -> str:
        dates = {"GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time}
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
        run = subprocess.run(command, cwd=self.tree, env=os.environ | dates, check=True, capture_output=True, text=True)
        return run.stdout.strip()

    def commit(self, message: str, time: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message, time=time)

    def edit(self, old: str, new: str, message: str, time: str, file: str = MEETING) -> None:
        path = self.tree / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        self.commit(message, time)

    def record(self, *arguments: str, **settings: str) -> str:
        run = subprocess.run(
            [sys.executable, "-m", "macros.commands.log_corrections", *arguments],
            cwd=self.tree,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | settings,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout

    @property
    def log(self) -> dict[str, Any]:
        files = sorted((self.tree / "data/corrections").glob("*.yml"))
        return {file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in files}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The data of the small archive, before anything was logged."""
    for part in ("data", "translations"):
        shutil.copytree(SMALL / part, tmp_path / part)
    shutil.rmtree(tmp_path / "data/corrections")
    (tmp_path / "data/additions.yml").unlink()
    return Repository(tmp_path)


def test_each_change_is_logged_once_with_its_day_and_reason(repository: Repository) -> None:
    repository.edit("thận trọng, chặt chẽ", "cẩn thận, chặt chẽ", "Trước ngày công bố", "2032-03-14T08:00:00+07:00")
    # Half past eleven at night in Europe is the next day in Vietnam.
    message = "Merge pull request #12 from lan/sua\n\nNguồn in là “rất cẩn thận”: sửa"
    repository.edit("phải cẩn thận, chặt chẽ", "phải rất cẩn thận, chặt chẽ", message, "2032-05-01T23:30:00+01:00")
    repository.edit("by: dang-khai-minh", "by: h-mai-ksor", "Đúng người nói", "2032-05-05T08:00:00+07:00")
    assert "Số đính chính đã ghi: 2." in repository.record()
    first, second = repository.log.values()
    assert list(repository.log) == [
        "2032-05-02-meetings-2030-06-12-careful-planning",
        next(name for name in repository.log if name.startswith("2032-05-05-meetings-2030-06-12-")),
    ]
    assert first["date"] == "2032-05-02"
    assert first["commit"] == repository.git("rev-parse", "HEAD^")
    assert first["reason"] == {"vi": "Nguồn in là “rất cẩn thận”: sửa"}
    [change] = first["changes"]
    assert (change["what"], change["address"]) == ("changed", CAREFUL)
    assert "phải cẩn thận" in change["before"]["vi"] and "phải rất cẩn thận" in change["after"]["vi"]
    assert change["before"]["en"] == change["after"]["en"]
    [said] = second["changes"]
    assert (said["part"], said["before"]["vi"], said["after"]["vi"]) == ("by", "Đặng Khải Minh", "H’Mai Ksor")
    before = repository.log
    assert "Corrections logged: 0." in repository.record()
    repository.commit("Ghi đính chính", "2032-05-06T08:00:00+07:00")
    assert "Corrections logged: 0." in repository.record()
    assert repository.log == before
    assert [each for each in examine(repository.tree / "data")[1] if each.place.file.startswith("data/corr")] == []


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("value: 1240", "value: 20739", "1.240", "20.739"),
        ("value: 1240", "value: 124", "1.240", "124"),
        ("value: 1240", "value: 12.5", "1.240", "12,5"),
        ("as_of: 2030\n", "as_of: 2029\n", "2030", "2029"),
    ],
)
def test_a_corrected_number_is_logged_as_text(
    repository: Repository, old: str, new: str, before: str, after: str
) -> None:
    """The archive reads the log again: without quotes YAML takes 20.739 for a number."""
    repository.edit(old, new, "Sửa số liệu", "2032-05-01T08:00:00+07:00")
    repository.record()
    records, problems = examine(repository.tree / "data")
    assert [str(each) for each in problems if each.place.file.startswith("data/corr")] == []
    [entry] = records[CORRECTION].values()
    said = [(each.before.vi, each.after.vi) for each in entry.changes if each.before and each.after]
    assert (before, after) in said


def test_back_and_forth_is_three_corrections(repository: Repository) -> None:
    for day, (old, new) in enumerate([("briefing", "training"), ("training", "briefing"), ("briefing", "training")], 1):
        repository.edit(f"form: {old}", f"form: {new}", f"Lần {day}", f"2032-05-0{day}T08:00:00+07:00")
        repository.record()
        repository.commit("Ghi đính chính", f"2032-05-0{day}T09:00:00+07:00")
    assert [entry["changes"][0]["after"]["en"] for entry in repository.log.values()] == [
        "Training",
        "Briefing",
        "Training",
    ]


def test_back_and_forth_on_one_day_is_three_corrections(repository: Repository) -> None:
    for hour, (old, new) in enumerate([("briefing", "training"), ("training", "briefing"), ("briefing", "training")]):
        repository.edit(f"form: {old}", f"form: {new}", f"Lần {hour}", f"2032-05-01T{hour + 10}:00:00+07:00")
        repository.record()
        repository.commit("Ghi đính chính", f"2032-05-01T{hour + 10}:30:00+07:00")
    assert sorted(entry["reason"]["vi"] for entry in repository.log.values()) == ["Lần 0", "Lần 1", "Lần 2"]


def test_a_commit_that_was_made_before_what_it_is_laid_upon_is_logged(repository: Repository) -> None:
    repository.edit("form: briefing", "form: training", "Sau ngày công bố", "2032-05-01T08:00:00+07:00")
    repository.edit("thận trọng, chặt chẽ", "cẩn thận, chặt chẽ", "Làm từ trước", "2032-02-20T08:00:00+07:00")
    assert "Corrections logged: 2." in repository.record()


def test_a_link_that_was_fixed_hinders_nothing(repository: Repository) -> None:
    repository.edit("form: briefing", "form: training", "Sửa", "2032-05-01T08:00:00+07:00")
    link = repository.tree / "data/meetings/2020-01-01.yml"
    link.symlink_to("/etc/passwd")
    repository.commit("Liên kết", "2032-05-02T08:00:00+07:00")
    link.unlink()
    repository.commit("Bỏ liên kết", "2032-05-03T08:00:00+07:00")
    assert "Corrections logged: 1." in repository.record()


def test_what_is_added_or_ordered_is_no_correction(repository: Repository) -> None:
    time = "2032-05-01T08:00:00+07:00"
    repository.edit("topics: [cadres, documents]", "topics: [documents, cadres]", "Thứ tự", time)
    text = "  - id: new-one\n    text:\n      vi: Thêm.\n      en: More.\n    topics: [methods]\n    source: s2\n"
    repository.edit("results:\n", f"results:\n{text}", "Thêm", time)
    assert "Corrections logged: 0." in repository.record()
    assert repository.log == {}


def test_a_first_translation_is_no_correction_and_the_log_holds_no_english_that_there_was_not(
    repository: Repository,
) -> None:
    vi, en = "      vi: Khó quy hoạch đội ngũ cán bộ trẻ.\n", "      en: Planning of young cadres.\n"
    repository.edit(en, "", "Bỏ tiếng Anh", "2032-05-01T08:00:00+07:00")
    repository.edit("quy hoạch đội ngũ cán bộ trẻ", "quy hoạch cán bộ trẻ", "Sửa", "2032-05-02T08:00:00+07:00")
    repository.edit(vi := vi.replace("đội ngũ ", ""), vi + en, "Dịch", "2032-05-03T08:00:00+07:00")
    assert "Corrections logged: 2." in repository.record()
    [removed], [changed] = (entry["changes"] for entry in repository.log.values())
    before = {"vi": "Khó quy hoạch đội ngũ cán bộ trẻ.", "en": "Planning of young cadres."}
    assert (removed["before"], removed["after"]) == (before, {"vi": before["vi"]})
    assert (changed["before"], changed["after"]) == ({"vi": before["vi"]}, {"vi": "Khó quy hoạch cán bộ trẻ."})


def test_what_cannot_be_read_is_reported_with_the_next_that_can(repository: Repository) -> None:
    repository.edit("level: regional", "level: regionl", "Hỏng", "2032-05-01T08:00:00+07:00")
    repository.edit("form: briefing", "form: training", "Hỏng nữa", "2032-05-02T08:00:00+07:00")
    repository.edit("level: regionl", "level: regional", "Mở lại được", "2032-05-03T08:00:00+07:00")
    repository.record()
    [entry] = repository.log.values()
    assert entry["reason"] == {"vi": "Mở lại được"}
    assert entry["changes"][0]["part"] == "form"


def _edit_many(repository: Repository, files: list[str], message: str, time: str) -> None:
    """Give each of the documents a note, in one commit."""
    for name in files:
        path = repository.tree / f"data/documents/{name}.yml"
        path.write_text(f"{path.read_text('utf-8')}notes:\n  - vi: Ghi chú {message[:3]}.\n", "utf-8")
    repository.commit(message, time)


def _documents(repository: Repository) -> list[str]:
    """The documents of the small archive that have no notes yet."""
    files = sorted((repository.tree / "data/documents").glob("*.yml"))
    return [file.stem for file in files if "\nnotes:" not in file.read_text("utf-8")]


def test_a_commit_that_corrects_much_is_one_entry_with_a_reason_for_each_page(repository: Repository) -> None:
    first, second, *others = _documents(repository)
    message = f"Ghi chú theo nguồn\n\ndata/documents/{first}.yml: nguồn thứ hai\n- documents/{second}: in lại\nKý: x"
    _edit_many(repository, [first, second, *others], message, "2032-05-01T08:00:00+07:00")
    repository.record()
    [entry] = repository.log.values()
    assert len(entry["changes"]) >= MANY
    assert entry["reason"] == {"vi": "Ghi chú theo nguồn"}
    reasons = {each["page"]: each["reason"]["vi"] for each in entry["reasons"]}
    assert reasons.keys() == {each["address"] for each in entry["changes"]}
    assert reasons.pop(f"documents/{first}/") == "nguồn thứ hai"
    assert reasons.pop(f"documents/{second}/") == "in lại"
    assert set(reasons.values()) == {"Ghi chú theo nguồn"}


def test_what_is_corrected_on_one_day_is_one_entry_where_it_is_much(repository: Repository) -> None:
    files = _documents(repository)
    for number, name in enumerate(files):
        _edit_many(repository, [name], f"Lần {number}", f"2032-05-01T{number + 8:02}:00:00+07:00")
    repository.edit("form: briefing", "form: training", "Hôm sau", "2032-05-02T08:00:00+07:00")
    assert "Số đính chính đã ghi: 2." in repository.record()
    much, single = repository.log.values()
    assert much["reason"] == {"vi": "Sửa nhiều bản ghi trong một ngày", "en": "Many records corrected on one day"}
    assert [each["reason"]["vi"] for each in much["reasons"]] == [f"Lần {number}" for number in range(len(files))]
    assert "reasons" not in single and single["reason"] == {"vi": "Hôm sau"}
    repository.commit("Ghi đính chính", "2032-05-03T08:00:00+07:00")
    assert "Corrections logged: 0." in repository.record()
    assert [each for each in examine(repository.tree / "data")[1] if each.place.file.startswith("data/corr")] == []


def test_a_line_of_the_message_is_the_reason_for_its_file_also_where_few_are_corrected(repository: Repository) -> None:
    repository.edit(
        "form: briefing", "form: training", "Sửa\n\nmeetings/2030-06-12: báo in", "2032-05-01T08:00:00+07:00"
    )
    repository.record()
    [entry] = repository.log.values()
    assert entry["reasons"] == [{"page": PAGE, "reason": {"vi": "báo in"}}]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("meetings/2030-06-12: báo in ngày 12", "báo in ngày 12"),
        ("data/meetings/2030-06-12.yml: báo in ngày 12", "báo in ngày 12"),
        ("* meetings/2030-06-12/: báo in ngày 12", "báo in ngày 12"),
        ("meetings: mọi hội nghị", "mọi hội nghị"),
        ("meetings/2030-06: báo in", None),
        ("meetings/2030-06-12:", None),
        ("Signed-off-by: Lan <lan@example.org>", None),
        ("https://example.org: nguồn", None),
        ("Theo meetings/2030-06-12: báo in", None),
    ],
)
def test_which_lines_are_reasons_for_a_file(line: str, reason: str | None) -> None:
    assert reasons_of(f"Sửa\n\n{line}\n", [PAGE]).get(PAGE) == reason
    assert reasons_of(line, [PAGE]) == {}  # the first line is the reason for all


def _add_meetings(repository: Repository, number: int, time: str) -> list[str]:
    """Add copies of a meeting on other days, in one commit."""
    text = (repository.tree / MEETING).read_text("utf-8")
    days = [f"2030-07-{day:02}" for day in range(1, number + 1)]
    for day in days:
        (repository.tree / f"data/meetings/{day}.yml").write_text(text.replace("2030-06-12", day), "utf-8")
    repository.commit(f"Thêm {number} hội nghị", time)
    return [f"meetings/{day}/" for day in days]


@pytest.mark.parametrize("number", [1, MANY])
def test_meetings_that_came_at_once_are_logged_as_one_addition(repository: Repository, number: int) -> None:
    pages = _add_meetings(repository, number, "2032-05-01T08:00:00+07:00")
    repository.record()
    file = repository.tree / "data/additions.yml"
    [addition] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)["additions"]
    assert (addition["date"], sorted(addition["pages"])) == ("2032-05-01", pages)
    written = file.read_text("utf-8")
    repository.commit("Ghi", "2032-05-02T08:00:00+07:00")
    repository.record()
    assert file.read_text("utf-8") == written
    assert [each for each in examine(repository.tree / "data")[1] if each.place.file == "data/additions.yml"] == []


def test_without_git_it_is_said_what_is_needed(tmp_path: Path) -> None:
    """A ZIP that was downloaded, and a machine without git."""
    tree = copy_small(tmp_path / "zip")
    for path in (os.environ["PATH"], str(tmp_path)):
        run = subprocess.run(
            [sys.executable, "-m", "macros.commands.log_corrections"],
            cwd=tree,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PATH": path, "GIT_CEILING_DIRECTORIES": str(tmp_path)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode == 1
        assert run.stderr.splitlines()[1].startswith("This command needs git and a clone of the repository")


def test_the_forge_keeps_log_and_translations_on_the_branch_it_is_reported(
    repository: Repository, tmp_path: Path
) -> None:
    forge = tmp_path / "forge.git"
    repository.git("init", "-q", "--bare", str(forge))
    repository.git("remote", "add", "origin", str(forge))
    (repository.tree / ".git/info/exclude").write_text("forge.git\n")
    repository.edit("form: briefing", "form: training", "Sửa", "2032-05-01T08:00:00+07:00")
    repository.edit("en: afternoon", "en: in the afternoon", "Dịch", "2032-05-01T09:00:00+07:00")
    repository.record("--push", "main", REASON='Theo nguồn: "tập huấn" #1')
    kept = repository.git("--git-dir", str(forge), "show", "--stat", "--format=%s", "main")
    assert kept.startswith(
        "Ghi đính chính, bản dịch, chữ máy sửa / Record corrections, translations and fixes [skip ci]"
    )
    assert "data/corrections/2032-05-01-meetings-2030-06-12.yml" in kept
    assert "translations/meetings/2030-06-12.json" in kept
    entries = repository.log.values()
    assert [entry["reason"] for entry in entries] == [{"vi": 'Theo nguồn: "tập huấn" #1'}] * 2
    assert {entry["changes"][0]["part"] for entry in entries} == {"form", "time_of_day"}


def test_the_ids_that_editors_complete_are_renewed(repository: Repository, tmp_path: Path) -> None:
    forge = tmp_path / "forge.git"
    repository.git("init", "-q", "--bare", str(forge))
    repository.git("remote", "add", "origin", str(forge))
    (repository.tree / ".git/info/exclude").write_text("forge.git\n")
    ids, form = Path("schemas/ids.json"), Path(".gitlab/issue_templates/Meeting.md")
    for file in (ids, form):
        (repository.tree / file).parent.mkdir(parents=True)
    (repository.tree / ids).write_text("{}\n", "utf-8")
    (repository.tree / form).write_text("<!-- codes: topics -->\n<!-- /codes -->\n", "utf-8")
    topic = "new-topic:\n  name:\n    vi: Chủ đề mới\n    en: New topic\n  scope:\n    vi: Một.\n    en: One.\n"
    with (repository.tree / "data/topics.yml").open("a", encoding="utf-8") as topics:
        topics.write(topic)
    repository.commit("Thêm chủ đề", "2032-05-01T08:00:00+07:00")
    repository.record("--push", "main")
    assert '"new-topic"' in repository.git("--git-dir", str(forge), "show", f"main:{ids.as_posix()}")
    kept = repository.git("--git-dir", str(forge), "show", f"main:{form.as_posix()}")
    assert "- [ ] Chủ đề mới / New topic (new-topic)" in kept
    assert repository.record() == repository.record()  # a second run has nothing to renew


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("Sửa ngày họp\n\nTheo báo.", "Sửa ngày họp"),
        ("Merge pull request #12 from a/b\n\nSửa ngày họp\n", "Sửa ngày họp"),
        ("Merge branch 'sua' into 'main'\n\nSửa ngày\n\nSee merge request nhom/kho!3", "Sửa ngày"),
        ("Merge branch 'sua'", "Merge branch 'sua'"),
        ("\n  Sửa \t ngày\x1b[31m\u202e ", "Sửa ngày[31m"),
        ("", "…"),
        ("x" * 500, "x" * 300),
    ],
)
def test_the_reason_is_what_the_message_says_first(message: str, reason: str) -> None:
    assert reason_of(message) == reason


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site after some corrections, one of them of a page that moved later."""
    tree = copy_small(tmp_path_factory.mktemp("corrected") / "kho")
    shutil.rmtree(tree / "data/corrections")
    repository = Repository(tree)
    repository.edit("phải thận trọng, chặt chẽ", "phải chặt chẽ", "Bỏ <b>một</b> chữ", "2032-05-01T08:00:00+07:00")
    repository.edit("en: Planning of young", "en: The planning of young", "Tiếng Anh", "2032-05-02T08:00:00+07:00")
    redirects = repository.tree / "data/redirects.yml"
    with redirects.open("a", encoding="utf-8") as file:
        file.write(f"{PAGE}#management-staffing-quotas: {PAGE}#quotas\n")
    repository.edit("id: management-staffing-quotas", "id: quotas", "Đổi mã", "2032-05-03T08:00:00+07:00")
    repository.record()
    assert len(repository.log) == 3
    result = build(repository.tree, SITE_URL=SITE_URL)
    assert result.returncode == 0, result.stdout + result.stderr
    yield Site(repository.tree / "site", result.stdout)


def _text(element: Element) -> str:
    return re.sub(r"\s+", " ", element.text)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (Language.VI, ["Lý do: Bỏ <b>một</b> chữ", "phải thận trọng, chặt chẽ", "Chỉ lời tiếng Anh thay đổi."]),
        (Language.EN, ["The planning of young", "Only the Vietnamese wording changed.", "Moved to another address"]),
    ],
)
def test_the_page_of_corrections_holds_the_old_and_the_new_words(
    corrected: Site, language: Language, says: list[str]
) -> None:
    page = corrected.page("corrections/", language)
    text = _text(page.article)
    assert all(each in text for each in says), text
    days = [_text(heading) for heading in page.article.all("h2")]
    assert len(days) == 3 and days[0].startswith("3") and days[2].startswith("1")
    assert [_text(each) for each in page.article.all("del")][-1] == "thận trọng,"
    links = [link.get("href") for link in page.article.all("a")]
    assert any(link.endswith("meetings/2030-06-12/#careful-planning") for link in links)
    assert any(link.endswith("meetings/2030-06-12/#quotas") for link in links)


@pytest.mark.parametrize("language", Language)
def test_a_page_says_when_its_facts_were_last_corrected_and_what(corrected: Site, language: Language) -> None:
    [details] = corrected.page(PAGE, language).article.all("details", css="last-corrected")
    summary = _text(details.all("summary")[0])
    assert ("3-5-2032" if language is Language.VI else "3 May 2032") in summary
    assert len(details.all("div", css="difference")) == 3
    assert any("corrections/#2032-05-01" in link.get("href") for link in details.all("a"))
    other = corrected.page("meetings/2031-06-18/", language).article
    [never] = other.all("p", css="last-corrected")
    assert ("15-3-2032" if language is Language.VI else "15 March 2032") in _text(never)


@pytest.mark.parametrize("language", Language)
def test_the_feed_of_corrections_tells_them(corrected: Site, language: Language) -> None:
    text = (corrected.folder / f"{language.prefix}corrections/feed.xml").read_text("utf-8")
    assert broken(text) == []
    feed = ET.fromstring(text)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated", "")[:10] for entry in entries] == [
        "2032-05-03",
        "2032-05-02",
        "2032-05-01",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2032-05-03T00:00:00+07:00"
    assert entries[2].findtext(f"{ATOM}title") == "Bỏ <b>một</b> chữ"
    assert "phải <del>thận trọng,</del> chặt chẽ" in entries[2].findtext(f"{ATOM}content", "")
