"""Nobody told who presided at meetings that were imported so far: their records say so from now on."""

from django.db import migrations


def forget(apps, schema_editor):
    meetings = apps.get_model("meetings", "Meeting").objects
    meetings.filter(state="imported").update(chair=None)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0010_chair_of_an_imported_meeting")]
    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
