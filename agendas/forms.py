"""Forms of an agenda: an item, its place, who sees it."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agendas.models import Item
from agendas.naming import Whom
from agendas.states import ItemKind, Stance
from meetings.forms import PersonChoice, offer
from meetings.models import Meeting
from people.models import Agency, Circle, Person


class ItemForm(forms.Form):
    """What an item says."""

    title = forms.CharField(
        label=_("Title of the item"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What the meeting is asked to do, in one sentence."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=ItemKind.choices, initial=ItemKind.DECISION)
    minutes = forms.IntegerField(label=_("Minutes planned"), min_value=0, max_value=600, initial=10)
    sponsor = forms.ModelChoiceField(Agency.objects.none(), label=_("Sponsor"), required=False)
    rapporteur = PersonChoice(Person.objects.none(), label=_("Rapporteur"), required=False)
    summary = forms.CharField(
        label=_("Summary"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What the members should know before they open the papers."),
    )

    def __init__(self, *args: Any, meeting: Meeting, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "sponsor", Agency.objects.all())
        places = meeting.participants.values("person")
        named = self.initial.get("rapporteur")  # a submission may name somebody not yet invited
        able = Person.objects.filter(Q(pk__in=places) | Q(pk=named))
        offer(self, "rapporteur", able.order_by("full_name"))


class NewItemForm(ItemForm):
    """A new item may be restricted from the start."""

    restricted = forms.BooleanField(
        label=_("Restricted: only those named see it, in a series of its own"), required=False
    )


class PlaceForm(forms.Form):
    """The new place of an item, from 1."""

    to = forms.IntegerField(min_value=1, max_value=9999)


class WithdrawForm(forms.Form):
    """Why an item is not dealt with."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It stands on the agenda and in the minutes."),
    )


class SightForm(forms.Form):
    """Who else may see something restricted: a person, the people of an office, or a group."""

    person = PersonChoice(Person.objects.none(), label=_("Person"), required=False)
    agency = forms.ModelChoiceField(
        Agency.objects.none(), label=_("All from an agency"), required=False
    )
    circle = forms.ModelChoiceField(Circle.objects.none(), label=_("Group"), required=False)

    def __init__(self, *args: Any, meeting: Meeting, seeing: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        places = meeting.participants.values("person")
        others = Person.objects.filter(pk__in=places).exclude(pk__in=seeing.values("pk"))
        offer(self, "person", others.order_by("full_name"))
        offer(self, "agency", Agency.objects.all())
        offer(self, "circle", Circle.objects.filter(body=meeting.body))

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or {}
        if sum(bool(facts.get(name)) for name in ("person", "agency", "circle")) != 1:
            raise forms.ValidationError(_("Please choose one: a person, an agency or a group."))
        return facts

    @property
    def whom(self) -> Whom:
        """Return the one that was chosen."""
        facts = self.cleaned_data
        whom: Whom = facts["person"] or facts["agency"] or facts["circle"]
        return whom


class GuestForm(forms.Form):
    """Somebody who comes for one item only."""

    person = PersonChoice(Person.objects.none(), label=_("Person"))
    office = forms.CharField(label=_("Office"), max_length=160, required=False)

    def __init__(self, *args: Any, item: Item, **facts: Any) -> None:
        super().__init__(*args, **facts)
        whole = item.meeting.participants.filter(for_items=False).values("person")
        invited = item.guests.values("participant__person")
        free = Person.objects.filter(is_active=True).exclude(pk__in=whole).exclude(pk__in=invited)
        offer(self, "person", free.order_by("full_name"))


class RestrictForm(forms.Form):
    """Whether an item is restricted."""

    restricted = forms.TypedChoiceField(
        choices=[("yes", ""), ("no", "")], coerce=lambda answer: answer == "yes"
    )


def initial_of(item: Item) -> dict[str, Any]:
    """Return what an item says, as the form asks for it."""
    return {
        "title": item.title,
        "kind": item.kind,
        "minutes": item.minutes,
        "sponsor": item.sponsor_id,
        "rapporteur": item.rapporteur_id,
        "summary": item.summary,
    }


class PositionForm(forms.Form):
    """What a member thinks of an item. No stance takes the position back."""

    stance = forms.ChoiceField(choices=[("", ""), *Stance.choices], required=False)
    reason = forms.CharField(max_length=2000, required=False)
    place = forms.IntegerField(required=False)

    def clean(self) -> dict[str, Any]:
        """An objection says why; whoever does not object gives no reason."""
        facts = self.cleaned_data
        if facts.get("stance") != Stance.OBJECTION:
            facts["reason"] = ""
        elif not facts.get("reason"):
            self.add_error("reason", _("Please give the reason for the objection."))
        return facts


class RestForm(forms.Form):
    """The items that were shown without a mark."""

    item = forms.ModelMultipleChoiceField(Item.objects.none())

    def __init__(self, *args: Any, items: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "item", items)


class DraftsForm(forms.Form):
    """The moment up to which what was prepared has been seen."""

    up_to = forms.DateTimeField(input_formats=["%Y-%m-%dT%H:%M:%S.%f%z"])
