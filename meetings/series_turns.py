"""Whose move it is with a series: the next session that nobody has planned yet."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.workdays import day_of
from meetings.models import Series
from meetings.outlook import Outlook
from meetings.turns import Turn, invitation_due

AHEAD = timedelta(days=62)


def turn_of_series(series: Series) -> Turn | None:
    """Ask for the next session, two months ahead at most, before it must be convened."""
    start = Outlook(series, day_of(now()) + AHEAD).next_start
    if start is None:
        return None
    due = invitation_due(series.body_id, start)
    return Turn(_("Secretariat · to plan the next session"), due)
