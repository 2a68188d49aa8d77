"""The agenda of a meeting: items, who may see them, who asks to speak, the timer."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from agendas.states import ItemKind, ItemState, SpeechState
from meetings.models import Meeting, Participant
from people.models import Agency

Person = settings.AUTH_USER_MODEL


class Agenda(models.Model):
    """A meeting's agenda as a whole: its published version."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="agenda")
    version = models.PositiveSmallIntegerField(_("published version"), default=0)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True)
    snapshot = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.meeting} · {self.version}"


class Item(models.Model):
    """One matter for deliberation. Restricted items are numbered in a series of their own."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=500)
    summary = models.TextField(_("summary"), blank=True)
    kind = models.CharField(
        _("kind"), max_length=20, choices=ItemKind.choices, default=ItemKind.DECISION
    )
    sponsor = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, verbose_name=_("sponsor")
    )
    rapporteur = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="items_reported",
        verbose_name=_("rapporteur"),
    )
    minutes = models.PositiveSmallIntegerField(_("minutes planned"), default=10)
    restricted = models.BooleanField(_("restricted"), default=False)
    state = models.CharField(
        _("state"), max_length=20, choices=ItemState.choices, default=ItemState.PLANNED
    )
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    published_in = models.PositiveSmallIntegerField(
        _("published first in version"), null=True, blank=True
    )
    withdrawn_for = models.CharField(_("reason for withdrawing"), max_length=300, blank=True)
    without_debate = models.BooleanField(_("adopted without debate"), default=False)
    conclusion = models.TextField(_("conclusion"), blank=True)

    class Meta:
        ordering: ClassVar = ["restricted", "position"]
        verbose_name = _("item")
        verbose_name_plural = _("items")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "restricted", "position"], name="agendas_a_place_once"
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(state=ItemState.OPEN),
                name="agendas_one_item_open",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ItemState.values), name="agendas_item_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ItemKind.values), name="agendas_item_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_published(self) -> bool:
        return self.published_in is not None

    @property
    def label(self) -> str:
        """Return the number people call it by: 4, or H1 for a restricted item."""
        return f"H{self.position}" if self.restricted else str(self.position)


class ItemUserObjectPermission(UserObjectPermissionBase):
    """A guardian grant to a person on one item."""

    content_object = models.ForeignKey(Item, models.CASCADE)


class ItemGroupObjectPermission(GroupObjectPermissionBase):
    """A guardian grant to a group on one item."""

    content_object = models.ForeignKey(Item, models.CASCADE)


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
