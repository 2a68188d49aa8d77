"""Minutes from draft to seal, and the archived file that nobody changes."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agendas.models import Item
from meetings.models import Meeting
from minutes.states import NEXT_SIGNATURE, MinutesState, SessionKind, SignatureRole

Person = settings.AUTH_USER_MODEL
WORDLESS = frozenset({"restricted", "left_over", "break"})


class Minutes(models.Model):
    """The minutes of one meeting."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="minutes")
    state = models.CharField(
        max_length=20, choices=MinutesState.choices, default=MinutesState.DRAFT
    )
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    symbol = models.CharField(_("symbol"), max_length=40, blank=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    journal_number = models.PositiveBigIntegerField(_("drafted up to entry"))
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    record = models.JSONField(null=True, blank=True)
    printed = models.FileField(upload_to="minutes/printed/", blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["symbol", "year", "number"], name="minutes_a_number_once"
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(number__isnull=False, record__isnull=False),
                name="minutes_approved_are_numbered",
            ),
            models.CheckConstraint(
                condition=Q(state__in=MinutesState.values), name="minutes_state_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}"

    @property
    def is_draft(self) -> bool:
        return self.state == MinutesState.DRAFT

    @property
    def is_sealed(self) -> bool:
        return self.state == MinutesState.SEALED

    @property
    def next_signature(self) -> SignatureRole | None:
        """Return who signs next; nobody while the text is a draft or when all have signed."""
        return NEXT_SIGNATURE.get(self.state)

    @property
    def code(self) -> str:
        """Return number and symbol as they stand on the document: 05/BB-CP."""
        return f"{self.number:02d}/{self.symbol}" if self.number else ""


class Block(models.Model):
    """A piece of the minutes: facts from the record, locked, and words, editable."""

    minutes = models.ForeignKey(Minutes, models.CASCADE, related_name="blocks")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30)
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True)
    facts = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    entries = models.JSONField(default=list)
    edited_at = models.DateTimeField(null=True, blank=True)
    edited_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["minutes", "order"], name="minutes_a_block_place_once")
        ]

    def __str__(self) -> str:
        return f"{self.order} {self.kind}"

    @property
    def has_words(self) -> bool:
        """Tell whether the part has words of its own beside the facts of the record."""
        return self.kind not in WORDLESS


class Signature(models.Model):
    """Who signed which state of the file, when, with which certificate."""

    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="signatures")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=SignatureRole.choices)
    at = models.DateTimeField()
    subject = models.CharField(max_length=300)
    serial = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to="minutes/signed/")

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["minutes", "role"], name="minutes_a_role_signs_once")
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.subject}"


class ArchivedMinutes(models.Model):
    """The sealed file with what is needed to find and to prove it."""

    minutes = models.OneToOneField(Minutes, models.PROTECT, related_name="archived")
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    path = models.CharField(max_length=200)
    journal_number = models.PositiveBigIntegerField()
    journal_hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    sealed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    held_on = models.DateField(_("day of the meeting"))
    year = models.PositiveSmallIntegerField(_("year"), db_index=True)
    kind = models.CharField(_("kind of session"), max_length=20, choices=SessionKind.choices)
    text = models.TextField()
    cased = models.TextField()
    folded = models.TextField()

    class Meta:
        ordering: ClassVar = ["-held_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=SessionKind.values), name="minutes_session_kind_is_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.minutes}"
