"""Persons without offices, and a real server that shares the tests' database."""

import itertools

import pytest
from django.db import connection

from tests.realtime.serving import Client, Served, sign_in

_rooms = itertools.count(1000)


@pytest.fixture(autouse=True)
def _parlour():
    from tests.realtime.parlour import rooms  # noqa: F401 - registers, once


@pytest.fixture
def room():
    """Return the number of a parlour nobody has been in."""
    return next(_rooms)


@pytest.fixture
def person(django_user_model):
    names = itertools.count(1)

    def make(full_name="Nguyễn Văn An"):
        username = f"person{next(names)}"
        return django_user_model.objects.create_user(username, "secret", full_name=full_name)

    return make


@pytest.fixture(scope="session")
def served(django_db_setup, django_db_blocker, tmp_path_factory):
    """Return one server for all stories that only visit it."""
    with django_db_blocker.unblock():
        name = str(connection.settings_dict["NAME"])
    with Served(name, tmp_path_factory.mktemp("served")) as server:
        yield server


@pytest.fixture
def own_server(transactional_db, tmp_path):
    """Return a server for one story that ends it."""
    with Served(str(connection.settings_dict["NAME"]), tmp_path) as server:
        yield server


@pytest.fixture
def visit(served, room, transactional_db):
    """Return how to visit the room over a socket."""

    def go(person=None, **given):
        given.setdefault("session", sign_in(person) if person else "")
        return Client(served.port, room, **given)

    return go
