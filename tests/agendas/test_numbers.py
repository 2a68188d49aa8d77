"""The numbers members see have no gap, whatever stands in the design and waits for the chair."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agendas.actions import (
    consent_to_late,
    defer_item,
    move_item,
    nest_item,
    refuse_late,
    restrict_item,
    withdraw_item,
)
from agendas.desk import desk_of
from agendas.errors import PublishedFirst
from agendas.models import AgendaVersion, Item
from core.clock import at
from exchange.source import sheet_of
from realtime.live import state_of


@pytest.fixture
def ahead(cabinet):
    """A session in a month, whose limit is still to come."""
    start = timezone.now() + timedelta(days=30)
    return cabinet.convened("A", "B", "C", starts_at=start, ends_at=None)


@pytest.fixture
def late(cabinet, ahead):
    """An item that came late and stands second in the design."""
    with at(ahead.starts_at - timedelta(days=1)):
        yield cabinet.item(ahead, "Gấp", position=2)


def numbers(person, meeting):
    desk = desk_of(person, meeting)
    return [f"{row.label} {row.item.title}" for row in (*desk.rows, *desk.closed_rows)]


def test_members_count_what_they_see_and_the_secretary_what_is_planned(
    cabinet, client, ahead, late
):
    assert numbers(cabinet.finance, ahead) == ["1 A", "2 B", "3 C"]
    assert numbers(cabinet.secretary, ahead) == ["1 A", "2 Gấp", "3 B", "4 C"]
    client.force_login(cabinet.secretary)
    page = client.get(reverse("agendas:agenda", args=[ahead.pk])).content.decode()
    assert "hiện là nội dung 2" in page
    for item, label in zip(ahead.items.exclude(pk=late.pk), "123", strict=True):
        assert item.label == label


def test_sockets_and_files_have_no_gap(cabinet, client, ahead, late):
    for audience in ("member", "wall"):
        items = state_of("meeting", ahead.pk, audience)["agenda"]["items"]
        assert [line["label"] for line in items] == ["1", "2", "3"]
    client.force_login(cabinet.finance)
    told = client.get(reverse("exchange:agenda_json", args=[ahead.pk])).content.decode()
    assert "Gấp" not in told
    for public in (False, True):
        sheet = sheet_of(cabinet.finance, ahead, public=public)
        assert [line.label for line in sheet.lines] == ["1", "2", "3"]
    assert json.loads(told)


@pytest.mark.parametrize("way", ["refuse", "withdraw", "defer"])
def test_what_goes_untold_leaves_no_gap(cabinet, ahead, late, way):
    if way == "refuse":
        refuse_late(cabinet.chair, late, reason="Chưa chín")
    elif way == "withdraw":
        withdraw_item(cabinet.secretary, late, reason="Thôi")
    else:
        start = ahead.starts_at + timedelta(days=30)
        later = cabinet.meeting("Sau", starts_at=start, ends_at=None)
        defer_item(cabinet.secretary, late, meeting=later, reason="Thôi")
    other = consent_to_late(cabinet.chair, cabinet.item(ahead, "D"))

    assert numbers(cabinet.secretary, ahead) == ["1 A", "– Gấp", "2 B", "3 C", "4 D"]
    cabinet.publish(ahead)

    assert numbers(cabinet.finance, ahead) == ["1 A", "2 B", "3 C", "4 D"]
    lines = AgendaVersion.objects.filter(meeting=ahead).last().lines
    assert [line["label"] for line in lines] == ["1", "2", "3", "4"]
    assert Item.objects.get(pk=other.pk).label == "4"
    sheet = sheet_of(cabinet.secretary, ahead)
    assert [line.label for line in sheet.lines] == ["1", "2", "3", "4"]


def test_what_the_chair_takes_has_its_number_with_the_next_version(cabinet, ahead, late):
    consent_to_late(cabinet.chair, late)
    assert numbers(cabinet.finance, ahead) == ["1 A", "2 B", "3 C"]

    cabinet.publish(ahead)

    assert numbers(cabinet.finance, ahead) == ["1 A", "2 Gấp", "3 B", "4 C"]
    assert numbers(cabinet.secretary, ahead) == numbers(cabinet.finance, ahead)


def test_moving_around_what_is_unseen_changes_no_number(cabinet, ahead, late):
    move_item(cabinet.secretary, late, to=4)
    move_item(cabinet.secretary, late, to=1)
    assert numbers(cabinet.finance, ahead) == ["1 A", "2 B", "3 C"]
    move_item(cabinet.secretary, ahead.items.get(title="C"), to=1)
    assert numbers(cabinet.finance, ahead) == ["1 C", "2 A", "3 B"]


def test_a_published_item_goes_under_none_that_nobody_has_seen(cabinet, ahead, late):
    first = ahead.items.get(title="A")
    with pytest.raises(PublishedFirst):
        nest_item(cabinet.secretary, first, under=late)
    nest_item(cabinet.secretary, late, under=first)
    assert numbers(cabinet.finance, ahead) == ["1 A", "2 B", "3 C"]


def test_one_of_several_restricted_items_is_opened_to_all(cabinet):
    meeting = cabinet.meeting()
    cabinet.item(meeting, "A")
    first, _second = (cabinet.item(meeting, title, restricted=True) for title in ("X", "Y"))
    cabinet.item(meeting, "X1", parent=first)
    cabinet.publish(meeting)
    assert numbers(cabinet.secretary, meeting) == ["1 A", "H1 X", "H1.1 X1", "H2 Y"]

    opened = restrict_item(cabinet.secretary, first, restricted=False)

    assert (opened.is_published, opened.number) == (False, None)
    cabinet.publish(meeting)
    assert numbers(cabinet.secretary, meeting) == ["1 A", "2 X", "2.1 X1", "H1 Y"]
