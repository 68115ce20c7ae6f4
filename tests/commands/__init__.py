"""What editors and maintainers run, as they meet it."""
