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


@dataclass(frozen=True, kw_only=True)
class OnProgramme(BodySetting):
    """Common to everything about an entry of the programme, in the month it stands in then."""

    entry_id: int
    title: str
    agency: str
    year: int
    month: int


@dataclass(frozen=True, kw_only=True)
class EntryRegistered(OnProgramme):
    """A matter was registered for a month."""

    name: ClassVar = "programme.registered"


@dataclass(frozen=True, kw_only=True)
class EntryEdited(OnProgramme):
    """An entry was reworded or changed; ``fields`` names what."""

    name: ClassVar = "programme.edited"
    fields: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class EntryConfirmed(OnProgramme):
    """An entry is in the programme."""

    name: ClassVar = "programme.confirmed"


@dataclass(frozen=True, kw_only=True)
class EntryMoved(OnProgramme):
    """An entry was moved to another month, where it stands as ``to_id``."""

    name: ClassVar = "programme.moved"
    to_id: int
    to_year: int
    to_month: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class EntryDropped(OnProgramme):
    """An entry is no longer in the programme."""

    name: ClassVar = "programme.dropped"
    reason: str
