"""Where imported things came from, and how far an import has got."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from exchange.states import ImportKind


class Imported(models.Model):
    """What one object of a source became here. ``digest`` tells whether the source has changed it."""

    source = models.CharField(_("source"), max_length=300)
    kind = models.CharField(max_length=20, choices=ImportKind.choices)
    external_id = models.CharField(max_length=500)
    object_key = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    rank = models.IntegerField(default=0)
    imported_at = models.DateTimeField()

    class Meta:
        verbose_name = _("imported object")
        verbose_name_plural = _("imported objects")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "kind", "external_id"], name="exchange_imported_once"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=ImportKind.values), name="exchange_import_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.external_id}"


class ImportRun(models.Model):
    """How far an import of a source has got: it goes on from here after an interruption."""

    source = models.CharField(_("source"), max_length=300, unique=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    complete_until = models.DateTimeField(null=True, blank=True)
    done = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.source
