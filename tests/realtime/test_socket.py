"""Stories of sockets, told with a real server on a port."""

import json
import socket
import time
import uuid
from contextlib import suppress

import pytest
from django.contrib.auth.signals import user_logged_out
from django.test import RequestFactory
from websockets.exceptions import ConnectionClosed, InvalidStatus

from realtime.journal import read
from tests.realtime.serving import Client, sign_in

pytestmark = pytest.mark.slow
AN_ID = "0b1f6f0c-3c1e-4d52-9d0a-6f8a8b8f2a11"


def spoken(room):
    return [entry.facts["text"] for entry in read(f"parlour.{room}")]


def test_everybody_hears_what_one_says(visit, person):
    an, binh = person("An"), person("Bình")
    with visit(an) as here, visit(binh) as there:
        hello = there.next("hello")
        assert hello["state"]["words"] == []
        assert hello["you"]["person"] == {"id": binh.pk, "name": "Bình"}
        assert abs(hello["now"] / 1000 - time.time()) < 60

        answer = here.do("word.say", {"text": "Xin chào"})

        assert (answer["t"], answer["result"]) == ("receipt", {"number": 1})
        told = there.state_with("words", ["Xin chào"])
        assert (told["number"], told["personal"]) == (1, 1)


def test_own_news_goes_to_own_sockets_only(visit, person):
    an, binh = person("An"), person("Bình")
    with visit(an) as tablet, visit(an) as phone, visit(binh) as there:
        for client in (tablet, phone, there):
            client.next("hello")
        tablet.do("word.say", {"text": "chào"})
        assert phone.next("mine")["name"] == "word.kept"
        there.state_with("words", ["chào"])
        assert not [said for said in there.heard if said["t"] == "mine"]

        phone.send("you", {"since": 0})
        assert phone.next("you", number=1)["you"]["own_words"] == 1


def test_a_wall_shows_nothing_of_anybody(visit, person):
    an = person("An")
    with visit(an, face="wall") as wall:
        assert wall.next("hello")["you"] == {"person": {"id": an.pk, "name": "An"}}


def test_a_stalled_reader_skips_to_the_newest(served, room, visit, person):
    narrow = socket.create_connection(("127.0.0.1", served.port))
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    words = [f"{n} " + "a" * 2000 for n in range(60)]
    with visit(person("An")) as brisk:
        with visit(person("Bình"), sock=narrow, max_queue=1) as stalled:
            stalled.next("hello")
            for word in words:
                assert brisk.do("word.say", {"text": word})["t"] == "receipt"
                time.sleep(0.02)
            told = stalled.state_with("words", words[-20:])
            heard = [said for said in stalled.heard if said["t"] == "state"]
        assert told["number"] == 60
        assert len(heard) < 50


def test_each_audience_sees_its_own_state(visit, person):
    with visit(person("Host Lê"), face="console") as host, visit(person(), face="console") as guest:
        assert host.next("hello")["state"]["votes"]["secret"] == "seen"
        assert guest.next("hello")["state"]["votes"]["secret"] is None


def test_the_room_knows_who_is_connected(visit, person):
    an, binh = person("An"), person("Bình")
    with visit(an) as here:
        with visit(binh):
            here.state_with("present", [an.pk, binh.pk])
        here.state_with("present", [an.pk])


def test_a_command_sent_again_after_a_lost_connection_counts_once(visit, person, room):
    an, command_id = person(), str(uuid.uuid4())
    with visit(an) as first:
        first.next("hello")
        first.send("vote.cast", {"choice": "yes"}, command_id)
        first.socket.close_socket()
    with visit(an) as second:
        assert second.do("vote.cast", {"choice": "yes"}, command_id)["t"] == "receipt"
        assert second.do("vote.cast", {"choice": "no"}, command_id)["code"] == "command_id_reused"
    assert spoken(room) == ["yes"]


def test_a_burst_of_votes_is_all_answered(visit, person, room):
    with visit(person()) as one:
        sent = [one.send("vote.cast", {"choice": "yes"}) for _ in range(30)]
        answered = [one.next("receipt")["id"] for _ in sent]
    assert answered == sent
    assert len(spoken(room)) == 30


def test_a_refusal_is_a_sentence_in_the_page_s_language(visit, person):
    with visit(person(), language="en") as one:
        answer = one.do("word.say", {"text": "fie"})
        assert (answer["status"], answer["code"]) == (409, "rude")
        assert one.do("word.shout")["message"].startswith("This program does not know")
    with visit(person(), language="vi") as one:
        assert one.do("word.shout")["message"].startswith("Chương trình không biết")


