"""A restricted item does not exist for whoever was not given sight of it."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from agendas.actions import grant_sight, open_item, request_speech, revoke_sight
from agendas.desk import desk_of
from agendas.errors import OnlyRestricted
from agendas.policies import items_visible_to, persons_who_see
from core.errors import NotAllowed
from meetings.models import Meeting
from realtime.live import state_of, you_of

SECRET = "Vụ việc không công khai"


@pytest.fixture
def story(cabinet):
    """A meeting in session with an open and a restricted item, both published."""
    meeting = cabinet.convened("Ngân sách")
    item = cabinet.item(meeting, SECRET, restricted=True)
    cabinet.publish(meeting)
    cabinet.arrive(meeting)
    from meetings.actions import move_meeting

    return move_meeting(cabinet.chair, meeting, "in_session"), item


def sees(person, item):
    return items_visible_to(person).filter(pk=item.pk).exists()


def test_only_keepers_and_those_named_see_it(cabinet, story):
    _meeting, item = story
    cabinet.stranger()
    cabinet.superuser()
    grant_sight(cabinet.secretary, item, person=cabinet.finance)

    seeing = {key for key, person in cabinet.people.items() if sees(person, item)}

    assert seeing == {"chair", "secretary", "finance"}
    assert list(persons_who_see(item)) == [cabinet.finance]


def test_a_global_permission_opens_nothing(cabinet, story):
    _meeting, item = story
    cabinet.health.user_permissions.add(Permission.objects.get(codename="view_item"))
    assert not sees(cabinet.health, item)


def test_sight_without_a_place_at_the_meeting_is_nothing(cabinet, story):
    _meeting, item = story
    grant_sight(cabinet.secretary, item, person=cabinet.stranger())
    assert not sees(cabinet.stranger(), item)


def test_sight_is_taken_back(cabinet, story):
    _meeting, item = story
    grant_sight(cabinet.secretary, item, person=cabinet.finance)
    revoke_sight(cabinet.secretary, item, person=cabinet.finance)
    assert not sees(cabinet.finance, item)


def test_sight_is_given_by_keepers_and_only_of_restricted_items(cabinet, story):
    meeting, item = story
    with pytest.raises(NotAllowed):
        grant_sight(cabinet.finance, item, person=cabinet.finance)
    with pytest.raises(NotAllowed):
        revoke_sight(cabinet.finance, item, person=cabinet.finance)
    with pytest.raises(OnlyRestricted):
        grant_sight(cabinet.secretary, meeting.items.get(restricted=False), person=cabinet.finance)


def test_the_archive_opens_only_what_was_open(cabinet, story):
    meeting, item = story
    Meeting.objects.filter(pk=meeting.pk).update(state="sealed", sealed_at=timezone.now())

    assert not sees(cabinet.archivist, item)
    assert sees(cabinet.archivist, meeting.items.get(restricted=False))


def test_it_is_in_no_page_list_or_count_of_the_others(cabinet, story, client):
    meeting, _item = story
    client.force_login(cabinet.finance)

    for url in (
        reverse("meetings:list"),
        reverse("meetings:page", args=[meeting.pk]),
        reverse("agendas:agenda", args=[meeting.pk]),
        reverse("agendas:lines", args=[meeting.pk]),
        reverse("agendas:item", args=[meeting.items.get(restricted=False).pk]),
        reverse("people:home"),
    ):
        page = client.get(url)
        assert page.status_code == 200
        assert SECRET not in page.content.decode()
        # As a word of its own: the random tokens of a page may hold any two letters.
        assert not re.search(r"\bH1\b", page.content.decode())
    desk = desk_of(cabinet.finance, meeting)
    assert len(desk.rows) == 1
    assert desk.closed_rows == []
    assert desk.minutes == 10


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("item", "get"),
        ("item_edit", "get"),
        ("item_access", "get"),
        ("item_withdraw", "get"),
        ("item_room", "get"),
        ("item_place", "post"),
        ("item_object", "post"),
        ("item_restrict", "post"),
    ],
)
def test_its_doors_are_not_found(cabinet, story, client, name, method):
    _meeting, item = story
    data = {"to": 1, "restricted": "no"}
    for person in (cabinet.finance, cabinet.stranger(), cabinet.superuser(), cabinet.admin):
        client.force_login(person)
        door = reverse(f"agendas:{name}", args=[item.pk])
        assert getattr(client, method)(door, data).status_code == 404


def test_behind_closed_doors_the_sockets_say_nothing_of_it(cabinet, story):
    meeting, item = story
    grant_sight(cabinet.secretary, item, person=cabinet.health)
    open_item(cabinet.chair, item)
    request_speech(cabinet.health, meeting)

    for audience in ("member", "wall"):
        state = state_of("meeting", meeting.pk, audience)
        assert SECRET not in str(state)
        assert [line["title"] for line in state["agenda"]["items"]] == ["Ngân sách"]
        assert state["agenda"]["current"] is None
        assert state["agenda"]["closed_door"] is True
        assert state["speaking"] == {"open": False, "queue": []}
        assert state["timer"]["label"] == ""
    console = state_of("meeting", meeting.pk, "console")
    assert console["agenda"]["current"] == item.pk
    assert len(console["speaking"]["queue"]) == 1
    assert you_of("meeting", meeting.pk, cabinet.finance)["item"] is None
    assert you_of("meeting", meeting.pk, cabinet.finance)["request"] is None
    assert you_of("meeting", meeting.pk, cabinet.health)["item"]["title"] == SECRET


def test_who_may_not_see_it_may_not_speak_on_it(cabinet, story):
    meeting, item = story
    open_item(cabinet.chair, item)

    with pytest.raises(NotAllowed) as refusal:
        request_speech(cabinet.finance, meeting)
    assert SECRET not in refusal.value.sentence
