"""Matters for deliberation, the agendas they come on, and what is said about them."""

from agendas.models.advice import Advice
from agendas.models.items import (
    Item,
    ItemCircle,
    ItemGroupObjectPermission,
    ItemGuest,
    ItemOffice,
    ItemUserObjectPermission,
    Section,
)
from agendas.models.matters import Checkpoint, Matter, Submission
from agendas.models.positions import Position
from agendas.models.programme import ProgrammeEntry
from agendas.models.speaking import Speech, Timer
from agendas.models.templates import AgendaTemplate, TemplateLine
from agendas.models.versions import Agenda, AgendaLook, AgendaVersion

__all__ = [
    "Advice",
    "Agenda",
    "AgendaLook",
    "AgendaTemplate",
    "AgendaVersion",
    "Checkpoint",
    "Item",
    "ItemCircle",
    "ItemGroupObjectPermission",
    "ItemGuest",
    "ItemOffice",
    "ItemUserObjectPermission",
    "Matter",
    "Position",
    "ProgrammeEntry",
    "Section",
    "Speech",
    "Submission",
    "TemplateLine",
    "Timer",
]
