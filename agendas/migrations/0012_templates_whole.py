from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agendas', '0011_late_refused'),
        ('people', '0006_names_in_order'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='templateline',
            name='agendas_a_heading_is_words_alone',
        ),
        migrations.AddField(
            model_name='templateline',
            name='is_sub',
            field=models.BooleanField(default=False, verbose_name='sub-item'),
        ),
        migrations.AddField(
            model_name='templateline',
            name='secrecy',
            field=models.CharField(choices=[('open', 'Not secret'), ('confidential', 'Confidential'), ('secret', 'Secret'), ('top_secret', 'Top secret')], default='open', max_length=20, verbose_name='secrecy'),
        ),
        migrations.AddConstraint(
            model_name='templateline',
            constraint=models.CheckConstraint(condition=models.Q(('is_heading', False), models.Q(('is_sub', False), ('restricted', False), ('secrecy', 'open'), ('sponsor__isnull', True)), _connector='OR'), name='agendas_a_heading_is_words_alone'),
        ),
        migrations.AddConstraint(
            model_name='templateline',
            constraint=models.CheckConstraint(condition=models.Q(('secrecy', 'open'), models.Q(('secrecy__in', ['open', 'confidential', 'secret', 'top_secret']), ('title', 'Nội dung mật, tài liệu giấy')), _connector='OR'), name='agendas_a_secret_line_has_no_words'),
        ),
    ]
