"""What editors and maintainers run.

Each module is one command but `findings`, `revisions`, `terminal` and `web`.
"""
