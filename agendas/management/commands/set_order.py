"""Give a body the order of its agendas from a day on."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agendas.actions.arranging import KEYS
from agendas.models import OrderRule
from people.models import Body


class Command(BaseCommand):
    """The order is data with a date of effect: earlier sessions keep the order they had."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("body", help="code of the body, e.g. chinh-phu")
        parser.add_argument("keys", nargs="+", choices=sorted(KEYS), help="the first weighs most")
        parser.add_argument("--starts", type=date.fromisoformat, required=True, help="YYYY-MM-DD")

    def handle(self, *args: Any, **options: Any) -> None:
        body = Body.objects.filter(code=options["body"]).first()
        if body is None:
            raise CommandError(f"There is no body {options['body']}.")
        if OrderRule.objects.filter(body=body, starts=options["starts"]).exists():
            raise CommandError(f"{body} has an order from {options['starts']} already.")
        OrderRule.objects.create(body=body, starts=options["starts"], keys=options["keys"])
        self.stdout.write(f"{body} orders by {', '.join(options['keys'])}.")
