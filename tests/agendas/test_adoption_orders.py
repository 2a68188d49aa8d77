"""Whatever the order of giving, withdrawing, calling and adopting: what is opposed is not adopted."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agendas.actions import (
    adopt_without_debate,
    call_last,
    end_call,
    give_all,
    give_position,
    object_in_call,
    object_to_adoption,
    withdraw_position,
)
from agendas.models import Item, Position
from agendas.states import OPPOSING
from core.errors import Refusal
from meetings.actions import move_meeting
from tests.cabinet import Cabinet

KEYS = st.integers(0, 4)
WHO = st.sampled_from(["chair", "finance", "health"])
STANCES = st.sampled_from(["no_objection", "objection", "speak"])
DEEDS = st.one_of(
    st.tuples(st.just("give"), WHO, KEYS, STANCES),
    st.tuples(st.just("withdraw"), WHO, KEYS),
    st.tuples(st.just("rest"), WHO),
    st.tuples(st.just("call"), st.sets(KEYS, min_size=1)),
    st.tuples(st.just("object"), WHO, KEYS),
    st.tuples(st.just("debate"), WHO, KEYS),
    st.tuples(st.just("adopt"), st.sets(KEYS) | st.none()),
    st.tuples(st.just("put away")),
)


class Play:
    """Three items for adoption, one with a sub-item, and one for decision; no time at the call."""

    def __init__(self):
        self.cabinet = cabinet = Cabinet()
        meeting = cabinet.meeting()
        for title, kind in (
            ("A", "adoption"),
            ("B", "adoption"),
            ("C", "adoption"),
            ("D", "decision"),
        ):
            item = cabinet.item(meeting, title, kind=kind)
            if title == "A":
                cabinet.item(meeting, "A1", parent=item)
        cabinet.publish(meeting)
        meeting = move_meeting(cabinet.secretary, meeting, "convened")
        cabinet.arrive(meeting)
        for key in ("justice", "transport"):
            give_all(cabinet.people[key], meeting)
        self.meeting = move_meeting(cabinet.chair, meeting, "in_session")
        self.items = list(self.meeting.items.all())
        self.debated = set()

    def do(self, deed, *given):
        act = getattr(self, deed.replace(" ", "_"))
        with suppress(Refusal):
            act(*given)

    def give(self, who, key, stance):
        reason = "Chưa rõ" if stance == "objection" else ""
        give_position(self.cabinet.people[who], self.items[key], stance=stance, reason=reason)

    def withdraw(self, who, key):
        withdraw_position(self.cabinet.people[who], self.items[key])

    def rest(self, who):
        give_all(self.cabinet.people[who], self.meeting)

    def call(self, keys):
        call_last(self.cabinet.chair, self.meeting, [self.items[key] for key in keys])

    def object(self, who, key):
        object_in_call(self.cabinet.people[who], self.items[key])

    def debate(self, who, key):
        object_to_adoption(self.cabinet.people[who], self.items[key])
        self.debated.add(self.items[key].pk)

    def adopt(self, keys):
        chosen = None if keys is None else [self.items[key] for key in keys]
        opposed = self.opposed()
        done = adopt_without_debate(self.cabinet.chair, self.meeting, chosen)
        assert not {item.pk for item in done} & (opposed | self.debated)

    def put_away(self):
        end_call(self.cabinet.chair, self.meeting)

    def opposed(self):
        positions = Position.objects.filter(stance__in=OPPOSING)
        return set(positions.values_list("item", flat=True))


@pytest.mark.django_db
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=st.lists(DEEDS, max_size=14))
def test_what_is_opposed_is_never_adopted_together_nor_an_item_without_its_sub_items(db, deeds):
    from django.db import transaction

    with transaction.atomic():
        play = Play()
        for deed in deeds:
            play.do(*deed)
        adopted = set(Item.objects.filter(without_debate=True).values_list("pk", flat=True))
        assert not adopted & (play.opposed() | play.debated)
        whole, part = (item.pk in adopted for item in play.items[:2])
        assert whole == part
        transaction.set_rollback(True)
