"""What makes builds fast and small, and lets 10,000 meetings be built in 1 GB: here, and in `macros/build/fast/`.

A site is the same to the byte without any of it. The rest of the code meets it in few places, named below; each part
can be taken out there by itself.

| part | what it does | where it is used |
|---|---|---|
| `workers.py` | work on every core, in forks of the process | `build/build.py` (pages, search, exports), `build/dead_links.py`, `archive/reader.py` (meetings), `archive/related.py` (similar statements) |
| `cache.py` | what is slow to make and always comes out the same, in `.cache/` | fonts, social cards |
| `build_inputs.py` | digests of everything that a site is made from | `build/settings.py` |
| `receipt.py` | whether the published site is what a build would make: then `mkdocs build` leaves it | `build/fast/incremental.py` |
| `page_cache.py` | record pages of earlier builds | `build/fast/incremental.py` |
| `build/fast/page_keys.py` | what a page shows, as a digest, without making the page: the key in that cache | `build/fast/incremental.py` |
| `build/fast/incremental.py` | what a build takes over from the builds before it | `build/build.py`, `build/writing.py` |
| `build/fast/stamping.py` | the theme renders a frame for many pages, and each record is stamped into it | `build/site_pages.py` |
| `memory.py` | returns freed memory to the system | `build/build.py`, `build/writing.py` |
| `digests.py` | short names for contents | all of these |

The preview of `mkdocs serve` is quick by other means: a page is made when it is asked for (`build/preview.py`), and
Markdown that did not change is not converted again (`build/conversions.py`).
"""  # noqa: E501 - a table
