"""What editors and maintainers run.

Each module is one command but `findings`, `formats`, `key_order`, `revisions`, `terminal` and `web`.
"""
