"""The agenda as a whole: its published versions, frozen, and who has looked at which."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agendas.rules import letter_of
from meetings.models import Meeting

Person = settings.AUTH_USER_MODEL


class Agenda(models.Model):
    """The head of a meeting's agenda: which version stands."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="agenda")
    version = models.PositiveSmallIntegerField(_("published version"), default=0)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.meeting} · {self.letter}"

    @property
    def letter(self) -> str:
        """Return the letter people call the standing version by: A, B, C; nothing before A."""
        return letter_of(self.version) if self.version else ""


class AgendaVersion(models.Model):
    """One published version. Never changed once published."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda_versions")
    number = models.PositiveSmallIntegerField(_("version"))
    lines = models.JSONField(default=list)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unchecked_for = models.CharField(
        _("reason for publishing unchecked items"), max_length=300, blank=True
    )

    class Meta:
        ordering: ClassVar = ["meeting_id", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="agendas_a_version_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.meeting} · {self.letter}"

    @property
    def letter(self) -> str:
        return letter_of(self.number)

    @property
    def version(self) -> int:
        """Return the number, as the head of the agenda calls it."""
        return self.number


class AgendaLook(models.Model):
    """The version of an agenda that a person has looked at last."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda_looks")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    version = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "person"], name="agendas_a_look_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.person} · {letter_of(self.version)}"
