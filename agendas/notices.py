"""Who is told of a new version of the agenda. Restricted items: only those who may know of them."""

from collections.abc import Callable, Iterable
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agendas.models import Agenda, Item, Submission
from agendas.policies import items_visible_to
from meetings.models import Meeting
from meetings.states import MeetingState
from people.models import Person
from people.notices.kinds import kind
from people.notices.taking_back import hush, take_back
from people.notices.telling import Words, notify

Pages = Callable[[Item], Iterable[str]]
_pages: list[Pages] = []
PUBLISHED = kind("agenda.published", gettext_lazy("New versions of the agenda"))

REFUSED = kind("late.refused", gettext_lazy("Late items and papers that the chair did not take"))


def participants_of(meeting: Meeting) -> list[Person]:
    """Return the persons called to a meeting; of a draft nobody has heard."""
    if meeting.state == MeetingState.DRAFT:
        return []
    return [place.person for place in meeting.participants.select_related("person")]


def tell_published(actor: Person, agenda: Agenda) -> None:
    """Tell all but the one who published, and guests: they hear of their own items alone."""
    meeting = agenda.meeting
    guests = set(meeting.participants.filter(for_items=True).values_list("person", flat=True))
    silent = guests | {actor.pk}
    gaps = {"version": agenda.letter, "title": meeting.title}

    def say() -> Words:
        return _("Agenda, version %(version)s: %(title)s") % gaps, ""

    notify(
        [person for person in participants_of(meeting) if person.pk not in silent],
        kind=PUBLISHED,
        say=say,
        url=reverse("agendas:agenda", args=[meeting.pk]),
        room=f"meeting.{meeting.pk}",
    )


def tell_restricted(actor: Person, meeting: Meeting, items: Iterable[int]) -> None:
    """Tell those who were given sight of these restricted items that they are on the agenda."""
    called = [person for person in participants_of(meeting) if person.pk != actor.pk]
    for item in Item.objects.filter(pk__in=items):
        notify(
            [p for p in called if items_visible_to(p).filter(pk=item.pk).exists()],
            kind=PUBLISHED,
            say=partial(_restricted, item.title),
            url=reverse("agendas:item", args=[item.pk]),
            room=f"meeting.{meeting.pk}",
            restricted=True,
        )


def tell_refused(actor: Person, item: Item) -> None:
    """Tell the secretary that the chair did not take a late item, and why."""

    def say() -> Words:
        return _("The chair did not take: %(title)s") % {"title": item.title}, item.withdrawn_for

    tell_secretary(actor, item, say)


def tell_secretary(
    actor: Person, item: Item, say: Callable[[], Words], *, is_closed: bool = False
) -> None:
    """Tell the secretary of the meeting of a refusal of the chair."""
    meeting = item.meeting
    notify(
        [meeting.secretary] if meeting.secretary_id != actor.pk else [],
        kind=REFUSED,
        say=say,
        url=reverse("agendas:item", args=[item.pk]),
        room=f"meeting.{meeting.pk}",
        restricted=item.restricted or is_closed,
    )


def _restricted(title: str) -> Words:
    return _("Restricted item on the agenda: %(title)s") % {"title": title}, ""


def tells_of(pages: Pages) -> None:
    """Register the pages of a higher floor that lie under an item."""
    _pages.append(pages)


def take_back_told(item: Item) -> None:
    """Take back what was told of an item and what lies under it, now that it is restricted.

    Of its submission its people keep what they were told; no mail says a word of it any more.
    """
    whole = [item, *item.sub_items.all()]
    urls = [reverse("agendas:item", args=[one.pk]) for one in whole]
    urls += [url for pages in _pages for one in whole for url in pages(one)]
    take_back(urls, sees=lambda person: items_visible_to(person).filter(pk=item.pk).exists())
    lodged = Submission.objects.filter(matter__in=[one.matter_id for one in whole])
    hush(f"submission.{key}" for key in lodged.values_list("pk", flat=True))
