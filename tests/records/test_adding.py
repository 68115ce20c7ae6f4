"""The addresses behind the buttons *Add*: each forge's own, with the blank record in it where it can hold that."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from macros.text.language import Language
from macros.views.adding import ADDITIONS, PARTS
from macros.views.repository import LONGEST_ADDRESS, Forge, Repository

GITHUB = Repository("https://github.com/nhom/kho", "main", Forge.GITHUB)
GITLAB = Repository("https://gitlab.com/nhom/kho", "sửa/x", Forge.GITLAB)
GITEA = Repository("https://codeberg.org/nhom/kho", "main", Forge.GITEA)
NOWHERE = Repository()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["meeting", "document"])
@pytest.mark.parametrize(("repository", "page"), [(GITHUB, "new"), (GITEA, "_new")])
def test_a_new_file_is_opened_with_its_name_and_the_whole_blank_record(
    repository: Repository, page: str, name: str, language: Language
) -> None:
    opened = ADDITIONS[name].opened(repository, language)
    assert opened.is_filled
    assert len(opened.address.encode()) <= LONGEST_ADDRESS
    address = urlsplit(opened.address)
    assert address.path == f"/nhom/kho/{page}/main/data/{name}s"
    query = parse_qs(address.query, strict_parsing=True)
    assert query["value"] == [ADDITIONS[name].blank(language)]
    [file] = query["filename"]
    assert file.endswith(".yml") and file == file.removesuffix(".yml").upper() + ".yml"


def test_what_an_address_cannot_hold_is_to_be_pasted() -> None:
    far = Repository(f"https://github.com/{'x' * 2000}/kho", "main", Forge.GITHUB)
    opened = ADDITIONS["meeting"].opened(far, Language.VI)
    assert not opened.is_filled
    assert opened.address.endswith("/kho/new/main/data/meetings?filename=NAM-THANG-NGAY-MA-TINH.yml")


def test_gitlab_is_given_the_name_alone() -> None:
    opened = ADDITIONS["meeting"].opened(GITLAB, Language.EN)
    assert opened.how == "add_new"
    assert opened.address == (
        "https://gitlab.com/nhom/kho/-/new/s%E1%BB%ADa/x/data/meetings?file_name=YEAR-MONTH-DAY-PROVINCE.yml"
    )


@pytest.mark.parametrize(
    ("repository", "editor"),
    [
        (GITHUB, "https://github.com/nhom/kho/edit/main/data/"),
        (GITLAB, "https://gitlab.com/nhom/kho/-/edit/s%E1%BB%ADa/x/data/"),
        (GITEA, "https://codeberg.org/nhom/kho/_edit/main/data/"),
    ],
)
def test_a_list_and_a_meeting_are_opened_as_they_are(repository: Repository, editor: str) -> None:
    for name in ("person", "topic", "term"):
        opened = ADDITIONS[name].opened(repository, Language.VI)
        assert (opened.address, opened.how) == (f"{editor}{ADDITIONS[name].type.file}", "add_entry")
    for name in PARTS:
        opened = ADDITIONS[name].opened(repository, Language.VI, "data/meetings/2031-06-18.yml")
        assert (opened.address, opened.how) == (f"{editor}meetings/2031-06-18.yml", "add_part")


def test_without_a_forge_there_is_no_address() -> None:
    assert NOWHERE.new_file("data/meetings", "a.yml") == NOWHERE.editor("data/people.yml") == ""
