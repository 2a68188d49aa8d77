"""What happens to rooms and to who sits where."""

from dataclasses import dataclass
from typing import ClassVar

from core.events import Event
from meetings.events.settings import BodySetting


@dataclass(frozen=True, kw_only=True)
class RoomDrawn(BodySetting):
    """The plan of a room was drawn or drawn anew. Told in the body's room."""

    name: ClassVar = "room.drawn"
    room_id: int
    title: str
    seats: int


@dataclass(frozen=True, kw_only=True)
class SeatingMade(Event):
    """All who take part were seated in protocol order."""

    name: ClassVar = "seating.made"
    room_name: str
    seated: int
    left_over: int


@dataclass(frozen=True, kw_only=True)
class SeatingChanged(Event):
    """Somebody was given a seat, or none; who sat there has the other's seat now."""

    name: ClassVar = "seating.changed"
    participant_id: int
    person: str
    seat: str
    other: str = ""
