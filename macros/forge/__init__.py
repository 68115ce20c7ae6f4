"""The forge that keeps the source: addresses on it, and reports of mistakes."""
