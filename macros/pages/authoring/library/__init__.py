"""The macros that authors call, a module for each group; `docs/*/contribute/macros.md` documents them.

A new macro is a function in one of them, and its description there; one that draws is a module of `pictures`.
"""

from macros.pages import pictures
from macros.pages.authoring.library import contributing, links, lists, reach, reviews
from macros.pages.authoring.macro import BLOCK, INLINE

MACROS = BLOCK | INLINE

__all__ = ["MACROS", "contributing", "links", "lists", "pictures", "reach", "reviews"]
