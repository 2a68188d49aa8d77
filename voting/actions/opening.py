"""Put a question: freeze the roll, the electorate and the rules, and open the vote."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from agendas.models import Item
from agendas.states import ItemState
from core.clock import now
from core.policies import require
from meetings.models import Meeting, Participant, RuleSet
from meetings.quorum import quorum_of, rules_for
from meetings.rules import Quorum
from meetings.states import MeetingState
from people.models import Person
from realtime.journal import announce
from voting.errors import (
    BadQuestion,
    BadSeconds,
    ItemNotOpen,
    NoElectors,
    NoQuorum,
    NotInSession,
    VoteAlreadyOpen,
)
from voting.events import VoteOpened
from voting.freezing import freeze
from voting.models import Elector, Vote
from voting.policies import may_conduct, to_be_asked
from voting.states import VoteState

SHORTEST, LONGEST = 10, 7200
LONGEST_QUESTION = 500


@transaction.atomic
def open_vote(actor: Person, item: Item, *, question: str, seconds: int | None = None) -> Vote:
    """Put a question on the item under discussion to all who may vote."""
    require(may_conduct(actor, item.meeting))
    meeting = Meeting.objects.select_for_update().get(pk=item.meeting_id)
    item = Item.objects.select_related("meeting").get(pk=item.pk)
    _refuse_unless_ready(meeting, item)
    rules, counted = rules_for(meeting), quorum_of(meeting)
    if not counted.is_met:
        raise NoQuorum(present=counted.present, total=counted.total, needed=counted.needed)
    vote = _write(actor, item, _worded(question), seconds, rules, counted)
    electors = _freeze_electors(vote, item, away_too=rules.may_vote_away)
    announce(_opened(vote, item, electors), actor=actor)
    return vote


def _refuse_unless_ready(meeting: Meeting, item: Item) -> None:
    if meeting.state != MeetingState.IN_SESSION:
        raise NotInSession
    if item.state != ItemState.OPEN:
        raise ItemNotOpen
    running = meeting.votes.filter(state=VoteState.OPEN).first()
    if running is not None:
        raise VoteAlreadyOpen(question=running.question)


def _worded(question: str) -> str:
    question = " ".join(question.split())
    if not 0 < len(question) <= LONGEST_QUESTION:
        raise BadQuestion
    return question


def _write(
    actor: Person, item: Item, question: str, seconds: int | None, rules: RuleSet, counted: Quorum
) -> Vote:
    moment = now()
    head = item.meeting.participants.filter(presides=True).select_related("person").first()
    last = item.votes.aggregate(last=Max("round"))["last"] or 0
    return Vote.objects.create(
        meeting=item.meeting,
        item=item,
        question=question,
        round=last + 1,
        rules=freeze(rules, head, counted),
        roll=counted.total,
        present=counted.present,
        opened_at=moment,
        opened_by=actor,
        closes_at=_deadline(moment, seconds),
    )


def _deadline(moment: datetime, seconds: int | None) -> datetime | None:
    if seconds is None:
        return None
    if not SHORTEST <= seconds <= LONGEST:
        raise BadSeconds
    return moment + timedelta(seconds=seconds)


def _freeze_electors(vote: Vote, item: Item, *, away_too: bool) -> int:
    members = to_be_asked(item, away_too=away_too)
    if not members:
        raise NoElectors
    Elector.objects.bulk_create([_elector(vote, member) for member in members])
    return len(members)


def _elector(vote: Vote, member: Participant) -> Elector:
    return Elector(
        vote=vote,
        participant=member,
        person=member.person,
        name=member.person.full_name,
        office=member.office,
        office_en=member.office_en,
        order=member.order,
        breaks_tie=member.presides,
    )


def _opened(vote: Vote, item: Item, electors: int) -> VoteOpened:
    return VoteOpened(
        meeting_id=vote.meeting_id,
        vote=vote.pk,
        item=item.pk,
        restricted=item.restricted,
        question=vote.question,
        round=vote.round,
        roll=vote.roll,
        present=vote.present,
        electors=electors,
    )
