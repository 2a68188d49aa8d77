"""The demonstration is seeded: in demo mode, once, believable."""

import pytest
from django.core.management import call_command

from agendas.comparing import compare
from config.demo.desk import WHY_LATE
from config.demo.past import tell_past, tell_recent
from config.demo.renewing import renew_session
from config.demo.session import plan_session, prepare_session
from meetings.models import DeadlineCode, Meeting, Participant, Reply, Site
from people.models import Agency, Delivery, Notice, Person, Role, RoleGrant
from realtime.journal import verify
from realtime.models import Room

pytestmark = pytest.mark.slow


def test_the_government_of_2020_is_there(seeded):
    voting = Participant.objects.filter(meeting=seeded, has_vote=True)

    assert voting.count() == 27
    assert voting.filter(presides=True).get().person.username == "chair"
    assert Agency.objects.count() == 22
    assert Site.objects.count() == 64
    assert Site.objects.filter(is_seat=True).count() == 1
    names = {"chair", "secretary", "substitute", "guest", "operator", "archivist", "admin"}
    names |= {"assistant"}
    names |= {f"member{number:02}" for number in range(1, 27)}
    names |= {"clerk01", "clerk02", "clerk03"}
    assert set(Person.objects.values_list("username", flat=True)) == names
    roles = RoleGrant.objects.values_list("person__username", "role")
    assert set(roles) >= {("secretary", Role.SECRETARY), ("admin", Role.ADMINISTRATOR)}


def test_the_body_counts_working_days_by_the_calendar_of_vietnam(seeded):
    calendar = seeded.body.work_calendar.calendar

    assert calendar.code == "VN"
    assert set(calendar.days.values_list("day__year", flat=True)) == set(range(2017, 2028))
    assert set(seeded.body.deadlines.values_list("code", flat=True)) == set(DeadlineCode.values)


def test_everybody_signs_in_with_the_one_password(seeded, demo):
    assert all(person.check_password("nghisu-demo") for person in Person.objects.all()[:3])


def test_the_session_waits_to_be_opened(seeded):
    kinds = list(seeded.items.values_list("kind", flat=True))

    assert seeded.state == "convened"
    assert len(kinds) == 14
    assert [kinds.count(k) for k in ("adoption", "decision", "discussion", "information")] == [
        3,
        5,
        4,
        2,
    ]
    assert seeded.items.filter(restricted=True).get().label == "H1"
    assert seeded.agenda.version == 2
    substitute = seeded.participants.get(capacity="substitute")
    assert substitute.stands_for.attendance == "excused"


def test_the_agenda_has_headings_sub_items_and_a_late_item(seeded):
    items = {item.title[:20]: item for item in seeded.items.select_related("parent", "section")}
    late = next(item for item in items.values() if item.late_at)

    assert [heading.name_en for heading in seeded.sections.all()] == [
        "Adoption without debate",
        "Debate and decision",
        "Reports and information",
    ]
    subs = seeded.items.filter(parent__isnull=False).select_related("parent")
    assert [item.label for item in subs] == ["5.1", "5.2"]
    assert (late.label, late.late_for, late.late_consent_by) == ("3", WHY_LATE, seeded.chair)
    assert all(item.checked_at for item in items.values())


def test_the_second_version_differs_from_the_first(seeded):
    first, second = seeded.agenda_versions.all()

    told = {(change["what"], change["label"]) for change in compare(first.lines, second.lines)}

    assert [version.letter for version in (first, second)] == ["A", "B"]
    assert ("added", "3") in told
    assert not {what for what, _label in told} - {"added", "paper_added"}


def test_the_session_before_deferred_a_matter_to_this_one(seeded):
    ahead = plan_session()

    tell_recent(ahead)

    item = ahead.items.get()
    assert item.title == "Dự án Luật Cư trú (sửa đổi)"
    assert item.continues.state == "deferred"
    assert item.continues.meeting.state == "adjourned"
    prepare_session(ahead, papers=0)
    item.refresh_from_db()
    assert (item.label, item.minutes) == ("9", 20)


def test_the_session_is_answered_in_part_and_one_asks_to_be_excused(seeded):
    replies = Reply.objects.filter(participant__meeting=seeded)

    assert replies.filter(answer="remote").count() == 4
    asked = replies.get(consent="asked")
    assert asked.participant.person.username == "member24"
    assert replies.count() == 22
    assert seeded.invitation.notation == "01/GM-CP"
    assert seeded.site_registrations.count() == 5
    assert Delivery.objects.filter(channel="mail").count() == 3
    unread = Notice.objects.filter(person__username="member05", read_at__isnull=True)
    assert 0 < unread.count() < 10


def test_a_restricted_item_is_seen_by_its_list_alone(seeded):
    from agendas.policies import items_visible_to

    def seen_by(name):
        person = Person.objects.get(username=name)
        return items_visible_to(person).filter(meeting=seeded).count()

    assert seen_by("member07") == 14
    assert seen_by("member12") == 13
    assert seen_by("guest") == 13


def test_the_journal_of_the_session_is_whole_and_in_order(seeded):
    entries = Room.objects.get(key=f"meeting.{seeded.pk}").entries.order_by("number")
    moments = [entry.at for entry in entries]

    assert verify(f"meeting.{seeded.pk}") is None
    assert moments == sorted(moments)
    assert {moment.year for moment in moments} == {2020}


def test_a_second_seeding_changes_nothing(seeded):
    before = (Person.objects.count(), Meeting.objects.count())

    call_command("seed_demo", quick=True, verbosity=0)

    assert (Person.objects.count(), Meeting.objects.count()) == before


def test_a_fresh_session_takes_the_place_of_the_old_one(seeded):
    fresh = renew_session(papers=2)

    seeded.refresh_from_db()
    assert seeded.state == "cancelled"
    assert fresh.state == "convened"
    assert fresh.items.count() == 14
    assert sum(item.matter.papers.count() for item in fresh.items.all()) == 6


def test_a_past_session_is_voted_signed_and_sealed(seeded):
    from minutes.models import ArchivedMinutes

    assert list(tell_past(only=1)) == ["Phiên họp Chính phủ thường kỳ tháng 01/2020"]

    sealed = ArchivedMinutes.objects.get()
    meeting = sealed.minutes.meeting
    assert meeting.state == "sealed"
    assert [s.role for s in sealed.minutes.signatures.order_by("at")] == ["secretary", "chair"]
    assert sealed.sealed_at.year == 2020
    assert [vote.result["adopted"] for vote in meeting.votes.all()] == [True, True]
    assert verify(f"meeting.{meeting.pk}") is None
