"""The rule of a series in words."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from core.dates import weekday
from meetings.models import Series
from meetings.recurrence import LAST
from meetings.states import Rhythm

MONDAY = date(2024, 1, 1)


def rule_words(series: Series) -> str:
    """Tell on what day a series falls, as “the last Monday of the month, every quarter”."""
    gaps = {"nth": series.nth, "weekday": weekday(MONDAY + timedelta(days=series.weekday or 0))}
    words = _last(series) if series.nth == LAST else _counted(series)
    return f"{words % gaps}, {series.get_every_display()}"


def _last(series: Series) -> str:
    return {
        Rhythm.DAY: _("the last day of the month"),
        Rhythm.WEEKDAY: _("the last %(weekday)s of the month"),
        Rhythm.WORKDAY: _("the last working day of the month"),
    }[Rhythm(series.rhythm)]


def _counted(series: Series) -> str:
    return {
        Rhythm.DAY: _("day %(nth)s of the month"),
        Rhythm.WEEKDAY: _("%(weekday)s no. %(nth)s of the month"),
        Rhythm.WORKDAY: _("working day no. %(nth)s of the month"),
    }[Rhythm(series.rhythm)]
