"""The matters: adopted together, debated one by one, left over, or minuted apart."""

import secrets
from collections.abc import Iterator

from agendas.models import Item, Speech
from agendas.states import ItemState, SpeechState
from meetings.policies import meetings_called_to_all
from minutes.drafting.positions import positions_on, silence
from minutes.drafting.source import EARLY, Facts, Part, Source, iso
from minutes.drafting.votes import votes_of

DEALT_WITH = {ItemState.DONE, ItemState.OPEN, ItemState.WITHDRAWN, ItemState.DEFERRED}
SPOKEN = {SpeechState.DONE, SpeechState.SPEAKING}


def adopted(source: Source) -> Iterator[Part]:
    """Tell what was adopted without debate, as one part."""
    items = [one for one in source.items if one.without_debate and not one.restricted]
    if not items:
        return
    yield Part(
        kind="adoption",
        facts={"items": [{**short(one), **silence(source, one)} for one in items]},
        entries=sorted({number for one in items for number in source.about(one)}),
        at=min(one.closed_at or EARLY for one in items),
    )


def debated(source: Source) -> Iterator[Part]:
    """Tell of each open matter that came before the meeting."""
    for item in source.items:
        if item.restricted or item.without_debate or item.state not in DEALT_WITH:
            continue
        yield Part(
            kind="item",
            item=item,
            facts={**facts_of(item), "positions": positions_on(source, item)},
            text=item.conclusion,
            entries=source.about(item),
            at=item.opened_at or item.closed_at or source.meeting.adjourned_at or EARLY,
        )


def breaks(source: Source) -> Iterator[Part]:
    """Tell of the times when the meeting was interrupted."""
    for entry in source.told("meeting.suspended"):
        later = [e for e in source.told("meeting.resumed") if e.number > entry.number]
        facts = {"from": iso(entry.at), "to": iso(later[0].at) if later else None}
        yield Part(
            kind="break",
            facts={**facts, "reason": entry.facts.get("reason", "")},
            entries=[entry.number, *(e.number for e in later[:1])],
            at=entry.at,
        )


def left_over(source: Source) -> Iterator[Part]:
    """Tell which matters of the published agenda did not come up, neither whole nor in part."""
    begun = {one.parent_id for one in source.items if one.state in DEALT_WITH}
    items = [
        one
        for one in source.items
        if one.state == ItemState.PLANNED and not one.restricted and one.pk not in begun
    ]
    if items:
        yield Part(kind="left_over", facts={"items": [short(one) for one in items]})


def restricted(source: Source) -> Iterator[Part]:
    """Name each restricted matter neutrally, and minute it apart."""
    for item in source.items:
        if not item.restricted or item.state not in DEALT_WITH:
            continue
        yield Part(kind="restricted", item=item, facts={"label": item.label})
        yield Part(
            kind="apart",
            item=item,
            facts={
                **facts_of(item),
                "positions": positions_on(source, item),
                "salt": secrets.token_hex(16),
            },
            text=item.conclusion,
            entries=source.about(item),
        )


def facts_of(item: Item) -> Facts:
    """Return what the record knows of a matter."""
    return {
        **short(item),
        "kind": item.kind,
        "withdrawn": item.state == ItemState.WITHDRAWN,
        "deferred": item.state == ItemState.DEFERRED,
        "deferred_to": _next_session(item) if item.state == ItemState.DEFERRED else "",
        "rapporteur": str(item.rapporteur) if item.rapporteur else "",
        "speakers": [_speaker(one) for one in _spoken(item)],
        "votes": votes_of(item),
    }


def short(item: Item) -> Facts:
    """Name a matter."""
    sponsor = item.sponsor.name if item.sponsor else ""
    return {"label": item.label, "title": item.title, "sponsor": sponsor}


def _next_session(item: Item) -> str:
    """Name the session at which a deferred matter goes on, if all who sat here are called to it."""
    after = Item.objects.filter(continues=item).select_related("meeting").first()
    if after is None:
        return ""
    called = meetings_called_to_all(item.meeting).filter(pk=after.meeting_id)
    return after.meeting.title if called.exists() else ""


def _spoken(item: Item) -> list[Speech]:
    spoken = [one for one in item.speeches.all() if one.state in SPOKEN]
    return sorted(spoken, key=lambda one: one.started_at or one.requested_at)


def _speaker(speech: Speech) -> Facts:
    place = speech.participant
    return {"name": str(place.person), "office": place.office, "at": iso(speech.started_at)}
