"""Files that editors write: read strictly, and every mistake told at its place in both languages."""
