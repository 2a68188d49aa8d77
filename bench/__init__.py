"""Measurements of the house beside bare tools that do the same work in the same run."""
