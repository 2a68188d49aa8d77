"""Whatever is done with an agenda, who may not see a thing meets it nowhere: every page, count and socket."""

import json

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from agendas import actions
from core.errors import Refusal
from meetings.actions import make_feed
from papers.actions import restrict_paper, table_paper
from papers.ingest.reading import read_pdf
from realtime.live import AUDIENCES, admitted, state_of, you_of
from tests.agendas.test_arrangement import Arrangement
from tests.cabinet import paper_pdf
from tests.doors_table import DOORS

pytestmark = [pytest.mark.slow, pytest.mark.once]
UNKNOWING = ("finance", "operator", "auditor")
OF_MEETING = sorted(n for n, d in DOORS.items() if d.method == "get" and d.args == ("meeting",))
OF_ITEM = ("agendas:item", "agendas:item_room", "papers:list", "voting:item_votes")
OF_PAPER = ("papers:paper", "papers:reader", "papers:file", "papers:annotations")
AT_LARGE = (
    "people:home",
    "people:notices",
    "meetings:list",
    "minutes:archive",
    "agendas:programme",
)
SLOW = {"exchange:agenda_pdf", "meetings:letter"}  # the same sheet as the others, set in type


class Mark(int):
    """A number that no page shows by chance."""

    def __add__(self, other):
        return Mark(int(self) + other)

    def __format__(self, spec):
        return f"số-«{int(self):03d}»"


class Watched(Arrangement):
    """The same deeds, and then a walk of those who may not see everything."""

    pdf = None

    def planned(self, in_session):
        titles = ("Mục «một»", "Mục «hai»")
        return self.cabinet.in_session(*titles) if in_session else self.cabinet.convened(*titles)

    def furnish(self):
        self.count = Mark(0)
        section = actions.add_section(self.actor, self.meeting, name="Phần đầu")
        above = self.cabinet.item(self.meeting, "Mục «ba»", section=section)
        secret = self.cabinet.item(self.meeting, "Mục «kín»", restricted=True)
        for number in range(2):
            self.cabinet.item(self.meeting, f"Mục «ba {number}»", parent=above)
            self.cabinet.item(self.meeting, f"Mục «kín {number}»", parent=secret)
        self.papers = [
            table_paper(self.actor, item, title=f"Giấy «{item.pk}»", file=self.pdf)
            for item in (self.meeting.items.get(title="Mục «một»"), secret)
        ]
        restrict_paper(self.actor, self.papers[0])

    def teardown(self):
        if hasattr(self, "papers"):
            for key in UNKNOWING:
                self.walk(key, self.cabinet.people[key])

    def walk(self, key, person):
        client, secrets = Client(), self.secrets()
        client.force_login(person)
        heard = {url: self.said(client, url) for url in self.addresses(person)}
        told = {
            (url, one) for url, (_status, words) in heard.items() for one in secrets if one in words
        }
        assert told == set(), key
        for item in self.hidden():
            assert client.get(reverse("agendas:item", args=[item.pk])).status_code == 404
        agenda = heard[reverse("agendas:agenda", args=[self.meeting.pk])]
        if agenda[0] == 200:
            shown = agenda[1].count(' id="item-')
            assert shown == self.meeting.items.count() - len(self.hidden()), key
        self.listen(person, secrets)

    def listen(self, person, secrets):
        for face in AUDIENCES:
            try:
                audience = admitted("meeting", self.meeting.pk, person, face)
            except Refusal:
                continue
            told = state_of("meeting", self.meeting.pk, audience)
            heard = json.dumps(
                [told, you_of("meeting", self.meeting.pk, person)], default=str, ensure_ascii=False
            )
            assert [one for one in secrets if one in heard] == [], face

    def addresses(self, person):
        """Give every page of the meeting, of its items and papers, and those that tell of many."""
        for name in OF_MEETING:
            if name not in SLOW:
                yield reverse(name, args=[self.meeting.pk])
        versions = reverse("agendas:versions", args=[self.meeting.pk])
        last = max(self.frozen, default=1)
        yield f"{versions}?from=A&to={chr(64 + last)}"
        for item in self.meeting.items.all():
            yield from (reverse(name, args=[item.pk]) for name in OF_ITEM)
        for paper in self.papers:
            yield from (reverse(name, args=[paper.pk]) for name in OF_PAPER)
        yield from (reverse(name) for name in AT_LARGE)
        yield f"{reverse('minutes:archive')}?q=Mục"
        yield reverse("meetings:feed", args=[make_feed(person).token])

    @staticmethod
    def said(client, url):
        with transaction.atomic():
            answer = client.get(url)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            transaction.set_rollback(True)
        return answer.status_code, body.decode("utf-8", "ignore") + str(dict(answer.headers))

    def hidden(self):
        """Return what these people may not see: restricted, or never published."""
        return [
            item
            for item in self.meeting.items.all()
            if item.restricted or item.published_in is None
        ]

    def secrets(self):
        """Return the titles that nothing they may see has."""
        hidden = {item.title for item in self.hidden()}
        open_ones = set(self.meeting.items.values_list("title", flat=True)) - hidden
        return {*(hidden - open_ones), *(paper.title for paper in self.papers)}


@pytest.mark.timeout(600)
def test_whatever_is_done_nobody_meets_what_is_not_for_them(cabinet):
    Watched.cabinet, Watched.pdf = cabinet, read_pdf(paper_pdf(pages=1), name="giay.pdf")
    cabinet.stranger()
    run_state_machine_as_test(
        Watched,
        settings=settings(
            max_examples=2,
            stateful_step_count=20,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
