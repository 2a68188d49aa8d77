"""The automatic place: keys chained by rule of the body, in force on the day of the session."""

from collections.abc import Callable, Sequence

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext, gettext_noop

from agendas import events
from agendas.actions.facts import hold
from agendas.actions.numbers import SETTLED, dealt_with
from agendas.actions.order import join, neighbours, rank_of, series, settle
from agendas.actions.sections import make_section
from agendas.models import Item, OrderRule, Section
from agendas.rules import placed
from agendas.states import ItemKind, ItemState
from core.policies import require
from core.text import fold
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from people.models import Person
from realtime.journal import announce

LAST = 10_000
KINDS = list(ItemKind)
KEYS: dict[str, Callable[[Item], int | str]] = {
    "late": lambda item: int(item.late_at is not None),
    "kind": lambda item: KINDS.index(ItemKind(item.kind)),
    "agency": lambda item: item.sponsor.order if item.sponsor else LAST,
    "title": lambda item: fold(item.title),
}
USUAL = ("late", "kind", "agency")
PARTS = (gettext_noop("Adoption without debate"), gettext_noop("Debate and decision"))


@transaction.atomic
def arrange_agenda(actor: Person, meeting: Meeting) -> None:
    """Put everything still planned in the order of the body's rule; the rest keeps its place."""
    require(MeetingPolicy(actor, meeting).may_edit)
    meeting = hold(meeting)
    keys = keys_of(meeting) or USUAL
    if keys[0] == "kind" and not meeting.is_live:
        _set_consent_part(meeting)
    for restricted in (False, True):
        _arrange(list(series(meeting, restricted=restricted)), keys)
    announce(events.AgendaArranged(meeting_id=meeting.pk, keys=list(keys)), actor=actor)


def place_by_rule(item: Item) -> None:
    """Put a new item behind the last one that the rule sets before it; without a rule, last."""
    keys = keys_of(item.meeting)
    others = [other for other in neighbours(item) if other.pk != item.pk]
    ahead = [
        number
        for number, other in enumerate(others, start=1)
        if other.state in SETTLED or not keys or weight(other, keys) <= weight(item, keys)
    ]
    place = ahead[-1] if ahead else 0
    beside = _beside(item, others, place)
    first = None if item.restricted else item.meeting.sections.first()
    join(item, beside.section if beside else first)
    order = placed([*(other.pk for other in others), item.pk], item.pk, place + 1)
    settle([*others, item], order)
    item.refresh_from_db(fields=["position", "number"])


def keys_of(meeting: Meeting) -> tuple[str, ...]:
    """Return the keys of the rule in force on the day of a meeting; none without a rule."""
    day = timezone.localdate(meeting.starts_at)
    rule = OrderRule.objects.on(day).filter(body=meeting.body_id).order_by("starts").last()
    return tuple(key for key in rule.keys if key in KEYS) if rule else ()


def weight(item: Item, keys: Sequence[str]) -> tuple[int | str, ...]:
    """Return what an item is sorted by."""
    return tuple(KEYS[key](item) for key in keys)


def _beside(item: Item, others: Sequence[Item], place: int) -> Item | None:
    """Return the neighbour whose heading a new item joins: one of its kind, else the next."""
    ahead = others[place - 1] if place else None
    behind = others[place] if place < len(others) else None
    if ahead and (ahead.kind == item.kind or behind is None):
        return ahead
    return behind


def _arrange(items: list[Item], keys: Sequence[str]) -> None:
    """Sort what is planned within each heading, in the places that planned items have.

    What stands before something that was dealt with keeps its place: it was passed over.
    """
    settled = dealt_with(items[0].meeting_id) if items else set()
    passed = max((place for place, item in enumerate(items) if item.pk in settled), default=-1)
    held = {item.pk for item in items if item.state != ItemState.PLANNED}
    held |= {item.pk for item in items[: passed + 1]}
    free = [item for item in items if item.pk not in held]
    ranked = iter(sorted(free, key=lambda item: (rank_of(item), weight(item, keys))))
    order = [item.pk if item.pk in held else next(ranked).pk for item in items]
    settle(items, order)


def _set_consent_part(meeting: Meeting) -> None:
    """Set what is adopted without debate apart under a first heading, if there are none yet."""
    items = list(series(meeting, restricted=False))
    for_adoption = [item for item in items if item.kind == ItemKind.ADOPTION]
    if meeting.sections.exists() or not for_adoption or len(for_adoption) == len(items):
        return
    first, second = (_headed(meeting, words) for words in PARTS)
    for item in items:
        join(item, first if item in for_adoption else second)
    items.sort(key=rank_of)
    settle(items, [item.pk for item in items])


def _headed(meeting: Meeting, words: str) -> Section:
    """Make a heading whose name is known in both languages."""
    names = {}
    for language in ("vi", "en"):
        with translation.override(language):
            names[language] = gettext(words)
    return make_section(meeting, name=names["vi"], name_en=names["en"])
