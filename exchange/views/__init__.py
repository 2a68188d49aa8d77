"""Doors of the exchange floor."""
