"""Asking to speak, getting the floor, ending a speech. One speaks at a time."""

from django.db import transaction

from agendas import events
from agendas.actions.facts import hold_in_session, speech_facts
from agendas.errors import AlreadyAsked, NoItemOpen, NoRequest, NotInTheRoom
from agendas.models import Item, Speech
from agendas.policies import ItemPolicy
from agendas.rules import SPEAKING_SECONDS
from agendas.states import SPEECH_MOVES, ItemState, SpeechState
from core.clock import now
from core.policies import require
from core.states import move
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from people.models import Person
from realtime.journal import announce

LIVE = [SpeechState.WAITING, SpeechState.SPEAKING]


@transaction.atomic
def request_speech(actor: Person, meeting: Meeting) -> Speech:
    """Ask to speak on the item under discussion."""
    policy = MeetingPolicy(actor, meeting)
    require(policy.may_speak)
    hold_in_session(meeting)
    item = _current(meeting)
    require(ItemPolicy(actor, item).may_speak)
    place = meeting.participants.select_related("person").get(person=actor)
    if not place.is_here:
        raise NotInTheRoom
    if item.speeches.filter(participant=place, state__in=LIVE).exists():
        raise AlreadyAsked
    speech = Speech.objects.create(item=item, participant=place, requested_at=now())
    announce(events.SpeechRequested(**speech_facts(speech)), actor=actor)
    return speech


@transaction.atomic
def withdraw_speech(actor: Person, meeting: Meeting) -> Speech:
    """Take one's own request back."""
    require(MeetingPolicy(actor, meeting).may_speak)
    hold_in_session(meeting)
    waiting = Speech.objects.select_related("item", "participant__person").filter(
        item__meeting=meeting, participant__person=actor, state=SpeechState.WAITING
    )
    speech = waiting.first()
    if speech is None:
        raise NoRequest
    move(speech, SpeechState.WITHDRAWN, moves=SPEECH_MOVES)
    speech.ended_at = now()
    speech.save()
    announce(events.SpeechWithdrawn(**speech_facts(speech)), actor=actor)
    return speech


@transaction.atomic
def call_speaker(
    actor: Person, speech: Speech, *, seconds: int | None = SPEAKING_SECONDS
) -> Speech:
    """Give the floor to somebody who asked; whoever speaks now ends."""
    require(ItemPolicy(actor, speech.item).may_run)
    hold_in_session(speech.item.meeting_id)
    speech = _fresh(speech)
    if speech.item.state != ItemState.OPEN:
        raise NoItemOpen
    move(speech, SpeechState.SPEAKING, moves=SPEECH_MOVES)
    _end_running(actor, speech.item)
    speech.started_at, speech.limit_seconds = now(), seconds
    speech.save()
    announce(events.SpeechStarted(**speech_facts(speech), limit_seconds=seconds), actor=actor)
    return speech


@transaction.atomic
def end_speech(actor: Person, speech: Speech) -> Speech:
    """End a speech: the chair does, or the speaker."""
    own = speech.participant.person_id == actor.pk
    require(ItemPolicy(actor, speech.item).may_run or own)
    hold_in_session(speech.item.meeting_id)
    return _end(actor, _fresh(speech))


def clear_floor(actor: Person, item: Item) -> None:
    """End the running speech; requests that still wait lapse with the item."""
    _end_running(actor, item)
    waiting = item.speeches.filter(state=SpeechState.WAITING)
    waiting.update(state=SpeechState.WITHDRAWN, ended_at=now())


def _end_running(actor: Person, item: Item) -> None:
    for running in item.speeches.filter(state=SpeechState.SPEAKING):
        _end(actor, _fresh(running))


def _end(actor: Person, speech: Speech) -> Speech:
    move(speech, SpeechState.DONE, moves=SPEECH_MOVES)
    speech.ended_at = now()
    speech.save()
    seconds = int((speech.ended_at - (speech.started_at or speech.ended_at)).total_seconds())
    announce(events.SpeechEnded(**speech_facts(speech), seconds=max(seconds, 0)), actor=actor)
    return speech


def _fresh(speech: Speech) -> Speech:
    speeches = Speech.objects.select_related("item", "participant__person")
    return speeches.get(pk=speech.pk)


def _current(meeting: Meeting) -> Item:
    item = Item.objects.filter(meeting=meeting, state=ItemState.OPEN).first()
    if item is None:
        raise NoItemOpen
    return item
