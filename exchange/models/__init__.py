"""Releases, the shelf that the public reads from, and where imported things came from."""

from exchange.models.imports import Imported, ImportRun
from exchange.models.releases import Release
from exchange.models.rules import ReleaseRule
from exchange.models.shelf import Reading, Shelved

__all__ = ["ImportRun", "Imported", "Reading", "Release", "ReleaseRule", "Shelved"]
