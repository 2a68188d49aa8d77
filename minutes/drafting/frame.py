"""The parts around the matters: opening, attendance, closing."""

from meetings.models import Participant, Site
from meetings.states import Attendance, Capacity
from minutes.drafting.source import Facts, Part, Source, iso, named

WAS_HERE = {Attendance.PRESENT, Attendance.LEFT}


def opening(source: Source) -> Part:
    """Tell when and where the meeting began."""
    meeting = source.meeting
    remote = {site for one in source.people if (site := remote_site(one))}
    sites = sorted(remote, key=lambda site: (site.order, site.code))
    return Part(
        kind="opening",
        facts={
            "started_at": iso(meeting.opened_at or meeting.starts_at),
            "place": meeting.place,
            "sites": [site.name for site in sites],
        },
        entries=numbers(source, "meeting.opened"),
    )


def attendance(source: Source) -> Part:
    """Tell who took part, who did not and why, and who presided."""
    members = [one for one in source.people if one.capacity == Capacity.MEMBER]
    guests = [one for one in source.people if one.capacity == Capacity.INVITEE]
    here = [one for one in members if one.attendance in WAS_HERE]
    facts = {
        **_count(source),
        "total": sum(one.has_vote for one in members),
        "attended": sum(one.has_vote for one in here),
        "members": [_came(source, one) for one in here],
        "excused": [_stayed_away(one) for one in members if one.attendance not in WAS_HERE],
        "invitees": [named(one) for one in guests if one.attendance in WAS_HERE],
        "chairs": _chairs(source),
    }
    names = ("attendance.checked_in", "attendance.confirmed", "attendance.excused")
    also = ("attendance.left", "chair.handed_over")
    return Part(kind="attendance", facts=facts, entries=numbers(source, *names, *also))


def closing(source: Source) -> Part:
    """Tell when the meeting ended."""
    meeting = source.meeting
    return Part(
        kind="closing",
        facts={"ended_at": iso(meeting.adjourned_at or meeting.ends_at or meeting.starts_at)},
        entries=numbers(source, "meeting.adjourned"),
    )


def numbers(source: Source, *names: str) -> list[int]:
    """Return the numbers of the entries with these names."""
    return [entry.number for entry in source.told(*names)]


def remote_site(one: Participant) -> Site | None:
    """Return the remote site from which somebody took part."""
    was_here = one.attendance in WAS_HERE
    return one.site if was_here and one.site and not one.site.is_seat else None


def _count(source: Source) -> Facts:
    """Return the quorum as it was counted when the meeting opened."""
    opened = source.told("meeting.opened")
    facts = opened[0].facts if opened else {}
    return {key: facts.get(key) for key in ("present", "needed", "article")}


def _came(source: Source, one: Participant) -> Facts:
    opened = source.meeting.opened_at
    site = remote_site(one)
    is_late = bool(opened and one.arrived_at and one.arrived_at > opened)
    return {
        **named(one),
        "site": site.name if site else "",
        "arrived_at": iso(one.arrived_at),
        "arrived_late": is_late,
        "left_at": iso(one.left_at),
    }


def _stayed_away(one: Participant) -> Facts:
    stand_in = getattr(one, "substitute", None)
    came = stand_in is not None and stand_in.attendance in WAS_HERE
    return {
        **named(one),
        "reason": one.reason,
        "substitute": named(stand_in) if stand_in and came else None,
    }


def _chairs(source: Source) -> list[Facts]:
    """Return who presided, from when on if the chair changed hands."""
    handed = source.told("chair.handed_over")
    if not handed:
        return [source.person(source.meeting.presiding.pk)]
    first = handed[0].facts
    chairs: list[Facts] = [{"name": first["from_name"], "office": first["from_office"]}]
    for entry in handed:
        told = {"name": entry.facts["to_name"], "office": entry.facts["to_office"]}
        chairs.append({**told, "since": iso(entry.at)})
    return chairs
