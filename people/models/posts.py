"""Who works for an agency or for a member, and groups of persons."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.persons import Agency, Body, Dated, Named, Person
from people.models.seats import Membership


class Duty(models.TextChoices):
    """What a person does for an agency."""

    CLERK = "clerk", _("Clerk who lodges submissions")
    OFFICIAL = "official", _("Official")


class Post(Dated):
    """A person's work for an agency. It opens what the agency may see, for as long as it lasts."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="posts")
    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    duty = models.CharField(_("duty"), max_length=20, choices=Duty.choices, default=Duty.CLERK)
    office = models.CharField(_("office"), max_length=160, blank=True)

    class Meta(Dated.Meta):
        abstract = False
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "person", "duty"],
                condition=Q(ends__isnull=True),
                name="people_a_post_once",
            ),
            models.CheckConstraint(condition=Q(duty__in=Duty.values), name="people_duty_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.agency}"


class Assistance(Dated):
    """A member's assistant (giúp việc): reads what the member reads and prepares; never decides."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="assistances")
    person = models.ForeignKey(Person, models.PROTECT, related_name="assistances")

    class Meta(Dated.Meta):
        abstract = False
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["membership", "person"],
                condition=Q(ends__isnull=True),
                name="people_an_assistant_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} → {self.membership.person}"


class Circle(Named):
    """A named group of persons of a body, to whom things may be shown together."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="circles")
    persons = models.ManyToManyField(Person, related_name="circles", blank=True)

    class Meta:
        ordering: ClassVar = ["name"]
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "name"], name="people_a_circle_name_once")
        ]
