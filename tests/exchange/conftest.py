"""Stories at the gates: a meeting that is over, with papers, a vote, and something restricted."""

from functools import cache

import pytest

from agendas.actions import close_item, grant_sight, withdraw_item
from bench.oparl_set import write_set
from core.clock import now
from exchange.actions import confirm_release, plan_release
from exchange.models import ReleaseRule
from exchange.states import GATES, What
from meetings.actions import move_meeting
from meetings.states import MeetingState
from papers.actions import table_paper
from papers.ingest.reading import read_pdf
from tests.cabinet import SINCE, paper_pdf
from tests.exchange.importing import SMALL
from voting.actions import cast_ballot, close_vote, open_vote

ROOT = "http://testserver/oparl/v1.1/"


@cache
def read_once(text="Tờ trình về dự toán ngân sách"):
    """Read the same text once for all stories: an action only copies what was read."""
    return read_pdf(paper_pdf(text=text), name="to-trinh.pdf")


class Told:
    """One meeting that is over, and short words for what happens at its gates."""

    def __init__(self, cabinet, **facts):
        self.cabinet = cabinet
        self.pdf = read_once()
        agency = cabinet.body.memberships.get(person=cabinet.finance).agency
        meeting = cabinet.meeting("Phiên họp thường kỳ tháng 02", **facts)
        self.budget = cabinet.item(meeting, "Dự toán ngân sách", sponsor=agency)
        self.law = cabinet.item(meeting, "Dự án Luật Cư trú")
        self.hidden = cabinet.item(meeting, "Công tác nhân sự", restricted=True)
        cabinet.publish(meeting)
        move_meeting(cabinet.secretary, meeting, MeetingState.CONVENED)
        table = table_paper
        self.paper = table(cabinet.secretary, self.budget, title="Tờ trình", file=self.pdf)
        self.secret = table(cabinet.secretary, self.hidden, title="Hồ sơ nhân sự", file=self.pdf)
        self.meeting = meeting

    def decide(self):
        """Let the members vote on the budget, and end the meeting."""
        cabinet = self.cabinet
        cabinet.arrive(self.meeting)
        move_meeting(cabinet.chair, self.meeting, MeetingState.IN_SESSION)
        item = cabinet.open_item(self.meeting)
        vote = open_vote(cabinet.chair, item, question="Thông qua dự toán?")
        for member, choice in zip(cabinet.members(), ("yes", "yes", "yes", "no"), strict=False):
            cast_ballot(member, vote, choice=choice)
        close_vote(cabinet.chair, vote)
        close_item(cabinet.chair, item, conclusion="Giao Bộ Tài chính thực hiện.")
        self.meeting = move_meeting(cabinet.chair, self.meeting, MeetingState.ADJOURNED)
        return self

    def plan(self, what, audience, at=None):
        facts = {"what": what, "audience": audience, "planned_at": at or now()}
        return plan_release(self.cabinet.secretary, self.meeting, **facts)

    def open(self, what, *audiences):
        """Plan and confirm gates, all three when none is named; return the last."""
        for audience in audiences or GATES:
            gate = confirm_release(self.cabinet.secretary, self.plan(what, audience))
        return gate

    def publish_all(self):
        for what in What:
            self.open(what)
        return self


@pytest.fixture
def told(cabinet):
    return Told(cabinet)


@pytest.fixture
def public(told):
    return told.decide().publish_all()


@pytest.fixture
def ask(client):
    """Ask the public interface, as anybody."""

    def asked(path="", **query):
        path = path.removeprefix("http://testserver/oparl/v1.1/")
        return client.get(f"/oparl/v1.1/{path}", query)

    return asked


@pytest.fixture
def public_papers(told):
    told.open(What.AGENDA)
    told.open(What.PAPERS)
    return told


@pytest.fixture
def folder(tmp_path):
    write_set(tmp_path / "set", **SMALL)
    return tmp_path / "set"


@pytest.fixture
def follow(client):
    """Follow an address as it is told."""
    return lambda url: client.get(url or ROOT)


@pytest.fixture
def body(cabinet):
    return f"body/{cabinet.body.pk}"


@pytest.fixture
def meeting(cabinet):
    """Tell of an agenda with a paper, a withdrawn item and a restricted one that finance may see."""
    meeting = cabinet.meeting("Phiên họp Chính phủ thường kỳ tháng 02 năm 2020")
    budget = cabinet.item(
        meeting, "Dự toán ngân sách & “giải ngân” <2021>", sponsor=agency(cabinet), minutes=25
    )
    gone = cabinet.item(meeting, "Dự án Luật Cư trú")
    hidden = cabinet.item(meeting, "Công tác nhân sự", restricted=True)
    grant_sight(cabinet.secretary, hidden, person=cabinet.finance)
    cabinet.publish(meeting)
    withdraw_item(cabinet.secretary, gone, reason="Chưa đủ hồ sơ")
    cabinet.publish(meeting)
    file = read_pdf(paper_pdf(), name="to-trinh.pdf")
    table_paper(cabinet.secretary, budget, title="Tờ trình của Bộ Tài chính", file=file)
    return convene(cabinet, meeting)


def agency(cabinet):
    return cabinet.body.memberships.get(person=cabinet.finance).agency


def convene(cabinet, meeting):
    return move_meeting(cabinet.secretary, meeting, MeetingState.CONVENED)


@pytest.fixture
def clerk(client, register):
    client.force_login(register.clerk("health"))
    return client


@pytest.fixture
def released(told):
    """Tell of a decided session whose agenda is open to agencies."""
    told.decide()
    told.open(What.AGENDA, *GATES[:2])
    return told


@pytest.fixture
def waiting(cabinet):
    """Tell of a convened session whose papers wait: one under a matter of finance, one of nobody."""
    ReleaseRule.objects.create(body=cabinet.body, starts=SINCE, source="Quy chế làm việc")
    told = Told(cabinet)
    told.draft = table_paper(
        cabinet.secretary, told.law, title="Dự thảo luật", file=read_once("Luật")
    )
    return told
