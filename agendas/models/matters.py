"""A matter through all its life, and the submission by which a ministry lodges it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agendas.states import ItemKind, Route, Secrecy, SubmissionState, Urgency
from meetings.models import Meeting
from people.models import Agency, Body, Dated

Person = settings.AUTH_USER_MODEL


class Matter(models.Model):
    """One matter: its papers belong to it, and every item it has ever been on an agenda."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="matters")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("matter")
        verbose_name_plural = _("matters")

    def __str__(self) -> str:
        return f"{self.body} · {self.pk}"


class Submission(models.Model):
    """What a ministry submits (hồ sơ trình), from its draft to the chair's routing."""

    matter = models.OneToOneField(Matter, models.PROTECT, related_name="submission")
    body = models.ForeignKey(Body, models.PROTECT, related_name="submissions")
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="submissions", verbose_name=_("sponsor")
    )
    co_sponsors = models.ManyToManyField(
        Agency, related_name="submissions_shared", blank=True, verbose_name=_("co-sponsors")
    )
    title = models.CharField(_("title"), max_length=500)
    summary = models.TextField(_("summary"), blank=True)
    kind = models.CharField(
        _("kind"), max_length=20, choices=ItemKind.choices, default=ItemKind.DECISION
    )
    rapporteur = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="submissions_reported",
        verbose_name=_("rapporteur"),
    )
    minutes = models.PositiveSmallIntegerField(_("minutes asked for"), default=10)
    urgency = models.CharField(
        _("urgency"), max_length=20, choices=Urgency.choices, default=Urgency.NORMAL
    )
    secrecy = models.CharField(
        _("secrecy"), max_length=20, choices=Secrecy.choices, default=Secrecy.OPEN
    )
    preferred_meeting = models.ForeignKey(
        Meeting,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="submissions_wished",
        verbose_name=_("preferred session"),
    )
    state = models.CharField(
        _("state"), max_length=20, choices=SubmissionState.choices, default=SubmissionState.DRAFT
    )
    route = models.CharField(_("route"), max_length=20, choices=Route.choices, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    number = models.PositiveIntegerField(_("number in the register"), null=True, blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="submissions_made")
    made_at = models.DateTimeField()
    lodged_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="submissions_checked"
    )
    checklist = models.JSONField(default=dict, blank=True)
    routed_at = models.DateTimeField(null=True, blank=True)
    routed_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="submissions_routed"
    )
    returned_for = models.TextField(_("reason for returning"), blank=True)
    withdrawn_for = models.CharField(_("reason for withdrawing"), max_length=300, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["-made_at"]
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=SubmissionState.values),
                name="agendas_submission_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(route="") & ~Q(state=SubmissionState.ROUTED)
                | Q(route__in=Route.values, state=SubmissionState.ROUTED),
                name="agendas_a_route_when_routed",
            ),
            models.CheckConstraint(
                condition=Q(state=SubmissionState.DRAFT)
                | Q(state=SubmissionState.WITHDRAWN)
                | Q(number__isnull=False, lodged_at__isnull=False),
                name="agendas_lodged_has_a_number",
            ),
            models.UniqueConstraint(
                fields=["body", "year", "number"], name="agendas_a_register_number_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_paper_only(self) -> bool:
        """Tell whether the matter is secret: its papers never enter the system."""
        return self.secrecy != Secrecy.OPEN


class Checkpoint(Dated):
    """One question of the secretariat's check of a submission, in force from a day on."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="checkpoints")
    code = models.SlugField(_("code"), max_length=40)
    text = models.CharField(_("question"), max_length=300)
    text_en = models.CharField(_("question in English"), max_length=300, blank=True)
    source = models.CharField(_("legal source"), max_length=200, blank=True)
    is_required = models.BooleanField(_("required"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(Dated.Meta):
        abstract = False
        ordering: ClassVar = ["order", "pk"]
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["body", "code", "starts"], name="agendas_a_checkpoint_once"
            ),
        ]

    def __str__(self) -> str:
        english = (get_language() or "").startswith("en")
        return self.text_en if english and self.text_en else self.text


class SubmissionRule(Dated):
    """How long the papers of a submission to a body may be, in force from a day on."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="submission_rules")
    summary_over_pages = models.PositiveSmallIntegerField(
        _("pages above which a summary is needed"), default=10
    )
    summary_max_pages = models.PositiveSmallIntegerField(_("pages a summary may have"), default=6)
    source = models.CharField(
        _("legal source"), max_length=200, default="Nghị định 191/2026/NĐ-CP, Điều 14"
    )

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = _("rule on submissions")
        verbose_name_plural = _("rules on submissions")
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["body", "starts"], name="agendas_a_submission_rule_once"
            ),
            models.CheckConstraint(
                condition=Q(summary_max_pages__gte=1), name="agendas_a_summary_has_a_page"
            ),
        ]

    def __str__(self) -> str:
        return self.source
