"""Items, sub-items and headings moved in any order: numbers, frozen versions and sight hold."""

import json
from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from agendas import actions
from agendas.models import AgendaVersion, Item, OrderRule
from agendas.policies import items_visible_to
from agendas.states import ItemKind, ItemState
from agendas.versions import Reading
from core.errors import RuleBroken

pytestmark = pytest.mark.slow
PLACE = st.integers(min_value=-1, max_value=9)
PICK = st.integers(min_value=0, max_value=30)


class Arrangement(RuleBasedStateMachine):
    """The secretary does whatever comes to mind with one agenda."""

    cabinet = None

    @initialize(in_session=st.booleans())
    def begin(self, in_session):
        self.count, self.frozen = 0, {}
        self.actor = self.cabinet.secretary
        start = timezone.now() + timedelta(days=30)
        self.ahead = self.cabinet.meeting("Phiên sau", starts_at=start, ends_at=None)
        self.meeting = self.planned(in_session)
        self.furnish()
        self.remember()

    def planned(self, in_session):
        return self.cabinet.in_session("Một", "Hai") if in_session else self.cabinet.convened("Một")

    def furnish(self):
        """Begin with something of everything, so that few steps meet much."""
        section = actions.add_section(self.actor, self.meeting, name="Phần đầu")
        above = self.cabinet.item(self.meeting, "Ba", section=section)
        secret = self.cabinet.item(self.meeting, "Kín", restricted=True)
        for number in range(3):
            self.cabinet.item(self.meeting, f"Ba {number}", parent=above)
            self.cabinet.item(self.meeting, f"Kín {number}", parent=secret)

    # --- what is done --------------------------------------------------------------------------

    @rule(
        pick=PICK, place=st.none() | PLACE, restricted=st.booleans(), kind=st.sampled_from(ItemKind)
    )
    def add(self, pick, place, restricted, kind):
        self.count += 1
        facts = {"title": f"Việc {self.count}", "kind": kind, "restricted": restricted}
        self.do(actions.add_item, self.meeting, position=place, **facts)

    @rule(pick=PICK)
    def add_under(self, pick):
        self.count += 1
        self.do(actions.add_item, self.meeting, title=f"Việc {self.count}", parent=self.item(pick))

    @rule(pick=PICK, place=PLACE, heading=st.none() | PICK)
    def move(self, pick, place, heading):
        section = None if heading is None else self.heading_key(heading)
        self.do(actions.move_item, self.item(pick), to=place, section=section)

    @rule(pick=PICK, other=PICK, out=st.booleans())
    def nest(self, pick, other, out):
        under = None if out else self.item(other)
        self.do(actions.nest_item, self.item(pick), under=under)

    @rule(pick=PICK)
    def withdraw(self, pick):
        self.do(actions.withdraw_item, self.item(pick), reason="Chưa đủ hồ sơ")

    @rule(pick=PICK)
    def remove(self, pick):
        if self.meeting.items.count() > 1:
            self.do(actions.remove_item, self.item(pick))

    @rule(pick=PICK)
    def defer(self, pick):
        self.do(actions.defer_item, self.item(pick), meeting=self.ahead, reason="Chờ thẩm định")

    @rule(pick=PICK, restricted=st.booleans())
    def restrict(self, pick, restricted):
        self.do(actions.restrict_item, self.item(pick), restricted=restricted)

    @precondition(lambda self: self.meeting.sections.count() < 4)
    @rule()
    def head(self):
        self.count += 1
        self.do(actions.add_section, self.meeting, name=f"Phần {self.count}")

    @precondition(lambda self: self.meeting.sections.exists())
    @rule(pick=PICK, place=PLACE)
    def move_heading(self, pick, place):
        self.do(actions.move_section, self.heading(pick), to=place)

    @precondition(lambda self: self.meeting.sections.exists())
    @rule(pick=PICK)
    def remove_heading(self, pick):
        self.do(actions.remove_section, self.heading(pick))

    @precondition(lambda self: self.meeting.sections.exists())
    @rule(pick=PICK, heading=PICK, out=st.booleans())
    def put_under_heading(self, pick, heading, out):
        section = None if out else self.heading(heading)
        self.do(actions.move_to_section, self.item(pick), section)

    @rule()
    def arrange(self):
        self.do(actions.arrange_agenda, self.meeting)

    @rule()
    def publish(self):
        self.do(actions.publish_agenda, self.meeting, unchecked_for="Rà soát sau")
        self.remember()

    @precondition(lambda self: self.meeting.is_live)
    @rule(pick=PICK)
    def take_up(self, pick):
        self.do(actions.open_item, self.item(pick))
        self.remember()

    @precondition(lambda self: self.meeting.is_live)
    @rule()
    def conclude(self):
        item = self.meeting.items.filter(state=ItemState.OPEN).first()
        if item:
            self.do(actions.close_item, item)

    # --- what always holds ---------------------------------------------------------------------

    @invariant()
    def numbers_have_no_gap(self):
        for meeting in (self.meeting, self.ahead):
            for items in self.neighbourhoods(meeting):
                assert [item.position for item in items] == list(range(1, len(items) + 1))
            labels = [item.label for item in meeting.items.select_related("parent")]
            assert len(labels) == len(set(labels))

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
        for number in self.frozen:
            assert not hidden & {line["id"] for line in reading.lines(number)}
            assert not any(line["restricted"] for line in reading.lines(number))

    # --- how -----------------------------------------------------------------------------------

    def do(self, deed, *things, **facts):
        """Do it, or hear why not: then nothing has changed."""
        with suppress(RuleBroken), transaction.atomic():
            deed(self.actor, *things, **facts)
        self.meeting.refresh_from_db()

    def remember(self):
        kept = AgendaVersion.objects.filter(meeting=self.meeting)
        for version in kept.exclude(number__in=self.frozen):
            self.frozen[version.number] = json.dumps(version.lines, sort_keys=True)

    @property
    def numbers(self):
        return self.__dict__.setdefault("_numbers", {})

    def item(self, pick):
        items = list(self.meeting.items.select_related("meeting"))
        return items[pick % len(items)]

    def heading(self, pick):
        sections = list(self.meeting.sections.select_related("meeting"))
        return sections[pick % len(sections)]

    def heading_key(self, pick):
        keys = [0, *self.meeting.sections.values_list("pk", flat=True)]
        return keys[pick % len(keys)]

    @staticmethod
    def neighbourhoods(meeting):
        for restricted in (False, True):
            top = meeting.items.filter(restricted=restricted, parent__isnull=True)
            yield list(top.order_by("position"))
        for parent in Item.objects.filter(meeting=meeting, sub_items__isnull=False).distinct():
            yield list(parent.sub_items.order_by("position"))


@pytest.mark.timeout(600)
@pytest.mark.parametrize("keys", [[], ["kind", "title"]])
def test_whatever_is_done_the_agenda_stays_in_order(cabinet, keys):
    Arrangement.cabinet = cabinet
    if keys:
        OrderRule.objects.create(body=cabinet.body, starts=date(2016, 1, 1), keys=keys)
    run_state_machine_as_test(
        Arrangement,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
