"""Who keeps which meetings, asked for many at once."""

from collections.abc import Iterable

from meetings.models import Meeting
from meetings.policies.meetings import keeping
from people.models import Person, Role
from people.policies import offices_of


def kept_among(person: Person, meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return those of some meetings that the person keeps, in one question for all."""
    bodies = offices_of(person).bodies(Role.CHAIR, Role.SECRETARY)
    if not person.is_active:
        return []
    return [
        one
        for one in meetings
        if one.body_id in bodies or person.pk in {one.chair_id, one.secretary_id}
    ]


def keepers_of(meeting: Meeting) -> set[int]:
    """Return the keys of the persons who prepare and run a meeting."""
    return set(Person.objects.filter(keeping(meeting)).values_list("pk", flat=True))
