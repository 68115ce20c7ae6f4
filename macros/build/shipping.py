"""What the site ships next to its pages: fonts, one stylesheet, scripts. Nothing of the theme's own.

The service worker is not among them: it is written when all else is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from macros.assets import fonts, stylesheets
from macros.assets.scripts import shipped
from macros.build import service_worker, settings
from macros.text.language import Language


def ship(files: Files, config: MkDocsConfig, names: Mapping[Language, str]) -> None:
    """Put the assets among the files of a build; raises `Refused` where the fonts are not installed.

    `names` is what the site calls itself in each language.
    """
    kept = settings.cache(config)
    own = settings.overrides(config) / "assets"
    style = own / "stylesheets" / "site.css"
    parts = stylesheets.parts(style)
    for file in list(files):
        if file.abs_src_path is None:  # made by the build
            continue
        path = Path(file.abs_src_path)
        if (
            path in parts
            or path.name == service_worker.FILE
            or (file.src_uri.startswith("assets/") and not path.is_relative_to(own))
        ):
            files.remove(file)
        elif path == style:
            file.content_string = stylesheets.shipped(style, fonts.stylesheet(kept), names)
        elif path.suffix == ".js" and path.is_relative_to(own):
            file.content_string = shipped(path)
    for address, content in fonts.files(kept).items():
        files.append(File.generated(config, address, content=content))
