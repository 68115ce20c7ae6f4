"""What editors and maintainers run.

Each module is one command but `blank`, `check_formats`, `findings`, `key_order`, `revisions`, `showing` and `web`.
"""
