import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0013_short_notice'),
        ('people', '0006_names_in_order'),
    ]

    operations = [
        migrations.CreateModel(
            name='ProgrammeLimit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
                ('period', models.CharField(choices=[('year', 'Year'), ('quarter', 'Quarter'), ('month', 'Month')], max_length=10, verbose_name='programme of')),
                ('day', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(31)], verbose_name='day of the month')),
                ('months_before', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)], verbose_name='months before it begins')),
                ('source', models.CharField(max_length=300, verbose_name='legal source')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programme_limits', to='people.body')),
            ],
            options={
                'ordering': ['period', '-starts'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='meetings_programmelimit_ends_after_start'), models.UniqueConstraint(fields=('body', 'period', 'starts'), name='meetings_one_programme_limit_a_day'), models.CheckConstraint(condition=models.Q(('period__in', ['year', 'quarter', 'month'])), name='meetings_programme_period_is_known'), models.CheckConstraint(condition=models.Q(('day__gte', 1), ('day__lte', 31), ('months_before__gte', 1), ('months_before__lte', 12)), name='meetings_programme_limit_is_a_day_before')],
            },
        ),
    ]
