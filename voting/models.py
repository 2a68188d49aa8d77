"""Votes, their frozen electorate, every cast and the one ballot that counts.

What must never happen is refused by the database too: two open votes in a meeting, two ballots
of one elector, a closed vote without its result, a void one without its reason.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agendas.models import Item
from meetings.models import Meeting, Participant
from voting.states import Choice, VoteState

Person = settings.AUTH_USER_MODEL

IS_OPEN = Q(state=VoteState.OPEN, closed_at__isnull=True, result__isnull=True)
IS_CLOSED = Q(state=VoteState.CLOSED, closed_at__isnull=False, result__isnull=False)
IS_VOID = Q(state=VoteState.VOID, closed_at__isnull=False, result__isnull=True) & ~Q(void_reason="")


class Vote(models.Model):
    """A question put to the members, with the roll and the rules as they were when it was put."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="votes")
    item = models.ForeignKey(Item, models.PROTECT, related_name="votes")
    question = models.CharField(_("question"), max_length=500)
    round = models.PositiveSmallIntegerField(_("round"), default=1)
    state = models.CharField(max_length=10, choices=VoteState.choices, default=VoteState.OPEN)
    rules = models.JSONField(_("rules"))
    roll = models.PositiveSmallIntegerField(_("all members"))
    present = models.PositiveSmallIntegerField(_("members present"))
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    closes_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField(null=True, blank=True)
    void_reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["opened_at", "pk"]
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(state="open"), name="voting_one_open_vote"
            ),
            models.UniqueConstraint(fields=["item", "round"], name="voting_a_round_once"),
            models.CheckConstraint(
                condition=IS_OPEN | IS_CLOSED | IS_VOID, name="voting_state_and_facts_agree"
            ),
            models.CheckConstraint(
                condition=Q(round__gte=1, present__lte=F("roll")), name="voting_roll_is_whole"
            ),
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True) | Q(closes_at__gt=F("opened_at")),
                name="voting_closes_after_opening",
            ),
        ]

    def __str__(self) -> str:
        return self.question

    @property
    def is_open(self) -> bool:
        return self.state == VoteState.OPEN

    @property
    def is_closed(self) -> bool:
        return self.state == VoteState.CLOSED

    @property
    def decision(self) -> dict[str, Any]:
        """Return the result as it was decided; empty while there is none."""
        return dict(self.result or {})


class Elector(models.Model):
    """A member entitled to this vote, as he or she was when it opened."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="electors")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    office = models.CharField(_("office"), max_length=160)
    office_en = models.CharField(_("office in English"), max_length=160, blank=True)
    order = models.PositiveSmallIntegerField(_("protocol order"), default=0)
    breaks_tie = models.BooleanField(_("heads the body"), default=False)

    class Meta:
        ordering: ClassVar = ["order", "pk"]
        verbose_name = _("elector")
        verbose_name_plural = _("electors")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["vote", "person"], name="voting_an_elector_once"),
            models.UniqueConstraint(fields=["vote", "participant"], name="voting_a_seat_once"),
            models.UniqueConstraint(
                fields=["vote"], condition=Q(breaks_tie=True), name="voting_one_breaks_the_tie"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def office_here(self) -> str:
        """Return the office in the active language."""
        english = (get_language() or "").startswith("en")
        return self.office_en if english and self.office_en else self.office


class Cast(models.Model):
    """One tap that was accepted. Kept for ever, also when changed later."""

    elector = models.ForeignKey(Elector, models.PROTECT, related_name="casts")
    number = models.PositiveSmallIntegerField(_("number"))
    choice = models.CharField(_("choice"), max_length=10, choices=Choice.choices)
    reason = models.TextField(_("reason"), blank=True)
    command_id = models.UUIDField(_("command"))
    at = models.DateTimeField(_("moment"))

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("cast")
        verbose_name_plural = _("casts")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["elector", "number"], name="voting_a_cast_number_once"),
            models.UniqueConstraint(fields=["elector", "command_id"], name="voting_a_command_once"),
            models.CheckConstraint(
                condition=Q(choice__in=Choice.values, number__gte=1), name="voting_choice_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.elector}: {self.choice}"


class Ballot(models.Model):
    """The one effective answer of an elector: the latest cast."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="ballots")
    elector = models.OneToOneField(Elector, models.PROTECT, related_name="ballot")
    cast = models.OneToOneField(Cast, models.PROTECT, related_name="+")
    choice = models.CharField(_("choice"), max_length=10, choices=Choice.choices)
    changes = models.PositiveSmallIntegerField(_("changes"), default=0)
    receipt = models.CharField(_("receipt"), max_length=20)
    at = models.DateTimeField(_("moment"))

    class Meta:
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(choice__in=Choice.values), name="voting_ballot_choice_is_known"
            )
        ]

    def __str__(self) -> str:
        return self.receipt
