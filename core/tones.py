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
    "imported": Look("download", "outline", _("Imported")),
    # items, requests to speak, votes
    "planned": Look("circle", "outline", _("Planned")),
    "open": Look("circle-play", "accent", _("Open")),
    "current": Look("circle-play", "accent", _("Now")),
    "done": Look("circle-check", "good", _("Concluded")),
    "withdrawn": Look("undo", "outline", _("Withdrawn")),
    "deferred": Look("calendar", "outline", _("Deferred")),
    "urgent": Look("alert", "warn", _("Urgent")),
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
    # gates of a release
    "scheduled": Look("calendar", "accent", _("Confirmed")),
    "released": Look("globe", "good", _("Released")),
    # positions before the session
    "no_objection": Look("circle-check", "good", ""),
    "objection": Look("flag", "bad", ""),
    "speak": Look("mic", "warn", ""),
    "opposed": Look("message", "warn", ""),
    # submissions and opinions of agencies
    "lodged": Look("inbox", "accent", _("Lodged")),
    "returned": Look("undo", "warn", _("Returned")),
    "accepted": Look("file-check", "good", _("Accepted")),
    "routed": Look("send", "accent", _("Routed")),
    "paper_only": Look("lock", "inverse", _("Paper only")),
    "unanswered": Look("hourglass", "", _("Not answered yet")),
    "overdue": Look("clock", "bad", _("Overdue")),
    "outdated": Look("history", "warn", _("Outdated")),
    "agree": Look("for", "good", _("Agrees")),
    "remarks": Look("other", "warn", _("Agrees with remarks")),
    "disagree": Look("against", "bad", _("Disagrees")),
    "out_of_remit": Look("minus", "outline", _("Out of its remit")),
    # attendance
    "expected": Look("circle-dashed", "outline", _("Expected")),
    "checked_in": Look("circle-dot", "accent", _("Checked in")),
    "present": Look("circle-check", "good", _("Present")),
    "excused": Look("user-x", "warn", _("Excused")),
    "left": Look("door", "outline", _("Left")),
    # days of the working calendar
    "off": Look("calendar", "accent", _("Day off")),
    "working": Look("building", "warn", _("Make-up working day")),
    # answers to an invitation
    "coming": Look("circle-check", "good", _("Coming")),
    "remote": Look("monitor", "accent", _("Remote")),
    "absent": Look("user-x", "warn", _("Absent")),
    "no_answer": Look("circle-dashed", "outline", _("No answer yet")),
    "asked": Look("hourglass", "warn", _("Consent asked")),
    "granted": Look("circle-check", "good", _("Consent given")),
    "refused": Look("circle-x", "bad", _("Consent refused")),
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
