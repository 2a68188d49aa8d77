"""What happens before there is an agenda: templates kept, agendas filled from them."""

from dataclasses import dataclass, field
from typing import ClassVar

from core.events import Event
from meetings.events import BodySetting


@dataclass(frozen=True, kw_only=True)
class AgendaFilled(Event):
    """Headings and items came on an agenda together, from a template or another session."""

    name: ClassVar = "agenda.filled"
    source: str
    title: str
    items: int
    headings: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class OnTemplate(BodySetting):
    """Common to everything about one template of a body, as it was called then."""

    template_id: int
    title: str


@dataclass(frozen=True, kw_only=True)
class TemplateKept(OnTemplate):
    """A template was made or written anew."""

    name: ClassVar = "template.kept"
    lines: int


@dataclass(frozen=True, kw_only=True)
class TemplateRemoved(OnTemplate):
    """A template is no longer offered. Agendas filled from it stay."""

    name: ClassVar = "template.removed"
