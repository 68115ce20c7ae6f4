"""Each reviewed year as one printed document: `python -m macros.commands.booklet SITE CHROMIUM`.

The parts of the year's review and its meetings are taken from the built pages, so that paper and screen say the same.
A link to what is in the booklet points to its place there, any other to its address. Chromium prints it, with
bookmarks from the headings; `make pdf` does all of it.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urldefrag

from lxml import html
from markupsafe import Markup, escape

from macros.archive import Archive
from macros.archive.items import MeetingSort
from macros.checks.loading import read_archive
from macros.commands.terminal import reports_refusals
from macros.derived.booklets import address
from macros.text.language import Language, all_words, word
from macros.text.passages import CLASS, untranslated
from macros.views.templating import template

# What is for navigating on the screen and of no use on paper.
_LEFT_OUT = ".//nav | .//button[not(@popovertarget)] | .//script | .//a[@class='headerlink']"
# The attributes that hold ids.
_NAMING = ("id", "for", "aria-labelledby", "aria-describedby", "popovertarget")


def paths(archive: Archive, year: int) -> list[str]:
    """The pages of a year's booklet: the parts of its review, its meetings in time, then those on appointments."""
    parts = [part.path for part in archive.review_parts if part.year == year]
    meetings = (meeting for sort in MeetingSort for meeting in archive.meetings_by("sort", sort))
    return parts + [meeting.path for meeting in meetings if meeting.date.year == year]


def booklet(site: Path, paths: list[str], year: int, language: Language) -> str:
    """The HTML of the booklet, whose stylesheets and pictures are named relative to `site`."""
    home, *pages = (_page(site / language.prefix / path) for path in ("", *paths))
    ids = {_canonical(page): path.strip("/").replace("/", "-") for path, page in zip(paths, pages, strict=True)}
    return template(language, "booklet.html").render(
        language=language.value,
        year=year,
        site_name=_inner(*home.xpath("//*[@class='foot__name']")),
        address=_canonical(home),
        styles=[link.get("href").removeprefix("../") for link in home.xpath("//link[@rel='stylesheet']")],
        body=Markup(" ".join(f'{name}="{value}"' for name, value in home.body.items())),
        chapters=[_chapter(page, ids, _canonical(home)) for page in pages],
    )


def _page(folder: Path) -> html.HtmlElement:
    return html.fromstring((folder / "index.html").read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def _inner(element: html.HtmlElement) -> Markup:
    """The content of an element as HTML: a name that is not translated is marked in it."""
    return escape(element.text or "") + Markup("".join(html.tostring(child, encoding="unicode") for child in element))


def _canonical(page: html.HtmlElement) -> str:
    [link] = page.xpath("//link[@rel='canonical']")
    return str(link.get("href"))


def _chapter(page: html.HtmlElement, ids: dict[str, str], home: str) -> dict[str, str | Markup]:
    """The article of a page, with its title and its ids made its own.

    Args:
        page: a page of the site.
        ids: the id of each chapter by the address of its page.
        home: the address of the site in this language. Links to its pages are marked: their addresses are not printed.
    """

    def within(link: str) -> str:
        target, anchor = urldefrag(link)
        return "--".join(filter(None, (f"#{ids[target]}", anchor))) if target in ids else link

    [article] = page.xpath("//article[contains(@class, 'md-content__inner')]")
    for each in article.xpath(_LEFT_OUT):
        each.drop_tree()
    address = _canonical(page)
    for name in _NAMING:
        for each in article.xpath(f".//*[@{name}]"):
            each.set(name, " ".join(f"{ids[address]}--{id}" for id in each.get(name).split()))
    for details in article.xpath(".//details"):
        details.set("open", "")
    article.make_links_absolute(address)
    article.rewrite_links(within)
    for link in article.xpath(".//a[starts-with(@href, $home)]", home=home):
        link.classes.add("inside")
    title = article.xpath("string(.//h1)").strip()
    return {
        "id": ids[address],
        "title": untranslated(title) if article.xpath(f".//h1//*[@class='{CLASS}']") else title,
        "address": address,
        "html": Markup(html.tostring(article, encoding="unicode")),
    }


def print_pdf(chromium: str, source: Path, target: Path) -> None:
    """Let Chromium print an HTML file; raises CalledProcessError where it fails."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    bookmarks = "--generate-pdf-document-outline"
    with tempfile.TemporaryDirectory() as profile:
        command = [chromium, *options, bookmarks, f"--user-data-dir={profile}", f"--print-to-pdf={target}"]
        subprocess.run([*command, source.absolute().as_uri()], check=True, capture_output=True)


@reports_refusals
def main(arguments: list[str]) -> int:
    """Write the booklet of each year that has a review, in each language."""
    all_words()  # a wrong one is reported before Chromium prints anything
    site, chromium = Path(arguments[0]), arguments[1]
    archive = read_archive(Path("data"))
    if not archive.review_years:
        print("\n".join(word("booklet_none", language) for language in Language), file=sys.stderr)
    for year in archive.review_years:
        for language in Language:
            source = site / f".booklet.{language}.html"  # next to the stylesheets that it names
            target = site / address(year, language)
            target.parent.mkdir(exist_ok=True)
            source.write_text(booklet(site, paths(archive, year), year, language), "utf-8")
            try:
                print_pdf(chromium, source, target)
            finally:
                source.unlink()
            print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
