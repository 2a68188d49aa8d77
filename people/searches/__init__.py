"""Searches that a person keeps: a list, what it is narrowed to, a name."""
