"""Sessions that are over, ready to be minuted."""

import pytest


class Session:
    """A finished session of the small cabinet, with what minutes are made of."""

    def __init__(self, cabinet):
        self.cabinet = cabinet
        self.meeting = cabinet.in_session(
            "Dự toán ngân sách năm 2021",
            "Phòng, chống dịch bệnh",
            title="Phiên họp thường kỳ tháng 02",
        )

    def debate(self, position=1, conclusion="Thống nhất thông qua dự toán ngân sách."):
        """Walk an item through report, speech, vote and conclusion."""
        from agendas.actions import call_speaker, close_item, request_speech

        item = self.cabinet.open_item(self.meeting, position)
        speech = request_speech(self.cabinet.health, self.meeting)
        call_speaker(self.cabinet.chair, speech)
        self.vote(item, finance="yes", chair="yes", health="yes", justice="no")
        return close_item(self.cabinet.chair, item, conclusion=conclusion)

    def vote(self, item, **choices):
        """Put a question and let these people answer."""
        from voting import actions

        vote = actions.open_vote(self.cabinet.chair, item, question="Thông qua dự toán?")
        for key, choice in choices.items():
            actions.cast_ballot(self.cabinet.people[key], vote, choice=choice)
        return actions.close_vote(self.cabinet.chair, vote)

    def adjourn(self):
        from meetings.actions import move_meeting

        self.meeting = move_meeting(self.cabinet.chair, self.meeting, "adjourned")
        return self.meeting


@pytest.fixture
def session(cabinet):
    return Session(cabinet)


@pytest.fixture
def adjourned(session):
    session.debate()
    return session.adjourn()


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.ARCHIVE_DIR = tmp_path / "archive"
