"""The page of the form for editing, the same for every archive: `edit/`.

Without the package that reads YAML (`macros/commands/browser_packages.py`) it says how to edit on the forge.
"""

import json

from macros.assets import browser_packages
from macros.derived.editing import kinds
from macros.pages.data_pages import DataPage, Shown
from macros.records import both, in_both
from macros.text.language import Language, all_words, word, words

PATH = "edit/"


def editing_page() -> DataPage:
    """The page."""
    return DataPage("editing", PATH, _show)


def _show() -> Shown:
    said = all_words()["editing_title"]
    values = {"is_possible": browser_packages.is_installed(), "settings": _settings}
    description = in_both(lambda language: word("editing_description", language))
    return Shown(both(said["vi"], said["en"]), lambda: description, values)


def _settings(language: Language, root: str) -> str:
    """What its scripts need to know, as JSON."""
    said = words("editing_", language) | {"not_stated": word("not_stated", language)}
    return json.dumps(
        {"words": said, "language": language.value, "root": root, "kinds": kinds()},
        ensure_ascii=False,
    )
