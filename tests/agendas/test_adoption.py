"""Items adopted together without debate, unless a member asks for one."""

import pytest

from agendas.actions import (
    adopt_without_debate,
    object_to_adoption,
)
from agendas.errors import (
    NotForAdoption,
    NothingChosen,
    QuorumLost,
)
from agendas.states import ItemKind
from core.errors import NotAllowed
from meetings.actions import check_out, invite, move_meeting
from realtime.models import Entry


def facts(meeting, name):
    return Entry.objects.filter(room__key=f"meeting.{meeting.pk}", name=name).last().facts


def for_adoption(cabinet, *titles):
    meeting = cabinet.meeting()
    for title in titles:
        cabinet.item(meeting, title, kind=ItemKind.ADOPTION)
    cabinet.item(meeting, "Thảo luận", kind=ItemKind.DISCUSSION)

    cabinet.publish(meeting)
    meeting = move_meeting(cabinet.secretary, meeting, "convened")
    cabinet.arrive(meeting)
    return move_meeting(cabinet.chair, meeting, "in_session")


def test_unopposed_items_are_adopted_as_a_block(cabinet):
    meeting = for_adoption(cabinet, "A", "B")

    done = adopt_without_debate(cabinet.chair, meeting, meeting.items.filter(kind="adoption"))

    assert [item.without_debate for item in done] == [True, True]
    assert cabinet.heard(meeting)[-2:] == ["item.adopted", "item.adopted"]
    told = facts(meeting, "item.adopted")
    assert (told["block"], told["present"], told["total"]) == (["1", "2"], 5, 5)


def test_any_member_takes_an_item_off_the_block(cabinet):
    meeting = for_adoption(cabinet, "A", "B")
    item = object_to_adoption(cabinet.finance, meeting.items.get(title="A"))

    assert item.kind == ItemKind.DECISION
    told = facts(meeting, "item.debate_requested")
    assert (told["person"], told["office"]) == ("Lê Thị Hòa", "Bộ trưởng Bộ Tài chính")
    with pytest.raises(NotForAdoption):
        adopt_without_debate(cabinet.chair, meeting, [item])
    with pytest.raises(NotForAdoption):
        object_to_adoption(cabinet.finance, item)


def test_who_has_no_vote_takes_nothing_off(cabinet):
    meeting = for_adoption(cabinet, "A")
    invite(cabinet.secretary, meeting, person=cabinet.person("guest"), capacity="invitee")
    with pytest.raises(NotAllowed):
        object_to_adoption(cabinet.guest, meeting.items.get(title="A"))


def test_nothing_is_adopted_without_items_debate_or_quorum(cabinet):
    meeting = for_adoption(cabinet, "A")
    with pytest.raises(NothingChosen):
        adopt_without_debate(cabinet.chair, meeting, [])
    with pytest.raises(NotForAdoption):
        adopt_without_debate(cabinet.chair, meeting, meeting.items.filter(kind="discussion"))
    with pytest.raises(NotAllowed):
        adopt_without_debate(cabinet.finance, meeting, meeting.items.all())
    for person in cabinet.members()[3:]:
        check_out(person, meeting)
    with pytest.raises(QuorumLost):
        adopt_without_debate(cabinet.chair, meeting, meeting.items.filter(kind="adoption"))
