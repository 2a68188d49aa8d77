"""The count of members of one meeting, over its frozen roll, by the rules of its day."""

from datetime import date
from fractions import Fraction

from django.db.models import Count, Q
from django.utils import timezone

from meetings.errors import NoRulesInForce
from meetings.models import Meeting, Participant, RuleSet
from meetings.rules import Quorum, quorum
from meetings.states import Attendance
from people.models import Body

VOTING = Q(has_vote=True)
HERE = Q(has_vote=True, attendance=Attendance.PRESENT)


def rules_of(body: Body | int, day: date) -> RuleSet:
    """Return the rules of a body that are in force on a day."""
    found = RuleSet.objects.on(day).filter(body=body).order_by("-starts").first()
    if not isinstance(found, RuleSet):
        raise NoRulesInForce(body=body, day=day.strftime("%d/%m/%Y"))
    return found


def rules_for(meeting: Meeting) -> RuleSet:
    """Return the rules by which a meeting sits and votes."""
    return rules_of(meeting.body, timezone.localdate(meeting.starts_at))


def quorum_of(meeting: Meeting) -> Quorum:
    """Count the members present, confirmed by the secretary, among all on the roll."""
    rules = rules_for(meeting)
    roll = Participant.objects.filter(meeting=meeting)
    count = roll.aggregate(total=Count("pk", filter=VOTING), present=Count("pk", filter=HERE))
    fraction = Fraction(rules.quorum_numerator, rules.quorum_denominator)
    article = f"{rules.quorum_article} {rules.source}".strip()
    return quorum(count["total"], count["present"], fraction=fraction, article=article)
