"""When a paper is late: pure arithmetic of working days."""

from datetime import datetime, timedelta

from django.utils.timezone import localtime

WORKING_DAYS = 5  # Nghị định 138/2016/NĐ-CP, Điều 27: invitation and papers before a session
SATURDAY = 5


def limit(starts_at: datetime, *, working_days: int = WORKING_DAYS) -> datetime:
    """Return the last moment in which papers are in time: so many working days before the start."""
    moment = localtime(starts_at)
    while working_days:
        moment -= timedelta(days=1)
        working_days -= moment.weekday() < SATURDAY
    return moment


def is_late(made_at: datetime, starts_at: datetime) -> bool:
    """Tell whether a paper came after the limit."""
    return made_at > limit(starts_at)
