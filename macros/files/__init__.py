"""What the site holds next to its pages: downloads, feeds, site map, pictures for shared links."""
