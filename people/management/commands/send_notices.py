"""``manage.py send_notices``: send what is due by mail and SMS, once or for ever."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from people.notices.outbox import send_due


class Command(BaseCommand):
    help = "Send the notices that are due by mail and SMS. A serving process does so by itself."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every", type=float, metavar="SECONDS", help="go on, looking every so many seconds"
        )

    def handle(self, *args: Any, every: float | None, **options: Any) -> None:
        while True:
            count = 0
            while done := send_due():
                count += done
            if count or not every:
                self.stdout.write(f"{count} deliveries")
            if not every:
                return
            time.sleep(every)
