"""In which order a body takes its matters."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import Body, Dated


class OrderRule(Dated):
    """The order of a body's agendas from a day on: keys chained, the first weighs most."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="order_rules")
    keys = models.JSONField(_("keys of the order"), default=list)

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = _("order of an agenda")
        verbose_name_plural = _("orders of agendas")
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["body", "starts"], name="agendas_one_order_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {', '.join(self.keys)}"
