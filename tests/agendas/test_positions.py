"""Positions before the session: the member's own, an assistant's draft, the record of it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from agendas.actions import (
    add_item,
    draft_position,
    give_all,
    give_drafts,
    give_position,
    grant_sight,
    open_item,
    withdraw_item,
    withdraw_position,
)
from agendas.errors import (
    ItemSettled,
    NothingLeft,
    NothingPrepared,
    NotPublished,
    ReasonMissing,
)
from agendas.models import Position
from agendas.tallies import electorate_of, tallies_of
from core.errors import NotAllowed
from meetings.actions import invite, move_meeting
from people.actions import appoint_assistant
from realtime.models import Entry
from tests.cabinet import SINCE


def told(meeting, name):
    entries = Entry.objects.filter(room__key=f"meeting.{meeting.pk}", name=name)
    return [entry.facts for entry in entries.order_by("number")]


def assisted(cabinet, member="finance"):
    """Return an assistant of that member."""
    seat = cabinet.body.memberships.get(person=cabinet.people[member])
    helper = cabinet.person("helper")
    appoint_assistant(cabinet.people[member], seat, person=helper, starts=SINCE)
    return helper


@pytest.fixture
def meeting(cabinet):
    return cabinet.convened("A", "B", "C")


def test_a_member_gives_changes_and_withdraws(cabinet, meeting):
    item = meeting.items.first()

    give_position(cabinet.finance, item, stance="no_objection")
    given = give_position(cabinet.finance, item, stance="objection", reason="Chưa rõ nguồn vốn.")

    assert (given.stance, given.reason) == ("objection", "Chưa rõ nguồn vốn.")
    assert tallies_of(meeting, [item])[item.pk].is_opposed
    withdraw_position(cabinet.finance, item)
    assert tallies_of(meeting, [item])[item.pk].silent == 5
    [first, second] = told(meeting, "position.given")
    assert (first["person"], first["stance"]) == ("Lê Thị Hòa", "no_objection")
    assert (second["stance"], second["reason"]) == ("objection", "Chưa rõ nguồn vốn.")
    assert [one["stance"] for one in told(meeting, "position.withdrawn")] == ["objection"]


def test_the_same_again_is_told_once(cabinet, meeting):
    item = meeting.items.first()
    give_position(cabinet.finance, item, stance="speak")
    give_position(cabinet.finance, item, stance="speak")
    withdraw_position(cabinet.finance, item)
    withdraw_position(cabinet.finance, item)

    assert len(told(meeting, "position.given")) == 1
    assert len(told(meeting, "position.withdrawn")) == 1


def test_an_objection_says_why(cabinet, meeting):
    item = meeting.items.first()
    with pytest.raises(ReasonMissing):
        give_position(cabinet.finance, item, stance="objection", reason="  ")
    place = cabinet.participant(meeting, cabinet.finance)
    facts = {"item": item, "participant": place, "given_at": timezone.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Position.objects.create(stance="objection", **facts)


def test_a_draft_has_an_author(cabinet, meeting):
    place = cabinet.participant(meeting, cabinet.finance)
    with pytest.raises(IntegrityError), transaction.atomic():
        Position.objects.create(item=meeting.items.first(), participant=place, draft_stance="speak")


def test_only_voting_members_give(cabinet, meeting):
    item = meeting.items.first()
    invite(cabinet.secretary, meeting, person=cabinet.person("guest"), capacity="invitee")
    for person in (cabinet.secretary, cabinet.guest, cabinet.stranger(), cabinet.superuser()):
        with pytest.raises(NotAllowed):
            give_position(person, item, stance="no_objection")
        with pytest.raises(NotAllowed):
            give_all(person, meeting)


def test_positions_are_given_from_the_convening_until_the_item_is_reached(cabinet):
    draft = cabinet.meeting()
    item = cabinet.item(draft, "A")
    cabinet.publish(draft)
    with pytest.raises(NotAllowed):
        give_position(cabinet.chair, item, stance="speak")

    meeting = cabinet.in_session("A", "B")
    first, second = meeting.items.all()
    give_position(cabinet.finance, second, stance="no_objection")
    open_item(cabinet.chair, first)
    with pytest.raises(ItemSettled):
        give_position(cabinet.finance, first, stance="no_objection")
    with pytest.raises(ItemSettled):
        withdraw_position(cabinet.finance, first)
    withdraw_item(cabinet.secretary, second, reason="Chưa đủ hồ sơ")
    with pytest.raises(ItemSettled):
        give_position(cabinet.finance, second, stance="no_objection")


def test_after_the_session_nothing_is_given(cabinet):
    meeting = cabinet.in_session("A")
    item = meeting.items.get()
    move_meeting(cabinet.chair, meeting, "adjourned")
    from agendas.errors import AgendaSettled

    with pytest.raises(AgendaSettled):
        give_position(cabinet.finance, item, stance="speak")


def test_nobody_takes_a_position_on_what_is_only_drafted(cabinet, meeting):
    item = cabinet.item(meeting, "Mới")
    with pytest.raises(NotPublished):
        give_position(cabinet.chair, item, stance="no_objection")


def test_one_press_gives_no_objection_to_what_is_left(cabinet, meeting):
    first, second, third = meeting.items.all()
    give_position(cabinet.finance, first, stance="objection", reason="Chưa rõ")
    helper = assisted(cabinet)
    place = cabinet.participant(meeting, cabinet.finance)
    draft_position(helper, second, place=place, stance="speak")

    given = give_all(cabinet.finance, meeting)

    assert [one.item for one in given] == [third]
    with pytest.raises(NothingLeft):
        give_all(cabinet.finance, meeting)
    assert Position.objects.get(item=first, participant=place).stance == "objection"


def test_one_agrees_to_what_one_has_seen(cabinet, meeting):
    first, *_others = meeting.items.all()
    given = give_all(cabinet.finance, meeting, items=[first])
    assert [one.item for one in given] == [first]


def test_an_assistant_prepares_and_the_member_gives(cabinet, meeting):
    helper, first, second = assisted(cabinet), *meeting.items.all()[:2]
    place = cabinet.participant(meeting, cabinet.finance)

    draft_position(helper, first, place=place, stance="objection", reason="Chưa rõ nguồn.")
    draft_position(helper, second, place=place, stance="no_objection")

    assert told(meeting, "position.given") == []
    assert tallies_of(meeting, [first])[first.pk].silent == 5
    for deed in (give_position, withdraw_position):
        with pytest.raises(NotAllowed):
            deed(helper, first, **({"stance": "speak"} if deed is give_position else {}))
    with pytest.raises(NotAllowed):
        give_drafts(helper, meeting)
    given = give_drafts(cabinet.finance, meeting)
    assert [(one.stance, one.reason) for one in given] == [
        ("objection", "Chưa rõ nguồn."),
        ("no_objection", ""),
    ]
    assert all(not one.is_drafted for one in Position.objects.all())
    assert len(told(meeting, "position.given")) == 2
    with pytest.raises(NothingPrepared):
        give_drafts(cabinet.finance, meeting)


def test_a_draft_that_was_changed_after_the_look_is_not_given(cabinet, meeting):
    helper, first, second = assisted(cabinet), *meeting.items.all()[:2]
    place = cabinet.participant(meeting, cabinet.finance)
    seen = draft_position(helper, first, place=place, stance="no_objection")
    draft_position(helper, second, place=place, stance="speak")

    given = give_drafts(cabinet.finance, meeting, up_to=seen.drafted_at)

    assert [one.item for one in given] == [first]
    assert Position.objects.get(item=second).is_drafted


def test_an_assistant_takes_a_draft_away(cabinet, meeting):
    helper, item = assisted(cabinet), meeting.items.first()
    place = cabinet.participant(meeting, cabinet.finance)
    draft_position(helper, item, place=place, stance="speak")
    draft_position(helper, item, place=place, stance="")
    with pytest.raises(NothingPrepared):
        give_drafts(cabinet.finance, meeting)
    with pytest.raises(ReasonMissing):
        draft_position(helper, item, place=place, stance="objection")


def test_nobody_prepares_for_another_member_or_after_the_assistance(cabinet, meeting):
    helper, item = assisted(cabinet), meeting.items.first()
    health = cabinet.participant(meeting, cabinet.health)
    with pytest.raises(NotAllowed):
        draft_position(helper, item, place=health, stance="speak")
    helper.assistances.update(ends=timezone.localdate() - timedelta(days=1))
    place = cabinet.participant(meeting, cabinet.finance)
    with pytest.raises(NotAllowed):
        draft_position(helper, item, place=place, stance="speak")


def test_of_a_restricted_item_those_are_counted_who_see_it(cabinet, meeting):
    item = add_item(cabinet.secretary, meeting, title="Nhân sự", restricted=True)
    grant_sight(cabinet.secretary, item, person=cabinet.finance)
    cabinet.publish(meeting)

    voters = [str(place) for place in electorate_of(meeting, [item])[item.pk]]
    assert voters == [str(cabinet.chair), str(cabinet.finance)]
    give_position(cabinet.finance, item, stance="no_objection")
    with pytest.raises(NotAllowed):
        give_position(cabinet.health, item, stance="objection", reason="?")
    assert [facts["restricted"] for facts in told(meeting, "position.given")] == [True]
    assert tallies_of(meeting, [item])[item.pk].silent == 1


def test_a_restricted_item_is_prepared_only_by_an_assistant_who_is_named(cabinet, meeting):
    helper = assisted(cabinet)
    item = add_item(cabinet.secretary, meeting, title="Nhân sự", restricted=True)
    grant_sight(cabinet.secretary, item, person=cabinet.finance)
    cabinet.publish(meeting)
    place = cabinet.participant(meeting, cabinet.finance)
    with pytest.raises(NotAllowed):
        draft_position(helper, item, place=place, stance="speak")
    grant_sight(cabinet.secretary, item, person=helper)
    assert draft_position(helper, item, place=place, stance="speak").is_drafted
