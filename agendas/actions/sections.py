"""Headings of an agenda: made, worded, ordered, taken away; items put under them."""

from django.db import transaction
from django.db.models import Max

from agendas import events
from agendas.actions.checking import lapse_check
from agendas.actions.facts import fresh, hold, place_facts, planned
from agendas.actions.numbers import number_anew
from agendas.actions.order import close_gaps, join, put, put_in_section, series, settle
from agendas.errors import HasSubItems, NoPlaceForSubItem, PublishedFirst, SubItemFollows
from agendas.models import Item, Section
from agendas.policies import ItemPolicy
from agendas.rules import placed
from agendas.states import ItemState
from core.policies import require
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from people.models import Person
from realtime.journal import announce

ASIDE = 10_000


@transaction.atomic
def add_section(actor: Person, meeting: Meeting, *, name: str, name_en: str = "") -> Section:
    """Give the agenda a new heading, behind the others."""
    require(MeetingPolicy(actor, meeting).may_edit)
    section = make_section(hold(meeting), name=name, name_en=name_en)
    announce(events.SectionAdded(meeting_id=section.meeting_id, title=section.name), actor=actor)
    return section


@transaction.atomic
def rename_section(actor: Person, section: Section, *, name: str, name_en: str = "") -> Section:
    """Word a heading anew."""
    section = _held(actor, section)
    before = section.name
    section.name, section.name_en = name, name_en
    section.save(update_fields=["name", "name_en"])
    told = events.SectionRenamed(meeting_id=section.meeting_id, title=name, before=before)
    announce(told, actor=actor)
    return section


@transaction.atomic
def move_section(actor: Person, section: Section, *, to: int) -> Section:
    """Give a heading another place; its items come along and the numbers run on."""
    section = _held(actor, section)
    sections = list(section.meeting.sections.all())
    order = placed([other.pk for other in sections], section.pk, to)
    _number(section.meeting, order)
    close_gaps(section.meeting, restricted=False)
    section.refresh_from_db()
    told = events.SectionMoved(meeting_id=section.meeting_id, title=section.name)
    announce(told, actor=actor)
    return section


@transaction.atomic
def remove_section(actor: Person, section: Section) -> None:
    """Take a heading away. Its items stay where they are, under the heading before."""
    section = _held(actor, section)
    meeting = section.meeting
    above = meeting.sections.filter(order__lt=section.order).last()
    for item in section.items.all():
        join(item, above)
    section.delete()
    _number(meeting, [other.pk for other in meeting.sections.all()])
    told = events.SectionRemoved(meeting_id=meeting.pk, title=section.name)
    announce(told, actor=actor)


@transaction.atomic
def move_to_section(actor: Person, item: Item, section: Section | None) -> Item:
    """Put an item under a heading, behind those already there."""
    require(ItemPolicy(actor, item).may_edit)
    item = planned(item)
    if item.parent_id or item.restricted:
        raise SubItemFollows(label=item.label)
    before = item.place
    put_in_section(item, section)
    heading = section.name if section else ""
    announce(events.ItemHeaded(**place_facts(item), before=before, heading=heading), actor=actor)
    return item


@transaction.atomic
def nest_item(actor: Person, item: Item, *, under: Item | None) -> Item:
    """Make an item the last sub-item of another, or lift it out behind the item it was under."""
    require(ItemPolicy(actor, item).may_edit)
    item = planned(item)
    before, above = item.place, item.parent
    if item.sub_items.exists():
        raise HasSubItems(label=item.label)
    if under is not None:
        _go_under(item, home_for(item, under))
    elif above is not None:
        _come_out(item, above)
    if item.place != before:
        announce(events.ItemMoved(**place_facts(item), before=before), actor=actor)
    return item


def make_section(meeting: Meeting, *, name: str, name_en: str) -> Section:
    last = meeting.sections.aggregate(last=Max("order"))["last"] or 0
    return Section.objects.create(meeting=meeting, name=name, name_en=name_en, order=last + 1)


def home_for(item: Item, under: Item) -> Item:
    """Return the item another may go under: planned or open, of the same series, no sub-item."""
    under = fresh(under)
    is_alike = under.meeting_id == item.meeting_id and under.restricted == item.restricted
    is_live = under.state in {ItemState.PLANNED, ItemState.OPEN}
    if not is_alike or not is_live or under.parent_id or under.pk == item.pk:
        raise NoPlaceForSubItem(label=under.label)
    if item.is_published and not under.is_published:
        raise PublishedFirst(title=under.title)
    return under


def _go_under(item: Item, under: Item) -> None:
    old = item.parent
    item.parent, item.section, item.number = under, None, None
    item.position = under.sub_items.count() + 1
    if old is not None and old.pk == under.pk:
        item.position = ASIDE
    item.save(update_fields=["parent", "section", "position", "number"])
    lapse_check(item)
    _close(item.meeting, item.restricted, old or under)
    item.refresh_from_db(fields=["position", "number"])
    under.refresh_from_db(fields=["position", "number"])


def _come_out(item: Item, above: Item) -> None:
    item.parent, item.position, item.number = None, ASIDE, None
    item.section = above.section
    item.save(update_fields=["parent", "section", "position", "number"])
    lapse_check(item)
    _close(item.meeting, item.restricted, above)
    put(item, above.position + 1, above.section_id or 0)


def _close(meeting: Meeting, restricted: bool, above: Item) -> None:
    """Close the gaps that a change between an item and those above it leaves."""
    subs = list(above.sub_items.order_by("position"))
    settle(subs, [sub.pk for sub in subs])
    items = list(series(meeting, restricted=restricted))
    settle(items, [item.pk for item in items])
    number_anew(meeting)


def _held(actor: Person, section: Section) -> Section:
    require(MeetingPolicy(actor, section.meeting).may_edit)
    hold(section.meeting)
    return Section.objects.select_related("meeting").get(pk=section.pk)


def _number(meeting: Meeting, order: list[int]) -> None:
    """Number the headings from 1 in this order."""
    sections = {section.pk: section for section in meeting.sections.all()}
    for step in (ASIDE, 0):
        for number, key in enumerate(order, start=1):
            sections[key].order = number + step
        Section.objects.bulk_update(sections.values(), ["order"])
