"""Pages made from records: which there are, what they hold, how they are stamped and when they are made again."""
