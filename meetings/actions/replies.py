"""Answering an invitation, and consenting to an absence."""

from dataclasses import dataclass

from django.db import transaction

from core.clock import now
from core.policies import require
from meetings import events
from meetings.actions.attendance import excuse
from meetings.actions.facts import facts_of
from meetings.actions.invitations import invite
from meetings.errors import (
    AbsenceSettled,
    NoSuchSite,
    NothingAsked,
    NotYourSubstitute,
    ReasonMissing,
    RepliesOver,
)
from meetings.invitations import notices
from meetings.invitations.models import Reply
from meetings.invitations.states import Answer, Consent
from meetings.models import Meeting, Participant, Site
from meetings.policies import MeetingPolicy, may_answer_for, require_open_record
from meetings.states import Attendance, Capacity, MeetingState
from people.models import Person
from realtime.journal import announce


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody answers; a site with remote, reason and substitute with absent."""

    answer: Answer
    site: Site | None = None
    reason: str = ""
    substitute: Person | None = None
    substitute_office: str = ""


@transaction.atomic
def answer_invitation(actor: Person, participant: Participant, said: Said) -> Reply:
    """Answer for oneself, or note what somebody told the secretariat. The latest answer counts."""
    require(may_answer_for(actor, participant))
    place = _locked(participant)
    if place.attendance == Attendance.EXCUSED:
        raise AbsenceSettled
    if place.attendance != Attendance.EXPECTED:
        raise RepliesOver
    reply = _written(actor, place, said)
    event = events.InvitationAnswered(
        **facts_of(place),
        answer=reply.answer,
        reason=reply.reason,
        substitute=str(reply.substitute or ""),
    )
    announce(event, actor=actor)
    if reply.is_asking:
        officers = {place.meeting.presiding, place.meeting.secretary} - {actor}
        notices.tell_asked(place, reply.reason, officers)
    return reply


@transaction.atomic
def consent(actor: Person, participant: Participant, *, reason: str = "") -> Reply:
    """Consent to an absence: the member is excused, the proposed substitute invited."""
    reply = _asked(actor, participant)
    place, person = reply.participant, reply.substitute
    if person is None:
        excuse(actor, place, reason=reply.reason)
    else:
        invite(
            actor,
            place.meeting,
            person=person,
            capacity=Capacity.SUBSTITUTE,
            office=reply.substitute_office,
            stands_for=place,
            reason=reply.reason,
        )
    return _decide(actor, reply, Consent.GRANTED, reason.strip())


@transaction.atomic
def refuse_consent(actor: Person, participant: Participant, *, reason: str) -> Reply:
    """Refuse an absence, with the reason; the member is expected."""
    reply = _asked(actor, participant)
    if not reason.strip():
        raise ReasonMissing
    return _decide(actor, reply, Consent.REFUSED, reason.strip())


def _locked(participant: Participant) -> Participant:
    """Lock the meeting; answers are taken from the convening to the opening."""
    meeting = Meeting.objects.select_for_update().get(pk=participant.meeting_id)
    require_open_record(meeting)
    if meeting.state != MeetingState.CONVENED:
        raise RepliesOver
    places = meeting.participants.select_related(
        "person", "site", "meeting__chair", "meeting__secretary"
    )
    return places.get(pk=participant.pk)


def _written(actor: Person, place: Participant, said: Said) -> Reply:
    _check(place, said)
    _move(place, said)
    away = said.answer == Answer.ABSENT
    facts = {
        "answer": said.answer,
        "site": said.site if said.answer == Answer.REMOTE else None,
        "reason": said.reason.strip() if away else "",
        "substitute": said.substitute if away else None,
        "substitute_office": said.substitute_office.strip() if away and said.substitute else "",
        "answered_at": now(),
        "answered_by": actor,
        "consent": Consent.ASKED if away else Consent.NONE,
        "decided_by": None,
        "decided_at": None,
        "decided_for": "",
    }
    return Reply.objects.update_or_create(participant=place, defaults=facts)[0]


def _move(place: Participant, said: Said) -> None:
    """Note the site of who comes at one; who had answered so and does not any more has none."""
    was_remote = Reply.objects.filter(participant=place, answer=Answer.REMOTE).exists()
    if said.answer == Answer.REMOTE or was_remote:
        place.site = said.site if said.answer == Answer.REMOTE else None
        place.save(update_fields=["site"])


def _check(place: Participant, said: Said) -> None:
    if said.answer == Answer.REMOTE and not _is_remote(said.site, place):
        raise NoSuchSite
    if said.answer != Answer.ABSENT:
        return
    if not said.reason.strip():
        raise ReasonMissing
    if said.substitute is not None and not _may_send(place, said.substitute):
        raise NotYourSubstitute(name=said.substitute)


def _is_remote(site: Site | None, place: Participant) -> bool:
    return site is not None and not site.is_seat and site.body_id == place.meeting.body_id


def _may_send(place: Participant, substitute: Person) -> bool:
    """Tell whether a participant may send that person: a member may, somebody not yet invited."""
    taken = place.meeting.participants.filter(person=substitute).exists()
    return place.capacity == Capacity.MEMBER and substitute.is_active and not taken


def _asked(actor: Person, participant: Participant) -> Reply:
    """Return the request that waits; nobody consents to the own absence."""
    policy = MeetingPolicy(actor, participant.meeting)
    require(policy.may_consent and participant.person_id != actor.pk)
    place = _locked(participant)
    reply = Reply.objects.select_related("substitute").filter(participant=place).first()
    if reply is None or not reply.is_asking or place.attendance != Attendance.EXPECTED:
        raise NothingAsked
    reply.participant = place
    return reply


def _decide(actor: Person, reply: Reply, consent: Consent, reason: str) -> Reply:
    reply.consent, reply.decided_for = consent, reason
    reply.decided_by, reply.decided_at = actor, now()
    reply.save(update_fields=["consent", "decided_for", "decided_by", "decided_at"])
    granted = consent == Consent.GRANTED
    kind = events.AbsenceGranted if granted else events.AbsenceRefused
    announce(kind(**facts_of(reply.participant), reason=reason), actor=actor)
    notices.tell_decided(reply.participant, granted=granted, reason=reason)
    return reply
