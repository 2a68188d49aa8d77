"""Give a body the Government's questions for the check of submissions, and its page limits."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agendas.submissions.checklist import lay_checklist
from people.models import Body


class Command(BaseCommand):
    """Questions are data with a date of effect; those that are there already stay as they are."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("body", help="code of the body, e.g. chinh-phu")
        parser.add_argument("--starts", type=date.fromisoformat, required=True, help="YYYY-MM-DD")

    def handle(self, *args: Any, **options: Any) -> None:
        body = Body.objects.filter(code=options["body"]).first()
        if body is None:
            raise CommandError(f"There is no body {options['body']}.")
        count = lay_checklist(body, starts=options["starts"])
        self.stdout.write(f"{body} asks {count} questions from {options['starts']} on.")
