"""Those who have not answered are reminded, nobody twice on a day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.clock import at
from core.errors import NotAllowed
from meetings.actions import Said, answer_invitation, move_meeting, remind, unanswered
from meetings.invitations.states import Answer
from meetings.states import MeetingState
from people.models import Notice


@pytest.fixture
def meeting(cabinet):
    start = timezone.now() + timedelta(days=9)
    made = cabinet.meeting("Phiên tháng ba", starts_at=start, ends_at=start + timedelta(hours=3))
    return move_meeting(cabinet.secretary, made, MeetingState.CONVENED)


def reminders(person):
    return Notice.objects.filter(person=person, kind="meeting.reminded")


def send(client, meeting, *places):
    url = reverse("meetings:remind", args=[meeting.pk])
    return client.post(url, {"row": [place.pk for place in places]})


def test_all_who_have_not_answered_are_reminded_each_with_an_entry(cabinet, meeting, client):
    coming = cabinet.participant(meeting, cabinet.finance)
    answer_invitation(cabinet.finance, coming, Said(answer=Answer.COMING))
    client.force_login(cabinet.secretary)
    page = client.get(reverse("meetings:invitations", args=[meeting.pk])).content.decode()
    waiting = list(unanswered(meeting))
    assert page.count('name="row"') == len(waiting) == 4

    answer = send(client, meeting, *waiting)

    assert answer.url == reverse("meetings:invitations", args=[meeting.pk])
    assert cabinet.heard(meeting).count("participant.reminded") == 4
    assert not reminders(cabinet.finance).exists()
    (notice,) = reminders(cabinet.health)
    place = cabinet.participant(meeting, cabinet.health)
    assert notice.url == reverse("meetings:reply", args=[place.pk])
    assert "Phiên tháng ba" in notice.title


def test_nobody_is_reminded_twice_on_a_day(cabinet, meeting, client):
    place = cabinet.participant(meeting, cabinet.health)
    other = cabinet.participant(meeting, cabinet.justice)
    morning = timezone.localtime().replace(hour=0, minute=30)
    with at(morning - timedelta(hours=1)):
        remind(cabinet.secretary, place)
    with at(morning):
        remind(cabinet.chair, place)
    client.force_login(cabinet.secretary)
    with at(morning + timedelta(hours=5)):
        answer = send(client, meeting, place, other)
    outcome = answer.context["outcome"]
    assert (outcome.done, [name for name, _why in outcome.refused]) == (
        [str(other)],
        [str(place)],
    )
    assert "Hôm nay" in outcome.refused[0][1]
    assert reminders(cabinet.health).count() == 2


def test_who_has_answered_or_left_the_time_for_it_is_not_asked(cabinet, meeting, client):
    place = cabinet.participant(meeting, cabinet.finance)
    answer_invitation(cabinet.finance, place, Said(answer=Answer.COMING))
    client.force_login(cabinet.secretary)
    assert send(client, meeting, place).status_code == 409
    with pytest.raises(NotAllowed):
        remind(cabinet.finance, cabinet.participant(meeting, cabinet.health))
    cabinet.item(meeting)
    move_meeting(cabinet.secretary, meeting, MeetingState.CANCELLED, "Hoãn")
    assert send(client, meeting, cabinet.participant(meeting, cabinet.health)).status_code == 409
