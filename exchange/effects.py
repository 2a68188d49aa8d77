"""What each gate of a meeting causes, in words: who reads what after it."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agendas.models import Item
from core.clock import now
from exchange.models import Release
from exchange.policies import agencies_reached, members_reached, papers_wait_for, persons_reached
from exchange.source import laid_by, papers_under, public_items
from exchange.states import OVER, Audience, What
from meetings.models import Meeting
from papers.models import Paper
from voting.models import Vote
from voting.states import VoteState


class Effects:
    """Counts once what may leave the room, and tells it for every gate."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.moment = now()

    def of(self, audience: Audience, what: What, gate: Release | None) -> str:
        """Tell what the gate causes, has caused, or would."""
        if audience == Audience.MEMBERS and (known := self._known_already(what)):
            return known
        if audience == Audience.PUBLIC and self.meeting.body.code not in settings.OPARL_BODIES:
            return _("It is kept ready for the public and not shown.")
        told = {"who": self._readers[audience], "what": self._things(what, gate)}
        if gate is not None and gate.is_open:
            return _("Read by %(who)s: %(what)s.") % told
        return _("After this, %(who)s will read %(what)s.") % told

    def news(self, gate: Release | None) -> str:
        """Tell what was tabled since the release of papers was confirmed."""
        if gate is None or gate.what != What.PAPERS or gate.confirmed_at is None:
            return ""
        since = self._papers(self.moment) - self._papers(gate.confirmed_at)
        words = ngettext(
            "%(count)s new paper or version waits.",
            "%(count)s new papers or versions wait.",
            len(since),
        )
        return words % {"count": len(since)} if since else ""

    def _known_already(self, what: What) -> str:
        if what == What.AGENDA:
            return _("Members read the agenda since its publication; this records it.")
        if what == What.PAPERS and not papers_wait_for(self.meeting):
            return _("Members read papers as soon as they are tabled; this records it.")
        return ""

    @cached_property
    def _readers(self) -> Mapping[Audience, str]:
        members = members_reached(self.meeting).count()
        agencies = agencies_reached(self.meeting.body).distinct().count()
        people = persons_reached(self.meeting.body).count()
        ours = ngettext("%(count)s member", "%(count)s members", members)
        theirs = ngettext(
            "%(count)s ministry or agency (%(people)s people)",
            "%(count)s ministries and agencies (%(people)s people)",
            agencies,
        )
        return {
            Audience.MEMBERS: ours % {"count": members},
            Audience.AGENCIES: theirs % {"count": agencies, "people": people},
            Audience.PUBLIC: _("anybody"),
        }

    def _things(self, what: What, gate: Release | None) -> str:
        if what == What.DECISIONS and self.meeting.state not in OVER:
            return _("the decisions of the session")
        count = self._count(what, gate)
        words = {
            What.AGENDA: ngettext(
                "the agenda with %(count)s item", "the agenda with %(count)s items", count
            ),
            What.PAPERS: ngettext("%(count)s paper", "%(count)s papers", count),
            What.DECISIONS: ngettext(
                "the decision on %(count)s item", "the decisions on %(count)s items", count
            ),
        }
        return words[what] % {"count": count}

    def _count(self, what: What, gate: Release | None) -> int:
        if what == What.PAPERS:
            return len(
                self._papers(gate.confirmed_at if gate and gate.confirmed_at else self.moment)
            )
        return len(self._decided if what == What.DECISIONS else self._items)

    @cached_property
    def _items(self) -> list[Item]:
        return list(public_items([self.meeting.pk]))

    @cached_property
    def _lying(self) -> list[Paper]:
        return papers_under(self._items)

    def _papers(self, until: datetime) -> set[int]:
        return {version.pk for _paper, version in laid_by(until, self._items, self._lying)}

    @cached_property
    def _decided(self) -> list[Item]:
        votes = Vote.objects.filter(meeting=self.meeting, state=VoteState.CLOSED)
        voted = set(votes.values_list("item", flat=True))
        return [i for i in self._items if i.conclusion or i.without_debate or i.pk in voted]
