"""The days between the letter and the session: members answer, one asks to be excused, sites register."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import F
from django.utils import timezone

from config.demo.cast import ABSENT, MEMBERS, REMOTE, lines
from config.demo.ground import at_day, person
from meetings.actions import Said, answer_invitation, register_site, write_letter
from meetings.invitations.states import Answer
from meetings.models import Meeting, Participant, Site
from people.models import Delivery, Notice
from people.notices.models import Channel

SIGNED = {
    "authority": "TL. Thủ tướng Chính phủ",
    "signer_office": "Bộ trưởng, Chủ nhiệm Văn\u00a0phòng\u00a0Chính\u00a0phủ",
    "signer": next(part.name for part in MEMBERS if part.username == "member26"),
    "notes": (
        "Tài liệu phiên họp được đăng trên hệ thống Nghị Sự; đề nghị các đại biểu nghiên cứu trước.\n"
        "Đề nghị trả lời việc dự họp trên hệ thống trước 17 giờ 00, ngày 02 tháng 3 năm 2020."
    ),
    "recipients": "Thủ tướng Chính phủ (để báo cáo)\nVăn phòng Trung ương Đảng",
}
ASKS, REASON = "member24", "Điều trị tại Bệnh viện Hữu nghị theo chỉ định của bác sĩ"
SILENT = {"member05", "member12", "member18", "member21", ABSENT, ASKS}
SHOWN = ["chair", "member05", "member13"]
FIRST, LAST = date(2020, 2, 24), date(2020, 2, 28)
Moves = Iterator[tuple[datetime, Callable[[], object]]]


def letter_steps(meeting: Meeting) -> Moves:
    """Tell when the letter is written: before the session is convened."""
    yield at_day(FIRST, 9, 30), partial(write_letter, meeting.secretary, meeting, **SIGNED)


def answer_steps(meeting: Meeting) -> Moves:
    """Tell when each member answers, and when the sites register."""
    moment = at_day(FIRST, 11)
    for part in MEMBERS:
        moment += timedelta(hours=1, minutes=17)
        if part.username not in SILENT:
            yield moment, partial(_answer, meeting, part.username)
    yield at_day(LAST, 9, 40), partial(_ask, meeting)
    for number, line in enumerate(lines("sites.txt")):
        yield (
            at_day(LAST, 14, 9 * number),
            partial(_register, meeting, *line.split(" | ")),
        )


def settle_notices(meeting: Meeting) -> None:
    """Let what is long past be read; send some of the session's mails, so that one can look."""
    old = Notice.objects.filter(created_at__lt=at_day(LAST))
    old.exclude(room=f"meeting.{meeting.pk}", kind="meeting.invited").update(
        read_at=F("created_at")
    )
    shown = Notice.objects.filter(
        room=f"meeting.{meeting.pk}", kind="meeting.invited", person__username__in=SHOWN
    )
    Delivery.objects.bulk_create(
        Delivery(notice=notice, channel=Channel.MAIL, due_at=timezone.now()) for notice in shown
    )


def _place(meeting: Meeting, name: str) -> Participant:
    """Return somebody's place, with the meeting as it is by then."""
    places = Participant.objects.select_related("meeting__body", "person")
    return places.get(meeting=meeting.pk, person__username=name)


def _answer(meeting: Meeting, name: str) -> None:
    place = _place(meeting, name)
    site = Site.objects.get(body=meeting.body, code=REMOTE[name]) if name in REMOTE else None
    said = Said(answer=Answer.REMOTE if site else Answer.COMING, site=site)
    answer_invitation(person(name), place, said)


def _ask(meeting: Meeting) -> None:
    place = _place(meeting, ASKS)
    answer_invitation(person(ASKS), place, Said(answer=Answer.ABSENT, reason=REASON))


def _register(
    meeting: Meeting, code: str, chair: str, office: str, operator: str, phone: str, people: str
) -> None:
    named = [one.strip().partition(", ") for one in people.split(";")]
    register_site(
        person("operator"),
        Meeting.objects.get(pk=meeting.pk),
        Site.objects.get(body=meeting.body, code=code),
        chair=chair,
        chair_office=office,
        operator=operator,
        operator_phone=phone,
        attendees=[(name, office) for name, _comma, office in named],
    )
