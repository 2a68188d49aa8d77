"""Asking to speak, having the floor, ending."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agendas.actions import (
    call_speaker,
    close_item,
    end_speech,
    request_speech,
    withdraw_speech,
)
from agendas.errors import (
    AlreadyAsked,
    NoItemOpen,
    NoRequest,
    NotInTheRoom,
)
from agendas.states import SpeechState
from core.clock import at
from core.errors import NotAllowed
from meetings.actions import invite, move_meeting
from realtime.models import Entry


def facts(meeting, name):
    return Entry.objects.filter(room__key=f"meeting.{meeting.pk}", name=name).last().facts


def test_one_asks_is_called_and_ends(cabinet):
    meeting = cabinet.in_session("A")
    cabinet.open_item(meeting)
    moment = timezone.now()
    with at(moment):
        first = request_speech(cabinet.finance, meeting)
        second = request_speech(cabinet.health, meeting)
        call_speaker(cabinet.chair, first)
    with at(moment + timedelta(seconds=95)):
        call_speaker(cabinet.chair, second, seconds=60)
        second.refresh_from_db()
        end_speech(cabinet.health, second)

    first.refresh_from_db()
    assert first.state == SpeechState.DONE
    ended = Entry.objects.filter(name="speech.ended").order_by("number").first().facts
    assert (ended["person"], ended["seconds"]) == ("Lê Thị Hòa", 95)
    assert facts(meeting, "speech.started")["limit_seconds"] == 60


def test_one_asks_once_and_may_withdraw(cabinet):
    meeting = cabinet.in_session("A")
    cabinet.open_item(meeting)
    request_speech(cabinet.finance, meeting)
    with pytest.raises(AlreadyAsked):
        request_speech(cabinet.finance, meeting)

    withdraw_speech(cabinet.finance, meeting)
    with pytest.raises(NoRequest):
        withdraw_speech(cabinet.finance, meeting)
    assert request_speech(cabinet.finance, meeting).state == SpeechState.WAITING


def test_one_speaks_on_an_item_in_the_room(cabinet):
    meeting = cabinet.in_session("A", present=cabinet.members()[:4])
    with pytest.raises(NoItemOpen):
        request_speech(cabinet.finance, meeting)
    cabinet.open_item(meeting)
    with pytest.raises(NotInTheRoom):
        request_speech(cabinet.transport, meeting)
    with pytest.raises(NotAllowed):
        request_speech(cabinet.secretary, meeting)
    with pytest.raises(NotAllowed):
        request_speech(cabinet.stranger(), meeting)


def test_a_substitute_may_speak(cabinet):
    meeting = cabinet.convened("A")
    invite(
        cabinet.secretary,
        meeting,
        person=cabinet.person("deputy"),
        capacity="substitute",
        stands_for=cabinet.participant(meeting, cabinet.transport),
    )
    cabinet.arrive(meeting, *cabinet.members()[:4], cabinet.deputy)
    meeting = move_meeting(cabinet.chair, meeting, "in_session")
    cabinet.open_item(meeting)

    assert request_speech(cabinet.deputy, meeting).state == SpeechState.WAITING


def test_only_who_runs_the_meeting_gives_the_floor(cabinet):
    meeting = cabinet.in_session("A")
    cabinet.open_item(meeting)
    speech = request_speech(cabinet.finance, meeting)
    with pytest.raises(NotAllowed):
        call_speaker(cabinet.health, speech)
    call_speaker(cabinet.chair, speech)
    speech.refresh_from_db()
    with pytest.raises(NotAllowed):
        end_speech(cabinet.health, speech)


def test_requests_lapse_with_the_item(cabinet):
    meeting = cabinet.in_session("A")
    item = cabinet.open_item(meeting)
    waiting = request_speech(cabinet.finance, meeting)
    running = request_speech(cabinet.health, meeting)
    call_speaker(cabinet.chair, running)

    close_item(cabinet.chair, item)

    waiting.refresh_from_db()
    running.refresh_from_db()
    assert (waiting.state, running.state) == (SpeechState.WITHDRAWN, SpeechState.DONE)
    with pytest.raises(NoItemOpen):
        call_speaker(cabinet.chair, waiting)
