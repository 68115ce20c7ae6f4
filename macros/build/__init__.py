"""One build with MkDocs, from its first event to the published folder, and the preview of `make serve`.

This package alone knows MkDocs, Material and Python-Markdown; `hooks.py` is where MkDocs enters.
"""
