"""A body has an order; the version that stands becomes a row of its own."""

import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models

NEW = {"deferred": False, "section": None, "heading": "", "heading_en": "", "parent": ""}


def keep_standing_versions(apps, schema_editor):
    """Let the version that stands be the first row: older ones were not kept as lines."""
    Agenda = apps.get_model("agendas", "Agenda")
    AgendaVersion = apps.get_model("agendas", "AgendaVersion")
    for agenda in Agenda.objects.filter(version__gt=0, published_by__isnull=False):
        AgendaVersion.objects.get_or_create(
            meeting_id=agenda.meeting_id,
            number=agenda.version,
            defaults={
                "lines": [{**NEW, "papers": [], **line} for line in agenda.snapshot],
                "published_at": agenda.published_at,
                "published_by_id": agenda.published_by_id,
            },
        )


class Migration(migrations.Migration):
    dependencies = [
        ("agendas", "0004_rules_of_submissions"),
        ("people", "0001_persons_and_bodies"),
    ]
    operations = [
        migrations.AlterModelOptions(
            name="item",
            options={
                "ordering": [
                    "restricted",
                    django.db.models.functions.comparison.Coalesce("parent__position", "position"),
                    models.OrderBy(models.F("parent__position"), nulls_first=True),
                    "position",
                ],
                "verbose_name": "item",
                "verbose_name_plural": "items",
            },
        ),
        migrations.CreateModel(
            name="OrderRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts", models.DateField(verbose_name="from")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="until")),
                ("keys", models.JSONField(default=list, verbose_name="keys of the order")),
                ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="order_rules", to="people.body")),
            ],
            options={
                "verbose_name": "order of an agenda",
                "verbose_name_plural": "orders of agendas",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__isnull", True), ("ends__gte", models.F("starts")), _connector="OR"),
                        name="agendas_orderrule_ends_after_start",
                    ),
                    models.UniqueConstraint(fields=("body", "starts"), name="agendas_one_order_a_day"),
                ],
            },
        ),
        migrations.RunPython(keep_standing_versions, migrations.RunPython.noop),
    ]
