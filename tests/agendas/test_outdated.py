"""Positions that something has overtaken: they stand, are marked, and wait to be confirmed."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from agendas.actions import (
    confirm_positions,
    draft_position,
    edit_item,
    give_drafts,
    give_position,
    withdraw_position,
)
from agendas.board import board_of
from agendas.errors import NothingToConfirm
from agendas.models import Position, PositionNews
from agendas.sheets import sheets_of
from core.clock import at
from core.errors import NotAllowed
from core.needs import needs_of
from papers.actions import (
    replace_paper,
    table_paper,
    take_late_papers,
    withdraw_paper,
)
from papers.ingest.reading import read_pdf
from people.actions import appoint_assistant
from tests.cabinet import SINCE
from tests.papers import files

HTMX = {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "http://testserver/meetings/1/agenda/"}


def pdf(text="Dự thảo"):
    return read_pdf(files.good(text=text), name="du-thao.pdf")


@pytest.fixture
def meeting(cabinet):
    return cabinet.convened("A", "B", "C")


@pytest.fixture
def item(meeting):
    return meeting.items.first()


@pytest.fixture
def paper(cabinet, item):
    return table_paper(cabinet.secretary, item, title="Dự thảo nghị quyết", file=pdf())


@pytest.fixture
def helper(cabinet):
    seat = cabinet.body.memberships.get(person=cabinet.finance)
    person = cabinet.person("helper")
    appoint_assistant(cabinet.finance, seat, person=person, starts=SINCE)
    return person


def give(cabinet, item, *people, stance="no_objection"):
    for person in people or [cabinet.finance]:
        give_position(person, item, stance=stance)


def outdated(person, meeting):
    return [mark.item.title for sheet in sheets_of(person, meeting) for mark in sheet.outdated]


def confirmed(cabinet, meeting, *items, up_to=None):
    return confirm_positions(cabinet.finance, meeting, items=items, up_to=up_to or timezone.now())


def door(name, thing):
    return reverse(f"agendas:{name}", args=[thing.pk])


def verbs(person):
    return [need.verb for need in needs_of(person)]


def test_a_new_version_outdates_what_was_given_before_and_it_still_counts(
    cabinet, meeting, item, paper
):
    give(cabinet, item, cabinet.finance, cabinet.health)
    assert not outdated(cabinet.finance, meeting)

    replace_paper(cabinet.secretary, paper, file=pdf("Sửa"))

    assert outdated(cabinet.finance, meeting) == outdated(cabinet.health, meeting) == ["A"]
    board = board_of(meeting)
    assert (board.outdated, board.tallies[item.pk].no_objection) == (2, 2)
    give(cabinet, item, cabinet.justice)
    assert not outdated(cabinet.justice, meeting), "given knowing the new version"


@pytest.mark.parametrize("change", ["tabled", "withdrawn", "reworded"])
def test_whatever_changes_under_the_item_outdates(cabinet, meeting, item, paper, change):
    give(cabinet, item)
    if change == "tabled":
        table_paper(cabinet.secretary, item, title="Phụ lục", file=pdf("Phụ lục"))
    elif change == "withdrawn":
        withdraw_paper(cabinet.secretary, paper)
    else:
        edit_item(cabinet.secretary, item, title="A, sửa")

    assert len(outdated(cabinet.finance, meeting)) == 1


def test_what_is_no_change_of_the_matter_outdates_nothing(cabinet, meeting, item):
    give(cabinet, item)

    edit_item(cabinet.secretary, item, minutes=30)
    cabinet.publish(meeting)

    assert not PositionNews.objects.exists()


def test_a_late_version_outdates_once_the_chair_has_taken_it(cabinet, meeting, item, paper):
    give(cabinet, item)
    with at(meeting.starts_at - timedelta(hours=1)):
        replace_paper(cabinet.secretary, paper, file=pdf("Sửa"))
        assert not outdated(cabinet.finance, meeting)

        take_late_papers(cabinet.chair, item)

        assert outdated(cabinet.finance, meeting) == ["A"]


def test_one_tap_confirms_and_it_is_in_the_record(cabinet, meeting, item, paper):
    give(cabinet, item)
    replace_paper(cabinet.secretary, paper, file=pdf("Sửa"))

    [position] = confirmed(cabinet, meeting, item)

    assert position.stance == "no_objection"
    assert position.confirmed_at > position.given_at
    assert not outdated(cabinet.finance, meeting)
    assert cabinet.heard(meeting)[-1] == "position.confirmed"
    with pytest.raises(NothingToConfirm):
        confirmed(cabinet, meeting, item)


def test_another_position_answers_it_too_and_none_needs_no_answer(cabinet, meeting, item, paper):
    give(cabinet, item)
    replace_paper(cabinet.secretary, paper, file=pdf("Sửa"))
    give(cabinet, item, stance="speak")
    assert not outdated(cabinet.finance, meeting)

    replace_paper(cabinet.secretary, paper, file=pdf("Sửa lần nữa"))
    withdraw_position(cabinet.finance, item)

    assert not PositionNews.objects.exists()


def test_the_same_again_over_a_change_is_told(cabinet, meeting, item, paper):
    give(cabinet, item)
    replace_paper(cabinet.secretary, paper, file=pdf("Sửa"))
    give(cabinet, item)

    assert not outdated(cabinet.finance, meeting)
    assert cabinet.heard(meeting).count("position.given") == 2


def test_what_changed_once_more_after_it_was_shown_is_not_confirmed(cabinet, meeting, item, paper):
    give(cabinet, item)
    replace_paper(cabinet.secretary, paper, file=pdf("Sửa"))
    shown = PositionNews.objects.get().at
    replace_paper(cabinet.secretary, paper, file=pdf("Sửa lần nữa"))

    with pytest.raises(NothingToConfirm):
        confirmed(cabinet, meeting, item, up_to=shown)

    assert outdated(cabinet.finance, meeting) == ["A"]


def test_an_assistant_prepares_and_only_the_member_gives(cabinet, meeting, item, paper, helper):
    give(cabinet, item)
    replace_paper(cabinet.secretary, paper, file=pdf("Sửa"))
    assert "Chuẩn bị ý kiến" in verbs(helper)
    with pytest.raises(NotAllowed):
        confirm_positions(helper, meeting, items=[item], up_to=timezone.now())
    place = cabinet.participant(meeting, cabinet.finance)
    draft_position(helper, item, place=place, stance="no_objection")
    assert not outdated(helper, meeting)
    assert outdated(cabinet.finance, meeting) == ["A"]

    give_drafts(cabinet.finance, meeting)

    assert not outdated(cabinet.finance, meeting)


def test_the_database_keeps_news_and_confirmations_in_order(cabinet, meeting, item):
    give(cabinet, item)
    position = Position.objects.get()
    for wrong in ({"what": "laid"}, {"what": "words", "paper": 1}, {"what": "tea"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PositionNews.objects.create(position=position, at=timezone.now(), **wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Position.objects.update(stance="", given_at=None, confirmed_at=timezone.now())
