"""Legal times of a step, in working days of the body."""

from datetime import datetime, time, timedelta

from django.utils.timezone import localtime

from people.models import Body

DAYS = {
    "submission_check": 2,  # Nghị định 191/2026/NĐ-CP, Điều 15: the secretariat's check
    "submission_route": 5,  # Điều 16: before the chair
    "route_answer": 3,  # Điều 16: what was decided is done and told
    "advice_answer": 5,  # an agency that is asked answers
}
CLOSING = time(17)
SATURDAY = 5


def due_at(body: Body, code: str, since: datetime) -> datetime:
    """Return when a step that began then must be done: the close of its last working day."""
    day, left = localtime(since), DAYS[code]
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return day.replace(hour=CLOSING.hour, minute=0, second=0, microsecond=0)
