"""Answering an invitation, and the chair's consent to an absence."""

from datetime import timedelta

import pytest

from core.errors import NotAllowed
from core.needs import needs_of
from meetings.actions import (
    Said,
    answer_invitation,
    check_in,
    consent,
    edit_meeting,
    excuse,
    move_meeting,
    refuse_consent,
)
from meetings.errors import (
    AbsenceSettled,
    NoSuchSite,
    NothingAsked,
    NotYourSubstitute,
    ReasonMissing,
    RepliesOver,
)
from meetings.invitations.states import Answer, Consent
from meetings.models import Reply, Site
from people.models import Notice


@pytest.fixture
def remote(cabinet):
    return Site.objects.create(body=cabinet.body, code="HP", name="Hải Phòng", order=1)


def finance(cabinet, meeting):
    return cabinet.participant(meeting, cabinet.finance)


def ask(cabinet, meeting, **facts):
    """Let ``finance`` ask to be excused."""
    said = Said(answer=Answer.ABSENT, reason="Công tác nước ngoài", **facts)
    return answer_invitation(cabinet.finance, finance(cabinet, meeting), said)


def titles(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("title", flat=True))


def test_a_member_answers_for_oneself(cabinet, meeting):
    reply = answer_invitation(
        cabinet.finance, finance(cabinet, meeting), Said(answer=Answer.COMING)
    )

    assert (reply.answer, reply.consent) == ("coming", "none")
    assert cabinet.heard(meeting)[-1] == "participant.answered"
    assert finance(cabinet, meeting).attendance == "expected"


def test_a_remote_answer_names_its_site(cabinet, meeting, remote):
    place = finance(cabinet, meeting)
    for site in (None, cabinet.site):
        with pytest.raises(NoSuchSite):
            answer_invitation(cabinet.finance, place, Said(answer=Answer.REMOTE, site=site))

    answer_invitation(cabinet.finance, place, Said(answer=Answer.REMOTE, site=remote))
    assert finance(cabinet, meeting).site == remote
    answer_invitation(cabinet.finance, place, Said(answer=Answer.COMING))
    assert finance(cabinet, meeting).site is None


def test_nobody_answers_for_another(cabinet, meeting):
    with pytest.raises(NotAllowed):
        answer_invitation(cabinet.health, finance(cabinet, meeting), Said(answer=Answer.COMING))


def test_the_secretary_notes_what_was_told_by_telephone(cabinet, meeting):
    reply = answer_invitation(
        cabinet.secretary, finance(cabinet, meeting), Said(answer=Answer.COMING)
    )
    assert reply.answered_by == cabinet.secretary


def test_an_absence_has_a_reason_and_asks_the_chair(cabinet, meeting):
    place = finance(cabinet, meeting)
    with pytest.raises(ReasonMissing):
        answer_invitation(cabinet.finance, place, Said(answer=Answer.ABSENT, reason=" "))

    reply = ask(cabinet, meeting)

    assert reply.consent == Consent.ASKED
    assert finance(cabinet, meeting).attendance == "expected"
    for officer in (cabinet.chair, cabinet.secretary):
        assert titles(officer)[-1].startswith("Lê Thị Hòa xin phép vắng mặt")
    assert "Cho ý kiến về việc vắng mặt" in [need.verb for need in needs_of(cabinet.chair)]


def test_consent_excuses_and_invites_the_substitute(cabinet, meeting):
    deputy = cabinet.person("deputy")
    ask(cabinet, meeting, substitute=deputy, substitute_office="Thứ trưởng")

    consent(cabinet.chair, finance(cabinet, meeting))

    assert finance(cabinet, meeting).attendance == "excused"
    place = cabinet.participant(meeting, deputy)
    assert (place.stands_for, place.has_vote) == (finance(cabinet, meeting), False)
    assert cabinet.heard(meeting)[-3:] == [
        "attendance.excused",
        "participant.invited",
        "participant.absence_granted",
    ]
    assert titles(deputy) == [f"Giấy mời: {meeting.title}"]
    assert titles(cabinet.finance)[-1].startswith("Đồng ý cho vắng mặt")


