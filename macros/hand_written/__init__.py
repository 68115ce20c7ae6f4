"""What the pages of `docs/` can ask of the archive."""
