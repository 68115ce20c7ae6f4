"""The built site: pages, links, feeds, downloads, pictures."""
