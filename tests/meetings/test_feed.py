"""The private calendar of a person, fetched by a calendar program."""

from django.urls import reverse
from icalendar import Calendar

from meetings.actions import edit_meeting, make_feed, move_meeting
from meetings.models import CalendarFeed
from tests.meetings.test_ics import letters, request_in


def fetched(client, feed):
    answer = client.get(reverse("meetings:feed", args=[feed.token]))
    assert answer.status_code == 200
    return answer, Calendar.from_ical(answer.content)


def test_a_feed_tells_own_meetings_and_nothing_of_their_items(cabinet, client):
    meeting = cabinet.convened("Dự toán ngân sách")
    cabinet.item(meeting, "Nhân sự mật", restricted=True)
    cabinet.meeting("Phiên họp còn dự thảo")
    feed = make_feed(cabinet.finance)

    answer, written = fetched(client, feed)

    (event,) = written.walk("VEVENT")
    assert str(written["METHOD"]) == "PUBLISH"
    assert event["SUMMARY"] == meeting.title
    assert "ATTENDEE" not in event
    told = answer.content.decode()
    assert "Nhân sự" not in told
    assert "ngân sách" not in told
    assert answer.headers["Cache-Control"] == "private, max-age=300"


def test_the_feed_and_the_mail_tell_of_one_event(cabinet, meeting, client):
    (letter,) = letters()
    _method, mailed = request_in(letter)
    edit_meeting(cabinet.secretary, meeting, place="Nhà Quốc hội")

    _answer, written = fetched(client, make_feed(cabinet.finance))

    (event,) = written.walk("VEVENT")
    assert event["UID"] == mailed["UID"]
    assert event["SEQUENCE"] == mailed["SEQUENCE"] + 1
    move_meeting(cabinet.secretary, meeting, "cancelled", "Bão")
    _answer, written = fetched(client, CalendarFeed.objects.get())
    assert written.walk("VEVENT")[0]["STATUS"] == "CANCELLED"


def test_only_the_right_secret_opens_a_feed(cabinet, client):
    old = make_feed(cabinet.finance).token
    new = make_feed(cabinet.finance).token

    for wrong in (old, "x", new[:-1]):
        assert client.get(f"/calendar/{wrong}.ics").status_code == 404
    assert client.get(f"/calendar/{new}.ics").status_code == 200
    cabinet.finance.is_active = False
    cabinet.finance.save()
    assert client.get(f"/calendar/{new}.ics").status_code == 404


def test_one_makes_renews_and_closes_the_own_address(cabinet, client):
    client.force_login(cabinet.finance)
    page, renew = reverse("meetings:own_calendar"), reverse("meetings:calendar_renew")
    assert ".ics" not in client.get(page).content.decode()
    client.post(renew)
    first = CalendarFeed.objects.get().token
    assert first in client.get(page).content.decode()
    client.post(renew)
    assert CalendarFeed.objects.get().token != first
    client.post(renew, {"end": "yes"})
    assert not CalendarFeed.objects.exists()


def test_a_long_calendar_costs_few_queries(cabinet, client, django_assert_max_num_queries):
    for _round in range(8):
        cabinet.convened()
    feed = make_feed(cabinet.finance)
    with django_assert_max_num_queries(5):
        _answer, written = fetched(client, feed)
    assert len(written.walk("VEVENT")) == 8
