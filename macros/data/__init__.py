"""Files as editors write them: YAML read strictly, and every mistake reported at its place in both languages."""
