"""Doors of the agendas floor."""
