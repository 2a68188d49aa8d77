"""The database itself refuses to change, delete or truncate the journal."""

from django.db import migrations

SQLITE = {
    "realtime_entry_no_update": "BEFORE UPDATE",
    "realtime_entry_no_delete": "BEFORE DELETE",
}
POSTGRESQL = {
    "realtime_entry_no_change": "BEFORE UPDATE OR DELETE ON realtime_entry FOR EACH ROW",
    "realtime_entry_no_truncate": "BEFORE TRUNCATE ON realtime_entry FOR EACH STATEMENT",
}
REFUSAL = "The journal is append-only."
FUNCTION = f"""
CREATE OR REPLACE FUNCTION realtime_entry_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def guards(vendor):
    """Return the statements that put the guards up."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {name} {event} ON realtime_entry"
            f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            for name, event in SQLITE.items()
        ]
    return [FUNCTION] + [
        f"CREATE TRIGGER {name} {event} EXECUTE FUNCTION realtime_entry_is_kept()"
        for name, event in POSTGRESQL.items()
    ]


def no_guards(vendor):
    """Return the statements that take the guards down."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in SQLITE]
    return [f"DROP TRIGGER IF EXISTS {name} ON realtime_entry" for name in POSTGRESQL]


def put_up(apps, schema_editor):
    for statement in guards(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def take_down(apps, schema_editor):
    for statement in no_guards(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("realtime", "0001_rooms_and_journal")]
    operations = [migrations.RunPython(put_up, take_down)]
