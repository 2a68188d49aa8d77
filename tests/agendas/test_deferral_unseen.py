"""An item deferred to a draft: who may not see that session is told of a later one, and no more."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from agendas.actions import defer_item
from agendas.models import Item
from meetings.actions import invite, move_meeting, uninvite
from meetings.words import sentence_of
from minutes.actions import draft_minutes
from minutes.drafting import draft
from minutes.pdf.document import written
from minutes.record import compose
from minutes.sources import lines_for
from realtime.live import AUDIENCES, state_of, you_of
from realtime.models import Entry

TITLE = "Phiên Chưa-Ai-Được-Biết"


def door(name, thing):
    return reverse(name, args=[thing.pk])


@pytest.fixture
def hidden(cabinet):
    """A session in a month that is still a draft."""
    start = timezone.now() + timedelta(days=30)
    return cabinet.meeting(TITLE, starts_at=start, ends_at=None)


@pytest.fixture
def deferred(cabinet, hidden):
    meeting = cabinet.in_session("A", "B")
    item = meeting.items.get(title="A")
    defer_item(cabinet.chair, item, meeting=hidden, reason="Chờ thẩm định")
    cabinet.publish(meeting)
    return Item.objects.select_related("meeting").get(pk=item.pk)


def page(client, name, thing, **query):
    return client.get(door(name, thing), query).content.decode()


def test_the_agenda_and_the_item_tell_of_a_later_session_alone(cabinet, client, deferred):
    client.force_login(cabinet.finance)
    for told in (
        page(client, "agendas:agenda", deferred.meeting),
        page(client, "agendas:item", deferred),
        page(client, "agendas:versions", deferred.meeting, **{"from": "A", "to": "B"}),
    ):
        assert TITLE not in told
    assert "phiên họp sau" in page(client, "agendas:agenda", deferred.meeting)
    assert "phiên họp sau" in page(client, "agendas:item", deferred)


def test_who_sees_both_sessions_reads_either_from_the_other(cabinet, client, deferred, hidden):
    client.force_login(cabinet.secretary)
    assert TITLE in page(client, "agendas:agenda", deferred.meeting)
    assert TITLE in page(client, "agendas:item", deferred)
    assert deferred.meeting.title in page(client, "agendas:item", deferred.continued_by)
    assert deferred.meeting.title in page(client, "agendas:agenda", hidden)
    cabinet.publish(hidden)
    cabinet.convene(hidden)
    client.force_login(cabinet.finance)
    assert TITLE in page(client, "agendas:agenda", deferred.meeting)
    assert TITLE in page(client, "agendas:item", deferred)


def test_the_record_keeps_the_key_of_the_session_and_names_it_to_who_sees_it(
    cabinet, client, deferred, hidden
):
    entry = Entry.objects.get(name="item.deferred")
    assert TITLE not in str(entry.facts)
    assert entry.facts["to_meeting_id"] == hidden.pk
    with override("en"):
        told = {
            person: sentence_of(entry.name, entry.facts, person)
            for person in (cabinet.finance, cabinet.secretary, None)
        }
        assert told[cabinet.secretary] == f"Item 1 was deferred to “{TITLE}”: Chờ thẩm định"
        assert told[cabinet.finance] == "Item 1 was deferred to a later session: Chờ thẩm định"
        assert told[None] == told[cabinet.finance]
        old = {**entry.facts, "to_meeting": TITLE}  # as it was kept before
        assert TITLE not in sentence_of(entry.name, old, cabinet.finance)
    client.force_login(cabinet.secretary)
    assert TITLE in page(client, "meetings:record", deferred.meeting)


def test_no_socket_and_no_file_of_the_agenda_names_it(cabinet, client, deferred):
    meeting = deferred.meeting
    for audience in AUDIENCES:
        assert TITLE not in str(state_of("meeting", meeting.pk, audience))
    assert TITLE not in str(you_of("meeting", meeting.pk, cabinet.finance))
    client.force_login(cabinet.finance)
    for form in ("xml", "json"):
        assert TITLE not in page(client, f"exchange:agenda_{form}", meeting)
    word = client.get(door("exchange:agenda_docx", meeting))
    with zipfile.ZipFile(io.BytesIO(b"".join(word) if word.streaming else word.content)) as file:
        assert TITLE not in file.read("word/document.xml").decode()


def test_minutes_name_the_session_once_all_who_read_them_are_called_to_it(
    cabinet, deferred, hidden
):
    guest = cabinet.person("guest")
    for meeting in (deferred.meeting, hidden):
        invite(cabinet.secretary, meeting, person=guest, capacity="invitee")
    meeting = move_meeting(cabinet.chair, deferred.meeting, "adjourned")

    def told():
        part = next(one for one in draft(meeting) if one.item == deferred)
        return part.facts["deferred"], part.facts["deferred_to"]

    assert told() == (True, "")
    cabinet.publish(hidden)
    cabinet.convene(hidden)
    assert told() == (True, TITLE)
    uninvite(cabinet.secretary, cabinet.participant(hidden, guest))
    assert told() == (True, "")
    minutes = draft_minutes(cabinet.secretary, meeting)
    assert TITLE not in str([line.words for line in lines_for(guest, minutes)])
    assert TITLE in str([line.words for line in lines_for(cabinet.finance, minutes)])
    assert "được chuyển sang phiên họp sau" in written(compose(minutes))
