"""Papers of a matter, their versions, and each person's private marks."""

from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from guardian.models import UserObjectPermissionBase

from agendas.models import Advice, Item, Matter
from agendas.rules import edition_of
from agendas.states import GONE
from people.models import Agency, Circle

Person = settings.AUTH_USER_MODEL


class PaperRole(models.TextChoices):
    """What a paper is for."""

    SUBMISSION = "submission", _("Submission")
    DRAFT = "draft", _("Draft decision")
    SUMMARY = "summary", pgettext_lazy("kind of paper", "Summary")
    APPENDIX = "appendix", _("Appendix")
    OPINIONS = "opinions", _("Table of ministries' opinions")
    APPRAISAL = "appraisal", _("Appraisal")
    ADVICE = "advice", _("Opinion of an agency")
    OTHER = "other", _("Other paper")


class Paper(models.Model):
    """A paper of a matter. It goes with the matter from agenda to agenda."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="papers")
    advice = models.ForeignKey(Advice, models.PROTECT, null=True, blank=True, related_name="papers")
    restricted = models.BooleanField(_("restricted"), default=False)
    title = models.CharField(_("title"), max_length=300)
    role = models.CharField(
        pgettext_lazy("kind of paper", "role"),
        max_length=20,
        choices=PaperRole.choices,
        default=PaperRole.SUBMISSION,
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    tabled_at = models.DateTimeField()
    tabled_by = models.ForeignKey(Person, models.PROTECT, related_name="papers_tabled")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.CharField(_("reason for withdrawing"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["order", "pk"]
        verbose_name = _("paper")
        verbose_name_plural = _("papers")

    def __str__(self) -> str:
        return self.title

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def current(self) -> "PaperVersion":
        """Return the newest version; free of queries once the versions are prefetched."""
        return list(self.versions.all())[-1]

    @property
    def item(self) -> Item | None:
        """Return the item the matter is dealt with as: where it goes on if it was deferred."""
        return newest_of(self.matter.items.select_related("meeting", "parent"))


class PaperUserObjectPermission(UserObjectPermissionBase):
    """A guardian grant to a person on one restricted paper."""

    content_object = models.ForeignKey(Paper, models.CASCADE)


class PaperOffice(models.Model):
    """An agency whose people may see a restricted paper."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="offices")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paper", "agency"], name="papers_an_office_once")
        ]

    def __str__(self) -> str:
        return f"{self.paper}: {self.agency}"


class PaperCircle(models.Model):
    """A named group of persons who may see a restricted paper."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="circles")
    circle = models.ForeignKey(Circle, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paper", "circle"], name="papers_a_circle_once")
        ]

    def __str__(self) -> str:
        return f"{self.paper}: {self.circle}"


def newest_of(items: models.QuerySet[Item]) -> Item | None:
    """Return the item of the newest session, one that is gone only if there is no other."""
    gone = models.Case(models.When(state__in=GONE, then=0), default=1)
    return items.order_by(gone, "meeting__starts_at", "pk").last()


class VersionManager(models.Manager["PaperVersion"]):
    """Leaves the texts in the database until somebody asks for them."""

    def get_queryset(self) -> models.QuerySet["PaperVersion"]:
        return super().get_queryset().defer("texts", "page_boxes")


class PaperVersion(models.Model):
    """One text of a paper. Never changed once made; a new text is a new version."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("name of the file"), max_length=200, blank=True)
    reason = models.CharField(_("what has changed"), max_length=300, blank=True)
    original = models.FileField(upload_to="papers/original/")
    view = models.FileField(upload_to="papers/view/")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    pages = models.PositiveIntegerField()
    page_boxes = models.JSONField(default=list)
    texts = models.JSONField(default=list)
    has_text = models.BooleanField(_("has text"), default=True)
    has_old_fonts = models.BooleanField(_("uses fonts from before Unicode"), default=False)
    is_signed = models.BooleanField(_("carries a signature"), default=False)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
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
    late_refused_for = models.CharField(_("reason for not admitting"), max_length=300, blank=True)

    objects = VersionManager()

    class Meta:
        ordering: ClassVar = ["paper_id", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paper", "number"], name="papers_a_version_once"),
            models.CheckConstraint(condition=Q(pages__gte=1), name="papers_at_least_a_page"),
            models.CheckConstraint(
                condition=Q(late_consent_at__isnull=True) | Q(late_at__isnull=False),
                name="papers_consent_to_what_is_late",
            ),
            models.CheckConstraint(
                condition=Q(late_refused_at__isnull=True, late_refused_for="")
                | Q(late_refused_at__isnull=False, late_at__isnull=False)
                & Q(late_consent_at__isnull=True)
                & ~Q(late_refused_for=""),
                name="papers_what_is_refused_is_late_and_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper} ({self.number})"

    @property
    def label(self) -> str:
        """Return what stands behind the title: nothing at first, then BIS, TER, then numbers."""
        return edition_of(self.number)

    @property
    def is_waiting(self) -> bool:
        """Tell whether the version came late and the chair has not decided on it."""
        return not self.is_admitted and self.late_refused_at is None

    @property
    def is_admitted(self) -> bool:
        """Tell whether it is before the meeting: in time, or taken by the chair."""
        return self.late_at is None or self.late_consent_at is not None

    @property
    def file_name(self) -> str:
        """Return the name a download gets, made of the title alone."""
        stem = f"{self.paper.title} {self.label}".strip().replace("/", "-").replace("\\", "-")
        return f"{Path(stem).name[:120]}.pdf"


class AnnotationKind(models.TextChoices):
    """The kinds of mark."""

    INK = "ink", _("Ink")
    HIGHLIGHT = "highlight", _("Highlight")
    NOTE = "note", _("Note")


class Annotation(models.Model):
    """A private mark on a page, in PDF user space. Only its owner ever reads it."""

    id = models.UUIDField(primary_key=True)
    owner = models.ForeignKey(Person, models.CASCADE, related_name="annotations")
    version = models.ForeignKey(PaperVersion, models.CASCADE, related_name="annotations")
    page = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=AnnotationKind.choices)
    geometry = models.JSONField(default=dict)
    style = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    quote = models.JSONField(default=dict)
    rev = models.BigIntegerField()
    deleted = models.BooleanField(default=False)
    updated_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["version", "owner"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=AnnotationKind.values), name="papers_mark_kind_is_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
