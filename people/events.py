"""What happens to a body's people. Told in the body's own room; passwords are never told."""

from dataclasses import dataclass
from typing import ClassVar

from core.events import Told


@dataclass(frozen=True, kw_only=True)
class BodyEvent(Told):
    """Something that happened to a body."""

    about: ClassVar[str] = "body"
    body_id: int
    person: int


@dataclass(frozen=True, kw_only=True)
class PersonAdded(BodyEvent):
    """Somebody can sign in from now on."""

    name: ClassVar[str] = "person.added"


@dataclass(frozen=True, kw_only=True)
class PersonChanged(BodyEvent):
    """Name, e-mail, language or the right to sign in was changed; tells which."""

    name: ClassVar[str] = "person.changed"
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PasswordSet(BodyEvent):
    """An administrator gave somebody a new password. Says that, never which."""

    name: ClassVar[str] = "person.password_set"


@dataclass(frozen=True, kw_only=True)
class SeatTaken(BodyEvent):
    """Somebody sits in the body from a day on."""

    name: ClassVar[str] = "seat.taken"
    office: str
    has_vote: bool
    starts: str


@dataclass(frozen=True, kw_only=True)
class SeatLeft(BodyEvent):
    """Somebody's seat ends with a day."""

    name: ClassVar[str] = "seat.left"
    ends: str


@dataclass(frozen=True, kw_only=True)
class RoleGranted(BodyEvent):
    """Somebody was given a role."""

    name: ClassVar[str] = "role.granted"
    role: str


@dataclass(frozen=True, kw_only=True)
class RoleEnded(BodyEvent):
    """Somebody's role ended."""

    name: ClassVar[str] = "role.ended"
    role: str


@dataclass(frozen=True, kw_only=True)
class SubstituteNamed(BodyEvent):
    """A member named who comes in his or her stead."""

    name: ClassVar[str] = "substitute.named"
    member: int
    starts: str
    ends: str | None


@dataclass(frozen=True, kw_only=True)
class PostGiven(BodyEvent):
    """Somebody works for an agency from a day on."""

    name: ClassVar[str] = "post.given"
    agency: str
    duty: str
    starts: str


@dataclass(frozen=True, kw_only=True)
class PostEnded(BodyEvent):
    """Somebody's work for an agency ends with a day."""

    name: ClassVar[str] = "post.ended"
    agency: str
    ends: str


@dataclass(frozen=True, kw_only=True)
class AssistantAppointed(BodyEvent):
    """Somebody assists a member from a day on."""

    name: ClassVar[str] = "assistant.appointed"
    member: int
    starts: str
    ends: str | None


@dataclass(frozen=True, kw_only=True)
class AssistanceEnded(BodyEvent):
    """Somebody's work for a member ends with a day."""

    name: ClassVar[str] = "assistant.ended"
    member: int
    ends: str


@dataclass(frozen=True, kw_only=True)
class AgencyRenamed(Told):
    """An agency is called by other names."""

    name: ClassVar[str] = "agency.renamed"
    about: ClassVar[str] = "body"
    body_id: int
    agency: str
    title: str
    short: str


@dataclass(frozen=True, kw_only=True)
class CircleEvent(Told):
    """A named group of a body, as it is from now on."""

    about: ClassVar[str] = "body"
    body_id: int
    circle: int
    title: str
    persons: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class CircleFormed(CircleEvent):
    """A group was formed."""

    name: ClassVar[str] = "circle.formed"


@dataclass(frozen=True, kw_only=True)
class CircleChanged(CircleEvent):
    """A group has another name or other persons."""

    name: ClassVar[str] = "circle.changed"
