"""Edits as a provincial office makes them, group by group: what the check must say of each, and where."""
