"""The life of a submission, of an agenda item and of a request to speak, each on one screen."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ItemKind(TextChoices):
    """What the meeting is asked to do with an item."""

    ADOPTION = "adoption", _("For adoption without debate")
    DECISION = "decision", _("For decision")
    DISCUSSION = "discussion", _("For discussion")
    INFORMATION = "information", _("For information")


class ItemState(TextChoices):
    """Where an item stands. At most one item of a meeting is open: the current item."""

    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Under discussion")
    DONE = "done", _("Concluded")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DEFERRED = "deferred", _("Deferred")


GONE = frozenset({ItemState.WITHDRAWN, ItemState.DEFERRED})
"""What the meeting does not deal with. Of its papers only those stay that lay there then."""

S = ItemState
ITEM_MOVES: dict[str, frozenset[str]] = {
    S.PLANNED: frozenset({S.OPEN, S.DONE, S.WITHDRAWN, S.DEFERRED}),
    S.OPEN: frozenset({S.DONE, S.PLANNED, S.WITHDRAWN, S.DEFERRED}),
    S.DONE: frozenset({S.OPEN}),
}


class SpeechState(TextChoices):
    """Where a request to speak stands."""

    WAITING = "waiting", _("Waiting")
    SPEAKING = "speaking", _("Speaking")
    DONE = "done", _("Has spoken")
    WITHDRAWN = "withdrawn", _("Withdrawn")


SPEECH_MOVES: dict[str, frozenset[str]] = {
    SpeechState.WAITING: frozenset({SpeechState.SPEAKING, SpeechState.WITHDRAWN}),
    SpeechState.SPEAKING: frozenset({SpeechState.DONE}),
}


class SubmissionState(TextChoices):
    """Where a submission stands."""

    DRAFT = "draft", _("Draft")
    LODGED = "lodged", _("Lodged")
    RETURNED = "returned", _("Returned")
    ACCEPTED = "accepted", _("Accepted")
    ROUTED = "routed", _("Routed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


U = SubmissionState
SUBMISSION_MOVES: dict[str, frozenset[str]] = {
    U.DRAFT: frozenset({U.LODGED, U.WITHDRAWN}),
    U.LODGED: frozenset({U.ACCEPTED, U.RETURNED, U.WITHDRAWN}),
    U.RETURNED: frozenset({U.LODGED, U.WITHDRAWN}),
    U.ACCEPTED: frozenset({U.ROUTED, U.RETURNED, U.WITHDRAWN}),
    U.ROUTED: frozenset({U.ROUTED, U.RETURNED, U.WITHDRAWN}),
}


class Route(TextChoices):
    """Where the chair sends an accepted submission (NĐ 138/2016/NĐ-CP, Điều 15)."""

    SESSION = "session", _("To a session")
    BALLOT = "ballot", _("To a written ballot")
    PRELIMINARY = "preliminary", _("To a preliminary meeting")


class Urgency(TextChoices):
    """How soon (NĐ 30/2020/NĐ-CP, Điều 8 and Appendix I)."""

    NORMAL = "normal", _("Normal")
    URGENT = "urgent", _("Urgent")
    VERY_URGENT = "very_urgent", _("Very urgent")
    FLASH = "flash", _("Flash")


class NewsKind(TextChoices):
    """What has changed under an item since a member gave a position on it."""

    WORDS = "words", _("The item was changed")
    LAID = "laid", _("New paper")
    REPLACED = "replaced", _("New version of a paper")
    WITHDRAWN = "withdrawn", _("Paper withdrawn")


class Secrecy(TextChoices):
    """The degree of a state secret (Luật Bảo vệ bí mật nhà nước). Secret papers stay on paper."""

    OPEN = "open", _("Not secret")
    CONFIDENTIAL = "confidential", _("Confidential")
    SECRET = "secret", _("Secret")
    TOP_SECRET = "top_secret", _("Top secret")


class Answer(TextChoices):
    """What an agency says of a submission."""

    AGREE = "agree", _("Agrees")
    REMARKS = "remarks", _("Agrees with remarks")
    DISAGREE = "disagree", _("Disagrees")
    OUT_OF_REMIT = "out_of_remit", _("Out of its remit")


class Stance(TextChoices):
    """What a member says of an item before the session."""

    NO_OBJECTION = "no_objection", _("No objection")
    OBJECTION = "objection", _("Objection")
    SPEAK = "speak", _("Wishes to speak")


OPPOSING = frozenset({Stance.OBJECTION, Stance.SPEAK})
"""What takes an item off the block: it is debated."""


class EntryState(TextChoices):
    """Where an entry of the programme stands. What was moved stands in its new month anew."""

    REGISTERED = "registered", _("Registered")
    CONFIRMED = "confirmed", _("In the programme")
    MOVED = "moved", _("Moved to another month")
    DROPPED = "dropped", _("Dropped from the programme")


E = EntryState
ENTRY_MOVES: dict[str, frozenset[str]] = {
    E.REGISTERED: frozenset({E.CONFIRMED, E.MOVED, E.DROPPED}),
    E.CONFIRMED: frozenset({E.MOVED, E.DROPPED}),
}
OPEN_ENTRIES = frozenset({E.REGISTERED.value, E.CONFIRMED.value})
