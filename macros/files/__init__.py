"""What the site holds beside its pages: downloads, feeds, site map, pictures for shared links."""
