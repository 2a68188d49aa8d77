"""The items of an agenda, and the sections they stand in."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from agendas.models.matters import Matter
from agendas.states import GONE, ItemKind, ItemState, Secrecy
from meetings.models import Meeting
from people.models import Agency, Named

Person = settings.AUTH_USER_MODEL
# The order of an agenda: sub-items behind their item. Aggregates drop the order of Meta: give it again.
IN_ORDER = (
    "restricted",
    Coalesce("parent__position", "position"),
    F("parent__position").asc(nulls_first=True),
    "position",
)


class Section(Named):
    """A heading of an agenda. Items stand under it; the numbers run on through all sections."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField(_("order"))

    class Meta:
        ordering: ClassVar = ["order"]
        verbose_name = _("heading")
        verbose_name_plural = _("headings")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "order"], name="agendas_a_section_order_once"
            )
        ]


class Item(models.Model):
    """One matter for deliberation. Restricted items are numbered in a series of their own."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="items")
    section = models.ForeignKey(
        Section, models.SET_NULL, null=True, blank=True, related_name="items"
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="sub_items"
    )
    position = models.PositiveSmallIntegerField(_("position"))
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
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
    secrecy = models.CharField(
        _("secrecy"), max_length=20, choices=Secrecy.choices, default=Secrecy.OPEN
    )
    is_urgent = models.BooleanField(_("urgent"), default=False)
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
    to_be_debated = models.BooleanField(_("a debate was asked for"), default=False)
    conclusion = models.TextField(_("conclusion"), blank=True)
    checked_at = models.DateTimeField(_("found formally in order"), null=True, blank=True)
    checked_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    late_at = models.DateTimeField(_("came after the limit"), null=True, blank=True)
    late_for = models.CharField(_("reason for coming late"), max_length=300, blank=True)
    late_consent_at = models.DateTimeField(null=True, blank=True)
    late_consent_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    late_refused_at = models.DateTimeField(null=True, blank=True)
    late_refused_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    continues = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="continued_by"
    )

    class Meta:
        ordering: ClassVar = [*IN_ORDER]
        verbose_name = _("item")
        verbose_name_plural = _("items")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "restricted", "position"],
                condition=Q(parent__isnull=True),
                name="agendas_a_place_once",
            ),
            models.UniqueConstraint(
                fields=["parent", "position"],
                condition=Q(parent__isnull=False),
                name="agendas_a_sub_place_once",
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(state=ItemState.OPEN),
                name="agendas_one_item_open",
            ),
            models.UniqueConstraint(
                fields=["meeting", "restricted", "number"],
                condition=Q(parent__isnull=True, number__isnull=False),
                name="agendas_a_number_once",
            ),
            models.UniqueConstraint(
                fields=["parent", "number"],
                condition=Q(parent__isnull=False, number__isnull=False),
                name="agendas_a_sub_number_once",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(published_in__isnull=False),
                name="agendas_a_number_when_published",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ItemState.values), name="agendas_item_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ItemKind.values), name="agendas_item_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(late_consent_at__isnull=True) | Q(late_at__isnull=False),
                name="agendas_consent_to_what_is_late",
            ),
            models.CheckConstraint(
                condition=Q(late_at__isnull=True)
                | Q(late_consent_at__isnull=False)
                | Q(published_in__isnull=True),
                name="agendas_what_waits_is_not_published",
            ),
            models.CheckConstraint(
                condition=Q(late_refused_at__isnull=True)
                | Q(late_at__isnull=False, late_consent_at__isnull=True)
                & Q(state=ItemState.WITHDRAWN)
                & ~Q(withdrawn_for=""),
                name="agendas_what_is_refused_is_late_and_gone",
            ),
            models.CheckConstraint(
                condition=Q(to_be_debated=False) | Q(without_debate=False),
                name="agendas_what_is_debated_is_not_adopted_without",
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("id")), name="agendas_no_item_under_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_published(self) -> bool:
        return self.published_in is not None

    @property
    def is_paper_only(self) -> bool:
        """Tell whether the matter is secret: its papers never enter the system."""
        return self.secrecy != Secrecy.OPEN

    @property
    def is_waiting(self) -> bool:
        """Tell whether the item came late and the chair has not decided on it."""
        decided = self.late_consent_at or self.late_refused_at
        return self.late_at is not None and decided is None

    @property
    def is_taken_up(self) -> bool:
        """Tell whether the chair took it up as urgent: what its agency calls urgent may still wait."""
        return self.is_urgent and self.late_consent_at is not None

    @property
    def is_gone(self) -> bool:
        """Tell whether the meeting does not deal with the item: withdrawn, or deferred."""
        return self.state in GONE

    @property
    def is_untold(self) -> bool:
        """Tell whether it came late and went before the chair consented, alone or with its item."""
        never = self.late_at is not None and self.late_consent_at is None
        return (self.is_gone and never) or bool(self.parent and self.parent.is_untold)

    @property
    def label(self) -> str:
        """Return the number people call it by: 4, 4.1 for a sub-item, H1 for a restricted one.

        What is published is counted among what is published; all else by its place in the design.
        """
        return self._numbered(*(one.number or one.position for one in self._line))

    @property
    def place(self) -> str:
        """Return the place in the design, said like a number."""
        return self._numbered(*(one.position for one in self._line))

    @property
    def _line(self) -> "list[Item]":
        return [self.parent, self] if self.parent else [self]

    def _numbered(self, *numbers: int) -> str:
        number = ".".join(map(str, numbers))
        return f"H{number}" if self.restricted else number
