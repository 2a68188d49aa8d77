"""A meeting as an event of a calendar: RFC 5545 (iCalendar), RFC 5546 (iTIP), RFC 7986.

One meeting is one UID for everybody, in mails and feeds alike; SEQUENCE counts what changes time or
place. Answers are given in the system, so a request asks for none by mail (RSVP=FALSE), and it names
only the one it goes to: who else is invited is nobody's business outside.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vCalAddress, vDDDTypes, vText

ZONE = "Asia/Ho_Chi_Minh"
OFFSET = timedelta(hours=7)
EVERY = timedelta(hours=1)
REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """Whom a request goes to."""

    name: str
    address: str
    role: str
    partstat: str


@dataclass(frozen=True, kw_only=True)
class Slot:
    """What a calendar knows of a meeting. Moments are ISO 8601, so that it can be kept as JSON."""

    uid: str
    sequence: int
    title: str
    place: str
    starts_at: str
    ends_at: str | None
    url: str
    text: str
    organizer: str
    organizer_address: str
    stamp: str
    is_cancelled: bool = False

    def plain(self) -> dict[str, Any]:
        return asdict(self)


def calendar(
    method: str, slots: Iterable[tuple[Slot, Attendee | None]], *, name: str = ""
) -> bytes:
    """Write a calendar object with these events."""
    written = Calendar()
    written.add("prodid", "-//Nghi Su//Meetings 1.0//VI")
    written.add("version", "2.0")
    written.add("calscale", "GREGORIAN")
    written.add("method", method)
    if name:
        written.add("name", name)
        written.add("x-wr-calname", name)
        written.add("refresh-interval", EVERY, parameters={"value": "DURATION"})
        written.add("x-published-ttl", EVERY)
    written.add_component(_zone())
    for slot, attendee in slots:
        written.add_component(_event(slot, attendee))
    return bytes(written.to_ical())


def _event(slot: Slot, attendee: Attendee | None) -> Event:
    event, stamp = Event(), datetime.fromisoformat(slot.stamp)
    facts = {
        "uid": slot.uid,
        "sequence": slot.sequence,
        "dtstamp": stamp,
        "last-modified": stamp,
        "summary": slot.title,
        "location": slot.place,
        "description": slot.text,
        "url": slot.url,
        "status": "CANCELLED" if slot.is_cancelled else "CONFIRMED",
        "transp": "TRANSPARENT" if slot.is_cancelled else "OPAQUE",
        "class": "PRIVATE",
    }
    for name, value in facts.items():
        event.add(name, value)
    event["dtstart"] = _local(slot.starts_at)
    if slot.ends_at:
        event["dtend"] = _local(slot.ends_at)
    event["organizer"] = _address(slot.organizer_address, slot.organizer)
    if attendee:
        event["attendee"] = _attendee(attendee)
    return event


def _local(moment: str) -> Any:
    """Write a moment by the clock of Việt Nam, with the zone this file brings along."""
    there = datetime.fromisoformat(moment).astimezone(ZoneInfo(ZONE))
    written = vDDDTypes(there)
    written.params["TZID"] = ZONE
    return written


def _address(mail: str, name: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{mail}")
    address.params["CN"] = vText(name)
    return address


def _attendee(attendee: Attendee) -> vCalAddress:
    address = _address(attendee.address, attendee.name)
    facts = {
        "CUTYPE": "INDIVIDUAL",
        "ROLE": attendee.role,
        "PARTSTAT": attendee.partstat,
        "RSVP": "FALSE",
    }
    for key, value in facts.items():
        address.params[key] = vText(value)
    return address


def _zone() -> Timezone:
    """Describe the zone: seven hours ahead, no summer time, since 1975."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", datetime(1975, 6, 13))  # noqa: DTZ001 - local by definition (RFC 5545, 3.6.5)
    standard.add("tzoffsetfrom", OFFSET)
    standard.add("tzoffsetto", OFFSET)
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone
