"""What one build leaves for the next, so that nothing is made twice."""
