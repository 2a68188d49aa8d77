"""Every door of the demonstration, and who may go through it.

Who has signed in may play: the names and their password are written on the page itself.
"""

import pytest

from config.demo import runner, urls, views
from tests.doors import EVERYBODY, Door
from tests.doors_walk import heard
from tests.doors_world import KINDS

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.demo.urls")]

DOORS = {
    "demo:page": Door(EVERYBODY, open_to_all=True),
    "demo:status": Door(EVERYBODY, open_to_all=True),
    "demo:start": Door(EVERYBODY, method="post", data={"pace": "2"}),
    "demo:stop": Door(EVERYBODY, method="post"),
    "demo:renew": Door(EVERYBODY, method="post"),
}


@pytest.fixture
def deeds(demo, world, monkeypatch):
    """Let a session wait to be played, and note the deeds behind the doors without doing them."""
    done = []
    monkeypatch.setattr(views, "session_to_play", lambda: world.meeting)
    monkeypatch.setattr(runner, "start", lambda *_, **__: done.append("demo:start"))
    monkeypatch.setattr(runner, "stop", lambda: done.append("demo:stop"))
    monkeypatch.setattr(views, "renew_session", lambda: done.append("demo:renew"))
    return done


def test_the_table_knows_every_door():
    assert {f"{urls.app_name}:{door.name}" for door in urls.doors} == set(DOORS)


@pytest.mark.parametrize("name", sorted(DOORS))
def test_who_may_enter(name, world, deeds):
    door = DOORS[name]

    assert heard(world, name, door) == {kind: door.answer_for(kind) for kind in KINDS}


@pytest.mark.parametrize("name", ["demo:start", "demo:stop", "demo:renew"])
def test_a_deed_is_done_for_each_who_entered_and_nobody_else(name, world, deeds):
    heard(world, name, DOORS[name])

    assert deeds.count(name) == len(EVERYBODY)
