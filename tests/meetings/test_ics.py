"""The meeting in other people's calendars, read back with independent libraries."""

import email
import email.policy
from datetime import timedelta
from zoneinfo import ZoneInfo

import recurring_ical_events
from django.core import mail
from django.urls import reverse
from icalendar import Calendar

from meetings.actions import (
    Said,
    answer_invitation,
    edit_meeting,
    invite,
    move_meeting,
    uninvite,
)
from meetings.invitations.states import Answer
from meetings.models import Invitation
from people.models import Notice
from people.notices.outbox import send_due

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")


def letters():
    """Send what is due and return the mails as others read them."""
    mail.outbox.clear()
    while send_due():
        pass
    raw = [message.message().as_bytes() for message in mail.outbox]
    return [email.message_from_bytes(one, policy=email.policy.default) for one in raw]


def request_in(letter):
    """Return method and event of the calendar part."""
    part = next(part for part in letter.walk() if part.get_content_type() == "text/calendar")
    written = Calendar.from_ical(part.get_content())
    assert part.get_param("method") == written["METHOD"]
    (event,) = written.walk("VEVENT")
    return str(written["METHOD"]), event


def test_an_invitation_is_a_calendar_request(cabinet, meeting):
    (letter,) = letters()

    method, event = request_in(letter)

    assert letter["To"].addresses[0].addr_spec == "finance@example.org"
    assert letter["Subject"].strip() == f"Giấy mời: {meeting.title}"
    assert method == "REQUEST"
    assert event["SUMMARY"] == meeting.title
    assert event["LOCATION"] == meeting.place
    assert event["STATUS"] == "CONFIRMED"
    assert event["SEQUENCE"] == 0
    assert event["DTSTART"].dt == meeting.starts_at.astimezone(VIET_NAM)
    assert event["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert event["ATTENDEE"] == "mailto:finance@example.org"
    facts = {key: event["ATTENDEE"].params[key] for key in ("ROLE", "PARTSTAT", "CUTYPE")}
    assert facts == {
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "NEEDS-ACTION",
        "CUTYPE": "INDIVIDUAL",
    }
    assert event["ORGANIZER"].params["CN"] == "Chính phủ"
    assert reverse("meetings:page", args=[meeting.pk]) in event["URL"]


def test_the_letter_goes_along_as_pdf(cabinet, meeting):
    (letter,) = letters()
    (part,) = [part for part in letter.walk() if part.get_content_type() == "application/pdf"]
    assert part.get_filename() == "giay-moi.pdf"
    assert part.get_content().startswith(b"%PDF-1.7")


def test_the_file_brings_its_zone_along(cabinet, meeting):
    (letter,) = letters()
    part = next(part for part in letter.walk() if part.get_content_type() == "text/calendar")
    text = part.get_content()
    assert "BEGIN:VTIMEZONE" in text
    assert "TZOFFSETTO:+0700" in text
    assert all(len(line.encode()) <= 75 for line in text.splitlines())


def test_a_change_updates_the_same_event(cabinet, meeting):
    (letter,) = letters()
    _method, first = request_in(letter)

    later = meeting.starts_at + timedelta(days=2)
    edit_meeting(cabinet.secretary, meeting, starts_at=later, ends_at=later + timedelta(hours=2))

    (letter,) = letters()
    method, second = request_in(letter)
    assert method == "REQUEST"
    assert second["UID"] == first["UID"]
    assert second["SEQUENCE"] == first["SEQUENCE"] + 1
    assert second["DTSTART"].dt == later.astimezone(VIET_NAM)


def test_a_calendar_that_keeps_the_newest_shows_one_event(cabinet, meeting):
    """Plays a calendar program: of one UID the highest SEQUENCE counts."""
    shelf = {}
    for day in (3, 4, 5):
        start = meeting.starts_at + timedelta(days=day)
        edit_meeting(cabinet.secretary, meeting, starts_at=start, ends_at=None)
    for letter in letters():
        _method, event = request_in(letter)
        held = shelf.get(event["UID"])
        if held is None or event["SEQUENCE"] > held["SEQUENCE"]:
            shelf[event["UID"]] = event
    written = Calendar()
    for event in shelf.values():
        written.add_component(event)

    found = recurring_ical_events.of(written).between(
        meeting.starts_at, meeting.starts_at + timedelta(days=30)
    )

    assert [event["DTSTART"].dt for event in found] == [start.astimezone(VIET_NAM)]


def test_a_new_secretary_moves_no_event(cabinet, meeting):
    letters()
    edit_meeting(cabinet.secretary, meeting, secretary=cabinet.health)
    assert letters() == []
    assert Invitation.objects.get(meeting=meeting).sequence == 0


def test_a_cancelled_meeting_leaves_the_calendars(cabinet, meeting):
    (letter,) = letters()
    _method, first = request_in(letter)

    move_meeting(cabinet.secretary, meeting, "cancelled", "Bão số 5")

    (letter,) = letters()
    method, event = request_in(letter)
    assert (method, event["STATUS"]) == ("CANCEL", "CANCELLED")
    assert event["UID"] == first["UID"]
    assert event["SEQUENCE"] > first["SEQUENCE"]
    assert "Bão số 5" in letter.get_body(("plain",)).get_content()


def test_of_a_draft_nobody_hears(cabinet):
    cabinet.finance.email = "finance@example.org"
    cabinet.finance.save()
    meeting = cabinet.meeting()
    guest = cabinet.person("guest", email="guest@example.org")
    place = invite(cabinet.secretary, meeting, person=guest, capacity="invitee")
    uninvite(cabinet.secretary, place)
    edit_meeting(cabinet.secretary, meeting, place="Nhà Quốc hội")
    move_meeting(cabinet.secretary, meeting, "cancelled", "Hoãn")

    assert letters() == []
    assert not Notice.objects.exists()


def test_a_late_guest_is_invited_and_taken_out_again(cabinet, meeting):
    letters()
    guest = cabinet.person("guest", email="guest@example.org")
    place = invite(cabinet.secretary, meeting, person=guest, capacity="invitee")

    (letter,) = letters()
    method, event = request_in(letter)
    assert (method, event["ATTENDEE"].params["ROLE"]) == ("REQUEST", "OPT-PARTICIPANT")

    uninvite(cabinet.secretary, place)
    (letter,) = letters()
    method, taken = request_in(letter)
    assert (method, taken["UID"]) == ("CANCEL", event["UID"])
    assert taken["SEQUENCE"] > event["SEQUENCE"]


def test_the_answer_stands_in_the_next_request(cabinet, meeting):
    place = cabinet.participant(meeting, cabinet.finance)
    answer_invitation(cabinet.finance, place, Said(answer=Answer.COMING))
    letters()

    edit_meeting(cabinet.secretary, meeting, place="Nhà Quốc hội")

    (letter,) = letters()
    assert request_in(letter)[1]["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
