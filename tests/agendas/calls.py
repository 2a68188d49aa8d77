"""What stories about the last call share."""

from datetime import timedelta

from agendas.actions import give_position
from core import clock
from meetings.actions import move_meeting


def session_with_call(cabinet):
    """Three items for adoption and one for decision, in session, with a last call of 30 s."""
    cabinet.rules.last_call_seconds = 30
    cabinet.rules.save()
    meeting = cabinet.meeting()
    for title in ("A", "B", "C"):
        cabinet.item(meeting, title, kind="adoption")
    cabinet.item(meeting, "D", kind="decision")
    cabinet.publish(meeting)
    meeting = move_meeting(cabinet.secretary, meeting, "convened")
    cabinet.arrive(meeting)
    return move_meeting(cabinet.chair, meeting, "in_session")


def entered(meeting):
    return list(meeting.items.filter(kind="adoption"))


def after(call, seconds=0):
    return clock.at(call.ends_at + timedelta(seconds=seconds))


def agree(cabinet, item, *people):
    for person in people or cabinet.members():
        give_position(person, item, stance="no_objection")
