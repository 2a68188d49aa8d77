"""Deeds on many items of an agenda at once. Rules and policies are those of the single deed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agendas import actions
from agendas.forms import AskForm, DeferForm, WithdrawForm
from agendas.models import Item, Section
from agendas.policies import items_visible_to, meetings_presided_by
from agendas.states import GONE
from meetings.forms import offer
from meetings.models import Meeting
from meetings.policies import meetings_kept_by
from meetings.states import MeetingState
from people.batches import Batch
from people.models import Person

AHEAD = [MeetingState.DRAFT, MeetingState.CONVENED]
Data = Any
Make = Callable[[Person, Meeting, Data], Batch[Item]]


class UnderForm(forms.Form):
    """The heading that items are put under."""

    section = forms.ModelChoiceField(Section.objects.none(), label=gettext_lazy("Heading"))

    def __init__(self, *args: Any, meeting: Meeting, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "section", meeting.sections.all())


def _check(person: Person, meeting: Meeting, data: Data) -> Batch[Item]:
    return _batch(
        person,
        meeting,
        code="check",
        title=_("Formally in order"),
        icon="circle-check",
        deed=lambda item, given: actions.check_item(person, item),
    )


def _restrict(person: Person, meeting: Meeting, data: Data) -> Batch[Item]:
    return _batch(
        person,
        meeting,
        code="restriction",
        title=_("Restrict"),
        icon="lock",
        deed=lambda item, given: actions.restrict_item(person, item),
        chosen=families,
    )


def _consent(person: Person, meeting: Meeting, data: Data) -> Batch[Item]:
    return _batch(
        person,
        meeting,
        code="consent",
        title=_("Take what came late"),
        icon="check",
        deed=lambda item, given: actions.consent_to_late(person, item),
    )


def _ask(person: Person, meeting: Meeting, data: Data) -> Batch[Item]:
    return _batch(
        person,
        meeting,
        code="request",
        title=_("Ask the chair"),
        icon="hourglass",
        form=AskForm(data),
        deed=lambda item, given: actions.ask_consent(person, item, **given),
        note=_("The same reason stands with each of them."),
    )


def _under(person: Person, meeting: Meeting, data: Data) -> Batch[Item]:
    return _batch(
        person,
        meeting,
        code="heading",
        title=_("Put under a heading"),
        icon="type",
        form=UnderForm(data, meeting=meeting),
        deed=lambda item, given: actions.move_to_section(person, item, given["section"]),
        chosen=families,
    )


def _defer(person: Person, meeting: Meeting, data: Data) -> Batch[Item]:
    ahead = meetings_kept_by(person).filter(body=meeting.body_id, state__in=AHEAD)
    meetings = ahead.exclude(pk=meeting.pk).order_by("starts_at")
    return _batch(
        person,
        meeting,
        code="deferral",
        title=_("Defer to a session"),
        icon="calendar",
        form=DeferForm(data, meetings=meetings),
        deed=lambda item, given: actions.defer_item(person, item, **given),
        chosen=families,
        note=_("Papers and notes go with each item; it stays here struck through."),
    )


def _withdraw(person: Person, meeting: Meeting, data: Data) -> Batch[Item]:
    return _batch(
        person,
        meeting,
        code="withdrawal",
        title=_("Withdraw or take off"),
        icon="undo",
        form=WithdrawForm(data),
        deed=partial(_withdrawn, person),
        chosen=families,
        note=_("What was published stays struck through; what nobody has seen disappears."),
    )


ITEM_DEEDS: dict[str, Make] = {
    "check": _check,
    "heading": _under,
    "restriction": _restrict,
    "consent": _consent,
    "request": _ask,
    "deferral": _defer,
    "withdrawal": _withdraw,
}


def families(items: list[Item]) -> list[Item]:
    """Leave out sub-items whose item is ticked too: they follow it."""
    keys = {item.pk for item in items}
    return [item for item in items if item.parent_id not in keys]


def deeds_for(
    person: Person, meeting: Meeting, items: list[Item], *, has_headings: bool
) -> list[Batch[Item]]:
    """Return what may be done with several of these items, for the bar below the agenda."""
    if not items:
        return []
    is_late = any(item.is_waiting and item.state not in GONE for item in items)
    presides = is_late and meetings_presided_by(person).filter(pk=meeting.pk).exists()
    left_out = {
        "heading": not has_headings,
        "consent": not presides,
        "request": not is_late,
    }
    return [
        make(person, meeting, None)
        for code, make in ITEM_DEEDS.items()
        if not left_out.get(code, False)
    ]


def _withdrawn(person: Person, item: Item, given: dict[str, Any]) -> object:
    if not item.is_published:
        return actions.remove_item(person, item)
    return actions.withdraw_item(person, item, reason=given["reason"])


def _batch(person: Person, meeting: Meeting, *, code: str, title: str, **facts: Any) -> Batch[Item]:
    seen = items_visible_to(person).filter(meeting=meeting)
    related = ("meeting__body", "parent__section", "section", "sponsor", "rapporteur")
    return Batch(
        title=title,
        verb=title,
        url=reverse("agendas:items_deed", args=[meeting.pk, code]),
        things=seen.select_related(*related).order_by("restricted", "parent_id", "position"),
        named=lambda item: f"{item.label}. {item.title}",
        back=reverse("agendas:agenda", args=[meeting.pk]),
        **facts,
    )
