"""What the chair refuses, and what the database promises of it and of numbers."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import Coalesce


def consent_by_opening(apps, schema_editor):
    """What was opened late in session was consented to by opening it; who did stands in the journal."""
    items = apps.get_model("agendas", "Item").objects.filter(late_at__isnull=False)
    taken = items.filter(late_consent_at__isnull=True, published_in__isnull=False)
    taken.update(late_consent_at=Coalesce("opened_at", "late_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("agendas", "0010_numbers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.RunPython(consent_by_opening, migrations.RunPython.noop),
        migrations.AddField(
            model_name="item",
            name="late_refused_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="item",
            name="late_refused_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number__isnull", False), ("parent__isnull", True)),
                fields=("meeting", "restricted", "number"),
                name="agendas_a_number_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number__isnull", False), ("parent__isnull", False)),
                fields=("parent", "number"),
                name="agendas_a_sub_number_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("number__isnull", True), ("published_in__isnull", False), _connector="OR"
                ),
                name="agendas_a_number_when_published",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("late_at__isnull", True),
                    ("late_consent_at__isnull", False),
                    ("published_in__isnull", True),
                    _connector="OR",
                ),
                name="agendas_what_waits_is_not_published",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("late_refused_at__isnull", True),
                    models.Q(
                        ("late_at__isnull", False),
                        ("late_consent_at__isnull", True),
                        ("state", "withdrawn"),
                        models.Q(("withdrawn_for", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="agendas_what_is_refused_is_late_and_gone",
            ),
        ),
    ]
