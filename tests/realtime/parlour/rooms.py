"""The parlour's events, commands and sections."""

from dataclasses import dataclass
from typing import ClassVar

from django.db import transaction

from core.errors import RuleBroken
from core.events import Event
from realtime import live
from realtime.commands import batch_command, command
from realtime.journal import announce, read


@dataclass(frozen=True, kw_only=True)
class Told(Event):
    meeting_id: int
    text: str

    @property
    def room(self):
        return f"parlour.{self.meeting_id}"


class Said(Told):
    name: ClassVar = "word.said"


class Voted(Told):
    name: ClassVar = "vote.cast"


class Rude(RuleBroken):
    message = "Nobody says “%(text)s” here."


def admit(parlour_id, person):
    """Shut out whoever's full name begins with Shut; hosts hold the console."""
    if person.full_name.startswith("Shut"):
        return None
    return "console" if person.full_name.startswith("Host") else "member"


live.open_rooms("parlour", admit)


@live.section("words", on=("word.",), room="parlour")
def words(parlour_id, audience):
    said = read(f"parlour.{parlour_id}").filter(name="word.said")
    return [entry.facts["text"] for entry in said][-20:]


@live.section("votes", on=("vote.",), room="parlour")
def votes(parlour_id, audience):
    cast = read(f"parlour.{parlour_id}").filter(name="vote.cast")
    return {"count": cast.count(), "secret": "seen" if audience == "console" else None}


@live.section("present", on=("room.",), room="parlour")
def present(parlour_id, audience):
    return sorted(live.connected(f"parlour.{parlour_id}"))


@live.personal("own_words", on=("word.",), room="parlour")
def own_words(parlour_id, person):
    return read(f"parlour.{parlour_id}").filter(name="word.said", actor=person).count()


@command("word.say")
def say(person, parlour_id, data):
    with transaction.atomic():
        text = data["text"]
        entry = announce(Said(meeting_id=parlour_id, text=text), actor=person)
        if text == "fie":
            raise Rude(text=text)
        live.tell(person, "word.kept", {"text": text[:40]})
        return {"number": entry.number}


@command("word.long", size=256 * 1024)
def say_at_length(person, parlour_id, data):
    announce(Said(meeting_id=parlour_id, text=data["text"][:40]), actor=person)
    return {"length": len(data["text"])}


@batch_command("vote.cast")
def cast(calls):
    if any(call.data.get("choice") == "poison" for call in calls):
        raise ValueError("poison")
    return [_cast(call) for call in calls]


def _cast(call):
    if call.data.get("choice") not in ("yes", "no"):
        return Rude(text=call.data.get("choice"))
    told = Voted(meeting_id=call.meeting_id, text=call.data["choice"])
    return {"number": announce(told, actor=call.person).number}
