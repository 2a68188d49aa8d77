"""Legal times of the steps of a submission, in working days of its body."""

from datetime import datetime

from meetings.deadlines import Deadlines, deadlines_of
from people.models import Body


class Limits:
    """The calendars and time limits of several bodies; each is read once."""

    def __init__(self) -> None:
        self._of: dict[int, Deadlines] = {}

    def due(self, body: int, code: str, since: datetime) -> datetime:
        """Return when a step of a body that began then must be done."""
        return self.of(body).due(code, since=since)

    def of(self, body: int) -> Deadlines:
        """Return the calendar and the time limits of one body."""
        if body not in self._of:
            self._of[body] = deadlines_of(body)
        return self._of[body]


def due_at(body: Body, code: str, since: datetime) -> datetime:
    """Return when a step that began then must be done."""
    return Deadlines(body).due(code, since=since)
