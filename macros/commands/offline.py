"""A built site as files that open without a server: `python -m macros.commands.offline SITE FOLDER`.

For anyone who downloads the preview of a pull request, or carries the archive on a stick. A server answers `meetings/`
with `meetings/index.html`; a file system shows the folder instead, so each link is made to name the file. Search
does not work so: browsers let no script read files.
"""

import re
import shutil
from pathlib import Path

from macros.commands.terminal import reports_refusals, run
from macros.data import output_folder
from macros.data.problems import Place, Problem, Refused

# A link to a folder, relative to the page, with what may follow. The site's own HTML quotes its attributes.
_FOLDER = re.compile(r'(<a\b[^>]*? href=")((?!/)[^":?#]*/|\.\.?(?:/\.\.)*)((?:\?[^"#]*)?(?:#[^"]*)?")')


def make_offline(site: Path, folder: Path) -> int:
    """Copy `site` to `folder`, which is replaced, and let its links name files.

    Returns:
        The number of pages.

    Raises:
        Refused: the folder is not one that a build made, or holds the site or lies in it.
    """
    if why := output_folder.why_refused(folder, [site]):
        raise Refused([Problem(Place(str(folder)), *why, "site-dir")])
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder)
    output_folder.mark(folder)
    pages = sorted(folder.rglob("*.html"))
    for page in pages:
        page.write_text(_FOLDER.sub(_named, page.read_text("utf-8")), "utf-8")
    return len(pages)


def _named(link: re.Match[str]) -> str:
    return f"{link[1]}{link[2].removesuffix('/')}/index.html{link[3]}"


@reports_refusals
def main(arguments: list[str]) -> int:
    """Run the command; gives the exit code."""
    site, folder = map(Path, arguments)
    print(f"{make_offline(site, folder)} → {folder}/index.html")
    return 0


if __name__ == "__main__":
    run(main)
