"""What happened in each room, who did what already, and who is connected."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Room(models.Model):
    """The head of one journal: its last number and last hash. Locked by whoever writes."""

    key = models.CharField(_("key"), max_length=60, unique=True)
    last_number = models.PositiveBigIntegerField(_("last number"), default=0)
    last_hash = models.CharField(_("last hash"), max_length=64, default="", blank=True)

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")

    def __str__(self) -> str:
        return self.key


class Entry(models.Model):
    """One thing that happened. Never changed, never deleted: the database refuses."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="entries")
    number = models.PositiveBigIntegerField(_("number"))
    name = models.CharField(_("event"), max_length=60)
    facts = models.JSONField(_("facts"), default=dict)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(_("moment"))
    prev_hash = models.CharField(_("hash of the entry before"), max_length=64, blank=True)
    hash = models.CharField(_("hash"), max_length=64)

    class Meta:
        ordering: ClassVar = ["room", "number"]
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal entries")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["room", "number"], name="realtime_entry_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class Receipt(models.Model):
    """The answer to a command that was carried out: the same command again gets it again."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    command_id = models.UUIDField(_("command"))
    name = models.CharField(_("name"), max_length=60)
    digest = models.CharField(_("digest of the body"), max_length=64)
    answer = models.JSONField(_("answer"), default=dict)
    at = models.DateTimeField(_("moment"))

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["command_id", "person"], name="realtime_command_once")
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.command_id}"


class Lease(models.Model):
    """Who is connected to a room through one server process; stale ones do not count."""

    process = models.UUIDField(_("process"))
    room_key = models.CharField(_("room"), max_length=60)
    people = models.JSONField(_("people"), default=list)
    seen_at = models.DateTimeField(_("seen"))

    class Meta:
        verbose_name = _("lease")
        verbose_name_plural = _("leases")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["process", "room_key"], name="realtime_lease_once")
        ]

    def __str__(self) -> str:
        return f"{self.room_key}: {len(self.people)}"
