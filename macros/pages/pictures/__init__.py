"""Pictures of the archive, drawn while the site is built: SVG from templates, a table next to each, no script.

A picture is a module with a macro of the same name, which works out what is where, and a template of that name in
`macros/templates/pictures/`, which draws it and has its words in both languages. Plain SVG serves better here than a
charting library: text stays text in the page's own font and colours, names stay links, and no axis is drawn that
figures of different units would share.
"""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from markupsafe import Markup

_modules = {each.name: import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__)}
# The function of each picture, by name; `drawing` only has measures for them.
PICTURES: dict[str, Callable[..., Markup]] = {
    name: getattr(module, name) for name, module in _modules.items() if name != "drawing"
}
