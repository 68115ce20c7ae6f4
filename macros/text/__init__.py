"""The two languages: words, numbers and dates, and when two wordings are the same."""
