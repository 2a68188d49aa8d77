"""Our things as OParl objects, without what every object has. Only what may be public comes in."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from agendas.models import Item
from agendas.states import ItemState
from exchange.oparl.votes import decision_of
from exchange.oparl.words import (
    FILE,
    ITEM,
    LISTS,
    MEETING,
    ORGANIZATION,
    PAPER,
    PERSON,
    Data,
    address,
    bare,
    moment,
    to,
)
from meetings.models import Meeting
from meetings.states import MeetingState
from papers.models import Paper, PaperVersion
from people.models import Agency, Body, Membership, Person
from voting.models import Vote

STATES = {
    MeetingState.DRAFT: "terminiert",
    MeetingState.CONVENED: "eingeladen",
    MeetingState.IN_SESSION: "eingeladen",
    MeetingState.SUSPENDED: "eingeladen",
    MeetingState.ADJOURNED: "durchgeführt",
    MeetingState.SEALED: "durchgeführt",
    MeetingState.IMPORTED: "durchgeführt",
}


def body_key(body: Body) -> str:
    """Return the key of the organization that a body is."""
    return f"body-{body.pk}"


def agency_key(agency: Agency) -> str:
    return f"agency-{agency.pk}"


def body_facts(body: Body, terms: Sequence[Data]) -> Data:
    """Tell of a body with the addresses of its lists."""
    lists = {name: address(f"body/{body.pk}/{end}/") for name, (_k, end) in LISTS.items()}
    return {
        "system": address(""),
        "name": body.name,
        "shortName": body.symbol,
        "mainOrganization": to(ORGANIZATION, body_key(body)),
        **lists,
        "legislativeTerm": list(terms),
    }


def main_facts(body: Body, seats: Sequence[Membership], today: date) -> Data:
    """Tell of the body as an organization."""
    now = [seat for seat in seats if seat.starts <= today and (not seat.ends or seat.ends >= today)]
    return bare(
        {
            "body": to("body", body.pk),
            "name": body.name,
            "shortName": body.symbol,
            "organizationType": "Gremium",
            "membership": [to("membership", seat.pk) for seat in seats],
            "meeting": address(f"organization/{body_key(body)}/meetings/"),
            "consultation": address(f"organization/{body_key(body)}/consultations/"),
            "memberCount": len(now),
            "votingMemberCount": sum(seat.has_vote for seat in now),
        }
    )


def agency_facts(body: Body, agency: Agency) -> Data:
    return bare(
        {
            "body": to("body", body.pk),
            "name": agency.name,
            "shortName": agency.short_name,
            "organizationType": "Verwaltungsbereich",
            "classification": "Bộ, cơ quan ngang bộ",
        }
    )


def person_facts(body: Body, person: Person, seats: Sequence[Data]) -> Data:
    """Tell of a person: the name and the seats, nothing private."""
    family, _gap, given = person.full_name.partition(" ")
    return bare(
        {
            "body": to("body", body.pk),
            "name": person.full_name,
            "familyName": family if given else "",
            "givenName": given,
            "membership": list(seats),
        }
    )


def seat_facts(body: Body, seat: Membership) -> Data:
    facts = {
        "person": to(PERSON, seat.person_id),
        "organization": to(ORGANIZATION, body_key(body)),
        "role": seat.office,
        "startDate": seat.starts.isoformat(),
        "endDate": seat.ends.isoformat() if seat.ends else None,
        "onBehalfOf": to(ORGANIZATION, f"agency-{seat.agency_id}") if seat.agency_id else None,
    }
    return {**bare(facts), "votingRight": seat.has_vote}


def term_facts(body: Body, since: date) -> Data:
    """Tell of the one term the house knows of: since its first seat."""
    name = f"Nhiệm kỳ từ năm {since.year}"
    return {"body": to("body", body.pk), "name": name, "startDate": since.isoformat()}


def place_facts(meeting: Meeting) -> Data:
    here = [to(MEETING, meeting.pk)]
    return bare({"description": meeting.place, "meetings": here})


def meeting_facts(
    meeting: Meeting,
    *,
    place: Data | None,
    items: Sequence[Data],
    people: Iterable[int],
    chair: int | None = None,
) -> Data:
    """Tell of a meeting with what is public of its agenda."""
    facts = {
        "name": meeting.title,
        "meetingState": STATES.get(MeetingState(meeting.state)),
        "start": moment(meeting.opened_at or meeting.starts_at),
        "end": moment(meeting.adjourned_at or meeting.ends_at),
        "location": place,
        "organization": [to(ORGANIZATION, f"body-{meeting.body_id}")],
        "participant": [to(PERSON, person) for person in people],
        "agendaItem": list(items),
        "nghisu:chair": to(PERSON, chair) if chair else None,
    }
    return {**bare(facts), "cancelled": meeting.state == MeetingState.CANCELLED}


def item_facts(
    item: Item, order: int, *, consultations: Sequence[str], votes: Iterable[Vote] | None
) -> Data:
    """Tell of an item; of what was decided only where decisions are released."""
    facts = {
        "meeting": to(MEETING, item.meeting_id),
        "number": item.label,
        "name": item.title,
        "consultation": to("consultation", consultations[0]) if consultations else None,
        "start": moment(item.opened_at),
        "end": moment(item.closed_at),
        "nghisu:withdrawn": True if item.state == ItemState.WITHDRAWN else None,
        "nghisu:deferred": True if item.state == ItemState.DEFERRED else None,
        "nghisu:sponsor": to(ORGANIZATION, agency_key(item.sponsor)) if item.sponsor else None,
    }
    decided = {} if votes is None else decision_of(item, votes)
    return {**bare(facts), **decided, "order": order, "public": True}


def consultation_facts(paper: Paper, item: Item) -> Data:
    return {
        "paper": to(PAPER, paper.pk),
        "agendaItem": to(ITEM, item.pk),
        "meeting": to(MEETING, item.meeting_id),
        "organization": [to(ORGANIZATION, f"body-{item.meeting.body_id}")],
        "authoritative": True,
        "role": item.get_kind_display(),
    }


def paper_facts(paper: Paper, item: Item, *, file: Data, consultations: Sequence[Data]) -> Data:
    sponsor = item.sponsor
    return bare(
        {
            "body": to("body", item.meeting.body_id),
            "name": paper.title,
            "date": paper.tabled_at.date().isoformat(),
            "paperType": paper.get_role_display(),
            "mainFile": file,
            "originatorOrganization": [to(ORGANIZATION, agency_key(sponsor))] if sponsor else [],
            "consultation": list(consultations),
        }
    )


def file_facts(version: PaperVersion, paper: Paper, item: Item) -> Data:
    facts: dict[str, Any] = {
        "name": paper.title,
        "fileName": version.file_name,
        "mimeType": "application/pdf",
        "date": version.made_at.date().isoformat(),
        "size": version.size,
        "nghisu:sha256": version.sha256,
        "accessUrl": address(f"{FILE}/{version.pk}/access"),
        "downloadUrl": address(f"{FILE}/{version.pk}/download"),
        "agendaItem": [to(ITEM, item.pk)],
        "paper": [to(PAPER, paper.pk)],
    }
    return bare(facts)
