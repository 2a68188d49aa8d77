"""Doors of papers."""
