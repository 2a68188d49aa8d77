"""What a programme needs: that agencies register their matters before the registration ends."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agendas.models import ProgrammeEntry
from agendas.policies import entries_visible_to
from agendas.states import OPEN_ENTRIES
from core.clock import now
from core.needs import Need, needs_me
from meetings.models import Period
from meetings.policies import may_create_for
from meetings.programme_limits import MONTHS, ProgrammeLimits, Registration
from meetings.recurrence import later_month
from people.models import Body, Duty, Person, Post

NEAR, SOON = timedelta(days=21), timedelta(days=3)


@needs_me("programme")
def programmes_to_register_for(person: Person) -> Iterator[Need]:
    """Tell clerks and those who keep a programme that its registration ends soon."""
    if not person.is_active:
        return
    posts = Post.objects.on(timezone.localdate()).filter(person=person, duty=Duty.CLERK)
    served = set(Body.objects.filter(memberships__agency__in=posts.values("agency")))
    kept = set(may_create_for(person))
    for body in sorted(served | kept, key=lambda one: one.pk):
        for limit in ProgrammeLimits(body).ahead(NEAR):
            yield _to_register(person, body, limit, keeps=body in kept)


def _to_register(person: Person, body: Body, limit: Registration, *, keeps: bool) -> Need:
    last = later_month(limit.first, MONTHS[limit.period] - 1)
    entries = entries_visible_to(person) if not keeps else ProgrammeEntry.objects.all()
    entries = entries.filter(
        body=body,
        state__in=OPEN_ENTRIES,
        year=limit.first.year,
        month__range=(limit.first.month, last.month),
    )
    count = entries.count()
    told = ngettext("%(count)s matter is registered", "%(count)s matters are registered", count)
    return Need(
        title=str(body),
        url=f"{reverse('agendas:programme')}?{_query(limit)}",
        verb=_verb(limit, keeps=keeps),
        group="now" if limit.moment - now() < SOON else "week",
        when=limit.moment,
        detail=told % {"count": count},
    )


def _verb(limit: Registration, *, keeps: bool) -> str:
    gaps = {"programme": limit}
    if keeps:
        return _("Collect matters for %(programme)s") % gaps
    return _("Register for %(programme)s") % gaps


def _query(limit: Registration) -> str:
    parts = f"year={limit.first.year}"
    if limit.period == Period.QUARTER:
        return f"{parts}&quarter={limit.quarter}"
    return f"{parts}&month={limit.first.month}" if limit.period == Period.MONTH else parts
