"""The archive, its views, and the two places where they meet MkDocs: `define_env` here and `build/hooks.py`."""

from typing import Any


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once a build: offers the macros of `authoring.py` to the pages."""
    from macros.build.build import current

    for name, macro in current().authoring.macros.items():
        env.macro(macro, name)
