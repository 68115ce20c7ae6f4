"""Files that links may lead to, known to MkDocs by address, and written when all pages are known."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel


class PromisedFile(File):
    """A file that `writing.py` writes; MkDocs checks links to it, and neither renders nor copies it."""

    def __init__(self, address: str, config: MkDocsConfig) -> None:
        super().__init__(
            address,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=True,
            dest_uri=address,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "macros"

    def is_documentation_page(self) -> bool:
        """False, so that MkDocs does not render it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing is there to be copied."""
