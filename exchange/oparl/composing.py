"""Composing what is public: the body and its people once it is opened, a meeting as its gates open."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone, translation

from agendas.models import Item
from agendas.policies import items_visible_to
from exchange.models import Release
from exchange.oparl import objects
from exchange.oparl.shelf import Shelf
from exchange.oparl.words import (
    BODY,
    CONSULTATION,
    FILE,
    ITEM,
    LOCATION,
    MEETING,
    MEMBERSHIP,
    ORGANIZATION,
    PAPER,
    PERSON,
    TERM,
    Data,
    whole,
)
from exchange.policies import open_to
from exchange.source import is_buried, public_items, public_papers
from exchange.states import Audience, What
from meetings.models import Meeting, Participant
from meetings.states import Attendance, Capacity
from people.models import Agency, Body, Membership, Person
from voting.models import Vote

CAME = (Attendance.PRESENT, Attendance.LEFT)
Gates = dict[str, Release]


def compose_body(body: Body) -> None:
    """Lay down the body, its seats and persons, and the agencies its public items come from."""
    with translation.override("vi"):
        shelf = Shelf(body)
        seats = list(Membership.objects.filter(body=body).select_related("person"))
        _people(shelf, body, seats)
        for agency in _agencies(body):
            facts = objects.agency_facts(body, agency)
            shelf.lay(ORGANIZATION, objects.agency_key(agency), facts)
        main = objects.main_facts(body, seats, timezone.localdate())
        shelf.lay(ORGANIZATION, objects.body_key(body), main)
        since = min((seat.starts for seat in seats), default=None)
        terms = [shelf.lay(TERM, body.pk, objects.term_facts(body, since))] if since else []
        shelf.lay(BODY, body.pk, objects.body_facts(body, terms))
        shelf.close()


def compose_meeting(meeting: Meeting) -> None:
    """Lay down what is public of a meeting now, and take away what is public no more."""
    with translation.override("vi"):
        shelf = Shelf(meeting.body, meeting)
        gates = {gate.what: gate for gate in open_to(Audience.PUBLIC).filter(meeting=meeting)}
        if What.AGENDA in gates and not is_buried(meeting):
            _meeting(shelf, meeting, gates)
        shelf.close()


def _people(shelf: Shelf, body: Body, seats: Sequence[Membership]) -> None:
    by_person = defaultdict(list)
    for seat in seats:
        laid = shelf.lay(MEMBERSHIP, seat.pk, objects.seat_facts(body, seat))
        by_person[seat.person].append(laid)
    for person, laid_seats in by_person.items():
        shelf.lay(PERSON, person.pk, objects.person_facts(body, person, laid_seats))


def _agencies(body: Body) -> Iterable[Agency]:
    released = open_to(Audience.PUBLIC).filter(what=What.AGENDA, meeting__body=body)
    sponsors = public_items(released.values("meeting")).order_by().values("sponsor")
    seated = Membership.objects.filter(body=body).values("agency")
    return Agency.objects.filter(Q(pk__in=seated) | Q(pk__in=sponsors)).order_by("pk")


def _meeting(shelf: Shelf, meeting: Meeting, gates: Gates) -> None:
    items = list(public_items([meeting.pk]))
    papers = _papers(shelf, meeting, items, gates)
    votes = _votes(items) if What.DECISIONS in gates else None
    laid = []
    for order, item in enumerate(items, start=1):
        told = None if votes is None else votes.get(item.pk, [])
        facts = objects.item_facts(item, order, consultations=papers[item.pk], votes=told)
        laid.append(shelf.lay(ITEM, item.pk, facts))
    key = f"meeting-{meeting.pk}"
    place = shelf.lay(LOCATION, key, objects.place_facts(meeting)) if meeting.place else None
    came = _came(meeting) if What.DECISIONS in gates else []
    chair = meeting.chair_id if _seated(meeting).filter(person=meeting.chair_id).exists() else None
    facts = objects.meeting_facts(meeting, place=place, items=laid, people=came, chair=chair)
    shelf.lay(MEETING, meeting.pk, facts)


def _papers(
    shelf: Shelf, meeting: Meeting, items: Sequence[Item], gates: Gates
) -> dict[int, list[str]]:
    """Lay down the papers that were tabled when their release was confirmed, each under its item."""
    under: dict[int, list[str]] = defaultdict(list)
    gate = gates.get(What.PAPERS)
    if gate is None or gate.confirmed_at is None:
        return under
    of_matter = {item.matter_id: item for item in items}
    homes = _homes(of_matter, meeting)
    for paper, version in public_papers(of_matter.values(), until=gate.confirmed_at):
        item = of_matter[paper.matter_id]
        key = f"{paper.pk}-{item.pk}"
        under[item.pk].append(key)
        consultation = shelf.lay(CONSULTATION, key, objects.consultation_facts(paper, item))
        if homes[paper.matter_id] == meeting.pk:
            file = shelf.lay(FILE, version.pk, objects.file_facts(version, paper, item))
            facts = objects.paper_facts(paper, item, file=file, consultations=[consultation])
            shelf.lay(PAPER, paper.pk, facts)
    return under


def _homes(matters: Iterable[int], meeting: Meeting) -> dict[int, int]:
    """Tell which meeting a matter's papers are shown with: the newest one they are released for."""
    gates = open_to(Audience.PUBLIC).filter(what=What.PAPERS).values("meeting")
    items = public_items(gates).filter(matter__in=matters)
    newest: dict[int, tuple[datetime, int]] = {}
    for item in items:
        place = (item.meeting.starts_at, item.meeting_id)
        newest[item.matter_id] = max(place, newest.get(item.matter_id, place))
    return {matter: newest[matter][1] if matter in newest else meeting.pk for matter in matters}


def _votes(items: Sequence[Item]) -> dict[int, list[Vote]]:
    found = defaultdict(list)
    votes = Vote.objects.filter(item__in=items).order_by("item", "round")
    for vote in votes.prefetch_related("electors__ballot"):
        found[vote.item_id].append(vote)
    return found


def _came(meeting: Meeting) -> list[int]:
    """Return the members who took part, as far as the public knows them as members."""
    places = Participant.objects.filter(
        meeting=meeting,
        capacity=Capacity.MEMBER,
        attendance__in=CAME,
        person__in=_seated(meeting).values("person"),
    )
    return list(places.values_list("person", flat=True))


def _seated(meeting: Meeting) -> QuerySet[Membership]:
    """Return the seats of the body: who holds or held one is known to the public by name."""
    return Membership.objects.filter(body=meeting.body_id)


def laid_of(person: Person, meeting: Meeting) -> Data:
    """Return a meeting in public form without the shelf: as far as this person sees its agenda."""
    seen = items_visible_to(person).values("pk")
    items = list(public_items([meeting.pk]).filter(pk__in=seen))
    moment = meeting.updated_at
    with translation.override("vi"):
        laid = [
            whole(
                ITEM,
                item.pk,
                objects.item_facts(item, order, consultations=(), votes=None),
                moment,
                moment,
            )
            for order, item in enumerate(items, start=1)
        ]
        place = whole(
            LOCATION, f"meeting-{meeting.pk}", objects.place_facts(meeting), moment, moment
        )
        facts = objects.meeting_facts(meeting, place=place, items=laid, people=())
        return whole(MEETING, meeting.pk, facts, moment, moment)
