"""The macros that authors call, a module for each group; `docs/*/contribute/macros.md` documents them.

A new macro is a function in one of them, and its description there.
"""

from macros.pages.authoring.library import contributing, links, lists, reviews
from macros.pages.authoring.macro import BLOCK, INLINE

MACROS = BLOCK | INLINE

__all__ = ["MACROS", "contributing", "links", "lists", "reviews"]
