"""The archive, its views, and the two places where they meet MkDocs: `define_env` here and `build/hooks.py`."""

from typing import Any


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once a build, before anything is read: names the macros that pages have.

    What they show is made in `Authoring.environment`, which mkdocs-macros renders pages in.
    """
    from macros.pages.authoring.page_macros import BLOCK, INLINE

    for name, macro in {**BLOCK, **INLINE}.items():
        env.macro(macro, name)
