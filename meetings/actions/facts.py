"""What the journal keeps of a participant: name and office as they are at that moment."""

from typing import Any

from meetings.models import Meeting, Participant
from people.models import Person


def facts_of(participant: Participant) -> dict[str, Any]:
    """Return the facts common to every event about one participant."""
    return {
        "meeting_id": participant.meeting_id,
        "participant_id": participant.pk,
        "person_id": participant.person_id,
        "person": str(participant.person),
        "office": participant.office,
        "office_en": participant.office_en,
        "capacity": participant.capacity,
        "has_vote": participant.has_vote,
        "site": participant.site.name if participant.site else "",
    }


def office_of(meeting: Meeting, person: Person) -> str:
    """Return the office in which a person sits at a meeting."""
    place = meeting.participants.filter(person=person).first()
    return place.office if place else ""
