"""Signing. The pen writes outside the transaction; what it wrote is kept only if nothing moved."""

from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from core.clock import now
from core.policies import require
from core.states import move
from meetings.actions.facts import office_of
from minutes import events
from minutes.actions.facts import held
from minutes.actions.printing import print_minutes
from minutes.errors import AlreadySigned, ChangedMeanwhile, OutOfTurn
from minutes.files import sha256_of
from minutes.models import Minutes, Signature
from minutes.pdf.document import stamp
from minutes.policies import MinutesPolicy
from minutes.signing.keys import key_of
from minutes.states import FIELDS, MINUTES_MOVES, SIGNED_AS, SignatureRole
from minutes.workshop import sign_pdf
from people.models import Person
from realtime.journal import announce


def sign_minutes(
    actor: Person, minutes: Minutes, *, role: SignatureRole | str, passphrase: str = ""
) -> Minutes:
    """Sign the approved minutes: the secretary first, then the chair."""
    role = SignatureRole(role)
    require(MinutesPolicy(actor, minutes.meeting).may_sign_as(role))
    _require_turn(minutes, role)
    base = print_minutes(minutes)
    signed = _pen(actor, minutes, role, base, passphrase)
    return _keep(actor, minutes, role, sha256_of(base), signed)


def require_turn(actor: Person, minutes: Minutes) -> SignatureRole:
    """Return the capacity in which it is this person's turn to sign; refuse otherwise."""
    role = minutes.next_signature
    if role is None:
        raise OutOfTurn
    require(MinutesPolicy(actor, minutes.meeting).may_sign_as(role))
    return role


def _require_turn(minutes: Minutes, role: SignatureRole) -> None:
    if minutes.signatures.filter(role=role).exists():
        raise AlreadySigned
    if minutes.next_signature != role:
        raise OutOfTurn


def _pen(
    actor: Person, minutes: Minutes, role: SignatureRole, base: bytes, passphrase: str
) -> dict[str, Any]:
    meeting, moment = minutes.meeting, now()
    if minutes.record is None:
        raise OutOfTurn
    key = key_of(actor, title=office_of(meeting, actor), organisation=meeting.body.name)
    look = stamp(minutes.record, name=str(actor), title=meeting.title, at=moment)
    signed = sign_pdf(
        base,
        stamp=look,
        at=moment,
        field=FIELDS[role],
        key_file=key.file,
        passphrase=key.passphrase or passphrase.encode(),
        reason=f"Biên bản số {minutes.code}",
        location=meeting.body.place,
        is_first=role == SignatureRole.SECRETARY,
        timestamps=settings.TSA_URL,
    )
    return {**signed, "at": moment}


@transaction.atomic
def _keep(
    actor: Person, minutes: Minutes, role: SignatureRole, base: str, signed: dict[str, Any]
) -> Minutes:
    minutes = held(minutes)
    newest = minutes.signatures.order_by("-at", "-pk").first()
    if base != (newest.sha256 if newest else minutes.sha256):
        raise ChangedMeanwhile
    move(minutes, SIGNED_AS[role], moves=MINUTES_MOVES)
    minutes.save(update_fields=["state"])
    told = {"subject": signed["subject"][:300], "serial": signed["serial"]}
    told["sha256"] = sha256_of(signed["pdf"])
    signature = Signature(minutes=minutes, person=actor, role=role, at=signed["at"], **told)
    signature.file.save(f"{told['sha256']}.pdf", ContentFile(signed["pdf"]), save=False)
    signature.save()
    event = events.MinutesSigned(
        meeting_id=minutes.meeting_id,
        minutes_id=minutes.pk,
        role=role.value,
        person=str(actor),
        **told,
    )
    announce(event, actor=actor)
    return minutes
