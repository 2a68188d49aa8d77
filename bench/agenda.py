"""The agenda page of 200 items, from the request to the last byte, and how many queries it asks.

The limit is Django's bare template engine with the same template and the same facts already in
memory: no session, no policies, no database, no middleware.
"""

import time
from typing import Any

from django.db import connection
from django.template import Context
from django.template.loader import get_template
from django.test import Client
from django.test.utils import (
    CaptureQueriesContext,
    setup_test_environment,
    teardown_test_environment,
)
from django.urls import reverse

from bench.figure import Figure, Options, timed
from bench.world import dress, lay

ITEMS = 200


def run(options: Options) -> Figure:
    dress()
    world = lay(members=27, items=ITEMS)
    client = Client(SERVER_NAME="localhost")
    client.force_login(world.members[5], backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("agendas:agenda", args=[world.meeting.pk])
    name, facts = captured(client, address)
    template = get_template(name).template  # type: ignore[attr-defined] # Django's engine's

    def ours() -> int:
        return len(client.get(address).content)

    def bare() -> int:
        return len(template.render(Context(dict(facts))).encode())

    with CaptureQueriesContext(connection) as asked:
        size, queries = ours(), len(asked)
    with CaptureQueriesContext(connection) as asked:
        bare()
        more = {"queries": queries, "limit_queries": len(asked), "bytes": size}
    pages, renderings = in_turn(ours, bare, options.rounds(25))
    return timed("agenda", pages, renderings, n=ITEMS, **more)


def captured(client: Client, address: str) -> tuple[str, dict[str, Any]]:
    """Ask for the page once, and return its template and all that was put into it."""
    setup_test_environment()
    try:
        answer = client.get(address)
    finally:
        teardown_test_environment()
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answers {answer.status_code}")
    return str(answer.templates[0].name), answer.context[0].flatten()


def in_turn(ours: Any, bare: Any, rounds: int) -> tuple[list[float], list[float]]:
    """Time both, one after the other, after two rounds to warm up."""
    times: tuple[list[float], list[float]] = [], []
    for number in range(rounds + 2):
        for work, kept in zip((ours, bare), times, strict=True):
            begin = time.perf_counter()
            work()
            if number > 1:
                kept.append((time.perf_counter() - begin) * 1000)
    return times
