"""The site in a real browser: seen, read aloud, driven from the keyboard, attacked, without a connection."""
