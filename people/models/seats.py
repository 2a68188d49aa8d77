"""Who sits in a body and what a person does for it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from people.models.persons import Agency, Body, Dated, Person


class Membership(Dated):
    """A person's seat in a body, with the office it comes from."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True)
    office = models.CharField(_("office"), max_length=160)
    office_en = models.CharField(_("office in English"), max_length=160, blank=True)
    has_vote = models.BooleanField(_("has a vote"), default=True)
    presides = models.BooleanField(_("heads the body"), default=False)
    order = models.PositiveSmallIntegerField(_("protocol order"), default=0)

    class Meta(Dated.Meta):
        abstract = False
        ordering: ClassVar = ["order", "pk"]
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["body", "person"],
                condition=Q(ends__isnull=True),
                name="people_one_seat_a_person",
            ),
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(ends__isnull=True, presides=True),
                name="people_one_head_a_body",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.office_here}"

    @property
    def office_here(self) -> str:
        """Return the office in the active language."""
        english = (get_language() or "").startswith("en")
        return self.office_en if english and self.office_en else self.office


class Role(models.TextChoices):
    """What a person does for a body besides sitting in it."""

    CHAIR = "chair", _("Chair")
    SECRETARY = "secretary", _("Secretary")
    OPERATOR = "operator", _("Site operator")
    ARCHIVIST = "archivist", _("Archivist")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")


class RoleGrant(Dated):
    """A role of a person for a body."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="role_grants")
    person = models.ForeignKey(Person, models.PROTECT, related_name="role_grants")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)

    class Meta(Dated.Meta):
        abstract = False
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["body", "person", "role"],
                condition=Q(ends__isnull=True),
                name="people_a_role_once",
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="people_role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"


class Substitution(Dated):
    """Who comes in a member's stead. A substitute speaks and does not vote (NĐ 138/2016, Điều 28)."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="substitutions")
    substitute = models.ForeignKey(Person, models.PROTECT, related_name="substitutions")
    office = models.CharField(_("office"), max_length=160)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.substitute} ↦ {self.membership.person}"
