"""The letter of invitation in the layout of Mẫu 1.7, Nghị định 30/2020/NĐ-CP: gathered, printed, kept."""

import hashlib
import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from agendas.models import Item
from agendas.policies import items_shown_on
from agendas.states import GONE
from meetings.invitations.letter import drafted_invitation
from meetings.invitations.press import prints_letters
from meetings.models import Invitation, Meeting, Participant, Site
from meetings.states import Capacity
from minutes import workshop
from minutes.pdf.document import invited
from minutes.pdf.layout import layout_on

MOST_SITES_NAMED = 6
ATTACHMENT = {"attachment": "giay-moi.json", "attachment_title": "Dữ liệu giấy mời (JSON)"}


@prints_letters
def letter_of(meeting: Meeting, place: Participant | None) -> bytes:
    """Print the letter to one participant, or to all; the same words are printed once."""
    facts = letter_facts(meeting, place)
    html = invited(facts)
    kept = _shelf() / f"{hashlib.sha256(html.encode()).hexdigest()}.pdf"
    if kept.exists():
        return kept.read_bytes()
    record = json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()
    moment = datetime.fromisoformat(facts["moment"])
    pdf = workshop.print_pdf(html, record, dated=moment, **ATTACHMENT)
    part = kept.with_suffix(".part")
    part.write_bytes(pdf)
    part.replace(kept)
    return pdf


def letter_facts(meeting: Meeting, place: Participant | None) -> dict[str, Any]:
    """Gather what stands on the letter. Of the agenda only what anybody in the room may see."""
    invitation = drafted_invitation(meeting)
    day = invitation.dated or timezone.localdate()
    chair = meeting.participants.filter(person=meeting.chair_id).first()
    return {
        "layout": layout_on(day).key,
        "body": {"name": meeting.body.name, "superior": meeting.body.superior},
        "notation": invitation.notation,
        "town": meeting.body.place,
        "dated": _noon(day) if invitation.dated else None,
        "moment": (meeting.convened_at or meeting.updated_at).isoformat(),
        "guests": _guests(meeting, place),
        "title": meeting.title,
        "chair": {"name": str(meeting.chair or ""), "office": chair.office if chair else ""},
        "starts_at": meeting.starts_at.isoformat(),
        "place": meeting.place,
        "sites": _sites(meeting),
        "items": [[item.label, item.title] for item in _items(meeting, place)],
        **_signing(invitation),
    }


def _items(meeting: Meeting, place: Participant | None) -> QuerySet[Item]:
    """Return the items the letter names: to a guest only those he or she comes for."""
    items = items_shown_on(meeting).exclude(state__in=GONE).select_related("parent")
    if place is None or not place.for_items:
        return items
    own = place.invited_items.values("item")
    return items.filter(Q(pk__in=own) | Q(parent__in=own))


def _noon(day: date) -> str:
    return timezone.make_aware(datetime.combine(day, time(12))).isoformat()


def _guests(meeting: Meeting, place: Participant | None) -> list[str]:
    """Name the one invited; on the letter to all the members together, the others by name."""
    if place is not None:
        return [_named(place)]
    others = meeting.participants.filter(capacity__in=[Capacity.SUBSTITUTE, Capacity.INVITEE])
    members = f"Các thành viên {meeting.body.name}"
    return [members, *(_named(one) for one in others.select_related("person"))]


def _named(place: Participant) -> str:
    return ", ".join(part for part in (f"Ông (bà) {place.person}", place.office) if part)


def _sites(meeting: Meeting) -> dict[str, Any]:
    """Return the remote sites of the body: their number, and their names while they are few."""
    names = list(
        Site.objects.filter(body=meeting.body, is_seat=False).values_list("name", flat=True)
    )
    return {"count": len(names), "names": names if len(names) <= MOST_SITES_NAMED else []}


def _signing(invitation: Invitation) -> dict[str, Any]:
    """Return the block of the signature, the notes and who gets copies."""
    return {
        "authority": invitation.authority,
        "signer_office": invitation.signer_office,
        "signer": invitation.signer,
        "notes": _lines(invitation.notes),
        "recipients": _lines(invitation.recipients),
    }


def _lines(text: str) -> list[str]:
    return [line.strip(" -;.") for line in text.splitlines() if line.strip(" -;.")]


def _shelf() -> Path:
    shelf = Path(settings.DATA_DIR) / "letters"
    shelf.mkdir(mode=0o700, exist_ok=True)
    return shelf
