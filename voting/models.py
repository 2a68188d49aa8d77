"""Votes, their frozen electorate, every cast and the one ballot that counts."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agendas.models import Item
from meetings.models import Meeting, Participant

Person = settings.AUTH_USER_MODEL


class VoteState(models.TextChoices):
    """Where a vote stands."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    VOID = "void", _("Void")


class Choice(models.TextChoices):
    """What a member may answer. Only “yes” counts towards the majority."""

    YES = "yes", _("In favour")
    NO = "no", _("Against")
    OTHER = "other", _("Other opinion")


class Vote(models.Model):
    """A question put to the members, with the rules as they were when it was put."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="votes")
    item = models.ForeignKey(Item, models.PROTECT, related_name="votes")
    question = models.CharField(_("question"), max_length=500)
    round = models.PositiveSmallIntegerField(_("round"), default=1)
    state = models.CharField(
        max_length=10, choices=VoteState.choices, default=VoteState.OPEN
    )
    rules = models.JSONField()
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
            models.CheckConstraint(
                condition=~Q(state="closed") | Q(result__isnull=False, closed_at__isnull=False),
                name="voting_closed_has_result",
            ),
        ]

    def __str__(self) -> str:
        return self.question


class Elector(models.Model):
    """A member entitled to this vote, as he or she was when it opened."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="electors")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    office = models.CharField(max_length=160)
    breaks_tie = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["vote", "person"], name="voting_an_elector_once"),
            models.UniqueConstraint(
                fields=["vote"], condition=Q(breaks_tie=True), name="voting_one_breaks_the_tie"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Cast(models.Model):
    """One tap that was accepted. Kept for ever, also when changed later."""

    elector = models.ForeignKey(Elector, models.PROTECT, related_name="casts")
    number = models.PositiveSmallIntegerField()
    choice = models.CharField(max_length=10, choices=Choice.choices)
    reason = models.TextField(blank=True)
    command_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["elector", "number"], name="voting_a_cast_number_once"),
            models.UniqueConstraint(
                fields=["elector", "command_id"], name="voting_a_command_once"
            ),
            models.CheckConstraint(
                condition=Q(choice__in=Choice.values), name="voting_choice_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.elector}: {self.choice}"


class Ballot(models.Model):
    """The one effective answer of an elector."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="ballots")
    elector = models.OneToOneField(Elector, models.PROTECT, related_name="ballot")
    cast = models.OneToOneField(Cast, models.PROTECT, related_name="+")
    choice = models.CharField(max_length=10, choices=Choice.choices)
    changes = models.PositiveSmallIntegerField(default=0)
    receipt = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(choice__in=Choice.values), name="voting_ballot_choice_is_known"
            )
        ]

    def __str__(self) -> str:
        return self.receipt
