"""``manage.py send_notices``: remind of time limits, send what is due by mail and SMS."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from people.notices.outbox import send_due
from people.notices.rounds import look_around


class Command(BaseCommand):
    help = "Remind of time limits, and send the notices that are due by mail and SMS. A serving process does so by itself."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every", type=float, metavar="SECONDS", help="go on, looking every so many seconds"
        )

    def handle(self, *args: Any, every: float | None, **options: Any) -> None:
        while True:
            look_around()
            count = 0
            while done := send_due():
                count += done
            if count or not every:
                self.stdout.write(f"{count} deliveries")
            if not every:
                return
            time.sleep(every)
