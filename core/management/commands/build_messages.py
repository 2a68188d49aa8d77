"""Turn every catalogue under ``locale/`` into what gettext reads."""

import os
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation.reloader import translation_file_changed


class Command(BaseCommand):
    """Write a ``.mo`` beside each ``.po`` that is newer than it. Needs no gettext tools."""

    help = __doc__ or ""
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        for source in sorted((settings.BASE_DIR / "locale").rglob("*.po")):
            build(source)


def build(source: Path) -> None:
    """Write the machine form of one catalogue, when it is out of date.

    A process that has spoken before its catalogues were there would speak English to its end;
    Django's own reloader makes it look again.
    """
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return
    written = target.with_suffix(f".{os.getpid()}")  # two that start at once never read half a file
    polib.pofile(str(source)).save_as_mofile(str(written))
    written.replace(target)
    translation_file_changed(sender=None, file_path=target)
