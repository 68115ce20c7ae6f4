"""Reads `data/` into records and relates them: every record with its relations both ways."""

from macros.archive.archive import Archive

__all__ = ["Archive"]
