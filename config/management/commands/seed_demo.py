"""Fill an empty database with the demonstration. Never outside demo mode."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from config.demo.archive import stories
from config.demo.ground import lay_ground
from config.demo.past import tell_past, tell_recent
from config.demo.planning import (
    draw_the_room,
    keep_programme,
    keep_series,
    keep_template,
    plan_the_next,
)
from config.demo.session import plan_session, prepare_session
from config.demo.submissions import tell_submissions
from config.demo.upcoming import plan_next_session
from meetings.models import Meeting
from people.models import Person

FEW = 2


class Command(BaseCommand):
    """Seed persons, one session with its papers, and an archive of past sessions."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quick", action="store_true", help="no archive, few papers")

    def handle(self, *args: Any, quick: bool = False, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demonstration is only seeded in demo mode (DEMO=1).")
        if Person.objects.exists():
            return
        self.started = time.monotonic()
        self._seed(quick)
        self.say("The demonstration is ready")

    @transaction.atomic
    def _seed(self, quick: bool) -> None:
        """Seed all or, when it is interrupted, nothing: half a demonstration helps nobody."""
        self.say("Seeding the demonstration: persons, agencies, sites")
        lay_ground()
        draw_the_room()
        keep_template()
        keep_programme()
        series = keep_series()
        meeting = plan_session()
        if not quick:
            self._archive(meeting)
            plan_the_next(series)
        self.say("Preparing the session and printing its papers")
        prepare_session(meeting, papers=FEW if quick else 12)
        if not quick:
            self.say(f"Submissions on their way: {len(tell_submissions())}")

    def _archive(self, ahead: Meeting) -> None:
        for number, title in enumerate(tell_past(), start=1):
            self.say(f"Archive {number}/{len(stories())}: {title}")
        tell_recent(ahead)
        plan_next_session()

    def say(self, words: str) -> None:
        if self.verbosity:
            self.stdout.write(f"[{time.monotonic() - self.started:5.1f} s] {words}")

    def execute(self, *args: Any, **options: Any) -> str | None:
        self.verbosity: int = options.get("verbosity", 1)
        return super().execute(*args, **options)
