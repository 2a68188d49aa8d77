"""A meeting from its draft to its end."""

from agendas.actions import close_item
from meetings.actions import move_meeting
from meetings.states import MeetingState


def test_a_meeting_is_walked_from_draft_to_end(cabinet):
    meeting = cabinet.in_session("Ngân sách")
    close_item(cabinet.chair, cabinet.open_item(meeting), conclusion="Thống nhất.")
    meeting = move_meeting(cabinet.chair, meeting, MeetingState.SUSPENDED, "Nghỉ giải lao")
    meeting = move_meeting(cabinet.chair, meeting, MeetingState.IN_SESSION)
    meeting = move_meeting(cabinet.chair, meeting, MeetingState.ADJOURNED)

    assert meeting.adjourned_at
    assert [name for name in cabinet.heard(meeting) if name.startswith("meeting.")] == [
        "meeting.created",
        "meeting.convened",
        "meeting.opened",
        "meeting.suspended",
        "meeting.resumed",
        "meeting.adjourned",
    ]
