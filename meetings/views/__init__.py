"""Doors of the meetings floor."""
