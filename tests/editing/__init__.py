"""Tests of the form for editing: its scripts by themselves in Node, and the whole of it in a browser."""
