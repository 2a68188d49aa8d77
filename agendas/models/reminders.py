"""Which time limits of submissions people were reminded of: each once, however many remind."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agendas.models.advice import Advice
from agendas.models.matters import Submission
from agendas.states import SubmissionState


class Reminder(models.Model):
    """One time limit that draws near or is past, of a step of a submission or of an opinion."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="reminders")
    advice = models.ForeignKey(
        Advice, models.CASCADE, null=True, blank=True, related_name="reminders"
    )
    step = models.CharField(_("step"), max_length=20, choices=SubmissionState.choices, blank=True)
    since = models.DateTimeField(_("since"))
    due_at = models.DateTimeField(_("due"))
    is_past = models.BooleanField(_("past"), default=False)
    told_at = models.DateTimeField(_("told at"))

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["submission", "step", "since", "due_at", "is_past"],
                condition=Q(advice__isnull=True),
                name="agendas_a_step_reminded_once",
            ),
            models.UniqueConstraint(
                fields=["advice", "due_at", "is_past"],
                condition=Q(advice__isnull=False),
                name="agendas_an_opinion_reminded_once",
            ),
            models.CheckConstraint(
                condition=Q(advice__isnull=True) & ~Q(step="") | Q(advice__isnull=False, step=""),
                name="agendas_a_reminder_is_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(due_at__gte=F("since")), name="agendas_reminder_due_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission}: {self.due_at:%d/%m/%Y}"
