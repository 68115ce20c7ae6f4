"""What a new editor is given: the path of an edit with its picture, and the forms; in both languages, on each forge."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser

from macros.checks.loading import read_archive
from macros.text.language import Language, word
from macros.views.adding import ADDITIONS, LISTED, PARTS
from macros.views.repository import Report, Repository
from tests.support.built_site import Site
from tests.support.files import MEETING
from tests.support.project import ROOT, SMALL_DATA

GUIDES = {Language.VI: ROOT / "CONTRIBUTING.md", Language.EN: ROOT / "CONTRIBUTING.en.md"}
CHOOSER = ROOT / ".github/ISSUE_TEMPLATE/config.yml"
FORMS = [path for path in sorted(CHOOSER.parent.iterdir()) if path != CHOOSER]
_SAME_IN_BOTH = re.compile(r"[^/]+ \([a-z-]+\)")  # a place with its id
GITLAB = ROOT / ".gitlab"
REPORT = Report("Báo lỗi: a/#b", "https://kho.vn/a/#b", "chữ", "chữ")
# Words that a person presses or reads on the site, by how they are called in `words.yml`.
PRESSED = ("edit", "report", "report_mail")


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def _fields(form: Path) -> dict[str, dict[str, Any]]:
    return {field["id"]: field for field in _read(form)["body"] if "id" in field}


def _texts(form: Path) -> list[str]:
    """Everything that a person reads on a form."""
    loaded = _read(form)
    texts = [loaded["name"], loaded["description"], loaded["title"]]
    for field in loaded["body"]:
        attributes = field["attributes"]
        texts += [attributes[key] for key in ("label", "description", "value") if key in attributes]
        texts += attributes.get("options", [])
    return texts


@pytest.mark.parametrize(("schema", "files"), [("issue-forms", FORMS), ("issue-config", [CHOOSER])])
def test_forms_follow_githubs_schema(schema: str, files: list[Path]) -> None:
    program = Path(sys.executable).with_name("check-jsonschema")
    command = [str(program), "--builtin-schema", f"vendor.github-{schema}", *map(str, files)]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_there_is_a_form_for_each_thing_people_tell() -> None:
    assert {form.stem for form in FORMS} == {"correction", "edit", "meeting", "translation"}
    assert {path.stem.lower() for path in (GITLAB / "issue_templates").iterdir()} == {form.stem for form in FORMS}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_speaks_both_languages(form: Path) -> None:
    for text in _texts(form):
        if _SAME_IN_BOTH.fullmatch(text):
            continue
        vietnamese, slash, english = text.partition("/ ")
        assert slash and vietnamese.strip() and english.strip(), text


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_the_same_is_asked_on_gitlab(form: Path) -> None:
    asked = (GITLAB / f"issue_templates/{form.stem.capitalize()}.md").read_text("utf-8")
    for field in _fields(form).values():
        assert f"**{field['attributes']['label']}" in asked


def test_what_the_sites_links_fill_in_is_on_the_form() -> None:
    query = parse_qs(urlsplit(Repository("https://github.com/a/b").form(REPORT)).query)
    [form] = query.pop("template")
    assert query.pop("title")
    fields = _fields(ROOT / ".github/ISSUE_TEMPLATE" / form)
    assert query.keys() <= fields.keys()
    assert {fields[id]["type"] for id in query} <= {"input", "textarea"}  # the kinds that GitHub fills in
    known = Repository("https://github.com/a/b").for_form
    [template] = parse_qs(urlsplit(known["issue"]).query)["template"]
    title, change = known["issueFields"]
    assert (title, _fields(CHOOSER.parent / template)[change]["type"]) == ("title", "textarea")


def test_a_proposal_is_asked_the_same_on_both_forges() -> None:
    template = (ROOT / ".github/pull_request_template.md").read_text("utf-8")
    assert (GITLAB / "merge_request_templates/Default.md").read_text("utf-8") == template
    points = re.findall(r"^- \[ \] (.+)$", template, re.M)
    assert len(points) >= 3
    assert all(" / " in point for point in points)


@pytest.mark.parametrize("language", Language)
def test_the_guide_names_what_exists(language: Language) -> None:
    text = GUIDES[language].read_text("utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        assert (ROOT / target).exists(), target
    page = (ROOT / f"docs/{language}/contribute/index.md").read_text("utf-8")
    sections = [row.split("|")[-2].strip() for row in text.splitlines() if row.startswith("| ") and row.count("|") == 5]
    assert len(sections) == 6
    for section in sections[1:]:
        assert f"## {section} {{:" in page
    for key in PRESSED:
        assert f"**{word(key, language)}**" in text


def test_the_guides_say_the_same_in_both_languages() -> None:
    def shape(path: Path) -> list[str]:
        return [re.match(r"#*|[ ]*[*]|\d\.|\|", line)[0] for line in path.read_text("utf-8").splitlines() if line]  # type: ignore[index]

    assert shape(GUIDES[Language.VI]) == shape(GUIDES[Language.EN])


@pytest.mark.parametrize("language", Language)
def test_the_site_tells_the_same_path(live_site: Site, language: Language) -> None:
    article = live_site.page("contribute/", language).article
    path = GUIDES[language].read_text("utf-8").partition("[start:path]")[2]
    steps = re.findall(r"^\d\. \*\*(.+?)\*\*", path, re.M)
    assert len(steps) == 5
    for step in steps:
        assert step in article.text
    [picture] = article.all("img")
    assert len(picture.get("alt")) > 80


def _to_copy(language: Language, first: str) -> str:
    """The piece of YAML on the page that begins with this word, as somebody would copy it."""
    page = (ROOT / f"docs/{language}/contribute/index.md").read_text("utf-8")
    pieces = [textwrap.dedent(piece) for piece in re.findall(r"^ *```yaml\n(.+?)^ *```", page, re.M | re.S)]
    [piece] = [piece for piece in pieces if piece.startswith(f"{first}:")]
    return piece


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", [*LISTED, *PARTS])
def test_a_blank_record_is_copied_as_it_is_made(site: Site, name: str, language: Language) -> None:
    """What it holds is tested in `tests/records/test_blank.py`."""
    blanks = site.page("contribute/", language).article.all("pre", css="blank")
    [shown] = [blank for blank in blanks if blank.get("id") == f"blank-{name}"]
    [code] = shown.all("code")
    assert code.children == [ADDITIONS[name].blank(language)]


@pytest.mark.parametrize("language", Language)
def test_a_statement_can_be_added_by_copying_the_example(tmp_path: Path, language: Language) -> None:
    shutil.copytree(SMALL_DATA, tmp_path / "data")
    meeting = tmp_path / MEETING
    text = meeting.read_text("utf-8")
    example = _to_copy(language, "conclusions")
    # An editor copies it and names somebody and a topic of this archive.
    for old, new in (("by", "dang-khai-minh"), ("topics", "[methods]")):
        example, times = re.subn(rf"{old}: .+", f"{old}: {new}", example)
        assert times == 1
    meeting.write_text(text.replace("conclusions:\n", example, 1), "utf-8")
    before = read_archive(SMALL_DATA).statements_of(read_archive(SMALL_DATA).meetings["2030-06-12"])
    after = read_archive(tmp_path / "data")
    assert len(after.statements_of(after.meetings["2030-06-12"])) == len(before) + 1


@pytest.mark.parametrize("language", Language)
def test_the_picture_can_be_read(browser: Browser, language: Language) -> None:
    """Its words stay inside their boxes and the drawing, and it has a name and a description."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((ROOT / f"docs/{language}/contribute/path.svg").as_uri())
    outside = page.evaluate("""() => {
        const boxes = [...document.querySelectorAll("rect.box")].map(box => box.getBBox());
        const drawing = document.documentElement.viewBox.baseVal;
        return [...document.querySelectorAll("text")].filter(text => {
            const at = text.getBBox(), right = at.x + at.width;
            const box = boxes.find(box => at.y >= box.y && at.y < box.y + box.height && at.x < box.x + box.width);
            return right > (box ? box.x + box.width : drawing.width) - 4;
        }).map(text => text.textContent);
    }""")
    assert outside == []
    assert page.locator("text.what").count() == 5
    assert page.locator("svg > title").text_content()
    assert page.locator("svg > desc").text_content()
    context.close()
