"""Texts in two languages: words of the interface, numbers, dates, letters, and when two texts are the same."""
