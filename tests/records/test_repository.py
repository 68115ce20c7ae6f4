"""Links to the forge: the line of a fact and the form for a mistake, as each kind of forge writes them."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from macros.data.problems import Place, Refused
from macros.views.repository import Forge, Report, Repository

PLACE = Place("data/people.yml", 12, 3)
PAGE = Place("docs/vi/method.md")
REPORT = Report("Báo lỗi: a/#b", "https://kho.vn/a/#b", "100 % & “đúng”?", "Nội dung: 100 % & “đúng”?\nĐịa chỉ: …\n")


def _repository(url: str, branch: str = "main", forge: str = "", contact: str = "") -> Repository:
    return Repository.configured(url, branch, forge, contact, "https://kho.vn/")


@pytest.mark.parametrize(
    ("url", "branch", "forge", "address"),
    [
        ("https://github.com/a/b", "main", "", "https://github.com/a/b/blob/main/data/people.yml#L12"),
        ("https://github.com/a/b/", "main", "", "https://github.com/a/b/blob/main/data/people.yml#L12"),
        ("https://github.com/a/b", "sửa/x", "", "https://github.com/a/b/blob/s%E1%BB%ADa/x/data/people.yml#L12"),
        ("https://github.com/gitlab/b", "main", "", "https://github.com/gitlab/b/blob/main/data/people.yml#L12"),
        ("https://github.kho.vn/a/b", "main", "", "https://github.kho.vn/a/b/blob/main/data/people.yml#L12"),
        ("https://gitlab.com/a/b", "main", "", "https://gitlab.com/a/b/-/blob/main/data/people.yml#L12"),
        ("https://gitlab.com/a/nhom/b", "dev", "", "https://gitlab.com/a/nhom/b/-/blob/dev/data/people.yml#L12"),
        ("https://gitlab.kho.vn:8443/a", "m", "", "https://gitlab.kho.vn:8443/a/-/blob/m/data/people.yml#L12"),
        ("https://git.kho.vn/a/b", "main", "gitlab", "https://git.kho.vn/a/b/-/blob/main/data/people.yml#L12"),
        ("https://git.kho.vn/a/b", "main", "github", "https://git.kho.vn/a/b/blob/main/data/people.yml#L12"),
        ("https://gitlab.kho.vn/a/b", "main", "gitea", "https://gitlab.kho.vn/a/b/src/branch/main/data/people.yml#L12"),
        ("https://codeberg.org/a/b", "main", "", "https://codeberg.org/a/b/src/branch/main/data/people.yml#L12"),
        ("", "main", "", ""),
        ("", "main", "gitlab", ""),
    ],
)
def test_the_address_of_a_line(url: str, branch: str, forge: str, address: str) -> None:
    assert _repository(url, branch, forge).line(PLACE) == address


@pytest.mark.parametrize(
    ("forge", "address"),
    [
        ("github", "https://git.kho.vn/a/b/blob/main/docs/vi/method.md?plain=1#L1"),
        ("gitlab", "https://git.kho.vn/a/b/-/blob/main/docs/vi/method.md?plain=1#L1"),
        ("gitea", "https://git.kho.vn/a/b/src/branch/main/docs/vi/method.md?display=source#L1"),
    ],
)
def test_a_page_is_shown_as_source(forge: str, address: str) -> None:
    assert _repository("https://git.kho.vn/a/b", forge=forge).line(PAGE) == address


@pytest.mark.parametrize(
    ("forge", "path", "fields"),
    [
        (
            "github",
            "/a/b/issues/new",
            {
                "template": "correction.yml",
                "title": REPORT.subject,
                "address": REPORT.address,
                "text": REPORT.text,
            },
        ),
        ("gitlab", "/a/b/-/issues/new", {"issue[title]": REPORT.subject, "issue[description]": REPORT.body}),
        ("gitea", "/a/b/issues/new", {"title": REPORT.subject, "body": REPORT.body}),
    ],
)
def test_the_form_is_filled_in(forge: str, path: str, fields: dict[str, str]) -> None:
    parts = urlsplit(_repository("https://git.kho.vn/a/b", forge=forge).form(REPORT))
    assert parts.path == path
    assert parse_qs(parts.query, strict_parsing=True) == {name: [value] for name, value in fields.items()}
    assert "+" not in parts.query


def test_without_a_repository_there_is_no_form() -> None:
    assert _repository("").form(REPORT) == ""


@pytest.mark.parametrize(
    ("url", "forge", "contact", "said"),
    [
        ("https://git.kho.vn/a/b", "", "", "REPO_FORGE"),
        ("https://git.kho.vn/a/b", "svn", "", "“svn”"),
        ("git@github.com:a/b.git", "", "", "REPO_URL"),
        ("javascript:alert(1)", "", "", "REPO_URL"),
        ("", "", "nobody", "CONTACT_EMAIL"),
        ("", "", "a@b.vn?cc=c@d.vn,e", "CONTACT_EMAIL"),
        ("https://github.com/a/b", "", "a b@c.vn", "CONTACT_EMAIL"),
    ],
)
def test_an_unusable_setting_is_said_in_both_languages(url: str, forge: str, contact: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        _repository(url, forge=forge, contact=contact)
    [problem] = refused.value.problems
    assert problem.place.file == "mkdocs.yml"
    assert said in problem.vi
    assert said in problem.en


def test_every_forge_has_its_addresses() -> None:
    for forge in Forge:
        repository = Repository("https://git.kho.vn/a/b", "main", forge)
        assert repository.line(PAGE) and repository.form(REPORT)
