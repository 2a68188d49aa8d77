"""What happens to one item. Facts about a restricted item carry ``restricted``: never show them
to somebody who may not see the item."""

from dataclasses import dataclass, field
from typing import ClassVar

from core.events import Event


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
    """A matter was put on the draft of the agenda; ``continues`` is the item it was deferred as."""

    name: ClassVar = "item.added"
    continues: int | None = None


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
class ItemDeferred(OnItem):
    """An item is dealt with at another session. It keeps its number here.

    The session is told by its key alone: the title of a draft is not for everybody.
    """

    name: ClassVar = "item.deferred"
    reason: str
    to_meeting_id: int
    to_item_id: int


@dataclass(frozen=True, kw_only=True)
class ItemHeaded(OnItem):
    """An item was put under another heading; none is told as an empty one."""

    name: ClassVar = "item.headed"
    before: str
    heading: str


@dataclass(frozen=True, kw_only=True)
class ItemChecked(OnItem):
    """The secretariat found an item formally in order."""

    name: ClassVar = "item.checked"


@dataclass(frozen=True, kw_only=True)
class ItemUnchecked(OnItem):
    """The secretariat took back that an item is in order."""

    name: ClassVar = "item.unchecked"


@dataclass(frozen=True, kw_only=True)
class ConsentAsked(OnItem):
    """The chair was asked to take an item that came after the limit."""

    name: ClassVar = "item.consent_asked"
    reason: str


@dataclass(frozen=True, kw_only=True)
class ConsentGiven(OnItem):
    """The chair took an item that came after the limit."""

    name: ClassVar = "item.consent_given"
    reason: str


@dataclass(frozen=True, kw_only=True)
class ConsentRefused(OnItem):
    """The chair refused an item that came after the limit: it left the agenda untold."""

    name: ClassVar = "item.consent_refused"
    reason: str


@dataclass(frozen=True, kw_only=True)
class UrgentItemAdded(OnItem):
    """The chair took up an urgent matter during the session."""

    name: ClassVar = "item.urgent"
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
