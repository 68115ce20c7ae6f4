"""Lists of records, laid on pages of which none grows with the archive."""
