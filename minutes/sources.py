"""The record beside the minutes: the journal in sentences, as far as the reader may know."""

from dataclasses import dataclass

from agendas.policies import items_visible_to
from meetings.words import sentence_of, told_names
from minutes.drafting.source import keys_of
from minutes.models import Minutes
from people.models import Person
from realtime.journal import read
from realtime.models import Entry

PREPARING = (
    "meeting.created",
    "meeting.changed",
    "participant.invited",
    "participant.uninvited",
    "participant.reminded",
    "item.added",
    "item.edited",
    "item.moved",
    "item.removed",
    "item.restricted",
    "item.sight_granted",
    "item.sight_revoked",
    "paper.taken",
    "paper.refused",
    "position.given",
    "position.confirmed",
    "position.withdrawn",
    "timer.started",
    "timer.paused",
    "timer.resumed",
    "timer.stopped",
)
TURNS = ("meeting.", "item.opened", "item.adopted", "vote.closed")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One entry told in a sentence."""

    entry: Entry
    words: str
    is_turn: bool


def lines_for(person: Person, minutes: Minutes) -> list[Line]:
    """Return the entries the minutes were drafted from, without what the reader may not see."""
    told = read(f"meeting.{minutes.meeting_id}").filter(name__in=told_names())
    told = told.filter(number__lte=minutes.journal_number).exclude(name__in=PREPARING)
    seen = set(
        items_visible_to(person).filter(meeting=minutes.meeting_id).values_list("pk", flat=True)
    )
    return [
        Line(
            entry=entry,
            words=sentence_of(entry.name, entry.facts, person),
            is_turn=entry.name.startswith(TURNS),
        )
        for entry in told
        if set(keys_of(entry.facts)) <= seen
    ]
