"""A fresh copy of the session: what is left of the old one is ended first."""

from agendas.actions import close_item
from agendas.states import ItemState
from config.demo.session import TITLE, prepare_session
from meetings.actions import move_meeting
from meetings.models import Meeting
from meetings.states import MeetingState
from voting.actions import void_vote
from voting.states import VoteState

REASON = "Chuẩn bị lại phiên trình diễn"
M = MeetingState


def renew_session(*, papers: int = 12) -> Meeting:
    """End every session of the demonstration that is not over, and prepare a new one."""
    standing = {M.DRAFT, M.CONVENED, M.IN_SESSION, M.SUSPENDED}
    for meeting in Meeting.objects.filter(title=TITLE, state__in=standing):
        end_session(meeting)
    return prepare_session(papers=papers)


def end_session(meeting: Meeting) -> None:
    """Cancel a session that has not begun; adjourn one that has."""
    if not meeting.is_live:
        move_meeting(meeting.secretary, meeting, M.CANCELLED, REASON)
        return
    for vote in meeting.votes.filter(state=VoteState.OPEN):
        void_vote(meeting.secretary, vote, reason=REASON)
    if meeting.state == M.IN_SESSION:
        for item in meeting.items.filter(state=ItemState.OPEN):
            close_item(meeting.secretary, item)
    move_meeting(meeting.secretary, meeting, M.ADJOURNED, REASON)
