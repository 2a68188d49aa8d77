"""Lay the first stone of an installation: a body, its calendar, and who keeps its people."""

import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from meetings.legal import give_usual_deadlines
from meetings.models import BodyCalendar
from meetings.public_holidays import calendar_of_country, fill, knows
from people.models import Body, Person, Role, RoleGrant


class Command(BaseCommand):
    """Make a body with calendar, time limits and administrator, whose password comes from stdin."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="short name, e.g. chinh-phu")
        parser.add_argument("name", help="full name, e.g. 'Chính phủ'")
        parser.add_argument("symbol", help="symbol in document numbers, e.g. CP")
        parser.add_argument("username", help="sign-in name of the administrator")
        parser.add_argument("--calendar", default="VN", help="country whose holidays it keeps")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if Body.objects.filter(code=options["code"]).exists():
            raise CommandError(f"There is a body {options['code']} already.")
        if not knows(options["calendar"]):
            raise CommandError(f"The holidays of {options['calendar']} are not known.")
        body = Body.objects.create(
            code=options["code"], name=options["name"], symbol=options["symbol"]
        )
        self._calendar(body, options["calendar"])
        person = Person.objects.filter(username=options["username"]).first()
        person = person or self._person(options["username"])
        RoleGrant.objects.create(
            body=body, person=person, role=Role.ADMINISTRATOR, starts=timezone.localdate()
        )
        self.stdout.write(f"{person} keeps the people of {body} now.")

    def _calendar(self, body: Body, country: str) -> None:
        """Let the body follow a country's calendar, filled from last year to the year after next."""
        today = timezone.localdate()
        calendar = calendar_of_country(country)
        for year in range(today.year - 1, today.year + 3):
            if not calendar.days.filter(day__year=year).exists():
                fill(calendar, year)
        BodyCalendar.objects.create(body=body, calendar=calendar)
        give_usual_deadlines(body, today)

    def _person(self, username: str) -> Person:
        password = sys.stdin.readline().rstrip("\n")
        try:
            validate_password(password)
        except ValidationError as problem:
            sentence = " ".join(problem.messages)
            raise CommandError(f"Give a good password on standard input. {sentence}") from problem
        return Person.objects.create_user(username, password, full_name=username)
