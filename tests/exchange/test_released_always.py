"""Whatever is done in whatever order, an agency's reader sees exactly what is released."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.clock import at, now
from core.errors import Refusal
from exchange.actions import confirm_release, plan_release, take_back
from exchange.finding import found_in
from exchange.policies import meetings_released_to, releases_of
from exchange.released import papers_released, released_of
from exchange.states import Audience, What
from papers.actions import replace_paper, restrict_paper, table_paper, withdraw_paper
from papers.models import PaperVersion
from tests.exchange.conftest import Told, read_once

pytestmark = pytest.mark.django_db
AUDIENCES = (Audience.MEMBERS, Audience.AGENCIES)
GATE = st.tuples(st.sampled_from([What.AGENDA, What.PAPERS]), st.sampled_from(AUDIENCES))
DEEDS = st.one_of(
    st.tuples(st.sampled_from(["plan", "confirm", "open", "take_back"]), GATE),
    st.tuples(
        st.sampled_from(["table", "replace", "restrict", "unrestrict", "withdraw"]), st.none()
    ),
)
TEXTS = tuple(f"Tờ trình số {number}" for number in range(5))


class Model:
    """What the rules say is released, kept beside the deeds as plainly as can be."""

    def __init__(self):
        self.confirmed = {}  # gate → moment; while it stands
        self.versions = []  # (moment, paper, version)
        self.closed = set()  # papers restricted or withdrawn

    def seen(self):
        until = self.confirmed.get((What.PAPERS, Audience.AGENCIES))
        if until is None or (What.AGENDA, Audience.AGENCIES) not in self.confirmed:
            return set()
        newest = {paper: version for moment, paper, version in self.versions if moment <= until}
        return {version for paper, version in newest.items() if paper not in self.closed}


class Play:
    """Does each deed a minute after the one before, with the real actions and in the model."""

    def __init__(self, cabinet):
        self.told = Told(cabinet)
        self.secretary = cabinet.secretary
        self.model = Model()
        self.files = map(read_once, TEXTS)
        self.moment = now()
        paper = self.told.paper
        self.papers = [paper]
        self.model.versions.append((self.moment, paper.pk, paper.versions.get().pk))

    def do(self, name, gate):
        self.moment += timedelta(minutes=1)
        with at(self.moment):
            try:
                with transaction.atomic():
                    getattr(self, name)(*(gate or ()))
            except Refusal:
                return
            self.keep()

    def keep(self):
        """Take over from the table of gates which stand, not what they show."""
        standing = releases_of(self.told.meeting).filter(released_at__lte=self.moment)
        self.model.confirmed = {
            (What(one.what), Audience(one.audience)): one.confirmed_at for one in standing
        }

    def plan(self, what, audience):
        facts = {"what": what, "audience": audience, "planned_at": self.moment}
        return plan_release(self.secretary, self.told.meeting, **facts)

    def confirm(self, what, audience):
        gate = releases_of(self.told.meeting).filter(what=what, audience=audience).first()
        if gate:
            confirm_release(self.secretary, gate)

    def open(self, what, audience):
        for one in AUDIENCES[: AUDIENCES.index(audience) + 1]:
            for thing in {What.AGENDA, what}:
                if not releases_of(self.told.meeting).filter(what=thing, audience=one).exists():
                    plan_release(
                        self.secretary,
                        self.told.meeting,
                        what=thing,
                        audience=one,
                        planned_at=self.moment,
                    )
        for one in AUDIENCES[: AUDIENCES.index(audience) + 1]:
            self.confirm(What.AGENDA, one)
            self.confirm(what, one)

    def take_back(self, what, audience):
        gate = releases_of(self.told.meeting).filter(what=what, audience=audience).first()
        if gate:
            take_back(self.secretary, gate, reason="Nhầm")

    def table(self):
        if file := next(self.files, None):
            paper = table_paper(self.secretary, self.told.budget, title="Phụ lục", file=file)
            self.papers.append(paper)
            self.note(paper)

    def replace(self):
        file = next(self.files, None)
        if file and self.papers[-1].pk not in self.model.closed:
            replace_paper(self.secretary, self.papers[-1], file=file)
            self.note(self.papers[-1])

    def note(self, paper):
        newest = PaperVersion.objects.filter(paper=paper).order_by("number").last()
        self.model.versions.append((self.moment, paper.pk, newest.pk))

    def restrict(self):
        self.papers[-1].refresh_from_db()
        if not self.papers[-1].is_withdrawn:
            restrict_paper(self.secretary, self.papers[-1])
            self.model.closed.add(self.papers[-1].pk)

    def unrestrict(self):
        self.papers[-1].refresh_from_db()
        if not self.papers[-1].is_withdrawn:
            restrict_paper(self.secretary, self.papers[-1], restricted=False)
            self.model.closed.discard(self.papers[-1].pk)

    def withdraw(self):
        self.papers[-1].refresh_from_db()
        if not self.papers[-1].is_withdrawn:
            withdraw_paper(self.secretary, self.papers[-1], reason="Nhầm")
            self.model.closed.add(self.papers[-1].pk)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(deeds=st.lists(DEEDS, max_size=9))
def test_an_agency_sees_exactly_what_is_released_and_not_restricted(
    cabinet, register, client, deeds
):
    with transaction.atomic():
        play, clerk = Play(cabinet), register.clerk("health")
        client.force_login(clerk)
        for name, gate in deeds:
            play.do(name, gate)
            with at(play.moment):
                check(play, clerk)
        with at(play.moment):
            check_pages(play, clerk, client)
        transaction.set_rollback(True)


def check(play, clerk):
    meeting, seen = play.told.meeting, play.model.seen()
    is_open = (What.AGENDA, Audience.AGENCIES) in play.model.confirmed
    assert meetings_released_to(clerk).filter(pk=meeting.pk).exists() == is_open
    lines = released_of(meeting, Audience.AGENCIES).lines
    assert {one.pk for line in lines for _paper, one in line.papers} == seen
    assert set(papers_released(meeting, Audience.AGENCIES) or ()) == seen


def check_pages(play, clerk, client):
    """Ask the doors and the search as the clerk does."""
    meeting, seen = play.told.meeting, play.model.seen()
    titles = {PaperVersion.objects.get(pk=key).paper.title for key in seen}
    found = found_in(meetings_released_to(clerk), "to trinh").get(meeting.pk, [])
    assert set(found) == titles & {"Tờ trình"}
    for version in PaperVersion.objects.filter(paper__in=[one.pk for one in play.papers]):
        url = reverse("exchange:released_file", args=[meeting.pk, version.pk])
        assert (client.get(url).status_code == 200) == (version.pk in seen)
