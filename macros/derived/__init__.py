"""Files that the site publishes next to its pages: downloads, feeds, site map, pictures for shared links, schemas."""
