"""The addresses of the printed booklets of years: one for each year with a review, which `make pdf` adds to a site."""

from macros.archive import Archive
from macros.text.language import Language


def address(year: int, language: Language) -> str:
    """The address of a year's booklet from the site's root."""
    return f"booklets/{year}.{language}.pdf"


def addresses(archive: Archive) -> list[str]:
    """The addresses of all booklets, the newest year first."""
    return [address(year, language) for year in archive.review_years for language in Language]
