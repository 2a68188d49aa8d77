"""Who is told when a gate opens: the people of the agencies, and the members where it opens something."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exchange.models import Release
from exchange.policies import members_reached, papers_wait_for, persons_reached
from exchange.states import Audience, What
from meetings.models import Meeting
from people.models import Person
from people.notices.kinds import kind
from people.notices.telling import Words, notify

TO_AGENCIES = kind(
    "release.agencies", gettext_lazy("Documents released to ministries and agencies"), mail="digest"
)
TO_MEMBERS = kind(
    "release.members", gettext_lazy("Papers and decisions released to members"), mail="digest"
)


def tell_released(meeting: Meeting, gates: Iterable[Release], *, is_news: bool = False) -> None:
    """Tell of the gates of a meeting that have just opened; ``is_news`` of papers added to one."""
    by_audience: dict[str, list[Release]] = {}
    for gate in gates:
        by_audience.setdefault(gate.audience, []).append(gate)
    if agencies := by_audience.get(Audience.AGENCIES):
        url = reverse("exchange:released_meeting", args=[meeting.pk])
        _tell(persons_reached(meeting.body), TO_AGENCIES, meeting, agencies, url, is_news=is_news)
    members = [gate for gate in by_audience.get(Audience.MEMBERS, []) if opens_something(gate)]
    if members:
        is_decided = any(gate.what == What.DECISIONS for gate in members)
        url = reverse("exchange:decisions" if is_decided else "agendas:agenda", args=[meeting.pk])
        _tell(members_reached(meeting), TO_MEMBERS, meeting, members, url, is_news=is_news)


def opens_something(gate: Release) -> bool:
    """Tell whether members see by this gate what they did not see before."""
    if gate.what == What.PAPERS:
        return papers_wait_for(gate.meeting)
    return gate.what == What.DECISIONS


def _tell(
    persons: QuerySet[Person],
    code: str,
    meeting: Meeting,
    gates: list[Release],
    url: str,
    *,
    is_news: bool,
) -> None:
    def say() -> Words:
        head = _("New papers were released: %(title)s") if is_news else _("Released: %(title)s")
        things = ", ".join(str(gate.get_what_display()) for gate in gates)
        return head % {"title": meeting.title}, "" if is_news else things

    notify(persons, kind=code, say=say, url=url, room=f"meeting.{meeting.pk}")
