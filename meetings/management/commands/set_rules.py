"""Give a body its rules from a day on, the time limits it has none of, and its room."""

from argparse import ArgumentTypeError
from datetime import date
from fractions import Fraction
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from meetings.legal import give_usual_deadlines
from meetings.models import RuleSet, Site
from people.models import Body


def fraction(text: str) -> Fraction:
    """Read a fraction between 0 and 1, such as 2/3."""
    try:
        value = Fraction(text)
    except (ValueError, ZeroDivisionError) as problem:
        raise ArgumentTypeError(f"{text} is no fraction such as 2/3") from problem
    if not 0 < value <= 1:
        raise ArgumentTypeError(f"{text} does not lie between 0 and 1")
    return value


class Command(BaseCommand):
    """Rules are data with a date of effect: earlier rules stay for what happened under them."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("body", help="code of the body, e.g. chinh-phu")
        parser.add_argument("--starts", type=date.fromisoformat, required=True, help="YYYY-MM-DD")
        parser.add_argument("--source", required=True, help="the law or regulation")
        parser.add_argument("--article", required=True, help="article on quorum and majority")
        parser.add_argument(
            "--quorum", type=fraction, default=Fraction(2, 3), help="of all members"
        )
        parser.add_argument("--majority", type=fraction, default=Fraction(1, 2), help="more than")
        parser.add_argument("--of", choices=["all", "present", "cast"], default="all")
        parser.add_argument("--tie", choices=["none", "strict", "broad"], default="strict")
        parser.add_argument("--no-change", action="store_true", help="a ballot stays as cast")
        parser.add_argument("--in-the-room-only", action="store_true", help="no votes from away")
        parser.add_argument("--seat", help="name of the room the body usually meets in")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        body = Body.objects.filter(code=options["body"]).first()
        if body is None:
            raise CommandError(f"There is no body {options['body']}.")
        if RuleSet.objects.filter(body=body, starts=options["starts"]).exists():
            raise CommandError(f"{body} has rules from {options['starts']} already.")
        self._rules(body, options).save()
        give_usual_deadlines(body, options["starts"])
        if options["seat"]:
            facts = {"name": options["seat"], "is_seat": True}
            Site.objects.get_or_create(body=body, code="SEAT", defaults=facts)
        self.stdout.write(f"{body} follows {options['source']} from {options['starts']}.")

    def _rules(self, body: Body, options: dict[str, Any]) -> RuleSet:
        return RuleSet(
            body=body,
            starts=options["starts"],
            source=options["source"],
            quorum_article=options["article"],
            majority_article=options["article"],
            tie_article=options["article"] if options["tie"] != "none" else "",
            quorum_numerator=options["quorum"].numerator,
            quorum_denominator=options["quorum"].denominator,
            majority_numerator=options["majority"].numerator,
            majority_denominator=options["majority"].denominator,
            majority_base=options["of"],
            tie_rule=options["tie"],
            may_change=not options["no_change"],
            may_vote_away=not options["in_the_room_only"],
        )
