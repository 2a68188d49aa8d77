from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_notices'),
    ]

    operations = [
        migrations.AddField(
            model_name='notice',
            name='words',
            field=models.JSONField(blank=True, default=dict, verbose_name='title and text by language'),
        ),
    ]
