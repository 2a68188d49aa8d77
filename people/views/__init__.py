"""Doors of the people floor."""
