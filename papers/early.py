"""Who reads the papers of a session that wait for their release: its keepers, and whose matter it is."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from django.utils import timezone

from agendas.models import Advice, Item, Submission
from agendas.reach import reach
from meetings.policies import keeping
from papers.models import PaperVersion
from people.models import Membership, Person, Post


def is_held(version: PaperVersion, item: Item) -> bool:
    """Tell whether a version under an item waits for its release."""
    items = Item.objects.filter(pk=item.pk).alias(read_until=reach())
    return items.filter(read_until__lt=version.made_at).exists()


def early_readers(items: Sequence[Item]) -> dict[int, set[int]]:
    """Return for each item of a meeting the persons who read its papers before their release.

    The same few questions however many items there are.
    """
    if not items:
        return {}
    kept = set(Person.objects.filter(keeping(items[0].meeting)).values_list("pk", flat=True))
    agencies = _agencies(items)
    people = _people({key for own in agencies.values() for key in own})
    return {
        item.pk: kept.union(*(people[agency] for agency in agencies[item.pk])) for item in items
    }


def _agencies(items: Sequence[Item]) -> dict[int, set[int]]:
    """Return the agencies whose matter an item is: its sponsor, and who has part in its submission."""
    of_matter: dict[int, set[int]] = defaultdict(set)
    matters = [item.matter_id for item in items]
    lodged = Submission.objects.filter(matter__in=matters, lodged_at__isnull=False)
    rows = lodged.values_list("matter", "agency", "co_sponsors")
    asked = Advice.objects.filter(submission__matter__in=matters)
    for matter, *agencies in chain(rows, asked.values_list("submission__matter", "agency")):
        of_matter[matter] |= set(filter(None, agencies))
    return {
        item.pk: of_matter[item.matter_id] | ({item.sponsor_id} if item.sponsor_id else set())
        for item in items
    }


def _people(agencies: set[int]) -> dict[int, set[int]]:
    """Return who works for each of these agencies today."""
    today = timezone.localdate()
    people: dict[int, set[int]] = defaultdict(set)
    for model in (Post, Membership):
        rows = model.objects.on(today).filter(agency__in=agencies)
        for agency, person in rows.values_list("agency", "person"):
            people[agency].add(person)
    return people
