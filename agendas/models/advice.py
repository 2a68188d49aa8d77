"""What an agency says of a submission when it is asked (ý kiến của bộ, ngành)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agendas.models.matters import Submission
from agendas.states import Answer
from people.models import Agency

Person = settings.AUTH_USER_MODEL


class Advice(models.Model):
    """One asking of one agency, and its answer. Asking again is another round."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="advices")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="advices")
    round = models.PositiveSmallIntegerField(_("round"), default=1)
    question = models.TextField(_("what is asked"), blank=True)
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField(_("due"))
    answer = models.CharField(_("answer"), max_length=20, choices=Answer.choices, blank=True)
    text = models.TextField(_("opinion"), blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    about = models.CharField(_("kind of paper it speaks of"), max_length=20, blank=True)
    outdated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["agency__order", "agency_id", "-round"]
        verbose_name = _("opinion of an agency")
        verbose_name_plural = _("opinions of agencies")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["submission", "agency", "round"], name="agendas_an_asking_once"
            ),
            models.UniqueConstraint(
                fields=["submission", "agency"],
                condition=Q(answered_at__isnull=True),
                name="agendas_one_open_asking_an_agency",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | Q(answer__in=Answer.values, answered_at__isnull=False),
                name="agendas_an_answer_has_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(due_at__gte=F("asked_at")), name="agendas_advice_due_after_asked"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.get_answer_display() or self.due_at:%d/%m/%Y}"

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None

    @property
    def is_outdated(self) -> bool:
        """Tell whether a paper that the answer spoke of was replaced since."""
        return self.outdated_at is not None
