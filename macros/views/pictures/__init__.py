"""Pictures of the archive, drawn while the site is built: SVG from templates, a table next to each, no script.

A module a picture works out what is where; `macros/templates/pictures/` draws it. Plain SVG serves better here than
a charting library: text stays text in the page's own font and colours, names stay links, and no axis is drawn that
figures of different units would share.
"""

from macros.views.pictures import (
    documents,
    figures,
    initiative_matrix,
    meeting_years,
    packages,
    province_map,
    topics_by_year,
)

__all__ = ["documents", "figures", "initiative_matrix", "meeting_years", "packages", "province_map", "topics_by_year"]
