"""What is restricted is unseen everywhere: on every page, in every count, over every socket."""

import json

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from core.errors import Refusal
from realtime.live import AUDIENCES, admitted, state_of, you_of
from tests.doors_table import DOORS, SEES_HIDDEN
from tests.doors_world import KINDS, SECRET_ITEM, SECRET_PAPER

pytestmark = pytest.mark.django_db
SECRETS = (SECRET_ITEM, SECRET_PAPER)
QUERIES = {"q": "Tuyệt-Đối-Riêng", "from": "A", "to": "now", "person": "1"}
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
    told = set()
    for name in PAGES:
        url = reverse(name, args=[world.ids[key] for key in DOORS[name].args])
        words, is_in = said(client, url)
        if is_in:  # a door that is shut is shut whatever is asked
            words += said(client, url, **QUERIES)[0].replace("q=Tuy", "")
        told |= {(name, secret) for secret in SECRETS if secret in words}

    assert told == set()


def test_the_walk_would_find_it(world):
    """The same walk as somebody who may see it: else finding nothing would prove nothing."""
    client = Client()
    client.force_login(world.people["finance"])
    agenda = said(client, reverse("agendas:agenda", args=[world.ids["meeting"]]))[0]
    papers = said(client, reverse("papers:list", args=[world.ids["hidden"]]))[0]

    assert SECRET_ITEM in agenda
    assert SECRET_PAPER in papers


@pytest.mark.parametrize("kind", [kind for kind in UNKNOWING if kind != "anonymous"])
def test_no_socket_tells_of_it(world, kind):
    person, meeting = world.people[kind], world.ids["meeting"]
    for face in AUDIENCES:
        try:
            audience = admitted("meeting", meeting, person, face)
        except Refusal:
            continue
        heard = [state_of("meeting", meeting, audience), you_of("meeting", meeting, person)]
        assert [s for s in SECRETS if s in json.dumps(heard, ensure_ascii=False, default=str)] == []
