"""Matters for deliberation, the agendas they come on, and what is said about them."""

from agendas.models.advice import Advice
from agendas.models.calls import LastCall
from agendas.models.items import (
    Item,
    ItemCircle,
    ItemGroupObjectPermission,
    ItemGuest,
    ItemOffice,
    ItemUserObjectPermission,
    Section,
)
from agendas.models.matters import Checkpoint, Matter, Submission, SubmissionRule
from agendas.models.positions import Position
from agendas.models.speaking import Speech, Timer
from agendas.models.versions import Agenda, AgendaLook, AgendaVersion

__all__ = [
    "Advice",
    "Agenda",
    "AgendaLook",
    "AgendaVersion",
    "Checkpoint",
    "Item",
    "ItemCircle",
    "ItemGroupObjectPermission",
    "ItemGuest",
    "ItemOffice",
    "ItemUserObjectPermission",
    "LastCall",
    "Matter",
    "Position",
    "Section",
    "Speech",
    "Submission",
    "SubmissionRule",
    "Timer",
]
