"""Who asks to speak on an item, and the clock on the wall."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agendas.models.items import Item
from agendas.states import SpeechState
from meetings.models import Meeting, Participant


class Speech(models.Model):
    """A request to speak on an item, and the speech it became."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="speeches")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="speeches")
    state = models.CharField(
        _("state"), max_length=20, choices=SpeechState.choices, default=SpeechState.WAITING
    )
    requested_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    limit_seconds = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["requested_at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "participant"],
                condition=Q(state__in=["waiting", "speaking"]),
                name="agendas_one_request_a_participant",
            ),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(state=SpeechState.SPEAKING),
                name="agendas_one_speaker_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant}: {self.get_state_display()}"


class Timer(models.Model):
    """The clock on the wall: an end, or the seconds left while it stands still."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="timer")
    label = models.CharField(_("label"), max_length=120, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    left_seconds = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(left_seconds__isnull=True),
                name="agendas_timer_runs_or_stands",
            )
        ]

    def __str__(self) -> str:
        return self.label
