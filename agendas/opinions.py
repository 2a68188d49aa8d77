"""What members say of items before they are reached, and the last call. Drafts are never told.

These are events of an agenda like those of ``agendas.events``.
"""

from dataclasses import dataclass, field
from typing import ClassVar

from agendas.events import Change, OnItem
from core.events import Event


@dataclass(frozen=True, kw_only=True)
class OnPosition(OnItem):
    """Common to everything about one member's position on one item."""

    participant_id: int
    person: str
    office: str
    stance: str


@dataclass(frozen=True, kw_only=True)
class PositionGiven(OnPosition):
    """A member gave a position, or another one than before; ``in_call`` is at the last call."""

    name: ClassVar = "position.given"
    reason: str
    in_call: bool


@dataclass(frozen=True, kw_only=True)
class PositionConfirmed(OnPosition):
    """A member stands by a position after something under the item has changed."""

    name: ClassVar = "position.confirmed"


@dataclass(frozen=True, kw_only=True)
class PositionWithdrawn(OnPosition):
    """A member took a position back; ``stance`` is the one that was."""

    name: ClassVar = "position.withdrawn"


@dataclass(frozen=True, kw_only=True)
class LastCallMade(Event):
    """The chair asked for the last time who objects. Restricted items are told apart."""

    name: ClassVar = "adoption.called"
    seconds: int
    items: list[Change] = field(default_factory=list)
    restricted_items: list[Change] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class LastCallEnded(Event):
    """The last call was put away without an adoption."""

    name: ClassVar = "adoption.call_ended"
