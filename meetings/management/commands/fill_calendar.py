"""Calculate the public holidays of a country, fixed and lunar, for one year or several."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from meetings.models import WorkCalendar
from meetings.public_holidays import FIRST_YEAR, LAST_YEAR, calendar_of_country, fill, knows


class Command(BaseCommand):
    """Days that a person entered stay as they are; what was calculated is calculated anew."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="country, e.g. VN, or code of a body's own calendar")
        parser.add_argument("year", type=int)
        parser.add_argument("--upto", type=int, help="last year, if several are filled")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        calendar = self._calendar(options["code"])
        first, last = options["year"], options["upto"] or options["year"]
        if not FIRST_YEAR <= first <= last <= LAST_YEAR:
            raise CommandError(f"Give years from {FIRST_YEAR} to {LAST_YEAR}, the earlier first.")
        for year in range(first, last + 1):
            self.stdout.write(f"{calendar.code} {year}: {fill(calendar, year)} days.")

    def _calendar(self, code: str) -> WorkCalendar:
        calendar = WorkCalendar.objects.select_for_update().filter(code=code).first()
        if not knows(calendar.country if calendar else code):
            raise CommandError(f"The holidays of {code} are not known.")
        return calendar or calendar_of_country(code)
