"""Lists that stay readable however much is recorded: their parts, what is listed, their pages."""
