"""The bell rings through every process, and its silence stops nothing."""

import logging

import pytest
from channels.layers import channel_layers
from django.db import transaction

from realtime import bell, live
from realtime.journal import announce, read
from tests.realtime.parlour.rooms import Said
from tests.realtime.serving import Client, free_port, sign_in


@pytest.mark.django_db(transaction=True)
def test_a_layer_that_is_down_fails_no_deed(settings, caplog, person):
    settings.CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.core.RedisChannelLayer",
            "CONFIG": {"hosts": [f"redis://127.0.0.1:{free_port()}/0"]},
        }
    }
    channel_layers.backends = {}
    bell._warned["at"] = 0.0
    with caplog.at_level(logging.WARNING, "realtime.bell"), transaction.atomic():
        announce(Said(meeting_id=7, text="chào"), actor=person())
    assert read("parlour.7").count() == 1
    assert "channel layer" in caplog.text
    channel_layers.backends = {}


@pytest.mark.django_db
def test_the_bell_rings_after_commit_and_says_nothing(
    monkeypatch, django_capture_on_commit_callbacks
):
    heard = []
    monkeypatch.setattr(bell, "_ears", [heard.append])
    with django_capture_on_commit_callbacks(execute=True):
        with transaction.atomic():
            announce(Said(meeting_id=7, text="bí mật"), actor=None)
        assert heard == []
    (rang,) = heard
    assert rang["type"] == "room.rang"
    assert (rang["room"], rang["name"], rang["number"]) == ("parlour.7", "word.said", 1)
    assert "bí mật" not in str(rang)


@pytest.mark.slow
def test_a_change_made_in_one_process_is_heard_in_the_other(served, own_server, person, room):
    an, binh = person("An"), person("Bình")
    here = Client(served.port, room, session=sign_in(an))
    there = Client(own_server.port, room, session=sign_in(binh))
    with here, there:
        there.next("hello")
        here.do("word.say", {"text": "Xin chào"})
        there.state_with("words", ["Xin chào"])


@pytest.mark.slow
def test_processes_tell_each_other_who_is_connected(served, own_server, person, room):
    an, binh = person("An"), person("Bình")
    here = Client(served.port, room, session=sign_in(an))
    there = Client(own_server.port, room, session=sign_in(binh))
    with here, there:
        there.next("hello")
        if bell.is_alone():
            there.state_with("present", [binh.pk])
        else:
            there.state_with("present", [an.pk, binh.pk])
    assert live.connected("parlour.1") == set()


@pytest.mark.slow
def test_a_change_made_outside_any_server_is_heard(served, person, room, transactional_db):
    with Client(served.port, room, session=sign_in(person())) as one:
        one.next("hello")
        with transaction.atomic():
            announce(Said(meeting_id=room, text="Từ xa"), actor=None)
        one.state_with("words", ["Từ xa"])
