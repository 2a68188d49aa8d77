"""Limits of sessions called at short notice; when each session was called, as its journal tells."""

from datetime import datetime

import django.core.validators
from django.db import migrations, models


def tell_when_called(apps, schema_editor):
    Meeting = apps.get_model("meetings", "Meeting")
    Entry = apps.get_model("realtime", "Entry")
    told = Entry.objects.filter(name__in=["meeting.created", "meeting.changed"])
    for room, name, at, facts in told.order_by("room", "number").values_list(
        "room__key", "name", "at", "facts"
    ):
        if name == "meeting.created" or is_brought_forward(facts):
            Meeting.objects.filter(pk=int(room.partition(".")[2])).update(planned_at=at)


def is_brought_forward(facts):
    before, after = facts.get("changes", {}).get("starts_at", (None, None))
    return bool(before and after) and datetime.fromisoformat(after) < datetime.fromisoformat(before)


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0012_removed_days'),
        ('people', '0006_names_in_order'),
        ('realtime', '0001_rooms_and_journal'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='deadline',
            name='meetings_deadline_is_known',
        ),
        migrations.RemoveConstraint(
            model_name='deadline',
            name='meetings_deadline_is_some_days',
        ),
        migrations.AddField(
            model_name='deadline',
            name='percent',
            field=models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='percent of the time'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='planned_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='called for this time at'),
        ),
        migrations.AlterField(
            model_name='deadline',
            name='code',
            field=models.CharField(choices=[('papers_before_session', 'Papers before a session'), ('invitation_before_session', 'Invitation before a session'), ('position_before_session', 'Position of a member before a session'), ('papers_at_short_notice', 'Papers before a session called at short notice'), ('position_at_short_notice', 'Position of a member before a session called at short notice'), ('submission_check', 'Check of a submission by the secretariat'), ('submission_route', 'Presenting a submission for a decision on its way'), ('route_answer', 'Answer on the way of a submission'), ('advice_answer', 'Advice of an agency that is asked'), ('reply_to_invitation', 'Reply to an invitation'), ('reminder', 'Reminder before a time limit of a submission or opinion')], max_length=40, verbose_name='time limit'),
        ),
        migrations.AlterField(
            model_name='deadline',
            name='days',
            field=models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(120)], verbose_name='working days'),
        ),
        migrations.AddConstraint(
            model_name='deadline',
            constraint=models.CheckConstraint(condition=models.Q(('code__in', ['papers_before_session', 'invitation_before_session', 'position_before_session', 'papers_at_short_notice', 'position_at_short_notice', 'submission_check', 'submission_route', 'route_answer', 'advice_answer', 'reply_to_invitation', 'reminder'])), name='meetings_deadline_is_known'),
        ),
        migrations.AddConstraint(
            model_name='deadline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('days__gte', 1), ('days__lte', 120), ('percent', 0), models.Q(('code__in', ['papers_at_short_notice', 'position_at_short_notice']), _negated=True)), models.Q(('days', 0), ('percent__gte', 1), ('percent__lte', 100), ('code__in', ['papers_at_short_notice', 'position_at_short_notice'])), _connector='OR'), name='meetings_deadline_is_some_days_or_a_share'),
        ),
        migrations.RunPython(tell_when_called, migrations.RunPython.noop, elidable=True),
    ]
