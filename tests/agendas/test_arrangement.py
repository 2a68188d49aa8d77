"""Items, sub-items and headings moved in any order: numbers, frozen versions and sight hold."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from agendas.desk import desk_of
from agendas.models import AgendaVersion, OrderRule
from agendas.policies import items_visible_to
from agendas.states import ItemState
from agendas.versions import Reading
from realtime.live import state_of
from tests.agendas.arranging import Arranging

pytestmark = pytest.mark.slow


class Arrangement(Arranging):
    """What always holds, whatever secretary and chair do with one agenda."""

    @invariant()
    def numbers_have_no_gap(self):
        for meeting in (self.meeting, self.ahead):
            for items in self.neighbourhoods(meeting):
                assert [item.position for item in items] == list(range(1, len(items) + 1))
            items = list(meeting.items.select_related("parent"))
            called = [item.label for item in items if item.is_published]
            for labels in ([item.place for item in items], called):
                assert len(labels) == len(set(labels))

    @invariant()
    def members_see_numbers_without_a_gap(self):
        member = self.cabinet.finance
        rows = desk_of(member, self.meeting).rows
        assert [row.label for row in rows] == counted([row.item.parent_id for row in rows])
        lines = state_of("meeting", self.meeting.pk, "member")["agenda"]["items"]
        assert [line["label"] for line in lines] == [row.label for row in rows]

    @invariant()
    def versions_are_numbered_without_a_gap(self):
        for number, lines in self.frozen.items():
            for restricted in (False, True):
                told = [one for one in json.loads(lines) if one["restricted"] == restricted]
                labels = [one["label"].removeprefix("H") for one in told]
                assert labels == counted([one["parent"] for one in told]), number

    @invariant()
    def what_the_chair_has_not_taken_is_never_seen(self):
        waiting = self.meeting.items.filter(late_at__isnull=False, late_consent_at=None)
        assert not waiting.filter(published_in__isnull=False).exists()
        keys = set(waiting.values_list("pk", flat=True))
        for lines in self.frozen.values():
            assert not keys & {one["id"] for one in json.loads(lines)}

    @invariant()
    def headings_hold_together(self):
        top = self.meeting.items.filter(parent__isnull=True, restricted=False)
        ranks = [item.section.order if item.section else 0 for item in top.order_by("position")]
        assert ranks == sorted(ranks)
        orders = [section.order for section in self.meeting.sections.all()]
        assert orders == list(range(1, len(orders) + 1))

    @invariant()
    def a_sub_item_is_as_restricted_as_its_item(self):
        for item in self.meeting.items.filter(parent__isnull=False).select_related("parent"):
            assert item.restricted == item.parent.restricted
            assert (item.section_id, item.parent.parent_id) == (None, None)

    @invariant()
    def what_was_dealt_with_keeps_its_number(self):
        for item in self.meeting.items.exclude(opened_at=None).select_related("parent"):
            label = self.numbers.setdefault(item.pk, item.label)
            if item.state in {ItemState.OPEN, ItemState.DONE}:
                assert item.label == label

    @invariant()
    def versions_stay_frozen(self):
        kept = AgendaVersion.objects.filter(meeting=self.meeting)
        assert {one.number: json.dumps(one.lines, sort_keys=True) for one in kept} == self.frozen

    @invariant()
    def restricted_things_stay_unseen(self):
        member = self.cabinet.finance
        seen = items_visible_to(member).filter(meeting=self.meeting)
        assert not seen.filter(restricted=True).exists()
        assert not seen.filter(published_in=None).exists()
        reading = Reading(member, self.meeting)
        hidden = set(self.meeting.items.filter(restricted=True).values_list("pk", flat=True))
        for number in {*list(self.frozen)[:1], *list(self.frozen)[-1:]}:
            lines = reading.lines(number)
            assert not hidden & {line["id"] for line in lines}
            assert not any(line["restricted"] for line in lines)


def counted(parents):
    """Return the labels of lines in order, given what each is under: 1, 2, 2.1, 2.2, 3 …"""
    labels, top, under = [], 0, 0
    for parent in parents:
        top, under = (top, under + 1) if parent else (top + 1, 0)
        labels.append(f"{top}.{under}" if parent else str(top))
    return labels


@pytest.mark.timeout(600)
@pytest.mark.parametrize("keys", [[], ["kind", "title"]])
def test_whatever_is_done_the_agenda_stays_in_order(cabinet, keys):
    Arrangement.cabinet = cabinet
    if keys:
        OrderRule.objects.create(body=cabinet.body, starts=date(2016, 1, 1), keys=keys)
    run_state_machine_as_test(
        Arrangement,
        settings=settings(
            max_examples=8,
            stateful_step_count=25,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
