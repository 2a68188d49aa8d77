"""Lay the first stone of an installation: a body and the person who keeps its people."""

import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from people.models import Body, Person, Role, RoleGrant


class Command(BaseCommand):
    """Make a body and its first administrator. The password comes from standard input."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="short name, e.g. chinh-phu")
        parser.add_argument("name", help="full name, e.g. 'Chính phủ'")
        parser.add_argument("symbol", help="symbol in document numbers, e.g. CP")
        parser.add_argument("username", help="sign-in name of the administrator")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if Body.objects.filter(code=options["code"]).exists():
            raise CommandError(f"There is a body {options['code']} already.")
        body = Body.objects.create(
            code=options["code"], name=options["name"], symbol=options["symbol"]
        )
        person = Person.objects.filter(username=options["username"]).first()
        person = person or self._person(options["username"])
        RoleGrant.objects.create(
            body=body, person=person, role=Role.ADMINISTRATOR, starts=timezone.localdate()
        )
        self.stdout.write(f"{person} keeps the people of {body} now.")

    def _person(self, username: str) -> Person:
        password = sys.stdin.readline().rstrip("\n")
        try:
            validate_password(password)
        except ValidationError as problem:
            sentence = " ".join(problem.messages)
            raise CommandError(f"Give a good password on standard input. {sentence}") from problem
        return Person.objects.create_user(username, password, full_name=username)
