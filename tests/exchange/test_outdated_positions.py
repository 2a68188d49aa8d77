"""Positions given before the papers were released are outdated by the release, not before it."""

import pytest

from agendas.actions import give_position
from agendas.models import Item
from agendas.sheets import sheets_of
from exchange.models import ReleaseRule
from exchange.states import Audience, What
from meetings.models import Meeting
from papers.actions import replace_paper, table_paper
from people.actions import appoint_assistant
from tests.cabinet import SINCE
from tests.exchange.conftest import Told, read_once


@pytest.fixture
def waiting(cabinet):
    """Tell of a convened session whose papers wait for the members' gate."""
    ReleaseRule.objects.create(body=cabinet.body, starts=SINCE, source="Quy chế làm việc")
    return Told(cabinet)


def law_of(told):
    return Item.objects.get(pk=told.law.pk)


def outdated(person, told):
    sheets = sheets_of(person, Meeting.objects.get(pk=told.meeting.pk))
    return [one.title for sheet in sheets for mark in sheet.outdated for one in mark.news]


def test_what_waits_for_its_release_outdates_once_it_is_released(cabinet, waiting):
    give_position(cabinet.health, law_of(waiting), stance="no_objection")
    paper = table_paper(cabinet.secretary, waiting.law, title="Dự thảo", file=read_once("Luật"))
    replace_paper(cabinet.secretary, paper, file=read_once("Luật, sửa"))
    assert not outdated(cabinet.health, waiting)

    waiting.open(What.AGENDA, Audience.MEMBERS)
    waiting.open(What.PAPERS, Audience.MEMBERS)

    assert outdated(cabinet.health, waiting) == ["Dự thảo"]


def test_without_a_rule_a_release_outdates_nothing(cabinet):
    told = Told(cabinet)
    table_paper(cabinet.secretary, told.law, title="Dự thảo", file=read_once("Luật"))
    give_position(cabinet.health, law_of(told), stance="no_objection")

    told.open(What.AGENDA, Audience.MEMBERS)
    told.open(What.PAPERS, Audience.MEMBERS)

    assert not outdated(cabinet.health, told)


def test_an_assistant_hears_of_no_paper_that_waits_though_the_member_reads_it(cabinet, waiting):
    seat = cabinet.body.memberships.get(person=cabinet.finance)
    helper = cabinet.person("helper")
    appoint_assistant(cabinet.finance, seat, person=helper, starts=SINCE)
    budget = Item.objects.get(pk=waiting.budget.pk)
    give_position(cabinet.finance, budget, stance="no_objection")
    table_paper(cabinet.secretary, budget, title="Phụ lục", file=read_once("Phụ lục"))
    assert outdated(cabinet.finance, waiting) == ["Phụ lục"]
    assert not outdated(helper, waiting)

    waiting.open(What.AGENDA, Audience.MEMBERS)
    waiting.open(What.PAPERS, Audience.MEMBERS)

    assert outdated(helper, waiting) == ["Phụ lục"]
