import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agendas', '0012_templates_whole'),
        ('meetings', '0013_short_notice'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PositionNews',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('what', models.CharField(choices=[('words', 'The item was changed'), ('laid', 'New paper'), ('replaced', 'New version of a paper'), ('withdrawn', 'Paper withdrawn')], max_length=20)),
                ('paper', models.PositiveBigIntegerField(blank=True, null=True)),
                ('title', models.CharField(blank=True, max_length=300)),
                ('number', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='position',
            name='confirmed_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='confirmed after a change'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_at__isnull', True), ('given_at__isnull', False), _connector='OR'), name='agendas_what_is_confirmed_was_given'),
        ),
        migrations.AddField(
            model_name='positionnews',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='news', to='agendas.position'),
        ),
        migrations.AddConstraint(
            model_name='positionnews',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('paper__isnull', True), ('what', 'words')), models.Q(('paper__isnull', False), ('what__in', ['laid', 'replaced', 'withdrawn'])), _connector='OR'), name='agendas_news_of_a_paper_names_it'),
        ),
    ]
