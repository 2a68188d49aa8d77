"""When a notice goes out: past the quiet hours, or with the daily mail. Pure: clocks are given."""

from datetime import datetime, time, timedelta

DAY = timedelta(days=1)
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=4)


def past_quiet(moment: datetime, start: time | None, end: time | None) -> datetime:
    """Return ``moment``, or the end of the quiet hours it falls in. They may pass midnight."""
    if start is None or end is None or start == end:
        return moment
    at = moment.time()
    is_quiet = start <= at < end if start < end else at >= start or at < end
    return next_at(moment, end) if is_quiet else moment


def next_at(moment: datetime, at: time) -> datetime:
    """Return the next time after ``moment`` that the clock shows ``at``."""
    there = moment.replace(hour=at.hour, minute=at.minute, second=at.second, microsecond=0)
    return there if there > moment else there + DAY


def back_off(tries: int) -> timedelta:
    """Return how long to wait after so many failures: a minute, two, four, at most four hours."""
    return min(FIRST_WAIT * (1 << max(tries - 1, 0)), LONGEST_WAIT)
