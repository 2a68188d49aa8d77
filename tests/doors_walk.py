"""The walk along the doors: every kind of person knocks at each, and what they hear is noted."""

import json
from copy import deepcopy

from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.doors_world import KINDS


def doors_of(resolver, space=""):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from doors_of(pattern, space + inner)
        else:
            yield space + str(pattern.name)


def heard(world, name, door):
    """Tell what each kind of person hears at a door."""
    return {kind: told(knock(world, door, name, kind), door) for kind in KINDS}


def client_of(world, kind):
    """Return a client of its own, signed in as that kind of person."""
    client = Client()
    client.cookies = deepcopy(world.cookies.get(kind, client.cookies))
    return client


def knock(world, door, name, kind):
    client = client_of(world, kind)
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
