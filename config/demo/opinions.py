"""What the members of the demonstration said of the items before the session."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial

from agendas.actions import draft_position, give_all, give_position
from agendas.models import Item
from agendas.states import ItemState, Stance
from config.demo.cast import MEMBERS, lines
from config.demo.ground import ASSISTED, at_day, person
from meetings.models import Meeting, Participant

LATE = {"chair", "member04", "member15", "member22", ASSISTED}
"""Who has not got through the agenda yet."""

Step = tuple[datetime, Callable[[], object]]


def opinion_steps(meeting: Meeting, titles: dict[str, str]) -> Iterator[Step]:
    """Tell when each member gave positions; ``titles`` by the folder of an item."""
    begin = at_day(date(2020, 2, 29), 8)
    for number, line in enumerate(lines("opinions.txt")):
        name, folder, stance, reason = (part.strip() for part in line.split("|"))
        moment = begin + timedelta(minutes=17 * number)
        yield moment, partial(_say, meeting, name, titles[folder], stance, reason)
    begin = at_day(date(2020, 3, 1), 8)
    agreed = [titles[folder] for folder in lines("agreed.txt")]
    for number, part in enumerate(MEMBERS):
        wanted = agreed if part.username in LATE else None
        yield (
            begin + timedelta(minutes=19 * number),
            partial(_agree, meeting, part.username, wanted),
        )
    yield at_day(date(2020, 3, 2), 10), partial(_prepare, meeting)


def _say(meeting: Meeting, name: str, title: str, stance: str, reason: str) -> None:
    item = Item.objects.get(meeting=meeting, title=title)
    give_position(person(name), item, stance=stance, reason=reason)


def _agree(meeting: Meeting, name: str, titles: list[str] | None) -> None:
    """Let a member agree to all that is left, or to what everybody agrees to."""
    items = Item.objects.filter(meeting=meeting, title__in=titles) if titles is not None else None
    give_all(person(name), Meeting.objects.get(pk=meeting.pk), items=items)


def _prepare(meeting: Meeting) -> None:
    """Let the assistant prepare what the member has not given yet."""
    place = Participant.objects.get(meeting=meeting, person__username=ASSISTED)
    items = Item.objects.filter(meeting=meeting, state=ItemState.PLANNED, restricted=False)
    for item in items.exclude(positions__participant=place):
        stance, reason = _advice(item)
        draft_position(person("assistant"), item, place=place, stance=stance, reason=reason)


def _advice(item: Item) -> tuple[str, str]:
    prepared = {line.split("|")[0].strip(): line.split("|")[1:] for line in lines("prepared.txt")}
    stance, reason = prepared.get(str(item.position), [Stance.NO_OBJECTION.value, ""])
    return stance.strip(), reason.strip()
