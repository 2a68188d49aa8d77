"""Past sessions, told again with the real actions at the moments when they happened."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import ParamSpec, TypeVar

from django.db import transaction

from agendas.actions import (
    add_item,
    adopt_without_debate,
    call_last,
    call_speaker,
    check_item,
    close_item,
    defer_item,
    end_speech,
    open_item,
    publish_agenda,
    request_speech,
)
from agendas.models import Item
from agendas.states import ItemKind
from config.demo.archive import Line, Past, stories
from config.demo.cast import MEMBERS
from config.demo.ground import BODY, at_day
from config.demo.keeping import keep_minutes, write_minutes
from config.demo.releasing import release_past
from core import clock
from meetings.actions import check_in, confirm_all, create_meeting, excuse, move_meeting
from meetings.models import Meeting, Site
from meetings.states import MeetingState
from people.models import Agency, Body, Person
from voting.actions import Ask, cast_ballots, close_vote, open_vote

P = ParamSpec("P")
R = TypeVar("R")
PLACE = "Trụ sở Chính phủ, số 16 Lê Hồng Phong, Ba Đình, Hà Nội"
RESERVES = (
    "Đề nghị rà soát thêm nguồn lực thực hiện.",
    "Đề nghị quy định rõ thời gian chuyển tiếp.",
    "Cần đánh giá kỹ tác động đến doanh nghiệp nhỏ và vừa.",
    "Đề nghị giao địa phương quyết định mức cụ thể.",
)


def tell_past(only: int | None = None) -> Iterator[str]:
    """Tell the past sessions in order, the newest ``only`` if given; yield each title when done."""
    for past in stories()[-only if only else 0 :]:
        meeting = Story(past).tell()
        keep_minutes(meeting, past.day)
        release_past(meeting)
        yield past.title


def tell_recent(ahead: Meeting) -> None:
    """Tell the sessions that are over and whose minutes wait for the chair's signature.

    What they deferred goes on at the session ahead.
    """
    for past in stories("recent.txt"):
        write_minutes(Story(past, ahead).tell(), past.day)


class Story:
    """One past session. Its own clock only moves forward."""

    meeting: Meeting

    def __init__(self, past: Past, ahead: Meeting | None = None) -> None:
        self.past, self.ahead = past, ahead
        self.moment = at_day(past.day - timedelta(days=12), 9)
        self.chance = Random(past.title)  # noqa: S311 - the same story each time, nothing secret
        self.people, self.agencies = people(), agencies()
        self.chair, self.secretary = self.people["chair"], self.people["secretary"]
        coming = [part.username for part in MEMBERS if part.username != past.absent]
        self.present = [self.people[name] for name in coming]

    @transaction.atomic
    def tell(self) -> Meeting:
        self._plan()
        self._gather()
        self._adopt()
        for item in self.meeting.items.exclude(kind=ItemKind.ADOPTION).select_related("meeting"):
            self._deal_with(item)
        self._move(self.chair, MeetingState.ADJOURNED)
        return self.meeting

    def do(self, deed: Callable[P, R], *args: P.args, **facts: P.kwargs) -> R:
        """Do something a moment later, by the session's own clock."""
        self.moment += timedelta(seconds=self.chance.randint(4, 25))
        with clock.at(self.moment):
            return deed(*args, **facts)

    def wait_until(self, day: date, hour: int, minute: int = 0) -> None:
        self.moment = max(self.moment, at_day(day, hour, minute))

    def _move(self, actor: Person, to: MeetingState) -> None:
        self.meeting = self.do(move_meeting, actor, self.meeting, to)

    def _plan(self) -> None:
        day = self.past.day
        self.meeting = self.do(
            create_meeting,
            self.secretary,
            Body.objects.get(code=BODY),
            title=self.past.title,
            place=PLACE,
            starts_at=at_day(day, 8),
            ends_at=at_day(day, 11, 30),
            chair=self.chair,
            secretary=self.secretary,
        )
        for line in self.past.lines:
            self._add(line)
        self.wait_until(day - timedelta(days=8), 10)
        for item in self.meeting.items.select_related("meeting"):
            self.do(check_item, self.secretary, item)
        self.do(publish_agenda, self.secretary, self.meeting)
        self._move(self.secretary, MeetingState.CONVENED)

    def _add(self, line: Line) -> None:
        sponsor = self.agencies[line.sponsor]
        head = next(p for p in self.meeting.participants.all() if p.agency_id == sponsor.pk)
        self.do(
            add_item,
            self.secretary,
            self.meeting,
            title=line.title,
            kind=line.kind,
            sponsor=sponsor,
            rapporteur=head.person,
            minutes={ItemKind.ADOPTION: 5, ItemKind.DISCUSSION: 40}.get(line.kind, 20),
        )

    def _gather(self) -> None:
        """Let the members come between half past seven and eight, and open the session."""
        self.wait_until(self.past.day - timedelta(days=1), 16)
        absent = self.meeting.participants.get(person=self.people[self.past.absent])
        self.do(excuse, self.secretary, absent, reason=self.past.reason)
        self.wait_until(self.past.day, 7, 35)
        seat = Site.objects.get(is_seat=True, body=self.meeting.body)
        for member in self.chance.sample(self.present, len(self.present)):
            self.do(check_in, member, self.meeting, site=seat)
        self.do(confirm_all, self.secretary, self.meeting)
        self.wait_until(self.past.day, 8)
        self._move(self.chair, MeetingState.IN_SESSION)

    def _adopt(self) -> None:
        items = list(self.meeting.items.filter(kind=ItemKind.ADOPTION))
        if items:
            self.moment += timedelta(minutes=3)
            call = self.do(call_last, self.chair, self.meeting, items)
            self.moment = max(self.moment, call.ends_at)
            self.do(adopt_without_debate, self.chair, self.meeting)

    def _deal_with(self, item: Item) -> None:
        line = next(line for line in self.past.lines if line.title == item.title)
        if line.deferred and self.ahead:
            self.do(defer_item, self.chair, item, meeting=self.ahead, reason=line.conclusion)
            return
        self.do(open_item, self.chair, item)
        self.moment += timedelta(minutes=self.chance.randint(16, 27))
        for _turn in range(self.chance.randint(1, 3) if line.kind != ItemKind.INFORMATION else 0):
            self._hear(self.chance.choice(self.present[1:]))
        if line.votes:
            self._vote(item, line)
        self.do(close_item, self.chair, item, conclusion=line.conclusion or concluded(line))

    def _hear(self, member: Person) -> None:
        speech = self.do(request_speech, member, self.meeting)
        self.do(call_speaker, self.chair, speech)
        self.moment += timedelta(seconds=self.chance.randint(90, 290))
        self.do(end_speech, self.chair, speech)

    def _vote(self, item: Item, line: Line) -> None:
        question = f"Đồng ý thông qua: {line.title}?"
        vote = self.do(open_vote, self.chair, item, question=question)
        voters = self.chance.sample(self.present[1:], len(self.present) - 1)
        choices = ["yes"] * line.votes[0] + ["no"] * line.votes[1] + ["other"] * line.votes[2]
        asks = [
            Ask(voter, vote.meeting_id, vote.pk, choice, self._reason(choice))
            for voter, choice in zip([self.chair, *voters], choices, strict=True)
        ]
        for start in range(0, len(asks), 9):
            self.do(cast_ballots, asks[start : start + 9])
        self.do(close_vote, self.chair, vote)

    def _reason(self, choice: str) -> str:
        return "" if choice == "yes" else self.chance.choice(RESERVES)


def concluded(line: Line) -> str:
    """Word a conclusion where the archive keeps none."""
    name = agencies()[line.sponsor].name
    if line.kind == ItemKind.INFORMATION:
        return f"Chính phủ ghi nhận báo cáo; giao {name} tiếp thu ý kiến các Thành viên Chính phủ."
    if line.kind == ItemKind.DECISION:
        return f"Chính phủ thống nhất thông qua; giao {name} hoàn thiện, trình ký ban hành."
    return f"Giao {name} tổng hợp ý kiến, hoàn thiện Báo cáo và dự thảo Nghị quyết phiên họp."


def people() -> dict[str, Person]:
    return {person.username: person for person in Person.objects.all()}


def agencies() -> dict[str, Agency]:
    return {agency.symbol: agency for agency in Agency.objects.all()}
