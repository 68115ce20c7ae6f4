"""Which tests a change needs: `python -m macros.commands.needed_tests BASE`, asked by `make test-changed`.

Prints the make target. Facts, pages and translations cannot break the code, and the code's tests use none of them
(they run on the small archive): such a change needs `test-data`. Any other, and one from an unknown revision, needs
`test`.
"""

import sys

from macros.commands.revisions import changed

# What editors change. The last are written by the machine from data, or shown on the contributors' page.
_CONTRIBUTING = ("CONTRIBUTING.md", "CONTRIBUTING.en.md")
_CONTENT = ("data/", "docs/", "translations/", "summaries/", "schemas/ids.json", *_CONTRIBUTING)


def needed(base: str, head: str = "HEAD") -> str:
    """The make target with the tests that a change from one revision to another needs."""
    try:
        files = changed(base, head)
    except ValueError:
        return "test"
    return "test-data" if all(file.startswith(_CONTENT) for file in files) else "test"


if __name__ == "__main__":
    print(needed(sys.argv[1]))
