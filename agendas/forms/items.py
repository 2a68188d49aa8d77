"""Forms of an agenda: an item, its place, who sees it."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agendas.lateness import is_after_limit
from agendas.models import Item, Section
from agendas.states import ItemKind, ItemState
from core.clock import now
from meetings.forms import PersonChoice, offer
from meetings.models import Meeting
from people.models import Agency, Person

LIVE = [ItemState.PLANNED, ItemState.OPEN]


class ItemChoice(forms.ModelChoiceField):  # type: ignore[type-arg] # of items
    """An item by its number and title."""

    def label_from_instance(self, obj: Item) -> str:
        return f"{obj.label}. {obj.title}"


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
        offer(self, "rapporteur", able.order_by("name_key"))


class NewItemForm(ItemForm):
    """A new item: where it goes, whether it is restricted, and why it comes late if it does."""

    section = forms.ModelChoiceField(Section.objects.none(), label=_("Heading"), required=False)
    parent = ItemChoice(Item.objects.none(), label=_("Sub-item of"), required=False)
    late_for = forms.CharField(
        label=_("Reason for coming late"),
        max_length=300,
        help_text=_("The limit has passed: the chair is asked to take the item, with this reason."),
    )
    restricted = forms.BooleanField(
        label=_("Restricted: only those named see it, in a series of its own"), required=False
    )

    def __init__(self, *args: Any, meeting: Meeting, **facts: Any) -> None:
        super().__init__(*args, meeting=meeting, **facts)
        offer(self, "section", meeting.sections.all())
        self.fields["section"].empty_label = _("By the usual order")  # type: ignore[attr-defined]
        above = meeting.items.filter(parent__isnull=True, state__in=LIVE).select_related("parent")
        offer(self, "parent", above)
        for name, is_asked in (
            ("section", meeting.sections.exists()),
            ("parent", above.exists()),
            ("late_for", is_after_limit(meeting, now())),
        ):
            if not is_asked:
                del self.fields[name]


class UrgentItemForm(ItemForm):
    """An urgent matter taken up during the session."""

    reason = forms.CharField(label=_("Why it is urgent"), max_length=300)

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        del self.fields["summary"]


class TakeUpForm(forms.Form):
    """Why the chair takes up what is in no published version."""

    reason = forms.CharField(label=_("Why it is urgent"), max_length=300)


class RefuseForm(forms.Form):
    """Why the chair does not take what came late."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, help_text=_("The secretary reads it.")
    )


class PlaceForm(forms.Form):
    """The new place of an item, from 1."""

    to = forms.IntegerField(min_value=1, max_value=9999)
    section = forms.IntegerField(min_value=0, required=False)


class NestForm(forms.Form):
    """The item another goes under; nothing lifts it out."""

    under = forms.IntegerField(min_value=1, required=False)


class HeadingForm(forms.Form):
    """The heading an item is put under; nothing takes it out of its heading."""

    section = forms.IntegerField(min_value=1, required=False)


class SectionForm(forms.Form):
    """What a heading says."""

    name = forms.CharField(label=_("Heading"), max_length=200)
    name_en = forms.CharField(label=_("Heading in English"), max_length=200, required=False)


class CheckForm(forms.Form):
    """Whether an item is formally in order."""

    checked = forms.TypedChoiceField(
        choices=[("yes", ""), ("no", "")], coerce=lambda answer: answer == "yes"
    )


class PublishForm(forms.Form):
    """Why items are published that nobody has found in order."""

    unchecked_for = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It is kept with the version and in the record."),
    )


class AskForm(forms.Form):
    """Why an item came after the limit."""

    reason = forms.CharField(label=_("Reason for coming late"), max_length=300)


class DeferForm(forms.Form):
    """To which session an item is deferred, and why."""

    meeting = forms.ModelChoiceField(Meeting.objects.none(), label=_("Session"))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It stands on both agendas and in the minutes."),
    )

    def __init__(self, *args: Any, meetings: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "meeting", meetings)


class WithdrawForm(forms.Form):
    """Why an item is not dealt with."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It stands on the agenda and in the minutes."),
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
