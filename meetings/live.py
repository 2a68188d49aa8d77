"""What a meeting's live page knows of the meeting itself and of who is here."""

from typing import TypedDict

from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy, admits
from meetings.quorum import quorum_of
from people.models import Person
from realtime.live import JSON, Audience, connected, open_rooms, personal, section

MEETING = ("meeting.", "chair.")
PRESENCE = ("attendance.", "participant.", "meeting.", "chair.", "room.")
OWN = ("attendance.", "participant.", "meeting.", "chair.")

open_rooms("meeting", admits, on=("meeting.", "chair.", "participant.", "attendance.excuse"))


class Present(TypedDict):
    """One participant on the live page; ``s`` is the attendance, ``on`` an open connection."""

    p: int
    name: str
    office: str
    office_en: str
    agency: str
    capacity: str
    vote: bool
    s: str
    site: str
    on: bool


@section("meeting", on=MEETING)
def meeting_now(meeting_id: int, audience: Audience) -> JSON:
    """Tell what the meeting is and who presides."""
    meeting = Meeting.objects.select_related("chair").get(pk=meeting_id)
    chair = meeting.participants.filter(person=meeting.chair_id).first()
    return {
        "id": meeting.pk,
        "title": meeting.title,
        "state": meeting.state,
        "opened_at": meeting.opened_at.isoformat() if meeting.opened_at else None,
        "chair": {
            "name": str(meeting.chair or ""),
            "office": chair.office_here if chair else "",
        },
        "place": meeting.place,
    }


@section("presence", on=PRESENCE)
def presence(meeting_id: int, audience: Audience) -> JSON:
    """Tell the quorum over the whole roll, and where each participant is; to guests the numbers."""
    meeting = Meeting.objects.select_related("body").get(pk=meeting_id)
    count = quorum_of(meeting)
    online = connected(f"meeting.{meeting_id}")
    places = meeting.participants.select_related("person", "agency", "site")
    if audience == "guest":
        places = places.none()
    return {
        "total": count.total,
        "present": count.present,
        "needed": count.needed,
        "has_quorum": count.is_met,
        "people": [_present(place, online) for place in places],
    }


@personal("participant", on=OWN)
def own_place(meeting_id: int, person: Person) -> JSON:
    """Tell somebody's own place in the meeting."""
    place = Participant.objects.filter(meeting=meeting_id, person=person).first()
    if place is None:
        return None
    return {
        "p": place.pk,
        "capacity": place.capacity,
        "vote": place.has_vote,
        "s": place.attendance,
        "site": place.site_id,
    }


@personal("may", on=OWN)
def own_powers(meeting_id: int, person: Person) -> JSON:
    """Tell what somebody may do here: run, confirm, take_part, speak, vote."""
    policy = MeetingPolicy(person, Meeting.objects.get(pk=meeting_id))
    powers = {
        "run": policy.may_run,
        "confirm": policy.may_confirm,
        "take_part": policy.may_take_part,
        "speak": policy.may_speak,
        "vote": policy.may_vote,
    }
    return [word for word, holds in powers.items() if holds]


def _present(place: Participant, online: set[int]) -> Present:
    return Present(
        p=place.pk,
        name=str(place.person),
        office=place.office,
        office_en=place.office_en,
        agency=place.agency.short_name if place.agency else "",
        capacity=place.capacity,
        vote=place.has_vote,
        s=place.attendance,
        site=str(place.site) if place.site else "",
        on=place.person_id in online,
    )
