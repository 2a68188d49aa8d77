"""One session of the cabinet, from the plan to the archive, in the windows of those who hold it."""

import pytest

from tests.journeys import after, before, during
from tests.journeys.line import Line

pytestmark = [pytest.mark.journey, pytest.mark.timeout(500)]


def test_a_session_from_plan_to_archive(window, caller, tmp_path):
    """Chair, secretary and two members in windows of their own, two more members calling."""
    secretary = window("secretary", width=1440, height=900)

    meeting = before.plan(secretary)
    question, block, report = before.set_agenda(secretary, meeting)
    before.invite(secretary, meeting)
    before.table_paper(secretary, question, tmp_path)
    before.publish(secretary, meeting)
    before.convene(secretary, meeting)

    chair = window("chair", width=1440, height=900)
    finance, health = window("finance"), window("health")
    justice, transport = caller("justice"), caller("transport")
    before.give_position(finance, meeting, block)
    wall = chair.new_page()
    wall.goto(f"{chair.house.url}/meetings/{meeting}/wall/")
    line = Line(health.page)
    members = [finance, health]

    during.take_the_chair(chair, meeting)
    for member in members:
        during.check_in(member, meeting)
    for member in (justice, transport):
        assert member.do(meeting, "attendance.check_in")["t"] == "receipt"
    during.confirm_everybody(secretary, meeting)
    during.open_session(chair, finance.page, health.page)
    during.object_at_the_last_call(chair, health)
    assert caller("health").do(meeting, "position.withdraw", item=block)["t"] == "receipt"
    during.adopt_block(chair)
    during.open_item(chair, question, before.QUESTION, members, wall)
    during.draw(finance)
    during.speak(health, chair, wall)

    during.put_question(chair, question, [chair, *members], wall)
    during.vote_and_change(finance)
    during.vote_on_a_broken_line(health, line)
    during.vote_by_calling(meeting, justice, transport)
    during.meet_no_barrier(meeting, chair, finance)
    screens = [chair.page, secretary.page, finance.page, health.page, wall]
    during.end_vote(chair, screens, wall)

    during.close_item(chair, question, after.CONCLUSION)
    during.open_item(chair, report, before.REPORT, members, wall)
    during.close_item(chair, report, "")
    during.adjourn(chair, members)

    after.draft(secretary, meeting)
    after.edit(secretary)
    after.approve(secretary)
    after.sign(secretary, meeting)
    after.sign(chair, meeting)
    after.seal(chair)
    archivist = window("archivist")
    after.find(archivist, "du toan ngan sach")
    after.verify(archivist)
    after.check(after.download(archivist, tmp_path))
