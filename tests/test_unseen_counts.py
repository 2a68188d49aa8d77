"""Nothing hidden changes a page: no list is longer, no number higher, no sentence other for who may not see it."""

import re

import pytest
from django.db import transaction
from django.urls import reverse

from agendas.actions import restrict_item
from papers.actions import restrict_paper
from papers.models import Paper
from tests.doors_table import DOORS
from tests.doors_walk import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once, pytest.mark.timeout(300)]
KINDS = ("health", "guest", "operator", "clerk")
# The number of the newest entry of the journal is no number of things; a sheet set in type says what the others say.
NOT_READ = {"realtime:state", "exchange:agenda_pdf", "exchange:agenda_docx", "meetings:letter"}
PAGES = sorted(
    name
    for name, door in DOORS.items()
    if door.method == "get" and name not in NOT_READ and not door.open_to_all
)
DIFFERS = re.compile(
    r'csrf-?\w*" (?:value|content)="[^"]+"|\d\d:\d\d(?::\d\d)?|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'
)


def test_what_is_hidden_changes_no_page(world):
    before = {kind: pages(world, kind) for kind in KINDS}
    with transaction.atomic():
        hide_more(world)
        after = {kind: pages(world, kind) for kind in KINDS}
        seen = pages(world, "secretary")
        transaction.set_rollback(True)

    differ = [
        (kind, name)
        for kind, told in before.items()
        for name, words in told.items()
        if after[kind][name] != words
    ]
    assert differ == []
    assert seen["agendas:agenda"] != pages(world, "secretary")["agendas:agenda"]


def hide_more(world):
    """Add a restricted item with a part, a restricted paper under an open item, and an unpublished item."""
    cabinet, meeting = world.cabinet, world.meeting
    hidden = cabinet.item(meeting, "Thêm kín", restricted=True)
    cabinet.item(meeting, "Thêm phần kín", parent=hidden)
    cabinet.item(meeting, "Thêm chưa công bố")
    world._paper(hidden, "Giấy kín")
    open_item = meeting.items.get(pk=world.ids["second"])
    restrict_paper(cabinet.secretary, Paper.objects.get(pk=world._paper(open_item, "Giấy riêng")))
    restrict_item(cabinet.secretary, meeting.items.get(pk=world.ids["untold"]), restricted=True)


def pages(world, kind):
    """Return what every page says to somebody who is let in, without the tokens and the clock."""
    told, client = {}, client_of(world, kind)
    for name in PAGES:
        if DOORS[name].answer_for(kind) != "in":
            continue
        url = reverse(name, args=[world.ids[key] for key in DOORS[name].args])
        with transaction.atomic():
            answer = client.get(url)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            transaction.set_rollback(True)
        told[name] = DIFFERS.sub("", body.decode("utf-8", "ignore"))
    return told
