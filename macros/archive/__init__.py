"""The archive: every record with its relations both ways, and what can be known of it as a whole."""

from macros.archive.archive import Archive

__all__ = ["Archive"]
