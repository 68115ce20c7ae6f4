"""Files that links may lead to, known to MkDocs by address, and written when all pages are known."""

from __future__ import annotations

from mkdocs.structure.files import File, InclusionLevel


class PromisedFile(File):
    """A file that `writing.py` writes; MkDocs checks links to it, and neither renders nor copies it."""

    src_dir = None
    dest_dir = ""
    use_directory_urls = True
    inclusion = InclusionLevel.NOT_IN_NAV
    generated_by = "macros"

    def __init__(self, address: str) -> None:
        self.src_uri = self.dest_uri = address

    def is_documentation_page(self) -> bool:
        """False, so that MkDocs does not render it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing is there to be copied."""
