"""Forms of rooms and seats."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.errors import PlanUnreadable
from meetings.forms import SeatChoice, offer
from meetings.models import Meeting, Participant, Room, Seat, SeatingPlan, Site
from meetings.roomplan import spots_of
from people.models import Body

USUAL = "....H....\no#######o\no#######o\no#######o\nb.......b"


class RoomForm(forms.Form):
    """A room: where it is, what it is called, how it is drawn."""

    site = forms.ModelChoiceField(Site.objects.none(), label=_("Site"))
    name = forms.CharField(label=_("Name of the room"), max_length=200)
    name_en = forms.CharField(label=_("Name in English"), max_length=200, required=False)
    drawing = forms.CharField(
        label=_("Drawing"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false", "class": "drawing"}),
        initial=USUAL,
        help_text=_(
            "Seen from above, the head of the table first: H the chair, o a seat at the table, "
            "b one behind it, # the table, a dot where nothing is."
        ),
    )

    def __init__(self, *args: Any, body: Body, own: Room | None = None, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "site", Site.objects.filter(body=body))
        self.own = own
        if own:
            del self.fields["site"]

    def clean_drawing(self) -> str:
        drawing: str = self.cleaned_data["drawing"].replace("\r\n", "\n").rstrip()
        try:
            spots_of(drawing)
        except PlanUnreadable as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal
        return drawing

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or {}
        site = self.own.site if self.own else facts.get("site")
        others = Room.objects.filter(site=site, name=facts.get("name"))
        if site and others.exclude(pk=self.own.pk if self.own else 0).exists():
            self.add_error("name", _("There is a room of this name at the site already."))
        return facts


class OrderForm(forms.Form):
    """The room in which everybody is seated."""

    room = forms.ModelChoiceField(Room.objects.none(), label=_("Room"))

    def __init__(self, *args: Any, meeting: Meeting, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "room", Room.objects.filter(site__body=meeting.body_id))


class ChangeForm(forms.Form):
    """Who gets which seat; none is a choice too."""

    place = SeatChoice(Participant.objects.none(), label=_("Person"))
    seat = forms.ModelChoiceField(Seat.objects.none(), label=_("Seat"), required=False)

    def __init__(self, *args: Any, meeting: Meeting, **facts: Any) -> None:
        super().__init__(*args, **facts)
        places = meeting.participants.filter(for_items=False)
        offer(self, "place", places.select_related("person"))
        rooms = SeatingPlan.objects.filter(meeting=meeting).values("room")
        offer(self, "seat", Seat.objects.filter(room__in=rooms))


def usual_room(meeting: Meeting) -> dict[str, Any]:
    """Return the room a meeting sits in; before it has one, the first at the seat of the body."""
    rooms = Room.objects.filter(site__body=meeting.body_id)
    room = rooms.filter(plans__meeting=meeting).first() or rooms.filter(site__is_seat=True).first()
    return {"room": room}


def initial_room(room: Room) -> dict[str, Any]:
    """Return a room as the form asks for it."""
    return {"name": room.name, "name_en": room.name_en, "drawing": room.drawing}
