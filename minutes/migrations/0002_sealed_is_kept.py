"""The database itself refuses to change or delete what was sealed, and who signed."""

from django.db import migrations

KEPT = ("minutes_archivedminutes", "minutes_signature")
REFUSAL = "What is signed and sealed is kept as it is."
FUNCTION = f"""
CREATE OR REPLACE FUNCTION minutes_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def guards(vendor):
    """Return the statements that put the guards up."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            for table in KEPT
            for deed in ("UPDATE", "DELETE")
        ]
    return [FUNCTION] + [
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION minutes_are_kept()"
        for table in KEPT
    ]


def no_guards(vendor):
    """Return the statements that take the guards down."""
    if vendor == "sqlite":
        return [
            f"DROP TRIGGER IF EXISTS {table}_no_{deed}"
            for table in KEPT
            for deed in ("update", "delete")
        ]
    return [f"DROP TRIGGER IF EXISTS {table}_no_change ON {table}" for table in KEPT]


def put_up(apps, schema_editor):
    for statement in guards(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def take_down(apps, schema_editor):
    for statement in no_guards(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("minutes", "0001_minutes_and_archive")]
    operations = [migrations.RunPython(put_up, take_down)]
