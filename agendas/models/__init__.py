"""Matters for deliberation, the agendas they come on, and what is said about them."""

from agendas.models.advice import Advice
from agendas.models.calls import LastCall
from agendas.models.items import IN_ORDER, Item, Section
from agendas.models.matters import Checkpoint, Matter, Submission, SubmissionRule
from agendas.models.order_rules import OrderRule
from agendas.models.positions import Position, PositionNews
from agendas.models.programme import ProgrammeEntry
from agendas.models.reminders import Reminder
from agendas.models.seeing import (
    ItemCircle,
    ItemGroupObjectPermission,
    ItemGuest,
    ItemOffice,
    ItemUserObjectPermission,
)
from agendas.models.speaking import Speech, Timer
from agendas.models.templates import AgendaTemplate, TemplateLine
from agendas.models.versions import Agenda, AgendaLook, AgendaVersion

__all__ = [
    "IN_ORDER",
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
    "LastCall",
    "Matter",
    "OrderRule",
    "Position",
    "PositionNews",
    "ProgrammeEntry",
    "Reminder",
    "Section",
    "Speech",
    "Submission",
    "SubmissionRule",
    "TemplateLine",
    "Timer",
]
