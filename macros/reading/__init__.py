"""From the files of `data/` to records."""
