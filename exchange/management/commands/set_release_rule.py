"""Say from which day on members read papers only once these are released to them."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from exchange.models import ReleaseRule
from people.models import Body


class Command(BaseCommand):
    """The rule is data with a date of effect: earlier sessions keep the one they had."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("body", help="code of the body, e.g. chinh-phu")
        parser.add_argument("papers", choices=["wait", "at-once"], help="for the members' gate")
        parser.add_argument("--starts", type=date.fromisoformat, required=True, help="YYYY-MM-DD")
        parser.add_argument("--source", required=True, help="the regulation or decision")

    def handle(self, *args: Any, **options: Any) -> None:
        body = Body.objects.filter(code=options["body"]).first()
        if body is None:
            raise CommandError(f"There is no body {options['body']}.")
        if ReleaseRule.objects.filter(body=body, starts=options["starts"]).exists():
            raise CommandError(f"{body} has a rule on releases from {options['starts']} already.")
        waits = options["papers"] == "wait"
        ReleaseRule.objects.create(
            body=body, starts=options["starts"], papers_wait=waits, source=options["source"]
        )
        told = "wait for their release" if waits else "are read as soon as they are tabled"
        self.stdout.write(f"From {options['starts']} on, papers of {body} {told}.")
