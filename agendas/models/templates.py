"""Agendas kept as templates: headings and items that come again from session to session."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agendas.rules import neutral_title
from agendas.states import ItemKind, Secrecy
from people.models import Agency, Body


class AgendaTemplate(models.Model):
    """An agenda that a body uses again. Titles may hold gaps: see ``meetings.patterns``."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="agenda_templates")
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        ordering: ClassVar = ["name"]
        verbose_name = _("agenda template")
        verbose_name_plural = _("agenda templates")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "name"], name="agendas_a_template_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class TemplateLine(models.Model):
    """A heading, or an item as it is to be put on an agenda; a sub-item under the item before it."""

    template = models.ForeignKey(AgendaTemplate, models.CASCADE, related_name="lines")
    order = models.PositiveSmallIntegerField(_("order"))
    is_heading = models.BooleanField(_("heading"), default=False)
    is_sub = models.BooleanField(_("sub-item"), default=False)
    title = models.CharField(_("title"), max_length=500)
    kind = models.CharField(
        _("kind"), max_length=20, choices=ItemKind.choices, default=ItemKind.DECISION
    )
    sponsor = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, verbose_name=_("sponsor")
    )
    minutes = models.PositiveSmallIntegerField(_("minutes planned"), default=10)
    restricted = models.BooleanField(_("restricted"), default=False)
    secrecy = models.CharField(
        _("secrecy"), max_length=20, choices=Secrecy.choices, default=Secrecy.OPEN
    )

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["template", "order"], name="agendas_a_template_line_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ItemKind.values), name="agendas_template_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(is_heading=False)
                | Q(restricted=False, sponsor__isnull=True, is_sub=False, secrecy=Secrecy.OPEN),
                name="agendas_a_heading_is_words_alone",
            ),
            models.CheckConstraint(
                condition=Q(secrecy=Secrecy.OPEN)
                | Q(secrecy__in=Secrecy.values, title=neutral_title(None)),
                name="agendas_a_secret_line_has_no_words",
            ),
        ]

    def __str__(self) -> str:
        return self.title