@pytest.mark.parametrize(
    "frame",
    ["", "{", "[]", "[" * 8000, '{"id":"7","do":"ping"}', '{"do":"ping"}', b"\x00\x01", "1e999",
     json.dumps({"id": AN_ID, "do": "word.say", "with": {"text": "\ud800"}}),
     json.dumps({"id": AN_ID, "do": "word.say", "with": {"text": "a\x00b"}}),
     json.dumps({"id": AN_ID, "do": "word.say", "with": [1]}),
     json.dumps({"id": AN_ID, "do": 5})],
    ids=lambda frame: str(frame)[-24:],
)  # fmt: skip
def test_three_malformed_frames_are_too_many(visit, person, room, frame):
    with visit(person()) as one:
        one.next("hello")
        for _ in range(2):
            one.socket.send(frame)
            assert one.next("refused")["code"] == "bad_frame"
        assert one.do("ping")["t"] == "pong"
        one.socket.send(frame)
        assert one.end() == 4500
    assert spoken(room) == []


def test_an_oversized_frame_is_refused_with_a_sentence(visit, person, room):
    with visit(person()) as one:
        assert one.do("word.long", {"text": "à" * 100_000})["result"] == {"length": 100_000}
        one.send("word.say", {"text": "à" * 10_000})
        answer = one.next("refused")
        assert (answer["status"], answer["code"]) == (413, "too_large")
        one.send("word.long", {"text": "x" * 300_000})
        assert one.end() in (1009, 1006)
    assert len(spoken(room)) == 1


def test_who_talks_too_fast_is_sent_away_for_a_while(visit, person):
    with visit(person()) as one:
        one.next("hello")
        with suppress(ConnectionClosed):  # the end may come before the last word is out
            for _ in range(200):
                one.send("ping")
        assert one.end() == 4429


@pytest.mark.parametrize(
    "origin", ["", "null", "http://evil.example", "https://127.0.0.1:{port}", "http://127.0.0.1"]
)
def test_only_our_own_pages_may_open_a_socket(served, person, room, transactional_db, origin):
    session = sign_in(person())
    origin = origin.format(port=served.port)
    with pytest.raises(InvalidStatus) as refusal:
        Client(served.port, room, session=session, origin=origin).__enter__()
    assert refusal.value.response.status_code in (400, 403)


@pytest.mark.parametrize("session", ["", "x" * 32, "á; =;;"])
def test_who_has_not_signed_in_is_told_to(visit, session):
    with visit(session=session) as one:
        assert one.end() == 4501


def test_who_is_not_admitted_is_told_to_stay_away(visit, person):
    with visit(person("Shut out")) as one:
        assert one.end() == 4503


def test_a_room_of_an_unknown_kind_is_no_room(served, person, transactional_db):
    client = Client(served.port, 1, session=sign_in(person()))
    client.address = client.address.replace("parlours", "cellars")
    with pytest.raises(InvalidStatus):
        client.__enter__()


def test_who_loses_admission_stops_hearing(visit, person):
    an, binh = person("An"), person("Bình")
    with visit(an) as here, visit(binh) as there:
        there.next("hello")
        binh.full_name = "Shut out"
        binh.save()
        here.do("word.say", {"text": "chào"})
        assert there.end() == 4503


def test_whose_admission_changes_comes_back_as_another_audience(visit, person):
    an, binh = person("An"), person("Bình")
    with visit(an) as here, visit(binh, face="console") as there:
        there.next("hello")
        binh.full_name = "Host Bình"
        binh.save()
        here.do("word.say", {"text": "chào"})
        assert there.end() == 4410


@pytest.mark.parametrize("how", ["expires", "password"])
def test_a_login_that_ended_closes_its_sockets(visit, person, how):
    from django.contrib.sessions.models import Session

    an = person()
    with visit(an) as one:
        one.next("hello")
        if how == "expires":
            Session.objects.all().delete()
        else:
            an.set_password("another")
            an.save()
        assert one.end() == 4501


def test_the_ninth_window_closes_the_first(visit, person):
    an, windows = person(), []
    session = sign_in(an)
    try:
        for _ in range(9):
            windows.append(visit(session=session).__enter__())
            windows[-1].next("hello")
        assert windows[0].end() == 4509
        assert windows[1].do("ping")["t"] == "pong"
    finally:
        for window in windows:
            window.__exit__()


def test_signing_out_is_told_to_the_hub(person, client, monkeypatch):
    told = []
    monkeypatch.setattr("realtime.bell.tell", told.append)
    request = RequestFactory().post("/sign-out/")
    request.session = client.session
    request.session.save()
    user_logged_out.send(sender=None, request=request, user=None)
    assert told[0]["type"] == "session.ended"
    assert request.session.session_key not in json.dumps(told)


test_signing_out_is_told_to_the_hub.pytestmark = [pytest.mark.django_db]
