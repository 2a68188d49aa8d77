"""How a state looks: an icon, a tone, and a word for those who pass none."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Look(NamedTuple):
    """Icon and tone of a state chip, with its word."""

    icon: str
    tone: str
    word: str | Promise


UNKNOWN = Look("circle", "", "")

LOOKS: dict[str, Look] = {
    # meetings
    "draft": Look("circle-dashed", "outline", _("Draft")),
    "convened": Look("calendar", "accent", _("Convened")),
    "in_session": Look("circle-play", "solid", _("In session")),
    "suspended": Look("circle-pause", "warn", _("Suspended")),
    "adjourned": Look("circle-check", "", _("Adjourned")),
    "sealed": Look("seal", "sealed", _("Sealed")),
    "cancelled": Look("ban", "outline", _("Cancelled")),
    # items, requests to speak, votes
    "planned": Look("circle", "outline", _("Planned")),
    "open": Look("circle-play", "accent", _("Open")),
    "current": Look("circle-play", "accent", _("Now")),
    "done": Look("circle-check", "good", _("Concluded")),
    "withdrawn": Look("undo", "outline", _("Withdrawn")),
    "waiting": Look("hourglass", "", _("Waiting")),
    "speaking": Look("mic", "accent", _("Speaking")),
    "vote_open": Look("vote", "live", _("Vote open")),
    "closed": Look("check", "", _("Closed")),
    "void": Look("ban", "outline", _("Void")),
    "adopted": Look("circle-check", "good", _("Adopted")),
    "rejected": Look("circle-x", "bad", _("Not adopted")),
    "yes": Look("for", "good", _("Agree")),
    "no": Look("against", "bad", _("Disagree")),
    "other": Look("other", "warn", _("Other opinion")),
    # attendance
    "expected": Look("circle-dashed", "outline", _("Expected")),
    "checked_in": Look("circle-dot", "accent", _("Checked in")),
    "present": Look("circle-check", "good", _("Present")),
    "excused": Look("user-x", "warn", _("Excused")),
    "left": Look("door", "outline", _("Left")),
    # days of the working calendar
    "off": Look("calendar", "accent", _("Day off")),
    "working": Look("building", "warn", _("Make-up working day")),
    # entries of the programme
    "registered": Look("circle-dot", "outline", _("Registered")),
    "confirmed": Look("circle-check", "good", _("In the programme")),
    "moved": Look("arrow-right", "outline", _("Moved to another month")),
    "dropped": Look("ban", "outline", _("Dropped from the programme")),
    # papers, minutes, the archive
    "restricted": Look("lock", "inverse", _("Restricted")),
    "late": Look("clock", "warn", _("Late")),
    "changed": Look("history", "warn", _("Changed")),
    "new": Look("plus", "accent", _("New")),
    "approved": Look("file-check", "good", _("Approved")),
    "signed": Look("signature", "good", _("Signed")),
    "whole": Look("shield-check", "good", _("Whole and unchanged")),
    "broken": Look("shield-alert", "bad", _("Not as it was sealed")),
}


def look_of(state: str) -> Look:
    """Return the look of a state; a plain one where none is set."""
    return LOOKS.get(state, UNKNOWN)
