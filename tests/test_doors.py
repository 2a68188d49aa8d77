"""Every door of the house, and who may go through it.

The table is complete: a URL without a row fails. 404 where the thing does not exist for somebody, 403
where they see it and may not.
"""

import json
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from core.errors import Refusal
from realtime.commands import registry, run_command
from realtime.live import admitted
from tests.doors_table import COMMANDS, DOORS
from tests.doors_world import KINDS, World

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


def doors_of(resolver, space=""):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from doors_of(pattern, space + inner)
        else:
            yield space + str(pattern.name)


def test_the_table_knows_every_door():
    assert set(doors_of(get_resolver())) == set(DOORS)


def knock(world, door, name, kind):
    client = Client()
    if kind != "anonymous":
        client.force_login(world.people[kind])
    url = reverse(name, args=[world.ids[key] for key in door.args])
    with transaction.atomic():
        answer = send(client, door, url, world.ids)
        if answer.streaming:
            b"".join(answer.streaming_content)
        transaction.set_rollback(True)
    return answer


def send(client, door, url, ids):
    data = filled(door.data, ids)
    if door.method in {"json", "put"}:
        method = "PUT" if door.method == "put" else "POST"
        return client.generic(method, url, json.dumps(data, default=str), "application/json")
    return getattr(client, door.method)(url, data)


@pytest.mark.parametrize("name", sorted(DOORS))
def test_who_may_enter(name, world):
    door = DOORS[name]

    heard = {kind: told(knock(world, door, name, kind), door) for kind in KINDS}

    assert heard == {kind: door.answer_for(kind) for kind in KINDS}


def told(answer, door):
    to_sign_in = answer.status_code == 302 and answer.url.startswith("/sign-in/")
    if answer.status_code == 401 or (to_sign_in and not door.open_to_all):
        return "sign in"
    return answer.status_code if answer.status_code in {403, 404} else "in"


def filled(value, ids):
    """Put the world's ids in the place of their names."""
    if isinstance(value, dict):
        return {key: filled(inner, ids) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, ids) for inner in value]
    return ids.get(value, value) if isinstance(value, str) else value


def test_the_table_knows_every_command():
    assert set(COMMANDS) == set(known_commands())


def known_commands():
    return [name for name in registry if not name.startswith(("word.", "vote.cast"))]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_who_may_command(name, world):
    who, data = COMMANDS[name]
    data = json.loads(json.dumps(filled(data, world.ids), default=str))

    heard = {kind: command(world, kind, name, data) for kind in KINDS if kind != "anonymous"}

    assert {kind for kind, said in heard.items() if said not in {403, 404}} == who


def command(world, kind, name, data):
    """Give a command as that person would over the socket: first through the room's door."""
    person = world.people[kind]
    with transaction.atomic():
        try:
            admitted("meeting", world.ids["meeting"], person, "")
            run_command(person, world.ids["meeting"], name, data, uuid4())
            return "done"
        except Refusal as refusal:
            return refusal.status
        finally:
            transaction.set_rollback(True)
