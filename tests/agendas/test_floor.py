"""An item before the meeting: opened, spoken on, concluded; items adopted together; the clock."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agendas.actions import (
    add_item,
    adopt_without_debate,
    call_speaker,
    close_item,
    end_speech,
    object_to_adoption,
    open_item,
    pause_timer,
    request_speech,
    resume_timer,
    start_timer,
    stop_timer,
    withdraw_item,
    withdraw_speech,
)
from agendas.errors import (
    AlreadyAsked,
    AnotherItemOpen,
    ItemNotOpen,
    ItemStillOpen,
    NoItemOpen,
    NoRequest,
    NotForAdoption,
    NothingChosen,
    NoTimer,
    NotInSession,
    NotInTheRoom,
    QuorumLost,
    TimerTooLong,
)
from agendas.guards import _guards, guards_items
from agendas.models import Timer
from agendas.states import ItemKind, ItemState, SpeechState
from core.clock import at
from core.errors import NotAllowed, RuleBroken, WrongMove
from meetings.actions import check_out, invite, move_meeting
from realtime.models import Entry


def facts(meeting, name):
    return Entry.objects.filter(room__key=f"meeting.{meeting.pk}", name=name).last().facts


# --- opening and concluding ---------------------------------------------------------------


def test_an_item_is_opened_and_concluded(cabinet):
    meeting = cabinet.in_session("Ngân sách")
    item = cabinet.open_item(meeting)
    assert item.state == ItemState.OPEN
    assert Timer.objects.get(meeting=meeting).label == "1. Ngân sách"

    item = close_item(cabinet.chair, item, conclusion="  Chính phủ thống nhất.  ")

    assert item.state == ItemState.DONE
    assert facts(meeting, "item.closed")["conclusion"] == "Chính phủ thống nhất."
    assert not Timer.objects.exists()


def test_the_clock_starts_with_the_planned_minutes(cabinet):
    meeting = cabinet.in_session("Ngân sách")
    with at(timezone.now()):
        cabinet.open_item(meeting)
    timer = Timer.objects.get()
    assert timer.ends_at - timer.started_at == timedelta(minutes=10)


def test_one_item_at_a_time(cabinet):
    meeting = cabinet.in_session("A", "B")
    item = cabinet.open_item(meeting, 1)

    with pytest.raises(AnotherItemOpen):
        cabinet.open_item(meeting, 2)
    close_item(cabinet.chair, item)
    assert cabinet.open_item(meeting, 2).state == ItemState.OPEN


def test_nothing_is_opened_outside_the_session(cabinet):
    with pytest.raises(NotInSession):
        cabinet.open_item(cabinet.convened("A"))
    meeting = cabinet.in_session("A")
    move_meeting(cabinet.chair, meeting, "suspended")
    with pytest.raises(NotInSession):
        cabinet.open_item(meeting)


def test_a_concluded_item_may_be_taken_up_again_but_not_concluded_twice(cabinet):
    meeting = cabinet.in_session("A")
    item = close_item(cabinet.chair, cabinet.open_item(meeting), conclusion="Hoãn")

    with pytest.raises(ItemNotOpen):
        close_item(cabinet.chair, item)
    item = open_item(cabinet.chair, item)
    assert close_item(cabinet.chair, item).conclusion == "Hoãn"


def test_an_urgent_item_is_published_by_being_opened(cabinet):
    meeting = cabinet.in_session("A")
    item = add_item(cabinet.secretary, meeting, title="Bão khẩn cấp")

    item = open_item(cabinet.chair, item)

    assert item.published_in == 2
    assert cabinet.heard(meeting)[-2:] == ["agenda.published", "item.opened"]


def test_a_withdrawn_item_is_not_opened(cabinet):
    meeting = cabinet.in_session("A")
    item = withdraw_item(cabinet.secretary, meeting.items.get(), reason="Hoãn")
    with pytest.raises(WrongMove):
        open_item(cabinet.chair, item)


def test_a_meeting_does_not_end_in_the_middle_of_an_item(cabinet):
    meeting = cabinet.in_session("A")
    item = cabinet.open_item(meeting)

    with pytest.raises(ItemStillOpen):
        move_meeting(cabinet.chair, meeting, "adjourned")
    close_item(cabinet.chair, item)
    assert move_meeting(cabinet.chair, meeting, "adjourned").adjourned_at


def test_a_higher_floor_may_object_to_the_conclusion(cabinet):
    class VoteRuns(RuleBroken):
        pass

    @guards_items
    def no_vote(item):
        raise VoteRuns

    item = cabinet.open_item(cabinet.in_session("A"))
    try:
        with pytest.raises(VoteRuns):
            close_item(cabinet.chair, item)
        with pytest.raises(VoteRuns):
            withdraw_item(cabinet.chair, item, reason="Hoãn")
    finally:
        _guards.remove(no_vote)


# --- adoption without debate --------------------------------------------------------------


def for_adoption(cabinet, *titles):
    meeting = cabinet.meeting()
    for title in titles:
        cabinet.item(meeting, title, kind=ItemKind.ADOPTION)
    cabinet.item(meeting, "Thảo luận", kind=ItemKind.DISCUSSION)
    from agendas.actions import publish_agenda

    publish_agenda(cabinet.secretary, meeting)
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


# --- speaking -----------------------------------------------------------------------------


def test_one_asks_is_called_and_ends(cabinet):
    meeting = cabinet.in_session("A")
    cabinet.open_item(meeting)
    moment = timezone.now()
    with at(moment):
        first = request_speech(cabinet.finance, meeting)
        second = request_speech(cabinet.health, meeting)
        call_speaker(cabinet.chair, first)
    with at(moment + timedelta(seconds=95)):
        call_speaker(cabinet.chair, second, seconds=60)
        second.refresh_from_db()
        end_speech(cabinet.health, second)

    first.refresh_from_db()
    assert first.state == SpeechState.DONE
    ended = Entry.objects.filter(name="speech.ended").order_by("number").first().facts
    assert (ended["person"], ended["seconds"]) == ("Lê Thị Hòa", 95)
    assert facts(meeting, "speech.started")["limit_seconds"] == 60


def test_one_asks_once_and_may_withdraw(cabinet):
    meeting = cabinet.in_session("A")
    cabinet.open_item(meeting)
    request_speech(cabinet.finance, meeting)
    with pytest.raises(AlreadyAsked):
        request_speech(cabinet.finance, meeting)

    withdraw_speech(cabinet.finance, meeting)
    with pytest.raises(NoRequest):
        withdraw_speech(cabinet.finance, meeting)
    assert request_speech(cabinet.finance, meeting).state == SpeechState.WAITING


def test_one_speaks_on_an_item_in_the_room(cabinet):
    meeting = cabinet.in_session("A", present=cabinet.members()[:4])
    with pytest.raises(NoItemOpen):
        request_speech(cabinet.finance, meeting)
    cabinet.open_item(meeting)
    with pytest.raises(NotInTheRoom):
        request_speech(cabinet.transport, meeting)
    with pytest.raises(NotAllowed):
        request_speech(cabinet.secretary, meeting)
    with pytest.raises(NotAllowed):
        request_speech(cabinet.stranger(), meeting)


def test_a_substitute_may_speak(cabinet):
    meeting = cabinet.convened("A")
    invite(
        cabinet.secretary,
        meeting,
        person=cabinet.person("deputy"),
        capacity="substitute",
        stands_for=cabinet.participant(meeting, cabinet.transport),
    )
    cabinet.arrive(meeting, *cabinet.members()[:4], cabinet.deputy)
    meeting = move_meeting(cabinet.chair, meeting, "in_session")
    cabinet.open_item(meeting)

    assert request_speech(cabinet.deputy, meeting).state == SpeechState.WAITING


def test_only_who_runs_the_meeting_gives_the_floor(cabinet):
    meeting = cabinet.in_session("A")
    cabinet.open_item(meeting)
    speech = request_speech(cabinet.finance, meeting)
    with pytest.raises(NotAllowed):
        call_speaker(cabinet.health, speech)
    call_speaker(cabinet.chair, speech)
    speech.refresh_from_db()
    with pytest.raises(NotAllowed):
        end_speech(cabinet.health, speech)


def test_requests_lapse_with_the_item(cabinet):
    meeting = cabinet.in_session("A")
    item = cabinet.open_item(meeting)
    waiting = request_speech(cabinet.finance, meeting)
    running = request_speech(cabinet.health, meeting)
    call_speaker(cabinet.chair, running)

    close_item(cabinet.chair, item)

    waiting.refresh_from_db()
    running.refresh_from_db()
    assert (waiting.state, running.state) == (SpeechState.WITHDRAWN, SpeechState.DONE)
    with pytest.raises(NoItemOpen):
        call_speaker(cabinet.chair, waiting)


# --- the clock ----------------------------------------------------------------------------


def test_the_clock_stands_still_and_goes_on(cabinet):
    meeting = cabinet.in_session("A")
    moment = timezone.now()
    with at(moment):
        start_timer(cabinet.chair, meeting, label="Giải lao", seconds=600)
    with at(moment + timedelta(seconds=100)):
        timer = pause_timer(cabinet.chair, meeting)
    assert (timer.left_seconds, timer.ends_at) == (500, None)
    with pytest.raises(NoTimer):
        pause_timer(cabinet.chair, meeting)
    later = moment + timedelta(hours=1)
    with at(later):
        timer = resume_timer(cabinet.chair, meeting)
    assert timer.ends_at == later + timedelta(seconds=500)
    with pytest.raises(NoTimer):
        resume_timer(cabinet.chair, meeting)
    stop_timer(cabinet.chair, meeting)
    with pytest.raises(NoTimer):
        stop_timer(cabinet.chair, meeting)


@pytest.mark.parametrize("seconds", [0, -5, 86_401])
def test_the_clock_runs_at_most_a_day(cabinet, seconds):
    with pytest.raises(TimerTooLong):
        start_timer(cabinet.chair, cabinet.in_session("A"), seconds=seconds)


def test_a_member_does_not_touch_the_clock(cabinet):
    with pytest.raises(NotAllowed):
        start_timer(cabinet.finance, cabinet.in_session("A"), seconds=60)


def test_the_clock_pauses_with_the_meeting(cabinet):
    meeting = cabinet.in_session("A")
    cabinet.open_item(meeting)
    move_meeting(cabinet.chair, meeting, "suspended")

    assert Timer.objects.get().ends_at is None
