"""What happens to an agenda. Facts about a restricted item carry ``restricted``: never show them
to somebody who may not see the item."""

from dataclasses import dataclass, field
from typing import ClassVar

from core.events import Event

Change = dict[str, str | int | bool | None]


@dataclass(frozen=True, kw_only=True)
class OnItem(Event):
    """Common to everything about one item, as it was called then."""

    item_id: int
    label: str
    title: str
    kind: str
    restricted: bool


@dataclass(frozen=True, kw_only=True)
class ItemAdded(OnItem):
    """A matter was put on the draft of the agenda."""

    name: ClassVar = "item.added"


@dataclass(frozen=True, kw_only=True)
class ItemEdited(OnItem):
    """A planned item was reworded or changed; ``fields`` names what."""

    name: ClassVar = "item.edited"
    fields: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class ItemMoved(OnItem):
    """An item got another place in the order."""

    name: ClassVar = "item.moved"
    before: str


@dataclass(frozen=True, kw_only=True)
class ItemRemoved(OnItem):
    """An item nobody had seen yet was taken off the draft."""

    name: ClassVar = "item.removed"


@dataclass(frozen=True, kw_only=True)
class ItemWithdrawn(OnItem):
    """A published item is not dealt with. It keeps its number."""

    name: ClassVar = "item.withdrawn"
    reason: str


@dataclass(frozen=True, kw_only=True)
class ItemRestricted(OnItem):
    """An item became restricted and is numbered apart, or became open to all again."""

    name: ClassVar = "item.restricted"


@dataclass(frozen=True, kw_only=True)
class SightGranted(OnItem):
    """Somebody may see a restricted item."""

    name: ClassVar = "item.sight_granted"
    person_id: int
    person: str


@dataclass(frozen=True, kw_only=True)
class SightRevoked(OnItem):
    """Somebody may no longer see a restricted item."""

    name: ClassVar = "item.sight_revoked"
    person_id: int
    person: str


@dataclass(frozen=True, kw_only=True)
class SightWidened(OnItem):
    """The people of an office (an agency) or a group may see a restricted item."""

    name: ClassVar = "item.sight_widened"
    whom: str
    whom_id: int
    name_of: str


@dataclass(frozen=True, kw_only=True)
class SightNarrowed(OnItem):
    """The people of an office or a group may no longer see a restricted item."""

    name: ClassVar = "item.sight_narrowed"
    whom: str
    whom_id: int
    name_of: str


@dataclass(frozen=True, kw_only=True)
class GuestInvited(OnItem):
    """Somebody was invited for this item."""

    name: ClassVar = "item.guest_invited"
    person_id: int
    person: str


@dataclass(frozen=True, kw_only=True)
class GuestUninvited(OnItem):
    """Somebody is no longer invited for this item."""

    name: ClassVar = "item.guest_uninvited"
    person_id: int
    person: str


@dataclass(frozen=True, kw_only=True)
class AgendaPublished(Event):
    """A version of the agenda went out. Restricted items are told apart from the others."""

    name: ClassVar = "agenda.published"
    version: int
    items: list[Change] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    restricted_changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class ItemOpened(OnItem):
    """The meeting began with an item."""

    name: ClassVar = "item.opened"
    sponsor: str
    rapporteur: str
    minutes: int


@dataclass(frozen=True, kw_only=True)
class ItemClosed(OnItem):
    """The meeting is done with an item; ``conclusion`` is what the chair concluded."""

    name: ClassVar = "item.closed"
    conclusion: str


@dataclass(frozen=True, kw_only=True)
class ItemAdopted(OnItem):
    """An item was adopted without debate, together with others of its series (``block``).

    Of the ``voters`` who see it so many had ``no_objection``; the ``silent`` gave no position.
    """

    name: ClassVar = "item.adopted"
    sponsor: str
    block: list[str]
    present: int
    total: int
    no_objection: int = 0
    silent: int = 0
    voters: int = 0


@dataclass(frozen=True, kw_only=True)
class DebateRequested(OnItem):
    """A member asked that an item be debated; it is for decision now."""

    name: ClassVar = "item.debate_requested"
    participant_id: int | None
    person: str
    office: str


@dataclass(frozen=True, kw_only=True)
class Speaking(Event):
    """Common to all about one speech. Speeches on restricted items are restricted too."""

    item_id: int
    restricted: bool
    speech_id: int
    participant_id: int
    person: str
    office: str


@dataclass(frozen=True, kw_only=True)
class SpeechRequested(Speaking):
    """Somebody asked to speak."""

    name: ClassVar = "speech.requested"


@dataclass(frozen=True, kw_only=True)
class SpeechWithdrawn(Speaking):
    """Somebody no longer wishes to speak."""

    name: ClassVar = "speech.withdrawn"


@dataclass(frozen=True, kw_only=True)
class SpeechStarted(Speaking):
    """The chair gave the floor."""

    name: ClassVar = "speech.started"
    limit_seconds: int | None


@dataclass(frozen=True, kw_only=True)
class SpeechEnded(Speaking):
    """A speech ended after so many seconds."""

    name: ClassVar = "speech.ended"
    seconds: int


@dataclass(frozen=True, kw_only=True)
class TimerStarted(Event):
    """The clock was set going."""

    name: ClassVar = "timer.started"
    seconds: int


@dataclass(frozen=True, kw_only=True)
class TimerPaused(Event):
    """The clock stands still."""

    name: ClassVar = "timer.paused"
    left_seconds: int


@dataclass(frozen=True, kw_only=True)
class TimerResumed(Event):
    """The clock goes on."""

    name: ClassVar = "timer.resumed"
    left_seconds: int


@dataclass(frozen=True, kw_only=True)
class TimerStopped(Event):
    """The clock was taken away."""

    name: ClassVar = "timer.stopped"
