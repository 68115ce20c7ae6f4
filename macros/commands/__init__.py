"""What editors and maintainers run.

Each module is one command but `check_formats`, `findings`, `key_order`, `revisions`, `terminal` and `web`.
"""
