"""Which pages there are and what each holds: pages of records, pages of lists, and pages written by hand."""
