"""Lists that stay readable however much is recorded: what is listed, their parts, their pages."""
