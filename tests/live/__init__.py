"""The live data and pages: what holds whatever they say. Run by `make test-data`, so they take no more than minutes."""
