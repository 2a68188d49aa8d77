"""Every door of the house, and who may go through it.

The table is complete: a URL without a row fails. 404 where the thing does not exist for somebody, 403
where they see it and may not.
"""

import json
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import get_resolver

from core.errors import Refusal
from realtime.commands import registry, run_command
from realtime.live import admitted
from tests.doors_table import COMMANDS, DOORS
from tests.doors_walk import doors_of, filled, heard
from tests.doors_world import KINDS

pytestmark = pytest.mark.django_db


def test_the_table_knows_every_door():
    assert set(doors_of(get_resolver())) == set(DOORS)


@pytest.mark.parametrize("name", sorted(DOORS))
def test_who_may_enter(name, world):
    door = DOORS[name]

    assert heard(world, name, door) == {kind: door.answer_for(kind) for kind in KINDS}


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
