"""Settings that users of Material know: which of them work on this site's pages, and which have no effect."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader, yaml_load
from yaml import CSafeLoader

_EMBLEM = "assets/images/emblem.svg"
_WORKING = {"name", "custom_dir", "favicon", "logo", "static_templates"}  # below `theme`
_WITHOUT_EFFECT = ("edit_uri", "edit_uri_template", "repo_name", "site_author", "site_description")
# What Material reads below `extra`, but for `social`; other entries are values for pages and macros.
_EXTRA = (
    "alternate",
    "analytics",
    "annotate",
    "consent",
    "generator",
    "homepage",
    "manifest",
    "status",
    "tags",
    "version",
)
_MESSAGE = (
    "mkdocs.yml: các mục sau không có tác dụng, vì trang dùng khung riêng trong overrides/: {names}. "
    "Xem docs/vi/contribute/settings.md.",
    "mkdocs.yml: these settings have no effect, for pages are drawn by our own frame in overrides/: {names}. "
    "See docs/en/contribute/settings.md.",
)


def drop_settings_without_effect(config: MkDocsConfig) -> str:
    """Take out addresses of other sites, which the policy forbids, and what the theme has where `mkdocs.yml` has none.

    Returns:
        A message in both languages that names all settings without effect; empty where there are none.
    """
    given = _given(config)
    named = given.get("theme")
    theme = named if isinstance(named, dict) else {}
    config.theme["favicon"] = theme.get("favicon") or _EMBLEM
    names = ", ".join(f"`{name}`" for name in _without_effect(config, given, theme))
    for addresses in (config.extra_css, config.extra_javascript):
        addresses[:] = [each for each in addresses if not urlsplit(str(each)).netloc]
    return "\n".join(text.format(names=names) for text in _MESSAGE) if names else ""


def _without_effect(config: MkDocsConfig, given: dict[str, Any], theme: dict[str, Any]) -> Iterator[str]:
    yield from (name for name in _WITHOUT_EFFECT if given.get(name))
    yield from (f"theme.{name}" for name in theme if name not in _WORKING)
    yield from (f"extra.{name}" for name in _EXTRA if name in config.extra)
    for name in ("extra_css", "extra_javascript"):
        yield from (f"{name}: {each}" for each in config[name] if urlsplit(str(each)).netloc)


def _given(config: MkDocsConfig) -> dict[str, Any]:
    """What `mkdocs.yml` says, without the defaults of MkDocs and of the theme."""
    with Path(config.config_file_path).open("rb") as file:
        return yaml_load(file, get_yaml_loader(CSafeLoader, config))
