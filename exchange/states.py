"""What is released, and to whom: gates that open one after the other."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from meetings.states import MeetingState


class What(TextChoices):
    """What of a meeting is released. Papers and decisions follow the agenda they belong to."""

    AGENDA = "agenda", _("Agenda")
    PAPERS = "papers", _("Papers")
    DECISIONS = "decisions", _("Decisions")


class Audience(TextChoices):
    """Who gets it. Each gate lies behind the one before."""

    MEMBERS = "members", _("Members of the body")
    AGENCIES = "agencies", _("Ministries and agencies")
    PUBLIC = "public", _("The public")


OVER = frozenset({MeetingState.ADJOURNED, MeetingState.SEALED, MeetingState.IMPORTED})
"""When there are decisions to release."""

GATES = (Audience.MEMBERS, Audience.AGENCIES, Audience.PUBLIC)


def before(audience: str) -> Audience | None:
    """Return the gate before this one; none lies before the first."""
    place = GATES.index(Audience(audience))
    return GATES[place - 1] if place else None


def from_here_on(audience: str) -> list[Audience]:
    """Return this gate and all behind it."""
    return list(GATES[GATES.index(Audience(audience)) :])


class ImportKind(TextChoices):
    """The kinds of object that an import takes in."""

    AGENCY = "agency", _("Agency")
    PERSON = "person", _("Person")
    SEAT = "seat", pgettext_lazy("of a member", "Seat")
    MEETING = "meeting", _("Meeting")
    ITEM = "item", _("Item")
    CONSULTATION = "consultation", _("Consultation")
    PAPER = "paper", _("Paper")


DELETED = "deleted at the source"  # in the place of the digest of what is left of an object
