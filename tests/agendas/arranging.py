"""What one may do with an agenda in any order: a machine of deeds, each done or refused."""

import json
from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from agendas import actions
from agendas.models import AgendaVersion, Item
from agendas.states import ItemKind, ItemState
from core.clock import at
from core.errors import RuleBroken

PLACE = st.integers(min_value=-1, max_value=9)
PICK = st.integers(min_value=0, max_value=30)


class Arranging(RuleBasedStateMachine):
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
        begin = self.cabinet.in_session if in_session else self.cabinet.convened
        titles = ("Một", "Hai") if in_session else ("Một",)
        start = timezone.now() + timedelta(days=20)  # far enough ahead to have a limit
        return begin(*titles, starts_at=start, ends_at=None)

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

    @rule(place=st.none() | PLACE, restricted=st.booleans())
    def add_late(self, place, restricted):
        """Add something after the limit: the session with a limit is far enough ahead."""
        self.count += 1
        with at(self.meeting.starts_at - timedelta(hours=1)):
            facts = {"title": f"Muộn {self.count}", "restricted": restricted, "late_for": "Bão"}
            self.do(actions.add_item, self.meeting, position=place, **facts)

    @rule(pick=PICK)
    def add_late_under(self, pick):
        self.count += 1
        with at(self.meeting.starts_at - timedelta(hours=1)):
            above = self.item(pick)
            self.do(actions.add_item, self.meeting, title=f"Muộn {self.count}", parent=above)

    @rule(pick=PICK)
    def consent(self, pick):
        self.do(actions.consent_to_late, self.late_item(pick), by=self.cabinet.chair)

    @rule(pick=PICK)
    def refuse(self, pick):
        facts = {"reason": "Chưa chín", "by": self.cabinet.chair}
        self.do(actions.refuse_late, self.late_item(pick), **facts)

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
        """Open an item; what is in no version the chair takes up as urgent first."""
        unseen = {one.pk for one in self.meeting.items.filter(published_in=None)}
        item = self.item(pick)
        if item.pk in unseen:
            self.do(actions.take_up, item, reason="Gấp", by=self.cabinet.chair)
            self.remember()
            seen = self.meeting.items.filter(pk__in=unseen, published_in__isnull=False)
            assert all(item.pk in {one.pk, one.parent_id} for one in seen)
        self.do(actions.open_item, item)

    @precondition(lambda self: self.meeting.is_live)
    @rule()
    def conclude(self):
        item = self.meeting.items.filter(state=ItemState.OPEN).first()
        if item:
            self.do(actions.close_item, item)

    # --- how -----------------------------------------------------------------------------------

    def do(self, deed, *things, by=None, **facts):
        """Do it, or hear why not: then nothing has changed."""
        with suppress(RuleBroken), transaction.atomic():
            deed(by or self.actor, *things, **facts)
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

    def late_item(self, pick):
        """Return something that waits for the chair, if anything does."""
        items = list(self.meeting.items.filter(late_at__isnull=False, late_consent_at=None))
        return items[pick % len(items)] if items else self.item(pick)

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
