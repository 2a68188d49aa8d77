"""What a member thinks of an item before the session."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agendas.models.items import Item
from agendas.rules import edition_of
from agendas.states import NewsKind, Stance
from meetings.models import Participant

Person = settings.AUTH_USER_MODEL


class Position(models.Model):
    """A member's position on an item: an assistant's draft, and what the member has given."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="positions")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="positions")
    stance = models.CharField(_("position"), max_length=20, choices=Stance.choices, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed after a change"), null=True, blank=True)
    in_call = models.BooleanField(_("said at the last call"), default=False)
    draft_stance = models.CharField(
        _("position prepared"), max_length=20, choices=Stance.choices, blank=True
    )
    draft_reason = models.TextField(_("reason prepared"), blank=True)
    drafted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    drafted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["participant__order", "pk"]
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "participant"], name="agendas_one_position_a_member"
            ),
            models.CheckConstraint(
                condition=Q(stance="", given_at__isnull=True)
                | Q(stance__in=Stance.values, given_at__isnull=False),
                name="agendas_a_position_has_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(stance=Stance.OBJECTION) | ~Q(reason="") | Q(in_call=True),
                name="agendas_an_objection_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(draft_stance="", drafted_at__isnull=True, drafted_by__isnull=True)
                | Q(
                    draft_stance__in=Stance.values,
                    drafted_at__isnull=False,
                    drafted_by__isnull=False,
                ),
                name="agendas_a_draft_has_an_author",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(given_at__isnull=False),
                name="agendas_what_is_confirmed_was_given",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant}: {self.get_stance_display()}"

    @property
    def is_given(self) -> bool:
        return self.given_at is not None

    def is_after(self, limit: datetime) -> bool:
        """Tell whether it was given after a limit."""
        return self.given_at is not None and self.given_at > limit

    @property
    def is_drafted(self) -> bool:
        """Tell whether an assistant has prepared something that the member has not given yet."""
        return self.drafted_at is not None

    def forget_draft(self) -> None:
        """Let the prepared position go. Saving is the caller's."""
        self.draft_stance, self.draft_reason = "", ""
        self.drafted_by, self.drafted_at = None, None


class PositionNews(models.Model):
    """What has changed under an item since a position on it was given: the position is outdated.

    It still counts. A paper is named by its key, as the floor of papers stands above this one.
    """

    position = models.ForeignKey(Position, models.CASCADE, related_name="news")
    at = models.DateTimeField()
    what = models.CharField(max_length=20, choices=NewsKind.choices)
    paper = models.PositiveBigIntegerField(null=True, blank=True)
    title = models.CharField(max_length=300, blank=True)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(what=NewsKind.WORDS, paper__isnull=True)
                | Q(
                    what__in=[NewsKind.LAID, NewsKind.REPLACED, NewsKind.WITHDRAWN],
                    paper__isnull=False,
                ),
                name="agendas_news_of_a_paper_names_it",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.title}"

    @property
    def edition(self) -> str:
        return edition_of(self.number)
