"""Static files under names that carry their hash."""

import re
from collections.abc import Iterable
from typing import Any

from django.contrib.staticfiles.finders import AppDirectoriesFinder
from whitenoise.storage import CompressedManifestStaticFilesStorage

_HASHED = re.compile(r"\.[0-9a-f]{12}\.")
_VERSIONED = re.compile(r"/vendor/[^/]+-\d[^/]*/")


class OurFiles(AppDirectoriesFinder):
    """Leave out the scripts django-htmx brings: one of them names a file that is not there."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        return super().list([*(ignore_patterns or []), "django_htmx"])


class HashedStatic(CompressedManifestStaticFilesStorage):
    """Hash the imports of our modules too."""

    support_js_module_import_aggregation = True
    manifest_strict = True

    def create_compressor(self, **facts: Any) -> Any:
        """Compress with gzip alone: brotli at its best takes most of a first start."""
        return super().create_compressor(use_brotli=False, **facts)


def never_changes(path: str, url: str) -> bool:
    """Tell whether a static URL may be kept for ever: hashed, or vendored with its version."""
    return bool(_HASHED.search(url) or _VERSIONED.search(url))
