"""What is restricted is unseen everywhere: on every page, in every count, over every socket."""

import json

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from core.errors import Refusal
from realtime.live import AUDIENCES, admitted, state_of, you_of
from tests.doors_secrets import (
    SECRET_ANNEX,
    SECRET_ITEM,
    SECRET_PAPER,
    SECRET_PART,
    SECRETS,
    UNTOLD,
)
from tests.doors_table import DOORS, SEES_HIDDEN
from tests.doors_world import KINDS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
OTHERS = ("Dự toán ngân sách", "Thông qua dự toán?")
QUERIES = (
    {"q": "Tuyệt-Đối-Riêng", "from": "A", "to": "now", "person": "1"},
    {"q": "Chỉ-Thư-Ký-Biết", "from": "A", "to": "B"},
    {"q": "Chưa-Công-Bố", "from": "B", "to": "C", "public": "1"},
)
SET_IN_TYPE = ("application/pdf", "wordprocessingml")
PAGES = sorted(name for name, door in DOORS.items() if door.method == "get")
UNKNOWING = [kind for kind in KINDS if kind not in SEES_HIDDEN]


def said(client, url, **query):
    """Return all that an address says, whatever it answers, and whether it let one in."""
    with transaction.atomic():
        answer = client.get(url, query)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        transaction.set_rollback(True)
    words = body.decode("utf-8", "ignore") + str(dict(answer.headers))
    return words, answer.status_code == 200


@pytest.mark.parametrize("kind", UNKNOWING)
def test_no_page_tells_of_it(world, kind):
    client = Client()
    if kind != "anonymous":
        client.force_login(world.people[kind])

    assert walked(client, world, SECRETS) == set()


def test_no_page_tells_a_guest_of_another_item(world):
    client = Client()
    client.force_login(world.people["guest"])

    told = walked(client, world, OTHERS)

    assert {name for name, _words in told if not DOORS[name].open_to_all} == set()


def test_who_sees_the_item_is_not_told_of_what_else_is_restricted(world):
    client = Client()
    client.force_login(world.people["finance"])

    assert walked(client, world, (SECRET_ANNEX, UNTOLD)) == set()


def walked(client, world, secrets):
    """Return which page tells of which secret."""
    told = set()
    for name in PAGES:
        url = reverse(name, args=[world.ids[key] for key in DOORS[name].args])
        words, is_in = said(client, url)
        # A door that is shut is shut whatever is asked; a sheet set in type only gets shorter.
        if is_in and not any(kind in words for kind in SET_IN_TYPE):
            words += "".join(said(client, url, **query)[0] for query in QUERIES)
        told |= {(name, secret) for secret in secrets if secret in words}
    return told


def test_the_walk_would_find_it(world):
    """The same walk as somebody who may see it: else finding nothing would prove nothing."""
    client = Client()
    client.force_login(world.people["finance"])
    agenda = said(client, reverse("agendas:agenda", args=[world.ids["meeting"]]))[0]
    papers = said(client, reverse("papers:list", args=[world.ids["hidden"]]))[0]

    assert SECRET_ITEM in agenda
    assert SECRET_PART in agenda
    assert SECRET_PAPER in papers
    client.force_login(world.people["secretary"])
    assert {words for _name, words in walked(client, world, SECRETS)} == {*SECRETS}


@pytest.mark.parametrize("kind", [kind for kind in UNKNOWING if kind != "anonymous"])
def test_no_socket_tells_of_it(world, kind):
    person, meeting = world.people[kind], world.ids["meeting"]
    for face in AUDIENCES:
        try:
            audience = admitted("meeting", meeting, person, face)
        except Refusal:
            continue
        heard = [state_of("meeting", meeting, audience), you_of("meeting", meeting, person)]
        secrets = SECRETS + OTHERS if kind == "guest" else SECRETS
        assert [s for s in secrets if s in json.dumps(heard, ensure_ascii=False, default=str)] == []
