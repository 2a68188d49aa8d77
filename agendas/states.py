"""The life of an agenda item and of a request to speak."""

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


S = ItemState
ITEM_MOVES: dict[str, frozenset[str]] = {
    S.PLANNED: frozenset({S.OPEN, S.DONE, S.WITHDRAWN}),
    S.OPEN: frozenset({S.DONE, S.PLANNED, S.WITHDRAWN}),
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
