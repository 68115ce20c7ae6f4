"""What makes builds fast: worker processes, the cache in `.cache`, and what tells that nothing has changed."""
