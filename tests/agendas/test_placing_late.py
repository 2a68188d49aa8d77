"""A submission that comes on an agenda after the limit: it says why, as an item by hand does."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agendas.actions import place_submission
from agendas.errors import ReasonMissing
from agendas.models import Item
from core.clock import at
from core.needs import needs_of


def door(submission):
    return reverse("agendas:submission_place", args=[submission.pk])


@pytest.fixture
def ahead(cabinet):
    """A session in a month, whose limit is still to come."""
    return cabinet.convened("A", starts_at=timezone.now() + timedelta(days=30), ends_at=None)


@pytest.fixture
def eve(ahead):
    """The day before that session."""
    with at(ahead.starts_at - timedelta(days=1)):
        yield


def test_after_the_limit_a_submission_is_placed_for_a_reason(cabinet, register, ahead, eve):
    submission = register.routed("Gấp")
    with pytest.raises(ReasonMissing):
        place_submission(cabinet.secretary, submission, ahead)
    with pytest.raises(ReasonMissing):
        place_submission(cabinet.secretary, submission, ahead, late_for="  ")

    item = place_submission(cabinet.secretary, submission, ahead, late_for=" Bão số 9 ")

    assert (item.late_for, item.is_waiting) == ("Bão số 9", True)
    assert "Bão số 9" in {need.detail for need in needs_of(cabinet.chair)}


def test_the_page_asks_for_the_reason_and_keeps_what_was_chosen(
    cabinet, register, client, ahead, eve
):
    submission = register.routed("Gấp")
    client.force_login(cabinet.secretary)

    asked = client.post(door(submission), {"meeting": ahead.pk, "restricted": "on"})

    page = asked.content.decode()
    assert asked.status_code == 422
    assert 'name="late_for"' in page
    assert "Xin cho biết vì sao gửi muộn" in page
    assert f'value="{ahead.pk}" selected' in page
    assert (
        client.post(door(submission), {"meeting": ahead.pk, "late_for": "Bão"}).status_code == 302
    )
    assert Item.objects.get(title="Gấp").late_for == "Bão"


def test_in_time_no_reason_is_asked(cabinet, register, client, ahead):
    submission = register.routed("Đúng hạn")
    client.force_login(cabinet.secretary)
    assert 'name="late_for"' not in client.get(door(submission)).content.decode()

    client.post(door(submission), {"meeting": ahead.pk, "late_for": "Không cần"})

    item = Item.objects.get(title="Đúng hạn")
    assert (item.late_at, item.late_for) == (None, "")


def test_the_reason_is_asked_for_where_one_of_the_sessions_is_too_near(
    cabinet, register, client, ahead, eve
):
    cabinet.meeting("Còn xa", starts_at=ahead.starts_at + timedelta(days=60), ends_at=None)
    submission = register.routed("Gấp")
    client.force_login(cabinet.secretary)

    assert 'name="late_for"' in client.get(door(submission)).content.decode()
