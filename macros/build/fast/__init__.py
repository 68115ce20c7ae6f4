"""Builds of many pages in little time; `macros/speed/__init__.py` explains all that is done for speed and scale."""
