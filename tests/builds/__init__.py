"""Builds: broken, killed, at once, after an edit, twice; and the preview."""
