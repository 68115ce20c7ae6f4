"""The rules that the data keeps beyond its form: letters, languages, dates, documents, references, redirects.

Each module holds those of one subject. What is marked by `error`, `warning` or `information` is a rule, and is found.
"""
