"""Who of the participants reads which paper: asked for many papers at once, in a few questions."""

from collections.abc import Iterable, Mapping

from django.utils import timezone

from agendas.models import Item
from agendas.policies import seeing_each
from meetings.models import Meeting, Participant
from meetings.policies import keepers_of
from papers.models import Paper, PaperCircle, PaperOffice, PaperUserObjectPermission
from people.policies import holds_on


def readers_of(
    meeting: Meeting,
    under: Iterable[tuple[Item, Paper]],
    places: Iterable[Participant],
    *,
    waiting: Mapping[int, set[int]],
) -> dict[int, list[Participant]]:
    """Return for each paper, by its key, those of the participants who see it under its item.

    However many there are, it asks a few questions; the guests of the items are prefetched.
    ``waiting`` tells of papers that wait for their release which persons read them all the same.
    """
    under, places = list(under), [place for place in places if place.person.is_active]
    restricted = {item for item, _paper in under if item.restricted}
    has_closed = restricted or any(paper.restricted for _item, paper in under)
    keepers = keepers_of(meeting) if has_closed else set()
    seeing = seeing_each(restricted, keepers)
    named = _named_for({paper.pk for _item, paper in under if paper.restricted})

    def reads(place: Participant, item: Item, paper: Paper) -> bool:
        early = waiting.get(paper.pk, {place.person_id})
        is_named = place.person_id in (named[paper.pk] | keepers if paper.restricted else early)
        return is_named and _sees(place, item, seeing)

    return {paper.pk: [p for p in places if reads(p, item, paper)] for item, paper in under}


def _sees(place: Participant, item: Item, seeing: Mapping[int, set[int]]) -> bool:
    if item.restricted:
        return place.person_id in seeing[item.pk]
    items = [item, item.parent] if item.parent else [item]
    guests = {guest.participant_id for one in items for guest in one.guests.all()}
    return not place.for_items or place.pk in guests


def _named_for(papers: set[int]) -> dict[int, set[int]]:
    """Return the keys of the persons named for each of these restricted papers, in one query."""
    if not papers:
        return {}
    today = timezone.localdate()
    offices = PaperOffice.objects.filter(paper__in=papers)
    circles = PaperCircle.objects.filter(paper__in=papers, circle__persons__isnull=False)
    pairs = PaperUserObjectPermission.objects.filter(
        content_object__in=papers, permission__codename="view_paper"
    ).values_list("content_object", "user")
    named: dict[int, set[int]] = {paper: set() for paper in papers}
    for paper, person in pairs.union(
        offices.filter(holds_on(today, "agency__posts")).values_list(
            "paper", "agency__posts__person"
        ),
        offices.filter(holds_on(today, "agency__membership")).values_list(
            "paper", "agency__membership__person"
        ),
        circles.values_list("paper", "circle__persons"),
    ):
        named[paper].add(person)
    return named
