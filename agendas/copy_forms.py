"""The form of a new session from a past one."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from agendas.actions.copying import items_to_copy, subs_to_copy
from agendas.models import Item
from core.clock import now
from core.workdays import day_of
from meetings.deadlines import Deadlines
from meetings.forms import MeetingForm, initial_of
from meetings.models import Meeting
from meetings.patterns import MONTHS, NUMBERED, pattern_of, unknown_gaps
from meetings.recurrence import later_month, next_working
from people.models import Person


class ItemChoices(forms.ModelMultipleChoiceField[Item]):
    """Items to choose among, told by number and title."""

    subs: Mapping[int, list[Item]] | None = None

    def label_from_instance(self, item: Any) -> str:
        told = f"{item.label}. {item.title}"
        count = len((self.subs or {}).get(item.pk, []))
        words = ngettext("with %(count)s sub-item", "with %(count)s sub-items", count)
        return f"{told} ({words % {'count': count}})" if count else told


class CopyForm(MeetingForm):
    """What the new session is, and what of the agenda comes again."""

    headings = forms.BooleanField(
        label=_("Take over the headings of the agenda"), required=False, initial=True
    )
    items = ItemChoices(
        Item.objects.none(),
        label=_("Items that come again"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "As new matters with their sub-items, without papers; restricted ones are shown to "
            "nobody yet. What was deferred is on the agenda of the session it went to."
        ),
    )

    def __init__(self, *args: Any, source: Meeting, person: Person, **facts: Any) -> None:
        super().__init__(*args, body=source.body, **facts)
        self.known = NUMBERED if hasattr(source, "session_number") else MONTHS
        self.fields["title"].help_text = _(
            "Gaps are filled for the day: {month}, {year}, {previous_month}, "
            "{year_of_previous_month}, {number}."
        )
        seen = [item.pk for item in items_to_copy(person, source)]
        items = cast("ItemChoices", self.fields["items"])
        items.subs = subs_to_copy(person, source)
        items.queryset = Item.objects.filter(pk__in=seen).select_related("parent")

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        gaps = unknown_gaps(title, self.known)
        if gaps:
            told = _("This gap cannot be filled: %(gaps)s")
            raise forms.ValidationError(told, params={"gaps": ", ".join(gaps)})
        return title

    @property
    def facts(self) -> dict[str, Any]:
        """Return what the action asks for."""
        chosen = {name: self.cleaned_data[name] for name in ("headings", "items")}
        return {**super().facts, **chosen}


def initial_copy(source: Meeting) -> dict[str, Any]:
    """Return what a session after this one most likely is: some months later, on a working day."""
    day, today = day_of(source.starts_at), day_of(now())
    months = max((today.year - day.year) * 12 + today.month - day.month, 0) + 1
    later = later_month(day.replace(day=1), months) + timedelta(days=min(day.day, 28) - 1)
    return initial_of(source) | {
        "title": _title(source),
        "day": next_working(later, Deadlines(source.body_id).calendar),
        "headings": True,
    }


def _title(source: Meeting) -> str:
    """Return the title with its gaps: that of its series, else found in its own words."""
    turn = getattr(source, "occurrence", None)
    return turn.series.title if turn else pattern_of(source.title, day_of(source.starts_at))
