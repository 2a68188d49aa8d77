"""The shelf that the public reads from: composed from what is released, never from what is not."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from meetings.models import Meeting
from people.models import Body


class Shelved(models.Model):
    """What the public may read: one OParl object as it was last composed. Never really deleted."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=60)
    data = models.JSONField(default=dict)
    created = models.DateTimeField()
    modified = models.DateTimeField()
    deleted = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["body", "kind", "deleted"])]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "key"], name="exchange_an_object_once"),
            models.CheckConstraint(
                condition=Q(modified__gte=F("created")), name="exchange_modified_after_created"
            ),
            models.CheckConstraint(
                condition=Q(deleted=False) | Q(data={}), name="exchange_deleted_tells_nothing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"


class Reading(models.Model):
    """Up to which entry of a room's journal the shelf has been composed, and when."""

    room_key = models.CharField(max_length=60, unique=True)
    number = models.PositiveBigIntegerField(default=0)
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.room_key}: {self.number}"
