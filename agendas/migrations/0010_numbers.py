"""What is published is numbered among what is published; all else has a place in the design alone."""

from collections import Counter

from django.db import migrations, models


def number_published(apps, schema_editor):
    """Number what is published, in order, each series and the sub-items of each item."""
    Item = apps.get_model("agendas", "Item")
    published = Item.objects.filter(published_in__isnull=False)
    counted = Counter()
    items = []
    for item in published.order_by("position").only("meeting", "parent", "restricted").iterator():
        among = (item.meeting_id, item.parent_id, item.restricted)
        counted[among] += 1
        item.number = counted[among]
        items.append(item)
    Item.objects.bulk_update(items, ["number"], batch_size=400)


class Migration(migrations.Migration):
    dependencies = [("agendas", "0009_reminders")]
    operations = [
        migrations.AddField(
            model_name="item",
            name="number",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number"),
        ),
        migrations.RunPython(number_published, migrations.RunPython.noop),
    ]
