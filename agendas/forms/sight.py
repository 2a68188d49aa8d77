"""Forms of who sees an item, and of the positions on it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agendas.models import Item
from agendas.naming import Whom
from agendas.states import Stance
from meetings.forms import PersonChoice, offer
from meetings.models import Meeting
from people.models import Agency, Circle, Person


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
        offer(self, "person", others.order_by("name_key"))
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
        offer(self, "person", free.order_by("name_key"))


class RestrictForm(forms.Form):
    """Whether an item is restricted."""

    restricted = forms.TypedChoiceField(
        choices=[("yes", ""), ("no", "")], coerce=lambda answer: answer == "yes"
    )


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


class ConfirmForm(RestForm, DraftsForm):
    """The items whose positions are confirmed, and up to which moment changes were seen."""
