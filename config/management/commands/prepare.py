"""Everything between the files and the first request, done only where it is not done yet."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    """Build catalogues and static files, migrate, seed the demonstration; say who can sign in."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--serve", type=int, metavar="PORT", help="then serve on that port")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("build_messages")
        self._static()
        self._migrate()
        if settings.DEMO:
            self._demonstration()
        if options["serve"]:
            self.stdout.flush()
            call_command("serve", port=options["serve"])

    def _static(self) -> None:
        stamp = Path(settings.STATIC_ROOT) / ".built"
        state = static_state()
        if stamp.exists() and stamp.read_text() == state:
            return
        self.stdout.write("Building the static files")
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(state)

    def _migrate(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database")
            call_command("migrate", interactive=False, verbosity=0)

    def _demonstration(self) -> None:
        call_command("seed_demo")
        names = (
            "chair, secretary, member01 … member26, clerk01 … clerk03, "
            "substitute, assistant, guest, operator, archivist, admin"
        )
        self.stdout.write(f"Sign in as {names}; the password is {settings.DEMO_PASSWORD}")


def static_state() -> str:
    """Return a digest over name, size and time of every static file."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
