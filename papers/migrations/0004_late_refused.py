"""Late papers that the chair did not take, and why."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("papers", "0003_late_papers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="paperversion",
            name="late_refused_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="paperversion",
            name="late_refused_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="paperversion",
            name="late_refused_for",
            field=models.CharField(
                blank=True, max_length=300, verbose_name="reason for not admitting"
            ),
        ),
        migrations.AddConstraint(
            model_name="paperversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("late_refused_at__isnull", True), ("late_refused_for", "")),
                    models.Q(
                        ("late_at__isnull", False),
                        ("late_refused_at__isnull", False),
                        ("late_consent_at__isnull", True),
                        models.Q(("late_refused_for", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="papers_what_is_refused_is_late_and_says_why",
            ),
        ),
    ]
