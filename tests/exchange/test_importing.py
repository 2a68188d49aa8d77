"""What others tell in OParl becomes meetings, items, papers and people here."""

from datetime import date, timedelta

from django.utils import timezone

from agendas.models import Item
from agendas.policies import items_visible_to
from bench.oparl_set import HOME, thing
from exchange.models import Imported
from meetings.models import Meeting
from meetings.policies import meetings_visible_to
from meetings.states import MeetingState
from people.models import Agency, Membership, Person
from realtime.journal import verify
from realtime.models import Entry
from tests.exchange.importing import put, run


def test_a_set_becomes_meetings_items_papers_and_people(cabinet, folder):
    run(folder)

    meeting = Meeting.objects.get(title="Phiên họp thứ 2")
    assert meeting.state == MeetingState.IMPORTED
    assert meeting.is_closed
    assert (meeting.chair, meeting.secretary) == (None, cabinet.secretary)
    assert [item.position for item in meeting.items.filter(restricted=False)] == [1, 2, 3]
    item = meeting.items.get(position=2)
    assert item.state == "done"
    assert item.conclusion.startswith("Thông qua")
    paper = item.matter.papers.get()
    assert paper.title == "Tờ trình số 3/TTr"
    assert paper.role == "submission"
    assert paper.current.texts == ["To trinh so 3"]
    assert meeting.participants.count() == 2
    seat = Membership.objects.get(person__full_name="Nguyễn Văn Thành Viên 2")
    assert (seat.starts, seat.ends, seat.agency.short_name) == (
        date(2011, 6, 1), date(2016, 5, 31), "B2",
    )  # fmt: skip


def test_what_was_not_public_there_is_restricted_here(cabinet, folder):
    run(folder)

    hidden = Item.objects.get(restricted=True)
    assert hidden.label == "H1"
    assert hidden in items_visible_to(cabinet.secretary)
    assert hidden not in items_visible_to(cabinet.finance)
    assert hidden.meeting in meetings_visible_to(cabinet.archivist)


def test_imported_persons_cannot_sign_in(cabinet, folder, client):
    run(folder)

    person = Person.objects.get(full_name="Nguyễn Văn Thành Viên 1")
    assert not person.is_active
    assert not person.has_usable_password()


def test_the_journal_tells_where_each_meeting_came_from(cabinet, folder):
    run(folder)

    meeting = Meeting.objects.get(title="Phiên họp thứ 1")
    (entry,) = Entry.objects.filter(room__key=f"meeting.{meeting.pk}")
    assert entry.name == "meeting.imported"
    assert entry.facts["url"] == f"{HOME}meeting/0"
    assert entry.facts["source"] == HOME
    assert entry.actor is None
    assert verify(f"meeting.{meeting.pk}") is None


def test_somebody_with_the_same_address_is_the_same_person_and_stays_as_is(cabinet, folder):
    known = cabinet.finance
    known.email = "hoa@example.vn"
    known.save()
    person = thing("Person", "person/x", name="Lê T. Hòa", email=["HOA@example.vn"])
    put(folder, "more", person)

    run(folder)

    known.refresh_from_db()
    assert known.full_name == "Lê Thị Hòa"
    assert known.is_active
    assert Imported.objects.get(external_id=person["id"]).object_key == known.pk


def test_a_known_agency_is_the_same_agency(cabinet, folder):
    before = Agency.objects.count()
    put(folder, "more", thing("Organization", "organization/f", name="Bộ Tài chính"))

    run(folder)

    assert Agency.objects.filter(name="Bộ Tài chính").count() == 1
    assert Agency.objects.count() == before + 20


def test_a_coming_meeting_is_a_draft_with_the_roll_of_the_body(cabinet, folder):
    start = (timezone.now() + timedelta(days=9)).isoformat()
    put(folder, "coming", thing("Meeting", "meeting/next", name="Phiên sắp tới", start=start))

    run(folder)

    meeting = Meeting.objects.get(title="Phiên sắp tới")
    assert meeting.state == MeetingState.DRAFT
    assert meeting.participants.filter(has_vote=True).count() == 5


def test_a_cancelled_meeting_is_cancelled(cabinet, folder):
    put(
        folder,
        "c",
        thing("Meeting", "meeting/c", start="2012-02-03T08:00:00+07:00", cancelled=True),
    )

    run(folder)

    assert Meeting.objects.get(state=MeetingState.CANCELLED).cancelled_for