def test_consent_without_a_substitute_excuses(cabinet, meeting):
    ask(cabinet, meeting)
    consent(cabinet.secretary, finance(cabinet, meeting))
    assert finance(cabinet, meeting).reason == "Công tác nước ngoài"
    with pytest.raises(AbsenceSettled):
        answer_invitation(cabinet.finance, finance(cabinet, meeting), Said(answer=Answer.COMING))


def test_a_refusal_has_a_reason_and_one_may_ask_again(cabinet, meeting):
    ask(cabinet, meeting)
    with pytest.raises(ReasonMissing):
        refuse_consent(cabinet.chair, finance(cabinet, meeting), reason="")

    reply = refuse_consent(cabinet.chair, finance(cabinet, meeting), reason="Cần trình ngân sách")

    assert reply.consent == Consent.REFUSED
    assert finance(cabinet, meeting).attendance == "expected"
    note = Notice.objects.filter(person=cabinet.finance).order_by("pk").last()
    assert (note.kind, note.body) == ("absence.decided", "Cần trình ngân sách")
    assert ask(cabinet, meeting).consent == Consent.ASKED


def test_only_the_desk_decides_and_nobody_on_the_own_absence(cabinet, meeting):
    ask(cabinet, meeting)
    with pytest.raises(NotAllowed):
        consent(cabinet.health, finance(cabinet, meeting))
    own = cabinet.participant(meeting, cabinet.chair)
    answer_invitation(cabinet.chair, own, Said(answer=Answer.ABSENT, reason="Ốm"))
    with pytest.raises(NotAllowed):
        consent(cabinet.chair, own)
    consent(cabinet.secretary, own)
    assert cabinet.participant(meeting, cabinet.chair).attendance == "excused"


def test_only_what_was_asked_is_decided(cabinet, meeting):
    with pytest.raises(NothingAsked):
        consent(cabinet.chair, finance(cabinet, meeting))
    ask(cabinet, meeting)
    excuse(cabinet.secretary, finance(cabinet, meeting), reason="Đã báo")
    with pytest.raises(NothingAsked):
        consent(cabinet.chair, finance(cabinet, meeting))


def test_a_substitute_is_sent_by_members_and_is_somebody_new(cabinet, meeting):
    with pytest.raises(NotYourSubstitute):
        ask(cabinet, meeting, substitute=cabinet.health, substitute_office="?")
    staff = cabinet.participant(meeting, cabinet.secretary)
    said = Said(
        answer=Answer.ABSENT,
        reason="Ốm",
        substitute=cabinet.person("deputy"),
        substitute_office="?",
    )
    with pytest.raises(NotYourSubstitute):
        answer_invitation(cabinet.secretary, staff, said)


def test_answers_are_taken_until_one_arrives_or_the_session_opens(cabinet):
    draft = cabinet.meeting()
    with pytest.raises(RepliesOver):
        answer_invitation(cabinet.secretary, finance(cabinet, draft), Said(answer=Answer.COMING))
    meeting = cabinet.convened()
    check_in(cabinet.finance, meeting)
    with pytest.raises(RepliesOver):
        ask(cabinet, meeting)
    cabinet.arrive(meeting, *cabinet.members()[:1], *cabinet.members()[2:])
    move_meeting(cabinet.chair, meeting, "in_session")
    with pytest.raises(RepliesOver):
        answer_invitation(
            cabinet.justice,
            cabinet.participant(meeting, cabinet.justice),
            Said(answer=Answer.COMING),
        )


def test_another_hour_makes_answers_void_but_not_excuses(cabinet, meeting):
    answer_invitation(
        cabinet.health, cabinet.participant(meeting, cabinet.health), Said(answer=Answer.COMING)
    )
    ask(cabinet, meeting)
    consent(cabinet.chair, finance(cabinet, meeting))

    edit_meeting(cabinet.secretary, meeting, place="Nhà Quốc hội")
    assert Reply.objects.count() == 2
    edit_meeting(
        cabinet.secretary,
        meeting,
        starts_at=meeting.starts_at + timedelta(days=1),
        ends_at=None,
    )

    assert [reply.participant.person for reply in Reply.objects.all()] == [cabinet.finance]
