"""The page of the form for editing, the same for every archive: `edit/`.

Without the package that reads YAML (`macros/commands/browser_packages.py`) it says how to edit on the forge.
"""

import json

from macros.assets import browser_packages
from macros.derived.editing import kinds
from macros.pages.data_pages import DataPage, Shown
from macros.records import both, in_both
from macros.text.language import all_words, word, words
from macros.views.adding import EDITING
from macros.views.rendering import View


def editing_page() -> DataPage:
    """The page."""
    return DataPage("editing", EDITING, _show)


def _show() -> Shown:
    title = all_words()["editing_title"]
    values = {"is_possible": browser_packages.is_installed(), "settings": _settings}
    description = in_both(lambda language: word("editing_description", language))
    return Shown(both(title["vi"], title["en"]), lambda: description, values)


def _settings(view: View) -> str:
    """What its scripts need to know, as JSON."""
    language = view.language
    used = words("editing_", language) | {"not_stated": word("not_stated", language)}
    known = {"words": used, "language": language.value, "root": view.root, "kinds": kinds()}
    return json.dumps({**known, "forge": view.repository.for_form}, ensure_ascii=False)
