"""What a build takes from `mkdocs.yml`, for what knows nothing of MkDocs."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from macros.assets import browser_packages
from macros.pages.pictures.packages_picture import CONTRACTS
from macros.speed.build_inputs import BuildInputs
from macros.speed.cache import Cache

_CODE = Path(__file__).resolve().parent.parent


def root(config: MkDocsConfig) -> Path:
    """The project's folder."""
    return Path(config.config_file_path).absolute().parent  # ProperDocs has it as it was given


def overrides(config: MkDocsConfig) -> Path:
    """The folder of the frame and its assets, as MkDocs names the files in it: without `..`."""
    return Path(os.path.normpath(str(config.theme.custom_dir)))


def cache(config: MkDocsConfig) -> Cache:
    """Where the builds of a project keep what is slow to make."""
    return Cache(root(config) / ".cache")


def snippet_paths(config: MkDocsConfig) -> list[Path]:
    """The files and folders that pages take snippets from."""
    return [Path(path) for path in config.mdx_configs["pymdownx.snippets"]["base_path"]]


def sources(config: MkDocsConfig) -> list[Path]:
    """The folders that a build reads, and what git and builds keep next to them: nothing is ever written there."""
    others = [root(config) / name for name in ("data", "translations", "summaries", "schemas", ".git", ".cache")]
    return [Path(config.docs_dir), Path(str(config.theme.custom_dir)), _CODE, *snippet_paths(config), *others]


def inputs(config: MkDocsConfig) -> BuildInputs:
    """Everything that can change a byte of the site; raises OSError where it cannot be read."""
    return BuildInputs.of(
        root(config),
        pages=[Path(config.docs_dir), *snippet_paths(config)],
        code=[Path(config.config_file_path).absolute(), _CODE, CONTRACTS, overrides(config)],
        settings=repr(
            [
                *(config.site_url, config.repo_url, config.strict, sorted(config.extra.items()), config.theme.name),
                browser_packages.lock(),
            ]
        ),
    )
