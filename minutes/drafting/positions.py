"""Positions before the session as the minutes tell them: from the journal, as it stood then."""

from agendas.models import Item
from agendas.states import OPPOSING
from meetings.quorum import rules_for
from meetings.states import PositionsShown
from minutes.drafting.source import Facts, Source

GIVEN, WITHDRAWN = "position.given", "position.withdrawn"


def silence(source: Source, item: Item) -> Facts:
    """Tell how many had no objection to an item adopted without debate, and how many said nothing."""
    adopted = [e for e in source.told("item.adopted") if e.facts["item_id"] == item.pk]
    facts = adopted[-1].facts if adopted else {}
    return {key: facts.get(key, 0) for key in ("no_objection", "silent", "voters")}


def positions_on(source: Source, item: Item) -> list[Facts]:
    """Tell who objected to an item or wished to speak when it was reached, and why.

    Nobody's name is told where the rules leave positions to chair and secretary.
    """
    if rules_for(source.meeting).positions_shown == PositionsShown.KEEPERS:
        return []
    standing: dict[int, Facts] = {}
    for entry in source.told(GIVEN, WITHDRAWN):
        facts = entry.facts
        if facts["item_id"] == item.pk:
            standing.pop(facts["participant_id"], None)
            if entry.name == GIVEN and facts["stance"] in OPPOSING:
                standing[facts["participant_id"]] = _told(facts)
    return list(standing.values())


def _told(facts: Facts) -> Facts:
    return {
        "name": facts["person"],
        "office": facts["office"],
        "stance": facts["stance"],
        "reason": facts["reason"],
    }
