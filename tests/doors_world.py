"""A small world with one of everything, for the table of doors."""

from functools import cache
from uuid import uuid4

from django.test import Client

from tests.cabinet import SINCE, Cabinet, paper_pdf
from tests.doors_desk import Desk
from tests.doors_secrets import (
    SECRET_ANNEX,
    SECRET_ITEM,
    SECRET_PAPER,
    SECRET_PART,
    SECRET_VOTE,
    UNTOLD,
)

KINDS = (
    "anonymous",
    "stranger",
    "finance",
    "health",
    "substitute",
    "invitee",
    "guest",
    "assistant",
    "secretary",
    "chair",
    "operator",
    "archivist",
    "auditor",
    "admin",
    "superuser",
    "clerk",
)


class World(Desk):
    """A meeting in session with an open vote and a restricted item that ``finance`` may see."""

    def __init__(self):
        cabinet = self.cabinet = Cabinet()
        self.people = {**cabinet.people, "stranger": cabinet.stranger()}
        self.people["superuser"] = cabinet.superuser()
        self.ids = {}
        self.cookies = {}  # of those who have signed in, once for all doors
        self._assistant()
        self._meeting()
        self._past()
        self._mark()
        self._calendar()
        self._release()
        self._submissions()
        self._series()
        self._template()
        self._programme()
        self._room()
        self._decided()

    def sign_in(self):
        """Let everybody sign in once: what they carry opens every door of theirs."""
        for kind in set(KINDS) - {"anonymous"}:
            client = Client()
            client.force_login(self.people[kind])
            self.cookies[kind] = client.cookies

    def _assistant(self):
        """Let somebody prepare for ``finance``, who sees more than an assistant does."""
        from people.actions import appoint_assistant

        person = self.people["assistant"] = self.cabinet.person("assistant")
        seat = self.cabinet.body.memberships.get(person=self.cabinet.finance)
        appoint_assistant(self.cabinet.finance, seat, person=person, starts=SINCE)

    def _meeting(self):
        from meetings.actions import move_meeting
        from meetings.states import MeetingState

        cabinet = self.cabinet
        meeting = self.meeting = cabinet.meeting()
        self._items(meeting)
        self._guests(meeting)
        self._guest(meeting)
        move_meeting(cabinet.secretary, meeting, MeetingState.CONVENED)
        there = [cabinet.chair, cabinet.finance, cabinet.health, cabinet.justice]
        cabinet.arrive(meeting, *there)
        meeting = self.meeting = move_meeting(cabinet.chair, meeting, MeetingState.IN_SESSION)
        self._secret_vote()
        self._vote(meeting)
        self._told(meeting)
        self.ids["untold"] = cabinet.item(meeting, UNTOLD).pk
        self.ids |= {
            "meeting": meeting.pk,
            "draft": cabinet.meeting("Phiên họp sau").pk,
            "place": cabinet.participant(meeting, cabinet.finance).pk,
            "body": cabinet.body.pk,
            "person": cabinet.finance.pk,
            "seat": cabinet.body.memberships.get(person=cabinet.finance).pk,
            "grant": cabinet.body.role_grants.get(person=cabinet.auditor).pk,
            "mark": uuid4(),
            "by_name": "person",
        }

    def _told(self, meeting):
        from meetings.actions import make_feed
        from meetings.models import Site

        cabinet = self.cabinet
        self.ids["notice"] = cabinet.finance.notices.first().pk
        self.ids["feed"] = make_feed(cabinet.finance).token
        remote = Site.objects.create(body=cabinet.body, code="HP", name="Hải Phòng")
        self.ids["remote_site"] = remote.pk

    def _items(self, meeting):
        from agendas.actions import add_section, grant_sight
        from papers.models import PaperVersion

        cabinet = self.cabinet
        open_item = cabinet.item(meeting, "Dự toán ngân sách")
        second = cabinet.item(meeting, "Dự án luật")
        hidden = cabinet.item(meeting, SECRET_ITEM, restricted=True)
        self.ids["hidden_part"] = cabinet.item(meeting, SECRET_PART, parent=hidden).pk
        grant_sight(cabinet.secretary, hidden, person=cabinet.finance)
        cabinet.publish(meeting)
        self._annex(open_item)
        cabinet.publish(meeting)
        heading = add_section(cabinet.secretary, meeting, name="Thảo luận")
        self.ids |= {"item": open_item.pk, "hidden": hidden.pk, "heading": heading.pk}
        self.ids["second"] = second.pk
        self.ids["paper"] = self._paper(open_item)
        self.ids["hidden_paper"] = self._paper(hidden, SECRET_PAPER)
        self._hide_paper()
        versions = PaperVersion.objects.filter(paper=self.ids["hidden_paper"])
        self.ids["hidden_version"] = versions.get().pk

    def _annex(self, item):
        """Lay a paper under an open item, publish it, and restrict it to nobody."""
        from papers.actions import restrict_paper
        from papers.models import Paper

        paper = Paper.objects.get(pk=self._paper(item, SECRET_ANNEX))
        self.ids["annex"] = paper.pk
        self.cabinet.publish(self.meeting)
        restrict_paper(self.cabinet.secretary, paper)

    def _hide_paper(self):
        """Restrict the paper of the restricted item too, and name ``finance`` for it."""
        from papers.actions import restrict_paper, show_paper
        from papers.models import Paper

        paper = Paper.objects.get(pk=self.ids["hidden_paper"])
        paper = restrict_paper(self.cabinet.secretary, paper)
        show_paper(self.cabinet.secretary, paper, whom=self.cabinet.finance)

    def _paper(self, item, title="Tờ trình", text=""):
        from papers.actions import table_paper

        file = self._file(text or title)
        return table_paper(self.cabinet.secretary, item, title=title, file=file).pk

    @cache  # noqa: B019 - one world a file of stories
    def _file(self, text):
        """Read the same text once: an action only copies what was read."""
        from papers.ingest.reading import read_pdf

        return read_pdf(paper_pdf(text=text), name="to-trinh.pdf")

    def _guests(self, meeting):
        from meetings.actions import excuse, invite
        from meetings.states import Capacity

        cabinet = self.cabinet
        transport = cabinet.participant(meeting, cabinet.transport)
        excuse(cabinet.secretary, transport, reason="Công tác")
        for key, capacity, stands_for in (
            ("substitute", Capacity.SUBSTITUTE, transport),
            ("invitee", Capacity.INVITEE, None),
        ):
            person = self.people[key] = cabinet.person(key)
            facts = {"capacity": capacity, "office": "?", "agency": None}
            invite(cabinet.secretary, meeting, person=person, stands_for=stands_for, **facts)

    def _guest(self, meeting):
        """Let ``guest`` come for the second item alone."""
        from agendas.actions import invite_for_item

        cabinet = self.cabinet
        self.people["guest"] = cabinet.person("guest")
        item = meeting.items.get(restricted=False, position=2)
        guest = invite_for_item(cabinet.secretary, item, person=cabinet.guest, office="Chuyên gia")
        self.ids |= {"guest": cabinet.guest.pk, "guest_place": guest.pk, "guested": item.pk}
        self.ids["guested_paper"] = self._paper(item)

    def _vote(self, meeting):
        from agendas.actions import request_speech
        from voting.actions import open_vote

        cabinet = self.cabinet
        item = cabinet.open_item(meeting)
        self.ids["speech"] = request_speech(cabinet.finance, meeting).pk
        self.ids["vote"] = open_vote(cabinet.chair, item, question="Thông qua dự toán?").pk

    def _secret_vote(self):
        """Let the part of the restricted item be voted on and dealt with."""
        from agendas.actions import close_item, open_item
        from agendas.models import Item
        from voting.actions import close_vote, open_vote

        chair = self.cabinet.chair
        item = open_item(chair, Item.objects.get(pk=self.ids["hidden_part"]))
        vote = close_vote(chair, open_vote(chair, item, question=SECRET_VOTE))
        close_item(chair, item, conclusion=SECRET_VOTE)
        self.ids["hidden_vote"] = vote.pk

    def _past(self):
        from meetings.actions import move_meeting
        from meetings.states import MeetingState
        from minutes.actions import draft_minutes, finish_minutes

        cabinet = self.cabinet
        for key in ("over", "sealed"):
            meeting = cabinet.in_session(present=[*cabinet.members()[:4]])
            move_meeting(cabinet.chair, meeting, MeetingState.ADJOURNED)
            self.ids[key] = meeting.pk
            if key == "sealed":
                self.ids["archived"] = finish_minutes(meeting).pk
            else:
                drafted = draft_minutes(cabinet.secretary, meeting)
                self.ids["block"] = drafted.blocks.filter(item__isnull=True).first().pk
        self.ids["layout"] = "nd30-2020"

    def _mark(self):
        """Let ``finance`` write a note on the restricted paper."""
        from papers.actions import save_mark
        from papers.marks import parse_mark

        self.ids["own_mark"] = str(uuid4())
        note = {
            "uuid": self.ids["own_mark"],
            "version": self.ids["hidden_version"],
            "page": 0,
            "kind": "note",
            "geometry": {"x": 10, "y": 10},
            "style": {"color": "#cc0000"},
            "text": "Hỏi lại",
            "quote": {},
            "rev": 32,
        }
        save_mark(self.people["finance"], parse_mark(note))
