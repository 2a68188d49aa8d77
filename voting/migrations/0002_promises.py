
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('voting', '0001_first'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='ballot',
            options={'verbose_name': 'ballot', 'verbose_name_plural': 'ballots'},
        ),
        migrations.AlterModelOptions(
            name='cast',
            options={'ordering': ['pk'], 'verbose_name': 'cast', 'verbose_name_plural': 'casts'},
        ),
        migrations.AlterModelOptions(
            name='elector',
            options={'ordering': ['order', 'pk'], 'verbose_name': 'elector', 'verbose_name_plural': 'electors'},
        ),
        migrations.RemoveConstraint(
            model_name='cast',
            name='voting_choice_is_known',
        ),
        migrations.RemoveConstraint(
            model_name='vote',
            name='voting_closed_has_result',
        ),
        migrations.AddField(
            model_name='elector',
            name='office_en',
            field=models.CharField(blank=True, max_length=160, verbose_name='office in English'),
        ),
        migrations.AddField(
            model_name='elector',
            name='order',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='protocol order'),
        ),
        migrations.AlterField(
            model_name='ballot',
            name='at',
            field=models.DateTimeField(verbose_name='moment'),
        ),
        migrations.AlterField(
            model_name='ballot',
            name='changes',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='changes'),
        ),
        migrations.AlterField(
            model_name='ballot',
            name='choice',
            field=models.CharField(choices=[('yes', 'Agree'), ('no', 'Disagree'), ('other', 'Other opinion')], max_length=10, verbose_name='choice'),
        ),
        migrations.AlterField(
            model_name='ballot',
            name='receipt',
            field=models.CharField(max_length=20, verbose_name='receipt'),
        ),
        migrations.AlterField(
            model_name='cast',
            name='at',
            field=models.DateTimeField(verbose_name='moment'),
        ),
        migrations.AlterField(
            model_name='cast',
            name='choice',
            field=models.CharField(choices=[('yes', 'Agree'), ('no', 'Disagree'), ('other', 'Other opinion')], max_length=10, verbose_name='choice'),
        ),
        migrations.AlterField(
            model_name='cast',
            name='command_id',
            field=models.UUIDField(verbose_name='command'),
        ),
        migrations.AlterField(
            model_name='cast',
            name='number',
            field=models.PositiveSmallIntegerField(verbose_name='number'),
        ),
        migrations.AlterField(
            model_name='cast',
            name='reason',
            field=models.TextField(blank=True, verbose_name='reason'),
        ),
        migrations.AlterField(
            model_name='elector',
            name='breaks_tie',
            field=models.BooleanField(default=False, verbose_name='heads the body'),
        ),
        migrations.AlterField(
            model_name='elector',
            name='name',
            field=models.CharField(max_length=120, verbose_name='name'),
        ),
        migrations.AlterField(
            model_name='elector',
            name='office',
            field=models.CharField(max_length=160, verbose_name='office'),
        ),
        migrations.AlterField(
            model_name='vote',
            name='rules',
            field=models.JSONField(verbose_name='rules'),
        ),
        migrations.AddConstraint(
            model_name='cast',
            constraint=models.CheckConstraint(condition=models.Q(('choice__in', ['yes', 'no', 'other']), ('number__gte', 1)), name='voting_choice_is_known'),
        ),
        migrations.AddConstraint(
            model_name='elector',
            constraint=models.UniqueConstraint(fields=('vote', 'participant'), name='voting_a_seat_once'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.UniqueConstraint(fields=('item', 'round'), name='voting_a_round_once'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('result__isnull', True), ('state', 'open')), models.Q(('closed_at__isnull', False), ('result__isnull', False), ('state', 'closed')), models.Q(('closed_at__isnull', False), ('result__isnull', True), ('state', 'void'), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='voting_state_and_facts_agree'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(('present__lte', models.F('roll')), ('round__gte', 1)), name='voting_roll_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(('closes_at__isnull', True), ('closes_at__gt', models.F('opened_at')), _connector='OR'), name='voting_closes_after_opening'),
        ),
    ]
