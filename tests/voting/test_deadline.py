"""A vote with a deadline ends by the server's clock, whoever looks first."""

import time
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.clock import at
from realtime.house import House
from realtime.live import state_of
from voting import deadline
from voting.actions import open_vote
from voting.models import Vote


@pytest.fixture
def timed(cabinet, item):
    return open_vote(cabinet.chair, item, question="Thông qua?", seconds=60)


def test_until_then_it_is_open(timed):
    with at(timed.closes_at - timedelta(seconds=1)):
        assert state_of("meeting", timed.meeting_id, "wall")["vote"]["state"] == "open"


def test_the_screens_that_look_find_it_closed(cabinet, meeting, timed):
    with at(timed.closes_at):
        shown = state_of("meeting", meeting.pk, "wall")["vote"]
    assert shown["state"] == "closed"
    assert shown["result"]["silent"] == 5
    assert cabinet.heard(meeting)[-1] == "vote.closed"


def test_a_page_that_looks_finds_it_closed(cabinet, client, meeting, timed):
    client.force_login(cabinet.finance)
    with at(timed.closes_at):
        told = client.get(reverse("voting:running", args=[meeting.pk])).json()
    assert told["vote"]["state"] == "closed"


@pytest.mark.django_db(transaction=True)
def test_a_server_with_visitors_sets_an_alarm(cabinet, timed, monkeypatch):
    monkeypatch.setattr(House, "standing", classmethod(lambda cls: object()))
    opened = timezone.now() - timedelta(seconds=59, milliseconds=800)
    Vote.objects.update(opened_at=opened, closes_at=opened + timedelta(seconds=60))

    assert deadline.current_vote(timed.meeting_id).is_open

    until = time.monotonic() + 20
    while Vote.objects.get().is_open and time.monotonic() < until:
        time.sleep(0.05)
    assert Vote.objects.get().is_closed
    while deadline._watched and time.monotonic() < until:
        time.sleep(0.01)
