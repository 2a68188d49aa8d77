"""An assistant sees what the member sees before the session is over, and nothing of how it goes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agendas.actions import grant_sight
from agendas.policies import items_visible_to
from core.errors import NotAllowed, NotSeen
from meetings.actions import check_in, move_meeting
from meetings.models import Participant
from meetings.policies import (
    MeetingPolicy,
    meetings_followed_by,
    meetings_visible_to,
    places_assisted_by,
)
from people import actions
from people.errors import AssistsAlready, EndsBeforeStart, NoAssistantForSelf
from realtime.live import admitted
from tests.cabinet import SINCE, paper_pdf


@pytest.fixture
def helper(cabinet):
    person = cabinet.person("helper")
    seat = cabinet.body.memberships.get(person=cabinet.finance)
    actions.appoint_assistant(cabinet.finance, seat, person=person, starts=SINCE)
    return person


def sees(person, meeting):
    return meetings_visible_to(person).filter(pk=meeting.pk).exists()


def test_an_assistant_sees_the_meeting_from_the_convening_until_its_end(cabinet, helper):
    draft = cabinet.meeting()
    assert not sees(helper, draft)
    meeting = cabinet.in_session("A")
    assert sees(helper, meeting)
    assert not sees(helper, move_meeting(cabinet.chair, meeting, "adjourned"))


def test_an_assistant_follows_nothing_live(cabinet, helper):
    meeting = cabinet.in_session("A")
    policy = MeetingPolicy(helper, meeting)
    powers = (policy.may_take_part, policy.may_vote, policy.may_speak, policy.may_run)
    assert not any(powers)
    assert not meetings_followed_by(helper).exists()
    with pytest.raises(NotSeen):
        admitted("meeting", meeting.pk, helper, "wall")
    with pytest.raises(NotAllowed):
        check_in(helper, meeting)


def test_an_assistant_sees_no_vote(cabinet, helper):
    from voting.actions import open_vote
    from voting.policies import votes_visible_to

    meeting = cabinet.in_session("A")
    open_vote(cabinet.chair, cabinet.open_item(meeting), question="Thông qua?")
    assert votes_visible_to(cabinet.health).exists()
    assert not votes_visible_to(helper).exists()


def test_restricted_items_are_for_those_named_themselves(cabinet, helper):
    from papers.actions import table_paper
    from papers.ingest.reading import read_pdf
    from papers.policies import papers_visible_to

    meeting = cabinet.convened("A")
    hidden = cabinet.item(meeting, "Nhân sự", restricted=True)
    grant_sight(cabinet.secretary, hidden, person=cabinet.finance)
    cabinet.publish(meeting)
    for item in meeting.items.all():
        file = read_pdf(paper_pdf(1), name="a.pdf")
        table_paper(cabinet.secretary, item, title=item.title, file=file)

    assert set(items_visible_to(cabinet.finance)) == set(meeting.items.all())
    assert [item.title for item in items_visible_to(helper)] == ["A"]
    assert [paper.title for paper in papers_visible_to(helper)] == ["A"]
    grant_sight(cabinet.secretary, hidden, person=helper)
    assert hidden in items_visible_to(helper)


@pytest.mark.parametrize("ends", ["assistance", "seat", "account", "absence of the member"])
def test_sight_ends_with_what_it_hangs_on(cabinet, helper, ends):
    meeting = cabinet.convened("A")
    yesterday = timezone.localdate() - timedelta(days=1)
    if ends == "assistance":
        helper.assistances.update(ends=yesterday)
    elif ends == "seat":
        cabinet.body.memberships.filter(person=cabinet.finance).update(ends=yesterday)
    elif ends == "account":
        helper.is_active = False
        helper.save()
    else:
        Participant.objects.filter(meeting=meeting, person=cabinet.finance).delete()
    assert not sees(helper, meeting)
    assert not places_assisted_by(helper, meeting).exists()


def test_who_assists_in_one_body_sees_nothing_of_another(cabinet, helper):
    from meetings.models import RuleSet
    from people.models import Body, Membership, Role, RoleGrant

    other = Body.objects.create(name="Hội đồng", code="hoi-dong", symbol="HĐ")
    RuleSet.objects.create(body=other, starts=SINCE, source="Quy chế", quorum_article="Điều 2")
    for person in (cabinet.finance, cabinet.chair):
        Membership.objects.create(body=other, person=person, office="Ủy viên", starts=SINCE)
    RoleGrant.objects.create(
        body=other, person=cabinet.secretary, role=Role.SECRETARY, starts=SINCE
    )
    from meetings.actions import create_meeting

    start = timezone.now() + timedelta(days=1)
    facts = {"title": "Họp", "place": "?", "starts_at": start, "ends_at": None}
    officers = {"chair": cabinet.chair, "secretary": cabinet.secretary}
    meeting = create_meeting(cabinet.secretary, other, **facts, **officers)
    meeting = move_meeting(cabinet.secretary, meeting, "convened")
    assert sees(cabinet.finance, meeting)
    assert not sees(helper, meeting)


def test_a_member_names_an_assistant(cabinet, helper):
    seat = cabinet.body.memberships.get(person=cabinet.finance)
    today = timezone.localdate()
    with pytest.raises(AssistsAlready):
        actions.appoint_assistant(cabinet.admin, seat, person=helper, starts=today)
    with pytest.raises(NoAssistantForSelf):
        actions.appoint_assistant(cabinet.admin, seat, person=cabinet.finance, starts=today)
    stranger = cabinet.stranger()
    with pytest.raises(EndsBeforeStart):
        actions.appoint_assistant(cabinet.admin, seat, person=stranger, starts=today, ends=SINCE)
    with pytest.raises(NotAllowed):
        actions.appoint_assistant(cabinet.health, seat, person=stranger, starts=today)


def test_the_administrator_names_an_assistant_on_a_page(cabinet, client):
    seat = cabinet.body.memberships.get(person=cabinet.health)
    client.force_login(cabinet.admin)
    url = f"/seats/{seat.pk}/assistants/new/"
    assert client.get(url).status_code == 200
    given = {"person": cabinet.stranger().pk, "starts": "2020-01-01", "ends": ""}
    assert client.post(url, given).status_code == 302
    assert seat.assistances.get().person == cabinet.stranger()
    assert str(cabinet.stranger()) in client.get(f"/bodies/{cabinet.body.pk}/").content.decode()
