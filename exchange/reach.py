"""Papers that wait for the members' gate: how the floor of agendas and papers hears of it."""

from datetime import UTC, datetime

from django.db.models import (
    Case,
    DateTimeField,
    ExpressionWrapper,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, TruncDate
from django.db.models.lookups import Exact

from agendas.reach import FOREVER, sets_reach
from exchange.models import ReleaseRule
from exchange.policies import open_to
from exchange.states import Audience, What

NEVER = Value(datetime(1, 1, 2, tzinfo=UTC), output_field=DateTimeField())


@sets_reach
def until_released() -> Combinable:
    """Return until when what was tabled under an item is released to the members.

    For ever where the body's rule on the day of the session lets no paper wait. What is
    restricted is outside of the gates: it is read by those named.
    """
    starts = ExpressionWrapper(OuterRef("meeting__starts_at"), output_field=DateTimeField())
    day = TruncDate(starts)
    rules = ReleaseRule.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=day), body=OuterRef("meeting__body"), starts__lte=day
    )
    waits = Subquery(rules.order_by("-starts").values("papers_wait")[:1])
    gates = open_to(Audience.MEMBERS).filter(what=What.PAPERS, meeting=OuterRef("meeting"))
    released = Coalesce(Subquery(gates.values("confirmed_at")[:1]), NEVER)
    return Case(
        When(restricted=True, then=FOREVER),
        When(Exact(waits, Value(True)), then=released),
        default=FOREVER,
    )
