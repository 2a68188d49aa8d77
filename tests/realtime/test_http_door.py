"""The same commands and the same state for who has no socket."""

import json
import uuid

import pytest
from django.urls import reverse

from realtime import views
from realtime.journal import read

pytestmark = pytest.mark.django_db
ROOM = 7


def post(rf, person, body):
    request = rf.post("/", body, content_type="application/json")
    request.user = person
    return views.commands(request, "parlour", ROOM)


def command(name, data, command_id=None):
    return {"id": command_id or str(uuid.uuid4()), "do": name, "with": data}


def test_a_command_over_http_gets_a_receipt_once(rf, person):
    an, body = person(), command("word.say", {"text": "chào"})
    first, second = (json.loads(post(rf, an, body).content) for _ in range(2))
    assert (first["t"], first["id"], first["result"]) == ("receipt", body["id"], {"number": 1})
    assert second["result"] == first["result"]
    assert read(f"parlour.{ROOM}").count() == 1


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (command("word.say", {"text": "fie"}), 409, "rude"),
        (command("word.shout", {}), 404, "unknown_command"),
        (command("word.say", {"text": "x" * 17_000}), 413, "too_large"),
        ("[1", 400, "bad_frame"),
    ],
    ids=["rule", "unknown", "large", "bad"],
)
def test_a_refusal_has_its_status_and_a_sentence(rf, person, body, status, code):
    answer = post(rf, person(), body)
    said = json.loads(answer.content)
    assert (answer.status_code, said["t"], said["code"]) == (status, "refused", code)
    assert said["message"]


def test_who_is_shut_out_sees_no_room(rf, person):
    answer = post(rf, person("Shut out"), command("word.say", {"text": "chào"}))
    assert answer.status_code == 404
    assert not read(f"parlour.{ROOM}").exists()


def test_who_has_not_signed_in_is_told_so(client):
    answer = client.post(
        reverse("realtime:commands", args=[1]), command("x", {}), content_type="application/json"
    )
    assert answer.status_code == 401
    state = client.get(reverse("realtime:state", args=[1]), headers={"Accept": "application/json"})
    assert (state.status_code, state.json()["code"]) == (401, "not_signed_in")


def test_the_state_is_the_hello_of_the_socket(rf, person):
    request = rf.get("/?face=console")
    request.user = person("Host Lê")
    post(rf, request.user, command("word.say", {"text": "chào"}))
    said = json.loads(views.state(request, "parlour", ROOM).content)
    assert (said["t"], said["number"]) == ("hello", 1)
    assert said["state"]["words"] == ["chào"]
    assert said["state"]["votes"]["secret"] == "seen"
    assert said["you"]["own_words"] == 1
