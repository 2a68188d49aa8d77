"""The automatic place: keys chained by the rule of the body."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from agendas.actions import (
    arrange_agenda,
    close_item,
)
from agendas.models import OrderRule
from agendas.states import ItemKind
from people.models import Agency


@pytest.fixture
def meeting(cabinet):
    return cabinet.meeting()


def told(meeting):
    items = meeting.items.filter(restricted=False).select_related("section")
    return [
        f"{item.label} {item.title}" + (f" [{item.section.name}]" if item.section else "")
        for item in items
    ]


def rule(cabinet, *keys):
    OrderRule.objects.create(body=cabinet.body, starts=date(2016, 1, 1), keys=list(keys))


def sponsor(symbol):
    return {"sponsor": Agency.objects.get(symbol=symbol)}


def test_a_new_item_stands_where_the_rule_sets_it(cabinet, meeting):
    rule(cabinet, "kind", "agency", "title")
    cabinet.item(meeting, "D1", **sponsor("BYT"))
    cabinet.item(meeting, "T1", kind=ItemKind.ADOPTION)
    cabinet.item(meeting, "D0", **sponsor("BTC"))
    cabinet.item(meeting, "B1", kind=ItemKind.INFORMATION)
    cabinet.item(meeting, "A9", **sponsor("BYT"))

    assert told(meeting) == ["1 T1", "2 D0", "3 A9", "4 D1", "5 B1"]


def test_without_a_rule_a_new_item_is_the_last(cabinet, meeting):
    cabinet.item(meeting, "B1", kind=ItemKind.INFORMATION)
    cabinet.item(meeting, "T1", kind=ItemKind.ADOPTION)
    assert told(meeting) == ["1 B1", "2 T1"]


def test_the_rule_of_the_day_of_the_session_counts(cabinet, meeting):
    rule(cabinet, "title")
    OrderRule.objects.create(body=cabinet.body, starts=date(2999, 1, 1), keys=["kind"])
    cabinet.item(meeting, "Z", kind=ItemKind.ADOPTION)
    cabinet.item(meeting, "A", kind=ItemKind.INFORMATION)
    assert told(meeting) == ["1 A", "2 Z"]


def test_arranging_sorts_what_is_planned_and_sets_the_consent_part_apart(cabinet, meeting):
    cabinet.item(meeting, "D1")
    cabinet.item(meeting, "T1", kind=ItemKind.ADOPTION)
    cabinet.item(meeting, "T0", kind=ItemKind.ADOPTION)
    rule(cabinet, "kind", "title")

    arrange_agenda(cabinet.secretary, meeting)

    consent, debate = meeting.sections.all()
    assert (consent.name, consent.name_en) == (
        "Thông qua không thảo luận",
        "Adoption without debate",
    )
    assert told(meeting) == [
        f"1 T0 [{consent.name}]",
        f"2 T1 [{consent.name}]",
        f"3 D1 [{debate.name}]",
    ]
    cabinet.item(meeting, "D0")
    assert told(meeting)[2] == f"3 D0 [{debate.name}]"


def test_arranging_leaves_what_was_dealt_with_in_its_place(cabinet):
    meeting = cabinet.in_session("Z", "Y", "X")
    rule(cabinet, "title")
    close_item(cabinet.chair, cabinet.open_item(meeting, 1))

    arrange_agenda(cabinet.secretary, meeting)

    assert told(meeting) == ["1 Z", "2 X", "3 Y"]


def test_a_body_gets_its_order_by_a_command(cabinet, capsys):
    call_command("set_order", "chinh-phu", "kind", "title", "--starts", "2020-01-01")

    assert OrderRule.objects.get(body=cabinet.body).keys == ["kind", "title"]
    assert "orders by kind, title" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("set_order", "chinh-phu", "kind", "--starts", "2020-01-01")
    with pytest.raises(CommandError):
        call_command("set_order", "nobody", "kind", "--starts", "2020-01-01")
    with pytest.raises(CommandError):
        call_command("set_order", "chinh-phu", "weather", "--starts", "2021-01-01")
