"""Signatures on the minutes: the demonstration's authority, signing, judging."""
